"""The casus: reading it whole, writing its own row, and what the list shows of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, case, exists, func, insert, literal, select, union_all, update

from leefgebieden.domain.afspraak import Afspraak
from leefgebieden.domain.antwoord import Antwoord
from leefgebieden.domain.casus import A4Keuzes, Casus, GemaakteSamenvatting, HeleCasus, Openvraag, Soort, Stand
from leefgebieden.domain.gesprek import Gesprek
from leefgebieden.domain.lijstregel import Lijstregel
from leefgebieden.domain.navraag import Navraag
from leefgebieden.domain.netwerk import Netwerklid, Verwantschap
from leefgebieden.domain.notitie import Notitie, Versie
from leefgebieden.domain.overleg import Besluit, Bespreking, Bijdrage
from leefgebieden.domain.toegang import WERKENDE_ROLLEN, Betrokkenheid
from leefgebieden.domain.toestemming import Toestemming
from leefgebieden.domain.vorm import rebuild, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud, open_inhoud
from leefgebieden.store.reactie import fetch_alle_reacties
from leefgebieden.store.sleutels import keep_dek, make_dek
from leefgebieden.store.tables import ONDERDELEN, betrokkene, casus, notitie_versie, sleutel, teamlid

VORMEN: dict[str, type[Any]] = {
    "gesprekken": Gesprek,
    "notities": Notitie,
    "openvragen": Openvraag,
    "standen": Stand,
    "netwerk": Netwerklid,
    "verwantschap": Verwantschap,
    "afspraken": Afspraak,
    "a4": A4Keuzes,
    "samenvattingen": GemaakteSamenvatting,
    "toestemmingen": Toestemming,
    "besprekingen": Bespreking,
    "bijdragen": Bijdrage,
    "besluiten": Besluit,
    "antwoorden": Antwoord,
    "navragen": Navraag,
}


@dataclass(frozen=True)
class GelezenCasus:
    """A whole casus as it was read, with the version number of the casus row and of each part by id.

    `afgeschermd`: how many notities were left out because who reads may not read them.
    """

    hele: HeleCasus
    versie: int
    versies: Mapping[str, int]
    laatste_contact_op: datetime
    afgeschermd: int = 0


@dataclass(frozen=True)
class Lijstrij:
    """One row of Mensen."""

    id: str
    regel: Lijstregel
    laatste_contact_op: datetime
    te_ordenen: int
    afgesloten: bool


def fetch_betrokkenheid(casus_id: str, medewerker_id: str) -> Betrokkenheid | None:
    """How this medewerker belongs to this casus; None for a stranger and for a casus that does not exist."""
    gevonden = db.session.execute(
        select(betrokkene.c.betrokkenheid).where(
            betrokkene.c.casus_id == casus_id, betrokkene.c.medewerker_id == medewerker_id
        )
    ).scalar_one_or_none()
    return None if gevonden is None else Betrokkenheid(gevonden)


def fetch_kop(casus_id: str) -> tuple[Casus, int]:
    """The casus row alone, with its version number. Raises NoResultFound: ask `fetch_betrokkenheid` first."""
    rij = db.session.execute(select(casus.c.versie, casus.c.inhoud).where(casus.c.id == casus_id)).one()
    return rebuild(Casus, open_inhoud(casus_id, "casus", "inhoud", casus_id, rij.versie, rij.inhoud)), rij.versie


@dataclass(frozen=True)
class CasusRijen:
    """The rows of a whole casus as they stand in the database, still sealed. `delen`: key of the part, id, version, content."""

    casus_id: str
    kek_id: str
    gewikkeld: bytes
    versie: int
    inhoud: bytes
    laatste_contact_op: datetime
    delen: Sequence[tuple[str, str, int, bytes]]


def fetch_casusrijen(casus_id: str) -> CasusRijen | None:
    """The rows of a casus without the earlier versions of its notities, in two statements; None if it is not there."""
    verbinding = db.session.connection()
    kop = verbinding.execute(_KOP_VAN, {"casus_id": casus_id}).one_or_none()
    if kop is None:
        return None
    delen = verbinding.execute(_ONDERDELEN_VAN, {"casus_id": casus_id}).all()
    return CasusRijen(casus_id, kop.kek_id, kop.gewikkeld, kop.versie, kop.inhoud, kop.laatste_contact_op, delen)


def open_casus(rijen: CasusRijen) -> GelezenCasus:
    """What the rows say. Needs no transaction: a write that waits does not wait for this."""
    casus_id = rijen.casus_id
    keep_dek(casus_id, rijen.kek_id, rijen.gewikkeld)
    delen: dict[str, list[Any]] = {naam: [] for naam in ONDERDELEN}
    versies: dict[str, int] = {}
    for naam, rij_id, versie, inhoud in rijen.delen:
        ruw = open_inhoud(casus_id, naam, "inhoud", rij_id, versie, inhoud)
        delen[naam].append(rebuild(VORMEN[naam], ruw))
        versies[ruw.get("id", rij_id) if isinstance(ruw, dict) else rij_id] = versie
    a4 = delen.pop("a4")
    hele = HeleCasus(
        casus=rebuild(Casus, open_inhoud(casus_id, "casus", "inhoud", casus_id, rijen.versie, rijen.inhoud)),
        a4=a4[0] if a4 else A4Keuzes(),
        **{naam: tuple(stukken) for naam, stukken in delen.items()},
    )
    return GelezenCasus(hele, rijen.versie, versies, rijen.laatste_contact_op)


def fetch_casus(casus_id: str) -> GelezenCasus | None:
    """The whole casus without the earlier versions of its notities; None if it is not there."""
    rijen = fetch_casusrijen(casus_id)
    return None if rijen is None else open_casus(rijen)


def _select_onderdelen() -> Any:
    delen = [
        select(literal(naam).label("sleutel"), tabel.c.id, tabel.c.versie, tabel.c.inhoud, tabel.c.volgnummer).where(
            tabel.c.casus_id == bindparam("casus_id")
        )
        for naam, tabel in ONDERDELEN.items()
    ]
    alles = union_all(*delen).subquery()
    return select(alles.c.sleutel, alles.c.id, alles.c.versie, alles.c.inhoud).order_by(
        alles.c.sleutel, alles.c.volgnummer
    )


# built once: putting all these selects together takes longer than running them
_ONDERDELEN_VAN = _select_onderdelen()
_KOP_VAN = (
    select(casus.c.versie, casus.c.inhoud, casus.c.laatste_contact_op, sleutel.c.kek_id, sleutel.c.gewikkeld)
    .join(sleutel, sleutel.c.eigenaar_id == casus.c.id)
    .where(casus.c.id == bindparam("casus_id"))
)


def fetch_versies(casus_id: str) -> dict[str, list[Versie]]:
    """The earlier versions of all notities of a casus, by notitie id, oldest first."""
    versies: dict[str, list[Versie]] = {}
    vraag = (
        select(notitie_versie.c.notitie_id, notitie_versie.c.versie, notitie_versie.c.inhoud)
        .where(notitie_versie.c.casus_id == casus_id)
        .order_by(notitie_versie.c.notitie_id, notitie_versie.c.versie)
    )
    for notitie_id, versie, inhoud in db.session.execute(vraag):
        ruw = open_inhoud(casus_id, "notitie_versie", "inhoud", notitie_id, versie, inhoud)
        versies.setdefault(notitie_id, []).append(rebuild(Versie, ruw))
    return versies


def fetch_casus_met_versies(casus_id: str) -> GelezenCasus | None:
    """The whole casus with every earlier version and all reacties: what an export carries."""
    gelezen = fetch_casus(casus_id)
    if gelezen is None:
        return None
    versies = fetch_versies(casus_id)
    notities = tuple(replace(notitie, versies=tuple(versies.get(notitie.id, ()))) for notitie in gelezen.hele.notities)
    reacties = tuple(fetch_alle_reacties(casus_id))
    return replace(gelezen, hele=replace(gelezen.hele, notities=notities, reacties=reacties))


def insert_casus(
    nieuw: Casus, regel: Lijstregel, laatste_contact_op: datetime, te_ordenen: int = 0, *, team_id: str | None = None
) -> None:
    """Write the row of a new casus with a key of its own, in a team or (an oefening) in none."""
    make_dek(nieuw.id, "casus")
    db.session.execute(
        insert(casus).values(
            id=nieuw.id,
            soort=nieuw.soort.value,
            versie=1,
            gemaakt_op=nieuw.gemaakt_op,
            laatste_contact_op=laatste_contact_op,
            afgesloten_op=nieuw.afgesloten.op if nieuw.afgesloten else None,
            te_ordenen=te_ordenen,
            team_id=team_id,
            inhoud=close_inhoud(nieuw.id, "casus", "inhoud", nieuw.id, 1, to_plain(nieuw)),
            lijstregel=close_inhoud(nieuw.id, "casus", "lijstregel", nieuw.id, 1, to_plain(regel)),
            lijstversie=1,
        )
    )


def update_casus(gewijzigd: Casus, op_versie: int) -> bool:
    """Write the casus row over the version that the change was based on. False if it is no longer that version."""
    geraakt = db.session.execute(
        update(casus)
        .where(casus.c.id == gewijzigd.id, casus.c.versie == op_versie)
        .values(
            versie=op_versie + 1,
            afgesloten_op=gewijzigd.afgesloten.op if gewijzigd.afgesloten else None,
            inhoud=close_inhoud(gewijzigd.id, "casus", "inhoud", gewijzigd.id, op_versie + 1, to_plain(gewijzigd)),
        )
    )
    return bool(geraakt.rowcount)  # type: ignore[attr-defined]  # an UPDATE gives a CursorResult


def update_lijstregel(casus_id: str, regel: Lijstregel) -> None:
    """Write what the list shows of this casus."""
    versie = 1 + db.session.execute(select(casus.c.lijstversie).where(casus.c.id == casus_id)).scalar_one()
    db.session.execute(
        update(casus)
        .where(casus.c.id == casus_id)
        .values(
            lijstversie=versie,
            lijstregel=close_inhoud(casus_id, "casus", "lijstregel", casus_id, versie, to_plain(regel)),
        )
    )


def touch_casus(casus_id: str, contact_op: datetime, te_ordenen_erbij: int = 0) -> None:
    """Keep the last contact and the pile *Nog te ordenen* of a casus true after a notitie or gesprek."""
    waarden = {"van_casus": casus_id, "contact_op": contact_op, "erbij": te_ordenen_erbij}
    db.session.connection().execute(_TOUCH, waarden)


_CONTACT_OP = bindparam("contact_op", type_=casus.c.laatste_contact_op.type)
_TOUCH = (
    update(casus)
    .where(casus.c.id == bindparam("van_casus"))
    .values(
        laatste_contact_op=case(
            (casus.c.laatste_contact_op < _CONTACT_OP, _CONTACT_OP), else_=casus.c.laatste_contact_op
        ),
        te_ordenen=casus.c.te_ordenen + bindparam("erbij", type_=casus.c.te_ordenen.type),
    )
)


def insert_betrokkene(casus_id: str, medewerker_id: str, betrokkenheid: Betrokkenheid, sinds: datetime) -> None:
    """Let a medewerker belong to a casus."""
    db.session.execute(
        insert(betrokkene).values(
            casus_id=casus_id, medewerker_id=medewerker_id, betrokkenheid=betrokkenheid.value, sinds=sinds
        )
    )


def fetch_lijst(medewerker_id: str, *, soorten: Iterable[str], afgesloten: bool = False) -> list[Lijstrij]:
    """The casussen that this medewerker belongs to, the newest contact first. Rights first, in SQL."""
    vraag = (
        select(
            casus.c.id,
            casus.c.lijstversie,
            casus.c.lijstregel,
            casus.c.laatste_contact_op,
            casus.c.te_ordenen,
            casus.c.afgesloten_op,
            sleutel.c.kek_id,
            sleutel.c.gewikkeld,
        )
        .join(betrokkene, betrokkene.c.casus_id == casus.c.id)
        .join(sleutel, sleutel.c.eigenaar_id == casus.c.id)
        .where(
            betrokkene.c.medewerker_id == medewerker_id,
            # as decide_toegang: who is no worker any more has nobody, whatever rows there are; an oefening is a student's own
            _works(medewerker_id) | (casus.c.soort == Soort.OEFENING.value),
            casus.c.soort.in_(list(soorten)),
            casus.c.afgesloten_op.isnot(None) if afgesloten else casus.c.afgesloten_op.is_(None),
        )
        .order_by(casus.c.laatste_contact_op.desc(), casus.c.id)
    )
    rijen = db.session.execute(vraag).all()
    for rij in rijen:
        keep_dek(rij.id, rij.kek_id, rij.gewikkeld)
    return [
        Lijstrij(
            id=rij.id,
            regel=open_lijstregel(rij.id, rij.lijstversie, rij.lijstregel),
            laatste_contact_op=rij.laatste_contact_op,
            te_ordenen=rij.te_ordenen,
            afgesloten=rij.afgesloten_op is not None,
        )
        for rij in rijen
    ]


def _works(medewerker_id: str) -> ColumnElement[bool]:
    return exists().where(
        teamlid.c.medewerker_id == medewerker_id, teamlid.c.rol.in_([rol.value for rol in WERKENDE_ROLLEN])
    )


def open_lijstregel(casus_id: str, lijstversie: int, lijstregel: bytes) -> Lijstregel:
    """What the list shows of a casus, from its row."""
    return rebuild(Lijstregel, open_inhoud(casus_id, "casus", "lijstregel", casus_id, lijstversie, lijstregel))


def count_echte() -> int:
    """How many people of flesh and blood there are in this database."""
    return db.session.execute(
        select(func.count()).select_from(casus).where(casus.c.soort == Soort.ECHT.value)
    ).scalar_one()


def casus_exists(casus_id: str) -> bool:
    """Whether there is a casus with this id, whoever it belongs to."""
    return db.session.execute(select(casus.c.id).where(casus.c.id == casus_id)).one_or_none() is not None


def fetch_casus_ids(medewerker_id: str | None = None) -> list[str]:
    """The ids of all casussen, or of those that a medewerker belongs to, the oldest first."""
    vraag = select(casus.c.id).order_by(casus.c.gemaakt_op, casus.c.id)
    if medewerker_id is not None:
        vraag = vraag.join(betrokkene, betrokkene.c.casus_id == casus.c.id).where(
            betrokkene.c.medewerker_id == medewerker_id
        )
    return list(db.session.execute(vraag).scalars())
