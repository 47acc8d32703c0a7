"""What the pages take from the app they live in."""

from typing import cast

from flask import abort, current_app
from flask_login import current_user

from leefgebieden.context import Context
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import GelezenCasus, fetch_casus


def get_context() -> Context:
    """The context that was handed to the app."""
    return cast(Context, current_app.extensions["context"])


def get_ik() -> Mens:
    """The medewerker who is signed in, as he is kept with what he writes."""
    return Mens(id=Id(current_user.id), naam=current_user.naam)


def get_casus(casus_id: str) -> GelezenCasus:
    """The casus of this address. The gate has let the medewerker through; gone meanwhile is 404."""
    gelezen = fetch_casus(casus_id)
    if gelezen is None:
        abort(404)
    return gelezen
