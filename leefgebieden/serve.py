"""Serving the app on a laptop: waitress, with the static files compressed and kept by the browser."""

import socket

from flask import Flask


def find_port(host: str, eerste: int, probeer: int) -> int | None:
    """The first free port from `eerste`, or None when `probeer` more are taken as well."""
    familie = socket.AF_INET6 if ":" in host else socket.AF_INET
    for poort in range(eerste, min(eerste + probeer, 65535) + 1):
        with socket.socket(familie, socket.SOCK_STREAM) as proef:
            proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                proef.bind((host, poort))
            except OSError:
                continue
            return poort
    return None


def serve(app: Flask, host: str, port: int) -> None:
    """Serve until it is stopped."""
    import waitress

    # waitress takes away what a proxy says of the visitor, unless a proxy of one's own is known to stand before it
    waitress.serve(
        app,
        host=host,
        port=port,
        threads=8,
        ident=None,
        clear_untrusted_proxy_headers=not int(app.config["PROXIES"]),
    )
