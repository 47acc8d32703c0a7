"""The checks that a shape alone cannot hold: keys that are unique and well formed, and places that exist."""

import re
from collections.abc import Iterable

from leefgebieden.content.fault import ContentError
from leefgebieden.content.model import (
    INVULPLEKKEN,
    Deelgebied,
    EenvoudigeKaart,
    Fase,
    Instrument,
    Kaart,
    Kanaal,
    Taal,
    Vraag,
    Vragenlijst,
    Woordhint,
)

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RIJ = re.compile(r"[a-z]")
_BLANK = re.compile(r"\[([^\]]*)\]")
_LABELS = ("van_wie", "wanneer", "wat", "verklaart")
_SOORTEN = ("zeggen", "vraag", "afspraak")


def check_kaart(kaart: Kaart, bestand: str) -> None:
    """Keys well formed and used once, leefgebieden and deelgebieden together; labels and begrippen once."""
    keys: list[tuple[str, str]] = []
    for number, leefgebied in enumerate(kaart.leefgebieden):
        place = f"leefgebieden[{number}]"
        keys.append((f"{place}.key", leefgebied.key))
        for below, deelgebied in enumerate(leefgebied.deelgebieden):
            keys.append((f"{place}.deelgebieden[{below}].key", deelgebied.key))
            _check_deelgebied(deelgebied, bestand, f"{place}.deelgebieden[{below}]")
    for place, key in keys:
        _check_key(key, bestand, place)
    _check_once(keys, bestand)
    labels = [(f"kruisvragen[{number}].label", vraag.label) for number, vraag in enumerate(kaart.kruisvragen)]
    _check_known(labels, _LABELS, bestand)
    _check_once(labels, bestand)
    _check_once(
        ((f"begrippen[{number}].afkorting", begrip.afkorting) for number, begrip in enumerate(kaart.begrippen)),
        bestand,
    )


def _check_deelgebied(deelgebied: Deelgebied, bestand: str, place: str) -> None:
    if deelgebied.gevoelig and not deelgebied.gevoelig_uitleg:
        raise ContentError(bestand, f"{place}.gevoelig_uitleg ontbreekt, want gevoelig is true")
    if deelgebied.gevoelig_uitleg and not deelgebied.gevoelig:
        raise ContentError(bestand, f"{place}.gevoelig moet true zijn, want er is een gevoelig_uitleg")
    if deelgebied.spoed and not any(deelgebied.spoed in punt for punt in deelgebied.aandachtspunten):
        raise ContentError(bestand, f'{place}.spoed: "{deelgebied.spoed}" staat niet bij de aandachtspunten')


def check_instrument(instrument: Instrument, key: str, bestand: str) -> None:
    """The file is called after its key; the keys of its parts are well formed and used once."""
    if instrument.key != key:
        raise ContentError(bestand, f'key moet "{key}" zijn, zoals het bestand heet')
    _check_key(key, bestand, "key")
    keys = [(f"onderdelen[{number}].key", deel.key) for number, deel in enumerate(instrument.onderdelen)]
    for place, deel_key in keys:
        _check_key(deel_key, bestand, place)
    _check_once(keys, bestand)


def check_talen(talen: tuple[Taal, ...], bestand: str) -> None:
    """Each language once, and Dutch among them."""
    keys = [(f"talen[{number}].key", taal.key) for number, taal in enumerate(talen)]
    for place, key in keys:
        _check_key(key, bestand, place)
    _check_once(keys, bestand)
    if "nl" not in {taal.key for taal in talen}:
        raise ContentError(bestand, 'talen: "nl" ontbreekt')


def check_eenvoudige_kaart(eenvoudig: EenvoudigeKaart, kaart: Kaart, bestand: str) -> None:
    """Every plaats of the full card stands in the simple card exactly once, and no other does."""
    keys = [(f"gebieden[{number}].key", gebied.key) for number, gebied in enumerate(eenvoudig.gebieden)]
    for place, key in keys:
        _check_key(key, bestand, place)
    _check_once(keys, bestand)
    plaatsen = [
        (f"gebieden[{number}].plaatsen[{below}]", plaats)
        for number, gebied in enumerate(eenvoudig.gebieden)
        for below, plaats in enumerate(gebied.plaatsen)
    ]
    plaatsen += [(f"rest_plaatsen[{number}]", plaats) for number, plaats in enumerate(eenvoudig.rest_plaatsen)]
    for place, plaats in plaatsen:
        if not kaart.is_plaats(plaats):
            raise ContentError(bestand, f'{place}: "{plaats}" staat niet op de kaart')
    _check_once(plaatsen, bestand)
    placed = {plaats for _, plaats in plaatsen}
    for plaats in (*kaart.by_key, *kaart.deelgebieden):
        if plaats not in placed:
            raise ContentError(
                bestand, f'rest_plaatsen: "{plaats}" ontbreekt; zet het in een gebied of in rest_plaatsen'
            )


def check_vragenlijst(lijst: Vragenlijst, kanaal: Kanaal, bestand: str) -> None:
    """The kanaal of its file; keys unique and made of their place in it; only blanks that a team can fill."""
    if lijst.kanaal is not kanaal:
        raise ContentError(bestand, f'kanaal: "{lijst.kanaal}" hoort niet in dit bestand, wel "{kanaal}"')
    if lijst.termijn_dagen is not None and lijst.termijn_dagen < 1:
        raise ContentError(bestand, "termijn_dagen moet 1 of meer zijn")
    fasen = [(f"fasen[{number}].key", fase.key) for number, fase in enumerate(lijst.fasen)]
    for place, key in fasen:
        _check_key(key, bestand, place)
    _check_once(fasen, bestand)
    vragen: list[tuple[str, str]] = []
    for number, fase in enumerate(lijst.fasen):
        for below, vraag in enumerate(fase.vragen):
            place = f"fasen[{number}].vragen[{below}]"
            _check_vraag(vraag, kanaal, fase, bestand, place)
            vragen.append((f"{place}.key", vraag.key))
    _check_once(vragen, bestand)


def _check_vraag(vraag: Vraag, kanaal: Kanaal, fase: Fase, bestand: str, place: str) -> None:
    start = f"{kanaal}.{fase.key}."
    if not (vraag.key.startswith(start) and _RIJ.fullmatch(vraag.key.removeprefix(start))):
        raise ContentError(bestand, f'{place}.key: "{vraag.key}" moet "{start}" zijn en dan één letter')
    _check_known([(f"{place}.soort", vraag.soort)], _SOORTEN, bestand)
    for blank in _BLANK.findall(vraag.tekst):
        if blank not in INVULPLEKKEN:
            raise ContentError(bestand, f"{place}.tekst: [{blank}] is onbekend; kies uit {', '.join(INVULPLEKKEN)}")


def check_woordhints(hints: Iterable[Woordhint], bestand: str) -> None:
    """No word twice, whatever its case."""
    _check_once(((f"woordhints[{number}].woord", hint.woord.casefold()) for number, hint in enumerate(hints)), bestand)


def _check_key(key: str, bestand: str, place: str) -> None:
    if not _KEY.fullmatch(key):
        raise ContentError(bestand, f'{place}: "{key}" mag alleen kleine letters, cijfers en streepjes hebben')


def _check_known(values: Iterable[tuple[str, str]], choices: tuple[str, ...], bestand: str) -> None:
    for place, value in values:
        if value not in choices:
            raise ContentError(bestand, f"{place} moet een van deze zijn: {', '.join(choices)}")


def _check_once(values: Iterable[tuple[str, str]], bestand: str) -> None:
    """Refuse the second of two equal values; each comes with its place."""
    first: dict[str, str] = {}
    for place, value in values:
        if value in first:
            raise ContentError(bestand, f'{place}: "{value}" staat ook al bij {first[value]}')
        first[value] = place
