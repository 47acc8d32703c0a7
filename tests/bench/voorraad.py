"""A database with very many people in it, made in seconds: rows straight into the tables, sealed as the app seals them."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import Connection, insert

from leefgebieden.content.model import Kanaal
from leefgebieden.domain.casus import Casus, Soort
from leefgebieden.domain.lijstregel import make_lijstregel
from leefgebieden.domain.toegang import Betrokkenheid, Rol
from leefgebieden.domain.vorm import Id, to_plain
from leefgebieden.store.db import db
from leefgebieden.store.inhoud import close_inhoud
from leefgebieden.store.sleutels import fetch_actieve_kek, get_bos, keep_dek, wrap
from leefgebieden.store.tables import betrokkene, casus, medewerker, sleutel, team, teamlid
from leefgebieden.store.verzegeling import new_dek

PER_TEAM = 300
_PER_KEER = 5_000
_NAMEN = ("Samira", "Frans", "Özlem", "Jan", "Łukasz", "Fatima", "Kees", "Zoë", "Ahmed", "Marijke")


def fill_database(aantal: int, eigenaar_id: str, nu: datetime) -> None:
    """`aantal` casussen in teams of 300, with one worker each: `eigenaar_id` has the first 300, and they are spread over the
    tables as people come in, not side by side. Needs an app context with an open database.
    """
    toeval = Random(aantal)
    teams = max(1, aantal // PER_TEAM)

    def new_id() -> Id:
        return Id(UUID(int=toeval.getrandbits(128), version=4))

    with db.engine.execution_options(schrijft=True).begin() as verbinding:
        plekken = _insert_teams(verbinding, teams, eigenaar_id, new_id, nu)
    volgorde = [nummer // PER_TEAM for nummer in range(aantal)]
    toeval.shuffle(volgorde)
    for begin in range(0, aantal, _PER_KEER):
        deel = [plekken[min(nummer, teams - 1)] for nummer in volgorde[begin : begin + _PER_KEER]]
        rijen = list(_make_rijen(deel, new_id, toeval, nu))
        with db.engine.execution_options(schrijft=True).begin() as verbinding:
            for plaats, tabel in enumerate((sleutel, casus, betrokkene)):
                verbinding.execute(insert(tabel), [rij[plaats] for rij in rijen])
        db.session.remove()  # with the keys that were kept for it


def _insert_teams(
    verbinding: Connection, aantal: int, eigenaar_id: str, new_id: Callable[[], Id], nu: datetime
) -> list[tuple[str, str]]:
    plekken: list[tuple[str, str]] = [(new_id(), eigenaar_id if nummer == 0 else new_id()) for nummer in range(aantal)]
    verbinding.execute(insert(team), [{"id": t, "naam": f"Team {t[:8]}", "gemaakt_op": nu} for t, _ in plekken])
    anderen = [
        {"id": m, "email": f"{m}@team.test", "naam": "Werker", "wachtwoord": "-", "is_demo": False, "gemaakt_op": nu}
        for _, m in plekken[1:]
    ]
    if anderen:
        verbinding.execute(insert(medewerker), anderen)
    verbinding.execute(
        insert(teamlid),
        [{"medewerker_id": m, "team_id": t, "rol": Rol.WERKER.value, "sinds": nu} for t, m in plekken],
    )
    return plekken


def _make_rijen(
    plekken: list[tuple[str, str]], new_id: Callable[[], Id], toeval: Random, nu: datetime
) -> Iterator[tuple[dict[str, object], dict[str, object], dict[str, object]]]:
    kek_id = fetch_actieve_kek()
    kek = get_bos().read(kek_id)
    for team_id, medewerker_id in plekken:
        op = nu - timedelta(minutes=toeval.randrange(1_000_000))
        naam = f"{toeval.choice(_NAMEN)} {toeval.randrange(1000)}"
        nieuw = Casus(id=new_id(), soort=Soort.ECHT, naam=naam, kanaal=Kanaal.EROPAF, gemaakt_op=op)
        gewikkeld = wrap(nieuw.id, kek, new_dek())
        keep_dek(nieuw.id, kek_id, gewikkeld)
        regel = make_lijstregel(nieuw, (), ())
        yield (
            {"eigenaar_id": nieuw.id, "soort": "casus", "kek_id": kek_id, "gewikkeld": gewikkeld},
            {
                "id": nieuw.id,
                "soort": nieuw.soort.value,
                "versie": 1,
                "gemaakt_op": op,
                "laatste_contact_op": op,
                "te_ordenen": 0,
                "team_id": team_id,
                "inhoud": close_inhoud(nieuw.id, "casus", "inhoud", nieuw.id, 1, to_plain(nieuw)),
                "lijstregel": close_inhoud(nieuw.id, "casus", "lijstregel", nieuw.id, 1, to_plain(regel)),
                "lijstversie": 1,
            },
            {
                "casus_id": nieuw.id,
                "medewerker_id": medewerker_id,
                "betrokkenheid": Betrokkenheid.EIGENAAR.value,
                "sinds": op,
            },
        )
