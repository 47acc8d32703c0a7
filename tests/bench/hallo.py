"""A page that says hello, served as the app is served: what the app is compared with. `python -m tests.bench.hallo PORT`."""

import sys

from flask import Flask

from leefgebieden.serve import serve


def make_hallo() -> Flask:
    app = Flask("hello")
    app.config["PROXIES"] = 0
    app.add_url_rule("/", "hello", lambda: "hello")
    return app


if __name__ == "__main__":
    serve(make_hallo(), "127.0.0.1", int(sys.argv[1]))
