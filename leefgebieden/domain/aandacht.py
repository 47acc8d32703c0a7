"""What a worker may want to look at before an A4 is made. Nothing here stands in the way of making it."""

from dataclasses import dataclass
from enum import StrEnum

from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.namen import find_overige_namen
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.papier import may_stand, write_zin
from leefgebieden.domain.samenvatting import Samenvatting
from leefgebieden.domain.voet import list_overige_namen
from leefgebieden.domain.vorm import Id


class Plek(StrEnum):
    """Where on the A4 something stands, so that the worker can go and change it."""

    NOTITIE = "notitie"
    EIGEN_WOORDEN = "eigen woorden"
    WAT_WIL = "wat wil"
    LETTEN_OP = "letten op"
    VRAAG = "vraag"
    NETWERK = "netwerk"
    AFSPRAKEN = "afspraken"
    OPENVRAGEN = "openvragen"
    KOP = "kop"


@dataclass(frozen=True)
class Naamplek:
    """A name that may still be on the A4, and the first place where it stands. `notitie` only when that is one."""

    naam: str
    plek: Plek
    notitie: Id | None = None


def find_naamplekken(samenvatting: Samenvatting) -> tuple[Naamplek, ...]:
    """The names that are still on the page, each once."""
    plekken = _list_plekken(samenvatting)
    gevonden = []
    for naam in list_overige_namen(samenvatting):
        waar = next((paar for tekst, *paar in plekken if naam in find_overige_namen(tekst)), [Plek.KOP, None])
        gevonden.append(Naamplek(naam, *waar))
    return tuple(gevonden)


def _list_plekken(s: Samenvatting) -> list[tuple[str, Plek, Id | None]]:
    regels = [regel for gebied in s.gebieden for regel in (*gebied.kracht, *gebied.lastig)]
    plekken: list[tuple[str, Plek, Id | None]] = [
        (s.eigen_woorden, Plek.EIGEN_WOORDEN, None),
        (s.wat_wil, Plek.WAT_WIL, None),
        (s.vraag, Plek.VRAAG, None),
    ]
    plekken += [(f"{punt.kop} {punt.tekst}".strip(), Plek.LETTEN_OP, None) for punt in s.letten_op]
    plekken += [(regel.tekst, Plek.NOTITIE, regel.id) for regel in (*regels, *s.verklaring)]
    plekken += [(tekst, Plek.NETWERK, None) for lid in s.netwerk for tekst in (lid.wie, lid.woord)]
    plekken += [(tekst, Plek.AFSPRAKEN, None) for afspraak in s.afspraken for tekst in (afspraak.wat, afspraak.wie)]
    plekken += [(s.bewaker, Plek.AFSPRAKEN, None), *((vraag, Plek.OPENVRAGEN, None) for vraag in s.openvragen)]
    return plekken


def find_te_lange(hele: HeleCasus) -> tuple[Notitie, ...]:
    """The notities that may stand on paper and are too long for it; a korte zin is the cure."""
    return tuple(notitie for notitie in hele.notities if may_stand(notitie) and write_zin(notitie) is None)
