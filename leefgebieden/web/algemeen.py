"""Pages that belong to nobody: being without internet, and for whom the app works."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from leefgebieden.web.gate import public

bp = Blueprint("algemeen", __name__)


@bp.get("/geen-internet")
@public
def show_geen_internet() -> ResponseReturnValue:
    """What works without internet, and what does not."""
    return render_template("algemeen/geen-internet.html")


@bp.get("/toegankelijkheid")
@public
def show_toegankelijkheid() -> ResponseReturnValue:
    """The accessibility statement."""
    return render_template("algemeen/toegankelijkheid.html")
