"""The exchange format `leefgebieden-casus/1`: one JSON object that carries a whole casus (gegevens.md).

Export, import and export again give the same bytes. A wrong file is refused as a whole, and the message names the place.
"""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NoReturn

from leefgebieden.content.model import Content
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.reactie import Over
from leefgebieden.domain.toen import Toen, check_toen
from leefgebieden.domain.vorm import Vormfout, describe_vorm, from_plain, to_plain

FORMAAT = "leefgebieden-casus/1"
BESTAND_MAX_BYTES = 20_000_000
DIEPTE_HOOGUIT = 20
MET_ID = (
    "gesprekken",
    "notities",
    "openvragen",
    "netwerk",
    "afspraken",
    "samenvattingen",
    "toestemmingen",
    "besprekingen",
    "bijdragen",
    "besluiten",
    "antwoorden",
    "navragen",
)
"""The parts of which every piece has an id of its own."""


def write_casusbestand(hele: HeleCasus) -> bytes:
    """The casus as bytes of an exchange file: UTF-8, keys in order, two spaces, ends with a newline."""
    return (json.dumps({"formaat": FORMAAT, **to_plain(hele)}, ensure_ascii=False, indent=2) + "\n").encode()


def read_casusbestand(inhoud: bytes, content: Content) -> HeleCasus:
    """The casus in an exchange file. Raises Vormfout naming the place: shape, unknown key, unknown plaats, vraag or gesprek."""
    ruw = _parse(inhoud)
    if ruw.pop("formaat", None) != FORMAAT:
        raise Vormfout("formaat", f'hier moet "{FORMAAT}" staan')
    hele = from_plain(HeleCasus, ruw)
    _check_verwijzingen(hele, content)
    # their order is that of time, and is not kept apart
    return replace(hele, reacties=tuple(sorted(hele.reacties, key=lambda reactie: (reactie.op, reactie.id))))


def describe_casusbestand() -> dict[str, Any]:
    """The JSON Schema of the format."""
    vorm = describe_vorm(HeleCasus)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAAT,
        **vorm,
        "properties": {"formaat": {"const": FORMAAT}, **vorm["properties"]},
        "required": ["formaat", *vorm["required"]],
    }


def _parse(inhoud: bytes) -> dict[str, Any]:
    if len(inhoud) > BESTAND_MAX_BYTES:
        raise Vormfout("", f"het bestand is groter dan {BESTAND_MAX_BYTES // 1_000_000} MB")
    try:
        tekst = inhoud.decode("utf-8")
    except UnicodeDecodeError as fout:
        raise Vormfout("", f"het bestand is geen UTF-8 (byte {fout.start})") from None
    if _depth_of(tekst) > DIEPTE_HOOGUIT:
        raise Vormfout("", "het bestand is te diep genest")
    try:
        ruw = json.loads(
            tekst, object_pairs_hook=_refuse_double_keys, parse_constant=_refuse_constant, parse_float=_refuse_constant
        )
    except json.JSONDecodeError as fout:
        raise Vormfout(f"regel {fout.lineno}, teken {fout.colno}", "dit is geen goede JSON") from None
    except ValueError as fout:
        # json.loads refuses integers of thousands of digits with a bare ValueError
        raise fout if isinstance(fout, Vormfout) else Vormfout("", "er staat een te groot getal in") from None
    if not isinstance(ruw, dict):
        raise Vormfout("", "het bestand moet één JSON-object zijn")
    return ruw


def _depth_of(tekst: str) -> int:
    """How deep the brackets go, strings left out: json.loads would hit the recursion limit."""
    diepte = hoogste = 0
    in_tekst = ontsnapt = False
    for teken in tekst:
        if in_tekst:
            if ontsnapt:
                ontsnapt = False
            elif teken == "\\":
                ontsnapt = True
            elif teken == '"':
                in_tekst = False
        elif teken == '"':
            in_tekst = True
        elif teken in "[{":
            diepte += 1
            hoogste = max(hoogste, diepte)
            if hoogste > DIEPTE_HOOGUIT:
                return hoogste
        elif teken in "]}":
            diepte -= 1
    return hoogste


def _refuse_double_keys(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    gelezen = dict(paren)
    if len(gelezen) != len(paren):
        sleutels = [sleutel for sleutel, _ in paren]
        dubbel = next(sleutel for sleutel in sleutels if sleutels.count(sleutel) > 1)
        raise Vormfout(dubbel, "deze sleutel staat er twee keer")
    return gelezen


def _refuse_constant(waarde: str) -> NoReturn:
    raise Vormfout(waarde, "dit getal kan hier niet staan")


def _check_verwijzingen(hele: HeleCasus, content: Content) -> None:
    gesprekken = {gesprek.id for gesprek in hele.gesprekken}
    for nr, notitie in enumerate(hele.notities):
        for plek, plaats in enumerate(notitie.plaatsen):
            _check_plaats(plaats, f"notities[{nr}].plaatsen[{plek}]", content)
        for versie_nr, versie in enumerate(notitie.versies):
            for plek, plaats in enumerate(versie.plaatsen):
                _check_plaats(plaats, f"notities[{nr}].versies[{versie_nr}].plaatsen[{plek}]", content)
        _check_vraag(notitie.vraag, f"notities[{nr}].vraag", content)
        _check_toen(notitie.toen, f"notities[{nr}].toen")
        for versie_nr, versie in enumerate(notitie.versies):
            _check_toen(versie.toen, f"notities[{nr}].versies[{versie_nr}].toen")
        if notitie.gesprek is not None and notitie.gesprek not in gesprekken:
            raise Vormfout(f"notities[{nr}].gesprek", "dit gesprek staat niet in het bestand")
    for nr, openvraag in enumerate(hele.openvragen):
        _check_vraag(openvraag.vraag, f"openvragen[{nr}].vraag", content)
    for nr, stand in enumerate(hele.standen):
        if stand.deelgebied not in content.kaart.deelgebieden:
            raise Vormfout(f"standen[{nr}].deelgebied", f"dit deelgebied is niet bekend: {stand.deelgebied[:60]}")
    _check_verwantschap(hele)
    _check_overleg(hele)
    _check_navragen(hele)
    _check_enkel("standen", [stand.deelgebied for stand in hele.standen])
    for nr, reactie in enumerate(hele.reacties):
        if reactie.over is Over.LEEFGEBIED and not content.kaart.is_plaats(reactie.deel):
            raise Vormfout(f"reacties[{nr}].deel", f"dit leefgebied is niet bekend: {reactie.deel[:60]}")
    for sleutel in (*MET_ID, "reacties"):
        _check_enkel(sleutel, [stuk.id for stuk in getattr(hele, sleutel)])


def _check_plaats(plaats: str, waar: str, content: Content) -> None:
    if not content.kaart.is_plaats(plaats):
        raise Vormfout(waar, f"dit leefgebied of deelgebied is niet bekend: {plaats[:60]}")


def _check_toen(toen: Toen | None, waar: str) -> None:
    if toen is not None and (veld := check_toen(toen)):
        raise Vormfout(
            f"{waar}.{veld}", "hier hoort een jaar, maand of dag te staan, zoals 2025, 2025-12 of 2025-12-03"
        )


def _check_vraag(vraag: str, waar: str, content: Content) -> None:
    if vraag and vraag not in content.vragen:
        raise Vormfout(waar, f"deze vraag is niet bekend: {vraag[:60]}")


def _check_verwantschap(hele: HeleCasus) -> None:
    bekend = {lid.id for lid in hele.netwerk} | {"persoon"}
    for nr, band in enumerate(hele.verwantschap):
        for kant in ("van", "naar"):
            if getattr(band, kant) not in bekend:
                raise Vormfout(f"verwantschap[{nr}].{kant}", "deze persoon staat niet in het netwerk")


def _check_overleg(hele: HeleCasus) -> None:
    besprekingen = {bespreking.id for bespreking in hele.besprekingen}
    for sleutel in ("bijdragen", "besluiten"):
        for nr, stuk in enumerate(getattr(hele, sleutel)):
            if stuk.bespreking not in besprekingen:
                raise Vormfout(f"{sleutel}[{nr}].bespreking", "deze bespreking staat niet in het bestand")


def _check_navragen(hele: HeleCasus) -> None:
    notities = {notitie.id for notitie in hele.notities}
    for nr, navraag in enumerate(hele.navragen):
        if navraag.notitie not in notities:
            raise Vormfout(f"navragen[{nr}].notitie", "deze notitie staat niet in het bestand")


def _check_enkel(sleutel: str, waarden: Iterable[str]) -> None:
    gezien: set[str] = set()
    for nr, waarde in enumerate(waarden):
        if waarde in gezien:
            raise Vormfout(f"{sleutel}[{nr}]", "dit staat er twee keer in")
        gezien.add(waarde)
