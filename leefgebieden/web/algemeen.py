"""Pages that belong to nobody: the health of the app, and being without internet."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from leefgebieden.store.db import db
from leefgebieden.web.gate import public

bp = Blueprint("algemeen", __name__)


@bp.get("/gezond")
@public
def show_gezond() -> ResponseReturnValue:
    """For who watches the server: the app answers, and so does the database."""
    db.session.execute(text("SELECT 1"))
    return {"gezond": True}


@bp.get("/geen-internet")
@public
def show_geen_internet() -> ResponseReturnValue:
    """What works without internet, and what does not."""
    return render_template("algemeen/geen-internet.html")
