"""The people of a team, and of a worker himself, with whom contact was long ago."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, func, or_, select

from leefgebieden.domain.bewaren import Bewaargrond
from leefgebieden.domain.casus import Casus, Soort
from leefgebieden.domain.toegang import Betrokkenheid, Rol
from leefgebieden.domain.vorm import rebuild
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import open_inhoud
from leefgebieden.store.tables import betrokkene, casus, medewerker, teamlid, wisverzoek


@dataclass(frozen=True)
class Stilte:
    """Somebody with whom nothing happened since `laatste`: the last contact, or the closing if that was later."""

    id: str
    noemnaam: str
    eigenaar: str
    laatste: datetime
    gronden: frozenset[Bewaargrond]
    is_eigen: bool
    """Of who looks: he sees it, and does not erase it on his own word."""


def fetch_stilte(medewerker_id: str, voor: datetime) -> list[Stilte]:
    """His own, and those in the teams that he leads, of whom the last contact was before `voor`, the longest ago first.

    Not those for whom somebody asked already.
    """
    geleid = select(teamlid.c.team_id).where(
        teamlid.c.medewerker_id == medewerker_id, teamlid.c.rol == Rol.TEAMLEIDER.value
    )
    gevraagd = select(wisverzoek.c.casus_id).where(
        wisverzoek.c.ingetrokken_op.is_(None), wisverzoek.c.goedgekeurd_op.is_(None)
    )
    vraag = (
        select(
            casus.c.id,
            casus.c.versie,
            casus.c.inhoud,
            casus.c.laatste_contact_op,
            casus.c.afgesloten_op,
            medewerker.c.naam,
            betrokkene.c.medewerker_id,
        )
        .join(
            betrokkene,
            and_(betrokkene.c.casus_id == casus.c.id, betrokkene.c.betrokkenheid == Betrokkenheid.EIGENAAR.value),
        )
        .join(medewerker, medewerker.c.id == betrokkene.c.medewerker_id)
        .where(
            or_(betrokkene.c.medewerker_id == medewerker_id, casus.c.team_id.in_(geleid)),
            casus.c.soort == Soort.ECHT.value,
            casus.c.laatste_contact_op < voor,
            func.coalesce(casus.c.afgesloten_op, casus.c.laatste_contact_op) < voor,
            casus.c.id.not_in(gevraagd),
        )
    )
    gevonden = []
    for rij in db.session.execute(vraag):
        kop = rebuild(Casus, open_inhoud(rij.id, "casus", "inhoud", rij.id, rij.versie, rij.inhoud))
        laatste = max(rij.laatste_contact_op, rij.afgesloten_op or rij.laatste_contact_op)
        is_eigen = rij.medewerker_id == medewerker_id
        gevonden.append(Stilte(rij.id, kop.noemnaam, rij.naam, laatste, kop.bewaargronden, is_eigen))
    return sorted(gevonden, key=lambda stilte: (stilte.laatste, stilte.id))
