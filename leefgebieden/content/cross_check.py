"""The checks that a shape alone cannot hold: keys that are unique and well formed, and places that exist."""

import re
from collections.abc import Container, Iterable, Mapping

from leefgebieden.content.fault import ContentError
from leefgebieden.content.model import (
    INVULPLEKKEN,
    Cursus,
    Deelgebied,
    EenvoudigeKaart,
    Fase,
    Instrument,
    Kaart,
    Kanaal,
    Oefening,
    Opbrengst,
    Taal,
    Vraag,
    Vragenlijst,
    Werkvorm,
    Werkvormstap,
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
    _check_named_after(instrument.key, key, bestand)
    _check_keys(((f"onderdelen[{number}].key", deel.key) for number, deel in enumerate(instrument.onderdelen)), bestand)


def check_oefening(
    oefening: Oefening, key: str, bestand: str, *, steunen: Container[str], oefencasussen: Container[str]
) -> None:
    """The file is called after its oefencasus; turning points come after a fragment that is there, each with two views or more."""
    _check_named_after(oefening.key, key, bestand)
    if key not in oefencasussen:
        raise ContentError(bestand, f"key: er is geen oefencasussen/{key}.json")
    for naam in ("fragmenten", "keerpunten"):
        _check_keys(
            ((f"{naam}[{number}].key", deel.key) for number, deel in enumerate(getattr(oefening, naam))), bestand
        )
    fragmenten = {fragment.key for fragment in oefening.fragmenten}
    for number, keerpunt in enumerate(oefening.keerpunten):
        if keerpunt.na not in fragmenten:
            raise ContentError(bestand, f'keerpunten[{number}].na: "{keerpunt.na}" is geen fragment')
        if len(keerpunt.zienswijzen) < 2:
            raise ContentError(bestand, f"keerpunten[{number}].zienswijzen: er horen er minstens twee te zijn")
        for below, wijze in enumerate(keerpunt.zienswijzen):
            if wijze.leunt_op and wijze.leunt_op not in steunen:
                place = f"keerpunten[{number}].zienswijzen[{below}].leunt_op"
                raise ContentError(bestand, f'{place}: "{wijze.leunt_op}" staat op geen kaart')


def check_cursus(
    cursus: Cursus,
    bestand: str,
    *,
    kaarten: Mapping[str, Instrument],
    werkvormen: Container[str],
    verhalen: Container[str],
) -> None:
    """It has a dagdeel at least, and every dagdeel, competence and question points at what there is."""
    if not cursus.dagdelen:
        raise ContentError(bestand, "dagdelen: een cursus heeft minstens één dagdeel")
    _check_keys(((f"dagdelen[{number}].key", dagdeel.key) for number, dagdeel in enumerate(cursus.dagdelen)), bestand)
    for number, dagdeel in enumerate(cursus.dagdelen):
        for veld, bekend in (("kaarten", kaarten), ("werkvormen", werkvormen), ("verhalen", verhalen)):
            for key in getattr(dagdeel, veld):
                if key not in bekend:
                    raise ContentError(bestand, f'dagdelen[{number}].{veld}: "{key}" is er niet')
    delen = {f"{kaart.key}/{deel.key}" for kaart in kaarten.values() for deel in kaart.onderdelen}
    verwezen = [
        (f"competenties[{nr}]", f"competentiematrix/{een.competentie}") for nr, een in enumerate(cursus.competenties)
    ]
    verwezen += [(f"leervragen[{nr}]", een.onderdeel) for nr, een in enumerate(cursus.leervragen)]
    for place, onderdeel in verwezen:
        if onderdeel not in delen:
            raise ContentError(bestand, f'{place}: "{onderdeel}" staat op geen kaart')


def check_werkvorm(
    werkvorm: Werkvorm, key: str, bestand: str, *, kaarten: Container[str], oefencasussen: Container[str]
) -> None:
    """The file is called after its key, has a step at least, minutes that can be, and points at what there is."""
    _check_named_after(werkvorm.key, key, bestand)
    if not werkvorm.stappen:
        raise ContentError(bestand, "stappen: een werkvorm heeft minstens één stap")
    for naam in ("stappen", "groepen"):
        _check_keys(
            ((f"{naam}[{number}].key", deel.key) for number, deel in enumerate(getattr(werkvorm, naam))), bestand
        )
    if werkvorm.gespiegeld and not all(groep.eigen and groep.ander for groep in werkvorm.groepen):
        raise ContentError(bestand, "groepen: elke groep heeft een eigen en een ander nodig, want gespiegeld is true")
    if werkvorm.deelnemers_tot < werkvorm.deelnemers_van:
        raise ContentError(bestand, "deelnemers_tot moet minstens deelnemers_van zijn")
    for veld, waarde, bekend in (
        ("kaart", werkvorm.kaart, kaarten),
        ("oefencasus", werkvorm.oefencasus, oefencasussen),
    ):
        if waarde and waarde not in bekend:
            raise ContentError(bestand, f'{veld}: "{waarde}" is er niet')
    vraag_gesteld = False
    for number, stap in enumerate(werkvorm.stappen):
        _check_werkvormstap(stap, bestand, f"stappen[{number}]", spiegelt=werkvorm.gespiegeld)
        soorten = {een.soort for een in stap.noteren}
        if Opbrengst.AANBOD in soorten and not vraag_gesteld:
            raise ContentError(
                bestand, f"stappen[{number}].noteren: een aanbod hoort bij een vraag uit een eerdere stap"
            )
        vraag_gesteld = vraag_gesteld or Opbrengst.VRAAG in soorten


def _check_werkvormstap(stap: Werkvormstap, bestand: str, place: str, *, spiegelt: bool) -> None:
    if min(stap.minuten, stap.minuten_tot, stap.per_vraag_hooguit) < 0 or stap.minuten > 480:
        raise ContentError(bestand, f"{place}: minuten zijn 0 tot en met 480")
    if stap.minuten_tot and stap.minuten_tot < stap.minuten:
        raise ContentError(bestand, f"{place}.minuten_tot moet minstens minuten zijn")
    if len({een.soort for een in stap.noteren}) < len(stap.noteren):
        raise ContentError(bestand, f"{place}.noteren: elke soort hoogstens één keer")
    for tekst in (stap.titel, *stap.regels, *stap.vragen, *stap.van_ons, *(een.wat for een in stap.noteren)):
        for blank in _BLANK.findall(tekst):
            if not spiegelt or blank not in ("eigen", "ander"):
                raise ContentError(
                    bestand, f"{place}: [{blank}] kan hier niet; alleen [eigen] en [ander], bij gespiegeld"
                )


def _check_named_after(key: str, stem: str, bestand: str) -> None:
    if key != stem:
        raise ContentError(bestand, f'key moet "{stem}" zijn, zoals het bestand heet')
    _check_key(key, bestand, "key")


def _check_keys(keys: Iterable[tuple[str, str]], bestand: str) -> None:
    found = list(keys)
    for place, key in found:
        _check_key(key, bestand, place)
    _check_once(found, bestand)


def check_talen(talen: tuple[Taal, ...], bestand: str) -> None:
    """Each language once, and Dutch among them."""
    _check_keys(((f"talen[{number}].key", taal.key) for number, taal in enumerate(talen)), bestand)
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
