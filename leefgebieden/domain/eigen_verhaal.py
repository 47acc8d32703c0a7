"""A story that a docent wrote himself: typed in a form, played like the others, and shared as a file.

The file is one JSON object, `leefgebieden-verhaal/1`: the story (`verhaal`, in the shape of the files in content/oefeningen) and,
where there is one, how an experienced worker wrote it down (`voorbeeld`, an exchange file of a casus).
"""

import json
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from leefgebieden.content.cross_check import check_oefening
from leefgebieden.content.fault import ContentError
from leefgebieden.content.model import Content, Fragment, Kanaal, Keerpunt, Oefening
from leefgebieden.content.shape import read_shape
from leefgebieden.domain.casus import HeleCasus, Soort
from leefgebieden.domain.casusbestand import read_casusbestand, write_casusbestand
from leefgebieden.domain.tekst import normalise_tekst, search_form, to_one_line
from leefgebieden.domain.vorm import Id, Vormfout, from_plain, rij, to_plain

FORMAAT = "leefgebieden-verhaal/1"
BESTAND_HOOGUIT = 1_000_000
TEKST_HOOGUIT = 40_000
STUKKEN_HOOGUIT = 30
KEERPUNTEN_HOOGUIT = 20
BRON = "Dit verhaal schreef een docent. Niemand erin bestaat."


class VerhaalFout(Exception):
    """A file is no story. The sentence names the place."""


@dataclass(frozen=True)
class EigenVerhaal:
    """A story of a docent. The key of `oefening` is its id. `groepen`: ids of groups that may play it. `voorbeeld`: a whole casus
    as plain values.
    """

    id: Id
    gemaakt_op: datetime
    oefening: Oefening
    groepen: tuple[str, ...] = rij(hooguit=50, hooguit_per_stuk=40)
    voorbeeld: dict[str, Any] | None = None

    def read_voorbeeld(self) -> HeleCasus | None:
        """How an experienced worker wrote it down; None when nobody did yet."""
        return None if self.voorbeeld is None else from_plain(HeleCasus, self.voorbeeld)


@dataclass(frozen=True)
class Speelbaar:
    """A story to play: ours, or of a docent. `voorbeeld` is None when nobody wrote it down yet."""

    oefening: Oefening
    voorbeeld: HeleCasus | None


def make_verhaal(verhaal_id: Id, op: datetime, *, titel: str, naam: str, kanaal: Kanaal, wanneer: str) -> EigenVerhaal:
    """A new story, without a word of it yet."""
    oefening = Oefening(verhaal_id, titel, naam, kanaal, wanneer, BRON, (), ())
    return EigenVerhaal(verhaal_id, op, oefening)


def read_stukken(tekst: str, eerder: Sequence[Fragment] = ()) -> tuple[Fragment, ...]:
    """The pieces of a text: each begins with a line that begins with #. Without such a line it is one piece.

    A piece whose title stays keeps its key, so that the questions after it stay where they are.
    """
    keys = {fragment.titel: fragment.key for fragment in eerder}
    stukken: list[tuple[str, list[str]]] = []
    for regel in normalise_tekst(tekst).split("\n"):
        if regel.startswith("#"):
            stukken.append((to_one_line(regel.lstrip("#")) or f"Stuk {len(stukken) + 1}", []))
        elif stukken:
            stukken[-1][1].append(regel)
        elif regel.strip():
            stukken.append(("Het verhaal", [regel]))
    gemaakt: list[Fragment] = []
    for titel, regels in stukken:
        alineas = tuple(to_one_line(alinea) for alinea in re.split(r"\n\s*\n", "\n".join(regels)) if alinea.strip())
        if alineas:
            key = _make_key(keys.get(titel) or titel, {fragment.key for fragment in gemaakt})
            gemaakt.append(Fragment(key, titel[:80], alineas))
    return tuple(gemaakt)


def write_stukken(fragmenten: Sequence[Fragment]) -> str:
    """The pieces as the text that `read_stukken` reads."""
    return "\n\n".join("\n\n".join((f"# {fragment.titel}", *fragment.alineas)) for fragment in fragmenten)


def change_stukken(oefening: Oefening, fragmenten: tuple[Fragment, ...]) -> Oefening:
    """The story with these pieces. A question after a piece that is gone comes after the last one."""
    keys = {fragment.key for fragment in fragmenten}
    laatste = fragmenten[-1].key if fragmenten else ""
    keerpunten = tuple(
        punt if punt.na in keys else replace(punt, na=laatste) for punt in oefening.keerpunten if fragmenten
    )
    return replace(oefening, fragmenten=fragmenten, keerpunten=keerpunten)


def put_keerpunt(oefening: Oefening, punt: Keerpunt) -> Oefening:
    """The story with this question: in the place of the one with its key, else as the last."""
    keys = [een.key for een in oefening.keerpunten]
    if punt.key in keys:
        nieuw = tuple(punt if een.key == punt.key else een for een in oefening.keerpunten)
    else:
        nieuw = (*oefening.keerpunten, replace(punt, key=_make_key(punt.titel, set(keys))))
    return replace(oefening, keerpunten=nieuw)


def drop_keerpunt(oefening: Oefening, key: str) -> Oefening:
    """The story without this question."""
    return replace(oefening, keerpunten=tuple(een for een in oefening.keerpunten if een.key != key))


def is_speelbaar(oefening: Oefening) -> bool:
    """Whether there is something to play: a piece at least."""
    return bool(oefening.fragmenten)


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
        check_oefening(oefening, "verhaal", "verhaal", steunen=list_steunen(content), oefencasussen={"verhaal"})
        _check_size(oefening)
        voorbeeld = _read_voorbeeld(heel.get("voorbeeld"), content)
    except ContentError as fout:
        raise VerhaalFout(f"Dit klopt niet in het bestand: {fout}.") from None
    except Vormfout as fout:
        raise VerhaalFout(f"Dit klopt niet in het bestand: voorbeeld, {fout}.") from None
    return EigenVerhaal(nieuw_id, op, replace(oefening, key=nieuw_id), voorbeeld=voorbeeld)


def list_steunen(content: Content) -> Container[str]:
    """What a view may lean on: a card and its part."""
    return {f"{kaart.key}/{deel.key}" for kaart in content.methodiek.values() for deel in kaart.onderdelen}


def make_voorbeeld(hele: HeleCasus) -> dict[str, Any]:
    """A try at a story as the example of how one wrote it down: without one's answers, and without A4s of before."""
    gewone = replace(hele, antwoorden=(), samenvattingen=(), navragen=(), besprekingen=(), bijdragen=(), besluiten=())
    plain: dict[str, Any] = to_plain(gewone)
    return plain


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


def _make_key(titel: str, bezet: Container[str]) -> str:
    basis = "-".join(re.findall(r"[a-z0-9]+", search_form(titel)))[:40].strip("-") or "stuk"
    key, nummer = basis, 2
    while key in bezet:
        key, nummer = f"{basis}-{nummer}", nummer + 1
    return key
