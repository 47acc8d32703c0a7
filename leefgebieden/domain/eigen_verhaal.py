"""A story that a docent wrote himself: typed in a form, and played like the others."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from leefgebieden.content.model import Fragment, Kanaal, Keerpunt, Oefening
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.tekst import normalise_tekst, search_form, to_one_line
from leefgebieden.domain.vorm import Id, from_plain, rij, to_plain

TEKST_HOOGUIT = 40_000
STUKKEN_HOOGUIT = 30
KEERPUNTEN_HOOGUIT = 20
BRON = "Dit verhaal schreef een docent. Niemand erin bestaat."


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


def make_voorbeeld(hele: HeleCasus) -> dict[str, Any]:
    """A try at a story as the example of how one wrote it down: without one's answers, and without A4s of before."""
    gewone = replace(
        hele, antwoorden=(), samenvattingen=(), navragen=(), reacties=(), besprekingen=(), bijdragen=(), besluiten=()
    )
    plain: dict[str, Any] = to_plain(gewone)
    return plain


def _make_key(titel: str, bezet: Container[str]) -> str:
    basis = "-".join(re.findall(r"[a-z0-9]+", search_form(titel)))[:40].strip("-") or "stuk"
    key, nummer = basis, 2
    while key in bezet:
        key, nummer = f"{basis}-{nummer}", nummer + 1
    return key
