"""How the page travels: over https, or not further than this device; and what the cookie says about that."""

from flask import Blueprint, Flask, render_template, request
from flask.sessions import SecureCookieSessionInterface
from flask.typing import ResponseReturnValue
from werkzeug.middleware.proxy_fix import ProxyFix

DIT_APPARAAT = frozenset({"localhost", "127.0.0.1", "[::1]"})
OVERAL = frozenset({"gezond.show", "gezond.show_cijfers", "static"})
"""What holds nothing of anybody: whoever watches the server asks it from within."""

bp = Blueprint("vervoer", __name__)


class Koekje(SecureCookieSessionInterface):
    """Over https the cookie is bound to this very host (`__Host-`): no other site of the organisation can set it."""

    def get_cookie_name(self, app: Flask) -> str:
        naam = super().get_cookie_name(app)
        return f"__Host-{naam}" if request.is_secure else naam

    def get_cookie_secure(self, app: Flask) -> bool:
        del app
        return request.is_secure

    def get_cookie_domain(self, app: Flask) -> None:
        del app

    def get_cookie_path(self, app: Flask) -> str:
        del app
        return "/"


def init_vervoer(app: Flask) -> None:
    """Before the gate: over plain http nobody should type a password."""
    app.session_interface = Koekje()
    if proxies := int(app.config["PROXIES"]):
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies, x_host=proxies)  # type: ignore[method-assign]  # the way that Flask documents
    app.before_request(_need_https)


def is_dit_apparaat(host: str) -> bool:
    """Whether this host, as it stands in the address bar, is the device itself."""
    naam = host.lower()
    if not naam.endswith("]"):
        naam = naam.rpartition(":")[0] or naam
    return naam in DIT_APPARAAT or naam.endswith(".localhost")


def _need_https() -> ResponseReturnValue | None:
    if request.is_secure or is_dit_apparaat(request.host) or request.endpoint in OVERAL:
        return None
    return render_template("vervoer/geen-https.html"), 403
