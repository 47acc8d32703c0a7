"""A story as a file to share, and one that is taken in.

One JSON object, `leefgebieden-verhaal/1`: the story (`verhaal`, in the shape of the files in content/oefeningen) and, where there
is one, how an experienced worker wrote it down (`voorbeeld`, an exchange file of a casus).
"""

import json
from collections.abc import Container
from dataclasses import replace
from datetime import datetime
from typing import Any

from leefgebieden.content.cross_check import check_oefening
from leefgebieden.content.fault import ContentError
from leefgebieden.content.model import Content, Kanaal, Oefening
from leefgebieden.content.shape import read_shape
from leefgebieden.domain.casus import Soort
from leefgebieden.domain.casusbestand import read_casusbestand, write_casusbestand
from leefgebieden.domain.eigen_verhaal import (
    KEERPUNTEN_HOOGUIT,
    STUKKEN_HOOGUIT,
    TEKST_HOOGUIT,
    EigenVerhaal,
    make_voorbeeld,
    write_stukken,
)
from leefgebieden.domain.tekst import normalise_tekst
from leefgebieden.domain.vorm import Id, Vormfout, to_plain

FORMAAT = "leefgebieden-verhaal/1"
BESTAND_HOOGUIT = 1_000_000


class VerhaalFout(Exception):
    """A file is no story. The sentence names the place."""


def write_bestand(verhaal: EigenVerhaal) -> bytes:
    """The story as a file to share: UTF-8, two spaces, ends with a newline."""
    plain = to_plain(verhaal.oefening)
    # the id is of this place; where it is read in it gets another
    del plain["key"]
    voorbeeld = verhaal.read_voorbeeld()
    heel: dict[str, Any] = {"formaat": FORMAAT, "verhaal": plain}
    if voorbeeld is not None:
        heel["voorbeeld"] = json.loads(write_casusbestand(voorbeeld))
    return (json.dumps(heel, ensure_ascii=False, indent=2) + "\n").encode()


def read_bestand(ruw: bytes, nieuw_id: Id, op: datetime, content: Content) -> EigenVerhaal:
    """The story in a file, under a new id. Raises VerhaalFout that names the place: nothing of a wrong file is taken."""
    if len(ruw) > BESTAND_HOOGUIT:
        raise VerhaalFout(f"Dit bestand is groter dan {BESTAND_HOOGUIT // 1_000_000} MB.")
    try:
        heel = json.loads(ruw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise VerhaalFout("Dit is geen bestand van een verhaal: het is geen JSON.") from None
    if not isinstance(heel, dict) or heel.get("formaat") != FORMAAT:
        raise VerhaalFout(f'Dit is geen bestand van een verhaal: er staat geen formaat "{FORMAAT}" in.')
    if not set(heel) <= {"formaat", "verhaal", "voorbeeld"} or not isinstance(heel.get("verhaal"), dict):
        raise VerhaalFout("In het bestand hoort een verhaal te staan, en misschien een voorbeeld. Verder niets.")
    try:
        oefening = _clean(read_shape(Oefening, {**heel["verhaal"], "key": "verhaal"}, "verhaal"))
        _check_size(oefening)
        check_oefening(oefening, "verhaal", "verhaal", steunen=_list_steunen(content), oefencasussen={"verhaal"})
        voorbeeld = _read_voorbeeld(heel.get("voorbeeld"), content)
    except ContentError as fout:
        raise VerhaalFout(f"Dit klopt niet in het bestand: {fout}.") from None
    except Vormfout as fout:
        raise VerhaalFout(f"Dit klopt niet in het bestand: voorbeeld, {fout}.") from None
    return EigenVerhaal(nieuw_id, op, replace(oefening, key=nieuw_id), voorbeeld=voorbeeld)


def _list_steunen(content: Content) -> Container[str]:
    """What a view may lean on: a card and its part."""
    return {f"{kaart.key}/{deel.key}" for kaart in content.methodiek.values() for deel in kaart.onderdelen}


def _read_voorbeeld(ruw: object, content: Content) -> dict[str, Any] | None:
    if ruw is None:
        return None
    hele = read_casusbestand(json.dumps(ruw).encode(), content)
    if hele.casus.soort is not Soort.OEFENING:
        raise Vormfout("casus.soort", "een voorbeeld is altijd een oefening")
    return make_voorbeeld(hele)


def _check_size(oefening: Oefening) -> None:
    if not oefening.fragmenten:
        raise ContentError("verhaal", "fragmenten: een verhaal heeft minstens één stuk")
    for naam, hooguit in (("fragmenten", STUKKEN_HOOGUIT), ("keerpunten", KEERPUNTEN_HOOGUIT)):
        if len(getattr(oefening, naam)) > hooguit:
            raise ContentError("verhaal", f"{naam}: er passen er hooguit {hooguit}")
    if len(write_stukken(oefening.fragmenten)) > TEKST_HOOGUIT:
        raise ContentError("verhaal", f"fragmenten: samen hooguit {TEKST_HOOGUIT} tekens")


def _clean(oefening: Oefening) -> Oefening:
    """All its texts as they are typed in a form: nothing that breaks a page."""
    plain: Oefening = _clean_all(oefening)
    return plain


def _clean_all(waarde: Any) -> Any:
    if isinstance(waarde, Kanaal):
        return waarde
    if isinstance(waarde, str):
        return normalise_tekst(waarde)[:5_000]
    if isinstance(waarde, tuple):
        return tuple(_clean_all(stuk) for stuk in waarde)
    if hasattr(waarde, "__dataclass_fields__"):
        return replace(waarde, **{naam: _clean_all(getattr(waarde, naam)) for naam in waarde.__dataclass_fields__})
    return waarde
