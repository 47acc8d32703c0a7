"""What the pages take from the app they live in."""

from dataclasses import replace
from typing import cast

from flask import abort, current_app, g
from flask_login import current_user

from leefgebieden.context import Context
from leefgebieden.domain.afscherming import hide_afgeschermd
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.toegang import Positie
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import GelezenCasus, fetch_casus


def get_context() -> Context:
    """The context that was handed to the app."""
    return cast(Context, current_app.extensions["context"])


def get_ik() -> Mens:
    """The medewerker who is signed in, as he is kept with what he writes."""
    return Mens(id=Id(current_user.id), naam=current_user.naam)


def get_casus(casus_id: str) -> GelezenCasus:
    """The casus of this address, without what is afgeschermd for who reads. The gate let him through; gone meanwhile is 404."""
    gelezen = fetch_casus(casus_id)
    if gelezen is None:
        abort(404)
    hele, aantal = hide_afgeschermd(gelezen.hele, current_user.id, is_eigenaar=is_eigenaar())
    return replace(gelezen, hele=hele, afgeschermd=aantal)


def is_eigenaar() -> bool:
    """Whether who asks for this page is the eigenaar of its casus, as the gate found him."""
    positie: Positie | None = g.get("positie")
    return positie is not None and positie.is_eigenaar
