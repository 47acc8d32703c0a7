"""How a contact is drawn: a strong one double, a weak one thin, a tense one with teeth, a broken one with two bars, and dashes
only for what is not known. The style says it without colour, so that grey paper says the same.
"""

from collections.abc import Sequence

from leefgebieden.domain.netwerk import Band
from leefgebieden.domain.tekening import Kleur, Lijn, Punt, cut_lijn, measure_lengte, move_along, shift_lijn

TAND, UITSLAG = 1.9, 1.0
"""Half a tooth along the line, and how far it goes to each side (mm)."""
_NAAST, _GAT, _STREEP = 0.5, 1.1, 1.6


def draw_contact(punten: Sequence[Punt], contact: Band, van: str = "") -> tuple[Lijn, ...]:
    """A line of contact through these points, from the person outwards."""
    if contact is Band.STERK:
        return tuple(Lijn(shift_lijn(punten, opzij), 0.5, van=van) for opzij in (-_NAAST, _NAAST))
    if contact is Band.GESPANNEN:
        return (Lijn(_bend_tanden(punten), 0.45, van=van),)
    if contact is Band.VERBROKEN:
        return _break(punten, van)
    if contact is Band.ONBEKEND:
        return (Lijn(tuple(punten), 0.4, (1.4, 1.1), Kleur.ZACHT, van),)
    return (Lijn(tuple(punten), 0.35, van=van),)


def _bend_tanden(punten: Sequence[Punt]) -> tuple[Punt, ...]:
    lengte = measure_lengte(punten)
    tanden = int((lengte - 1.2) / TAND)
    if tanden < 2:
        return tuple(punten)
    begin = (lengte - tanden * TAND) / 2
    gebogen = [punten[0]]
    for nr in range(tanden + 1):
        (x, y), (rx, ry) = move_along(punten, begin + nr * TAND)
        uit = 0.0 if nr in (0, tanden) else UITSLAG * (1 if nr % 2 else -1)
        gebogen.append((x - ry * uit, y + rx * uit))
    return (*gebogen, punten[-1])


def _break(punten: Sequence[Punt], van: str) -> tuple[Lijn, ...]:
    lengte = measure_lengte(punten)
    midden, gat = lengte / 2, min(_GAT, lengte / 6)
    delen = [
        Lijn(cut_lijn(punten, 0, midden - gat), 0.4, van=van),
        Lijn(cut_lijn(punten, midden + gat, lengte), 0.4, van=van),
    ]
    for plek in (midden - gat, midden + gat):
        (x, y), (rx, ry) = move_along(punten, plek)
        bar = ((x - ry * _STREEP, y + rx * _STREEP), (x + ry * _STREEP, y - rx * _STREEP))
        delen.append(Lijn(bar, 0.5, van=van))
    return tuple(delen)
