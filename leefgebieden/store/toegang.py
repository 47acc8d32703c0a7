"""Where a medewerker stands towards a casus, asked in one statement."""

from collections import defaultdict
from typing import Any

from sqlalchemy import (
    BindParameter,
    Date,
    Select,
    String,
    and_,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from leefgebieden.domain.casus import Soort
from leefgebieden.domain.toegang import Betrokkenheid, Periode, Positie, Rol
from leefgebieden.store.db import db
from leefgebieden.store.tables import (
    betrokkene,
    casus,
    medewerker_rol,
    noodtoegang,
    team,
    teamlid,
    vervanging,
)
from leefgebieden.store.tables.basis import Tijdstip


def fetch_positie(casus_id: str, medewerker_id: str) -> Positie | None:
    """The facts that decide what this medewerker may do with this casus; None when there is no such casus."""
    feiten: dict[str, list[Any]] = defaultdict(list)
    for rij in db.session.connection().execute(_FEITEN, {"casus_id": casus_id, "medewerker_id": medewerker_id}):
        feiten[rij.feit].append(rij)
    if not feiten["casus"]:
        return None
    kop = feiten["casus"][0]
    return Positie(
        soort=Soort(kop.waarde),
        betrokkenheid=next((Betrokkenheid(rij.waarde) for rij in feiten["betrokken"]), None),
        rollen_in_team=frozenset(
            Rol(rij.waarde) for rij in feiten["teamlid"] if kop.team_id and rij.team_id == kop.team_id
        ),
        rollen=frozenset(Rol(rij.waarde) for rij in (*feiten["teamlid"], *feiten["rol"])),
        vervangt=tuple(Periode(rij.dag_van, rij.dag_tot, rij.waarde) for rij in feiten["vervangt"]),
        noodtoegang_tot=max((rij.moment for rij in feiten["nood"]), default=None),
        teamgenoten_lezen_mee=kop.moment is not None,
        team_id=kop.team_id,
    )


def _feit(
    feit: str, waarde: Any, *, team_id: Any = None, dag_van: Any = None, dag_tot: Any = None, moment: Any = None
) -> Select[Any]:
    def or_null(kolom: Any, soort: Any) -> Any:
        return cast(null(), soort) if kolom is None else kolom

    return select(
        literal(feit).label("feit"),
        waarde.label("waarde"),
        or_null(team_id, String(36)).label("team_id"),
        or_null(dag_van, Date).label("dag_van"),
        or_null(dag_tot, Date).label("dag_tot"),
        or_null(moment, Tijdstip).label("moment"),
    )


def _select_feiten() -> Any:
    casus_id: BindParameter[str] = bindparam("casus_id")
    medewerker_id: BindParameter[str] = bindparam("medewerker_id")
    eigenaar = and_(
        betrokkene.c.casus_id == casus_id,
        betrokkene.c.betrokkenheid == Betrokkenheid.EIGENAAR.value,
        betrokkene.c.medewerker_id == vervanging.c.eigenaar_id,
    )
    return union_all(
        _feit("casus", casus.c.soort, team_id=casus.c.team_id, moment=team.c.lezen_mee_sinds)
        .select_from(casus.outerjoin(team, team.c.id == casus.c.team_id))
        .where(casus.c.id == casus_id),
        _feit("betrokken", betrokkene.c.betrokkenheid).where(
            betrokkene.c.casus_id == casus_id, betrokkene.c.medewerker_id == medewerker_id
        ),
        _feit("teamlid", teamlid.c.rol, team_id=teamlid.c.team_id).where(teamlid.c.medewerker_id == medewerker_id),
        _feit("rol", medewerker_rol.c.rol).where(medewerker_rol.c.medewerker_id == medewerker_id),
        _feit("vervangt", vervanging.c.eigenaar_id, dag_van=vervanging.c.van, dag_tot=vervanging.c.tot)
        .select_from(vervanging.join(betrokkene, eigenaar))
        .where(vervanging.c.vervanger_id == medewerker_id, vervanging.c.ingetrokken_op.is_(None)),
        _feit("nood", literal(""), moment=func.max(noodtoegang.c.tot))
        .where(noodtoegang.c.casus_id == casus_id, noodtoegang.c.medewerker_id == medewerker_id)
        .having(func.count() > 0),
    )


# built once: every page of a person asks it, and putting it together takes longer than running it
_FEITEN = _select_feiten()


def fetch_rollen(medewerker_id: str) -> frozenset[Rol]:
    """Every rol of a medewerker, in whichever team."""
    rollen = db.session.connection().execute(_ROLLEN_VAN, {"medewerker_id": medewerker_id}).scalars()
    return frozenset(Rol(rol) for rol in rollen)


_ROLLEN_VAN = union_all(
    select(teamlid.c.rol).where(teamlid.c.medewerker_id == bindparam("medewerker_id")),
    select(medewerker_rol.c.rol).where(medewerker_rol.c.medewerker_id == bindparam("medewerker_id")),
)
