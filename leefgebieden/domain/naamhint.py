"""A name of somebody else in a notitie: perhaps it stands with the wrong person. A hint afterwards, never a block.

It must not cry wolf, for then nobody reads it. So a name counts as a whole word of three letters or more, and one word only
with the capital of a name: "wil" and "roos" stand in every second notitie. Where a capital tells nothing, at the beginning of
a sentence, a name that is an ordinary word as well does not count. A name that belongs to this person's own story (his own,
somebody around him, a worker) is taken for that one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from leefgebieden.domain.lijstregel import Lijstregel
from leefgebieden.domain.namen import begins_zin, is_rol
from leefgebieden.domain.tekst import plain_form, search_form

LETTERS_MINSTENS = 3
HOOGUIT = 3
"""Who names more people at once is told of these, and knows."""
_WOORD = re.compile(r"[^\W_](?:[\w'’-]*[^\W_])?['’]?")
_BEZIT = re.compile(r"(?<=\w)['’]s?$|(?<=\w{5})s$")
"""Karel's, Frans', Karels; not Hans, for that is not of Han."""
_GEWOON = frozenset(
    """
    april augustus bakker bas beer bloem boer boom bos brouwer bruin dekker eerst engel fijn goed groen groot hart herder
    hoop jager jan joy juli juni klein koning kok kort kramer kuiper lang lente lief lies lieve lot maan mees mei merel
    mooi mulder pit prins puck puk regen roos sam schipper slager smit ster storm timmerman ton tuinman valk vink visser
    vos vrij wever wil winter wit wolf zomer zon zwart
    """.split()
)


@dataclass(frozen=True)
class _Woord:
    vorm: str
    """In search form."""
    bezit: str
    """The same without what makes it somebody's."""
    met_hoofdletter: bool
    begint_zin: bool


def find_genoemden(tekst: str, lijst: Iterable[tuple[str, Lijstregel]], bekenden: Iterable[str] = ()) -> list[str]:
    """The ids of the people on this list whose name stands in `tekst`. A name that is also one of `bekenden` is not theirs."""
    woorden = _split(tekst)
    plekken: dict[str, list[int]] = {}
    for plek, woord in enumerate(woorden):
        for vorm in {woord.vorm, woord.bezit}:
            plekken.setdefault(vorm, []).append(plek)
    bekend = {vorm for naam in bekenden for woord in _split(naam) for vorm in (woord.vorm, woord.bezit)}
    return [
        casus_id
        for casus_id, regel in lijst
        if any(
            _is_naam(woorden, plek, naam)
            for naam in _list_namen(regel)
            if not bekend.issuperset(naam)
            for plek in plekken.get(naam[-1], ())
        )
    ]


def _list_namen(regel: Lijstregel) -> list[tuple[str, ...]]:
    """Each name as its words in search form: whole, and of a long one also the first word that tells who it is."""
    namen = []
    for naam in dict.fromkeys((regel.noemnaam, regel.naam, regel.schuilnaam)):
        delen = _split(naam)
        eerste = next((woord.vorm for woord in delen if woord.met_hoofdletter and not is_rol(woord.vorm)), "")
        namen += [tuple(woord.vorm for woord in delen), (eerste,)]
    # "de buurman" is nobody's name alone
    return [naam for naam in namen if sum(map(len, naam)) >= LETTERS_MINSTENS and not all(map(is_rol, naam))]


def _is_naam(woorden: list[_Woord], plek: int, naam: tuple[str, ...]) -> bool:
    """Whether this name ends at this place, where its last word stands."""
    if len(naam) > 1:
        begin = plek + 1 - len(naam)
        return begin >= 0 and naam[:-1] == tuple(woord.vorm for woord in woorden[begin:plek])
    woord = woorden[plek]
    return woord.met_hoofdletter and not (woord.begint_zin and naam[0] in _GEWOON)


def _split(tekst: str) -> list[_Woord]:
    gewoon = plain_form(tekst)
    woorden = []
    for gevonden in _WOORD.finditer(gewoon):
        vorm = search_form(gevonden[0]).rstrip("'’")
        woorden.append(
            _Woord(
                vorm=vorm,
                bezit=_BEZIT.sub("", vorm),
                # a script without capitals has none to miss
                met_hoofdletter=not gevonden[0][0].islower(),
                begint_zin=begins_zin(gewoon, gevonden.start()),
            )
        )
    return woorden
