"""Practising on a story: where somebody is in it, and looking back without a grade.

Own notities lie beside what experienced workers wrote down of the same story. That something is alike is found by words
that both have; it never says that something is wrong. The three mirrors count, in words, what stands in the own notities.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from leefgebieden.content.model import Kaart, Keerpunt, Oefening
from leefgebieden.domain.antwoord import Antwoord
from leefgebieden.domain.notitie import Notitie, VanWie, Wat, write_herkomst
from leefgebieden.domain.tekst import search_form

STAMLENGTE = 6
"""So many letters of a word count: "pizzadozen" and "pizzadoos" are alike."""
LETTERLIJK = 80
"""A shorter piece may well be said in the same words."""
ZELDZAAM = 1
"""A word that stands in so many of their notities says by itself what it is about."""
BIJNA_HEEL = 0.6
DICHTBIJ = 0.5
"""What has no more than this part of the words in common of the one that has most, is left out."""
_EINDEN = ("en", "t", "e", "s")
_WOORD = re.compile(r"[a-z]+")
# words that say nothing of what a notitie is about
_LEEG = frozenset(
    "aan al alle alleen allemaal als andere ben bij binnen daar daarom dan dat de deze die dit doe doen doet door dus "
    "echt een eens eerder eigen elk elke en er erg ervan even gaan gaat geen gegeven geven haar had heb hebben heeft heel "
    "heet hem hen het hier hij hoe hun ieder iemand iets ik in is ja je jou jullie kan keer kom komt kort kunnen laat laatste "
    "later lijkt maar man meer men met mijn misschien moet na naar nee niemand niet niets nog nu of om omdat ons onze ook op "
    "over samen staan staat steeds te tegen toch toen tot uit van veel volgens vond voor vraag waar waarom want was wat we "
    "weer weet wel weten wie wij wil willen word worden wordt ze zeg zegt zei zelf zich zie ziet zij zijn zo zoals zou zich "
    "mensen dingen gezegd keren vindt vertelt vertelde voelt jaar jaren goed gezien".split()
)


@dataclass(frozen=True)
class Herkend:
    """An own notitie with the notities of experienced workers that it has words in common with, and those words."""

    notitie: Notitie
    ook: tuple[Notitie, ...]
    woorden: tuple[str, ...]
    keuzes: tuple[str, ...] = ()
    """What both chose at it, beside the one that has most in common."""


@dataclass(frozen=True)
class Spiegels:
    """Three mirrors. Counts of own notities; `gebieden` are names of leefgebieden about which nothing was written."""

    kracht: int
    lastig: int
    zelf: int
    gezien: int
    gehoord: int
    gedachte: int
    zonder_stem: int
    gebieden: tuple[str, ...]
    deelgebieden: tuple[str, ...]


@dataclass(frozen=True)
class Terugblik:
    """Everything of looking back."""

    herkend: tuple[Herkend, ...]
    ook_er: tuple[Notitie, ...]
    """What experienced workers wrote down and is in none of the own notities."""
    spiegels: Spiegels


def list_stammen(tekst: str, *, zonder: str = "") -> dict[str, str]:
    """The words of a text that say something, by their first letters, each with the word as it first stood there.

    `zonder` holds words that say nothing here.
    """
    stammen: dict[str, str] = {}
    leeg = _LEEG.union(_WOORD.findall(search_form(zonder)))
    for woord in _WOORD.findall(search_form(tekst)):
        if woord not in leeg and len(woord) > 2:
            stammen.setdefault(_stem(woord), woord)
    return stammen


def _stem(woord: str) -> str:
    """The first letters, without the end of a verb or a plural: "werkt" and "werk", "klikken" and "klikt"."""
    for einde in _EINDEN:
        if woord.endswith(einde) and len(woord) - len(einde) > 3:
            woord = woord.removesuffix(einde)
            break
    if woord[-1] == woord[-2]:
        woord = woord[:-1]
    return woord[:STAMLENGTE]


def match_notities(eigen: Sequence[Notitie], voorbeeld: Sequence[Notitie], naam: str) -> tuple[Herkend, ...]:
    """Which notities of experienced workers each own notitie has words in common with.

    Two words in common, or one that stands in no other of theirs. The words are given with it, so that it can be seen why.
    `naam` is of whom all of it is about: it tells nothing.
    """
    stammen = {een.id: list_stammen(een.tekst, zonder=naam) for een in voorbeeld}
    hoe_vaak = Counter(stam for van_een in stammen.values() for stam in van_een)

    def match(notitie: Notitie) -> Herkend:
        mijn = list_stammen(notitie.tekst, zonder=naam)
        samen = {een.id: [stam for stam in mijn if stam in stammen[een.id]] for een in voorbeeld}
        gewicht = {
            wie: sum(1 / hoe_vaak[stam] for stam in delen)
            for wie, delen in samen.items()
            if len(delen) > 1 or any(hoe_vaak[stam] <= ZELDZAAM for stam in delen)
        }
        # what has much less in common than the one that has most is about something else, unless it is there nearly whole
        genoeg = max(gewicht.values(), default=0) * DICHTBIJ
        ook = [
            een
            for een in voorbeeld
            if een.id in gewicht
            and (gewicht[een.id] > genoeg or len(samen[een.id]) >= BIJNA_HEEL * len(stammen[een.id]))
        ]
        ook.sort(key=lambda een: -gewicht[een.id])
        woorden = dict.fromkeys(mijn[stam] for een in ook for stam in samen[een.id])
        return Herkend(notitie, tuple(ook), tuple(woorden))

    return tuple(match(notitie) for notitie in eigen)


def list_from_story(eigen: Iterable[Notitie], oefening: Oefening) -> frozenset[str]:
    """The ids of notities of some length that stand so in the story: taken over, and not said by somebody himself."""
    alles = " ".join(_flatten(alinea) for stuk in oefening.fragmenten for alinea in stuk.alineas)
    return frozenset(een.id for een in eigen if len(plat := _flatten(een.tekst)) > LETTERLIJK and plat in alles)


def _flatten(tekst: str) -> str:
    return " ".join(search_form(tekst).split())


def look_back(eigen: Sequence[Notitie], voorbeeld: Sequence[Notitie], naam: str, kaart: Kaart) -> Terugblik:
    """Lay the own notities beside those of experienced workers. `voorbeeld`: those that have a place on the card."""
    herkend = tuple(
        replace(een, keuzes=compare_keuzes(een.notitie, een.ook[0], kaart)) if een.ook else een
        for een in match_notities(eigen, voorbeeld, naam)
    )
    gevonden = {een.id for van_een in herkend for een in van_een.ook}
    return Terugblik(herkend, tuple(een for een in voorbeeld if een.id not in gevonden), hold_up_mirrors(eigen, kaart))


def compare_keuzes(eigen: Notitie, ander: Notitie, kaart: Kaart) -> tuple[str, ...]:
    """What both chose at the same thing, and what they chose differently: as a finding or a question, never as right or wrong."""
    zinnen = [
        _compare(_list_wat(eigen), _list_wat(ander), "Jullie zien allebei {}.", "Kan het allebei zijn?"),
        _compare(write_herkomst(eigen), write_herkomst(ander), "Jullie schrijven allebei: {}.", "Hoe wist je het?"),
        _compare(
            _list_plaatsen(eigen, kaart),
            _list_plaatsen(ander, kaart),
            "Jullie leggen het allebei bij {}.",
            "Past dat ook?",
        ),
    ]
    return tuple(zin for zin in zinnen if zin)


def _compare(eigen: Sequence[str], ander: Sequence[str], samen: str, vraag: str) -> str:
    gelijk = [woord for woord in eigen if woord in ander]
    if gelijk:
        return samen.format(" en ".join(gelijk))
    if eigen and ander:
        return f"Jij: {' en '.join(eigen)}. De ander: {' en '.join(ander)}. {vraag}"
    if ander:
        return f"De ander schreef erbij: {' en '.join(ander)}. Zie jij dat ook?"
    return f"Jij schreef erbij: {' en '.join(eigen)}. De ander liet dat open." if eigen else ""


def _list_wat(notitie: Notitie) -> list[str]:
    return [woord for woord, is_zo in (("kracht", notitie.is_kracht), ("lastig", notitie.is_lastig)) if is_zo]


def _list_plaatsen(notitie: Notitie, kaart: Kaart) -> list[str]:
    return [kaart.naam_of(plaats).lower() for plaats in notitie.plaatsen if kaart.is_plaats(plaats)]


def hold_up_mirrors(eigen: Sequence[Notitie], kaart: Kaart) -> Spiegels:
    """Count what stands in the labels of the own notities: each notitie counts once in each mirror that it has a label for."""
    gedachten = [een for een in eigen if VanWie.GEZIEN in een.van_wie and Wat.VERKLAART in een.wat]
    geplaatst = {plaats for een in eigen for plaats in een.plaatsen}
    gebieden = {kaart.leefgebied_of(plaats).key for plaats in geplaatst if kaart.is_plaats(plaats)}
    return Spiegels(
        kracht=sum(Wat.KRACHT in een.wat for een in eigen),
        lastig=sum(Wat.LASTIG in een.wat for een in eigen),
        zelf=sum(VanWie.ZELF in een.van_wie for een in eigen),
        gezien=sum(VanWie.GEZIEN in een.van_wie for een in eigen) - len(gedachten),
        gehoord=sum(VanWie.ANDER in een.van_wie for een in eigen),
        gedachte=len(gedachten),
        zonder_stem=sum(not een.van_wie for een in eigen),
        gebieden=tuple(gebied.naam for gebied in kaart.leefgebieden if gebied.key not in gebieden),
        deelgebieden=tuple(
            deel.naam
            for gebied in kaart.leefgebieden
            if gebied.key in gebieden
            for deel in gebied.deelgebieden
            if deel.key not in geplaatst
        ),
    )


def group_antwoorden(antwoorden: Iterable[Antwoord]) -> Mapping[str, tuple[Antwoord, ...]]:
    """The answers by turning point, the first one first: the last is what somebody thinks now."""
    per_punt: dict[str, tuple[Antwoord, ...]] = {}
    for een in sorted(antwoorden, key=lambda antwoord: antwoord.op):
        per_punt[een.keerpunt] = (*per_punt.get(een.keerpunt, ()), een)
    return per_punt


def find_keerpunt(oefening: Oefening, key: str) -> Keerpunt | None:
    """The turning point with this key."""
    return next((punt for punt in oefening.keerpunten if punt.key == key), None)


def find_volgend_keerpunt(oefening: Oefening, key: str) -> Keerpunt | None:
    """The turning point after this one; None after the last."""
    keys = [punt.key for punt in oefening.keerpunten]
    plek = keys.index(key) + 1
    return oefening.keerpunten[plek] if plek < len(keys) else None
