"""The app for a server with several processes: `gunicorn -c python:leefgebieden.gunicorn leefgebieden.wsgi:app`.

The database is brought up to date and the keys are checked once, before any process serves.
"""

from leefgebieden import create_app
from leefgebieden.actions.oefening import check_school
from leefgebieden.store.db import db
from leefgebieden.store.opstarten import open_database

app = create_app()

with app.app_context():
    open_database(app.extensions["context"].now())
    check_school(app.extensions["context"])
    # a connection must not be shared with the processes that are made next: SQLite forbids it, PostgreSQL mixes answers
    db.session.remove()
    db.engine.dispose()
