"""What of a notitie may stand on paper, where, and in which words."""

from leefgebieden.content.model import Kaart, Leefgebied
from leefgebieden.domain.notitie import KORTE_ZIN_HOOGUIT, Notitie, OpA4
from leefgebieden.domain.tekst import to_one_line

AANHALINGSTEKENS = "„“”\"‘’' "


def may_stand(notitie: Notitie) -> bool:
    """Never what is afgeschermd; what is about somebody else only when the worker put it there."""
    if notitie.afgeschermd or notitie.op_a4 is OpA4.NEE:
        return False
    return not notitie.over_ander or notitie.op_a4 is OpA4.JA


def write_zin(notitie: Notitie) -> str | None:
    """The one line that stands for a notitie on paper, at most 90 characters; None when it is too long for paper."""
    if notitie.korte_zin.strip():
        return to_one_line(notitie.korte_zin)
    # a notitie may hold a megabyte: look at its beginning before all of it
    if len(to_one_line(notitie.tekst[: 10 * KORTE_ZIN_HOOGUIT])) > KORTE_ZIN_HOOGUIT:
        return None
    zin = to_one_line(notitie.tekst)
    return zin if len(zin) <= KORTE_ZIN_HOOGUIT else None


def strip_aanhaling(woorden: str) -> str:
    return woorden.strip(AANHALINGSTEKENS) or woorden


def find_notitie(notities: list[Notitie], woorden: str) -> Notitie | None:
    """The notitie that is said in these very words. A kracht stays in the mirror as well: it is never moved away."""
    if not woorden:
        return None
    gezocht = strip_aanhaling(woorden)
    for notitie in notities:
        if not notitie.is_kracht and len(notitie.tekst) <= 10 * len(woorden) + KORTE_ZIN_HOOGUIT:
            zinnen = (to_one_line(notitie.tekst), to_one_line(notitie.korte_zin))
            if any(zin and strip_aanhaling(zin) == gezocht for zin in zinnen):
                return notitie
    return None


def find_leefgebied(notitie: Notitie, kaart: Kaart) -> Leefgebied | None:
    """Where a notitie stands on the A4: in the leefgebied of its first plaats."""
    return next((kaart.leefgebied_of(plaats) for plaats in notitie.plaatsen if kaart.is_plaats(plaats)), None)
