"""From a conversation at the kitchen table to one A4, over the leefgebiedenkaart."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask

    from leefgebieden.context import Context


def create_app(settings: Mapping[str, Any] | None = None, context: Context | None = None) -> Flask:
    """The app. Raises ContentError, naming file and place, when the content is not right."""
    # imported when an app is made: a command that guards the logboek does without Flask
    from dataclasses import replace

    from flask import Flask

    from leefgebieden.content.load import load_content
    from leefgebieden.context import make_context
    from leefgebieden.domain.reserve import Termijnen
    from leefgebieden.settings import find_folder, load_settings
    from leefgebieden.store.db import db, init_db
    from leefgebieden.store.kluis import KLUIS, Kluis
    from leefgebieden.store.sleutelbos import Sleutelbos
    from leefgebieden.store.sleutels import bind_sleutelbos
    from leefgebieden.web.app import init_web

    geladen = load_settings(settings)
    app = Flask(
        __name__,
        instance_path=str(geladen["INSTANCE"]),
        template_folder=str(find_folder("templates")),
        static_folder=str(find_folder("static")),
    )
    app.config.update(geladen)
    context = context or make_context(load_content(geladen["INSTANCE"] / "content"))
    app.extensions["context"] = replace(context, alleen_oefenen=geladen["OEFENEN"] == "aan")
    init_db(app)
    with app.app_context():
        kluis = Kluis(Path(geladen["SLEUTELS"]), Path(geladen["INSTANCE"]) / KLUIS)
        termijnen = Termijnen(geladen["RESERVE_SLEUTEL_DAGEN"], geladen["RESERVE_BEWAAR_DAGEN"])
        bind_sleutelbos(db.engine, Sleutelbos(kluis.sleutels, kluis=kluis, termijnen=termijnen))
    init_web(app)
    return app
