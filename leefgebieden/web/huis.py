"""What the pages take from the app they live in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import cast

from flask import abort, current_app, g, request
from flask_login import current_user

from leefgebieden.actions.lezen import CasusWeg, read_casus, reading_casus
from leefgebieden.actions.logboek import Act
from leefgebieden.content.model import Content
from leefgebieden.context import Context
from leefgebieden.domain.afscherming import hide_afgeschermd, may_read
from leefgebieden.domain.herkomst import Herkomst
from leefgebieden.domain.logboek import Actie
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toegang import Positie
from leefgebieden.domain.vorm import Id
from leefgebieden.store.casus import GelezenCasus, fetch_casus, fetch_versies

LENGTE_ID = 36
"""Of a UUID as text; a kanaal or a deelgebied in an address is shorter."""


def get_context() -> Context:
    """The context that was handed to the app, with where this request comes from."""
    return replace(_get_app_context(), herkomst=get_herkomst())


def get_content() -> Content:
    """The method: card, questions and the rest."""
    return _get_app_context().content


def get_vandaag() -> date:
    """Today, where the team works."""
    return _get_app_context().today()


def has_organisatie() -> bool:
    """Whether this team signs in through an organisation."""
    return bool(current_app.config["OIDC_ISSUER"] and current_app.config["OIDC_CLIENT_ID"])


def get_herkomst() -> Herkomst:
    """Where this request comes from. The gate adds as what the medewerker was let in."""
    if "herkomst" not in g:
        g.herkomst = Herkomst(adres=request.remote_addr or "", verzoek_id=_get_app_context().new_id())
    return cast(Herkomst, g.herkomst)


def set_toegang(rol: str, toegang: str, *, team_id: Id | None = None, namens_id: Id | None = None) -> None:
    """As what the medewerker acts from here on, what let him in, for which team and for whom: it stands in every line of this
    request.
    """
    g.herkomst = replace(get_herkomst(), rol=rol, toegang=toegang, team_id=team_id, namens_id=namens_id)


def _get_app_context() -> Context:
    return cast(Context, current_app.extensions["context"])


def get_ik() -> Mens:
    """The medewerker who is signed in, as he is kept with what he writes."""
    return Mens(id=Id(current_user.id), naam=current_user.naam)


def get_casus(casus_id: str) -> GelezenCasus:
    """The casus of this address, without what is afgeschermd for who reads. The gate let him through; gone meanwhile is 404.

    A page leaves one line in the logboek, or is not shown. A form that is sent shows nothing of what it reads here: what it
    does has a line of its own.
    """
    if request.method == "POST":
        gelezen = fetch_casus(casus_id)
        if gelezen is None:
            abort(404)
        return _shield(gelezen)
    try:
        gelezen = read_casus(get_context(), get_ik(), casus_id, onderdeel_id=_find_deel(), velden=_name_pagina())
    except CasusWeg:
        abort(404)
    return _shield(gelezen)


@contextmanager
def read_logged(casus_id: str, actie: Actie) -> Iterator[tuple[GelezenCasus, Act]]:
    """Read the casus of this address as this act; the line names the page, and the part that the address names."""
    try:
        with reading_casus(
            get_context(), get_ik(), casus_id, actie, onderdeel_id=_find_deel(), velden=_name_pagina()
        ) as (gelezen, act):
            yield _shield(gelezen), act
    except CasusWeg:
        abort(404)


def _find_deel() -> str | None:
    """The part of the casus that the address names, if it has an id."""
    delen = (waarde for naam, waarde in (request.view_args or {}).items() if naam not in ("casus_id", "kanaal"))
    deel = next(delen, None)
    return deel if deel and len(deel) == LENGTE_ID else None


def _name_pagina() -> tuple[str, ...]:
    return (request.blueprint or "",)


def _shield(gelezen: GelezenCasus) -> GelezenCasus:
    """Without what is afgeschermd for who reads."""
    hele = gelezen.hele
    if hele.samenvattingen and any(_is_dicht(notitie) for notitie in hele.notities):
        # words that it had before may stand on an A4
        versies = fetch_versies(hele.casus.id)
        met_versies = (
            replace(een, versies=tuple(versies.get(een.id, ()))) if _is_dicht(een) else een for een in hele.notities
        )
        hele = replace(hele, notities=tuple(met_versies))
    hele, aantal = hide_afgeschermd(hele, current_user.id, is_eigenaar=is_eigenaar())
    return replace(gelezen, hele=hele, afgeschermd=aantal)


def _is_dicht(notitie: Notitie) -> bool:
    return not may_read(notitie, current_user.id, is_eigenaar=is_eigenaar())


def is_eigenaar() -> bool:
    """Whether who asks for this page is the eigenaar of its casus, as the gate found him."""
    positie: Positie | None = g.get("positie")
    return positie is not None and positie.is_eigenaar
