"""Pages that belong to nobody: what a phone needs to install the app, being without internet, and for whom it works."""

from flask import Blueprint, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from leefgebieden.web.gate import public

bp = Blueprint("algemeen", __name__)


@bp.get("/manifest.webmanifest")
@public
def give_manifest() -> ResponseReturnValue:
    """What a phone needs to put the app on its home screen. Nobody's name is in it."""
    antwoord = jsonify(
        name="leefgebieden",
        short_name="leefgebieden",
        lang="nl",
        start_url=url_for("aanmelden.start"),
        id=url_for("aanmelden.start"),
        display="standalone",
        background_color="#FBF8F3",
        theme_color="#1F3F6E",
        icons=[
            {
                "src": url_for("static", filename=f"icoon/{naam}-{maat}.png"),
                "sizes": f"{maat}x{maat}",
                "type": "image/png",
                "purpose": doel,
            }
            for naam, doel in (("icoon", "any"), ("masker", "maskable"))
            for maat in (192, 512)
        ],
        shortcuts=[{"name": "Nieuwe notitie", "url": url_for("losse_notitie.new")}],
    )
    antwoord.mimetype = "application/manifest+json"
    return antwoord


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
