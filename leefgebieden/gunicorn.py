"""How gunicorn serves a team. Another choice goes on the command line, after this file: `gunicorn -c … --workers 4 …`.

The names are gunicorn's own: https://docs.gunicorn.org/en/stable/settings.html
"""

bind = "127.0.0.1:8000"
workers = 2
threads = 4
worker_class = "gthread"
# the content, the letters of the PDF and the templates are read once and shared; wsgi.py leaves no connection open
preload_app = True
# seconds: an A4 takes less than one; who writes waits ten at most
timeout = 30
# a stop lets what is being saved finish
graceful_timeout = 30
# who is in front (a proxy of one's own) is said by the setting PROXIES, and nowhere else
forwarded_allow_ips = ""
# addresses hold no names, but who asked for what stands in the logboek and not in a second list
accesslog = None
errorlog = "-"
# nobody steers it from outside: systemd, or the container, starts and stops it
control_socket_disable = True
