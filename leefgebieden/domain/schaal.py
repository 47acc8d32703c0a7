"""The scale question in words: a number says how it is now, and what it takes; it is no score. Never added up or averaged."""

from collections.abc import Iterable
from dataclasses import dataclass

from leefgebieden.domain.datum import MAANDEN, to_dag
from leefgebieden.domain.notitie import Notitie, Schaal, VanWie
from leefgebieden.domain.tekst import search_form

WIE = {VanWie.ZELF: "zegt zelf", VanWie.GEZIEN: "zie ik", VanWie.ANDER: "zegt een ander"}


@dataclass(frozen=True)
class Verloop:
    """How one thing went according to one voice: "van 3 in juni naar 5 in juli", "zegt zelf"."""

    waarover: str
    woorden: str
    wie: str


def write_schaal(schaal: Schaal) -> str:
    """ "een 3, zegt zelf": the number with who gives it."""
    return f"een {schaal.cijfer}, {WIE[schaal.van_wie]}"


def list_verloop(notities: Iterable[Notitie]) -> list[Verloop]:
    """What was given a number more than once by the same voice, in the order in which it was first asked. What is about
    somebody else, or was given one number only, has no line through time.
    """
    reeksen: dict[tuple[str, VanWie], list[Notitie]] = {}
    for notitie in sorted(notities, key=lambda notitie: notitie.gemaakt_op):
        if notitie.schaal is not None and not notitie.over_ander:
            reeksen.setdefault((search_form(notitie.schaal.waarover), notitie.schaal.van_wie), []).append(notitie)
    return [_write_verloop(reeks) for reeks in reeksen.values() if len(reeks) > 1]


def _write_verloop(reeks: list[Notitie]) -> Verloop:
    dagen = [to_dag(notitie.gemaakt_op) for notitie in reeks]
    schalen = [notitie.schaal for notitie in reeks if notitie.schaal is not None]
    # a month is enough, unless two fall in the same one; a year is told where there is more than one
    per_maand = len({(dag.year, dag.month) for dag in dagen}) == len(dagen)
    jaren = len({dag.year for dag in dagen}) > 1
    if len(set(dagen)) == 1:
        cijfers = [str(schaal.cijfer) for schaal in schalen]
        woorden = f"van {', '.join(cijfers[:-1])} naar {cijfers[-1]} op {dagen[0].day} {MAANDEN[dagen[0].month - 1]}"
        return Verloop(schalen[-1].waarover, woorden, WIE[schalen[-1].van_wie])
    punten = [
        f"{schaal.cijfer} {'in' if per_maand else f'op {dag.day}'} {MAANDEN[dag.month - 1]}{f' {dag.year}' if jaren else ''}"
        for schaal, dag in zip(schalen, dagen, strict=True)
    ]
    return Verloop(schalen[-1].waarover, f"van {', '.join(punten[:-1])} naar {punten[-1]}", WIE[schalen[-1].van_wie])
