"""Going through the integrale vragenlijst of one kanaal: every question can be skipped, in any order (inhoud.md 2)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leefgebieden.content.model import INVULPLEKKEN, Fase, Vraag, Vragenlijst
from leefgebieden.domain.notitie import Notitie

KORT_HOOGUIT = 95
_INVULPLEK = re.compile(r"\[(\w+)\]")
_ZIN = re.compile(r"[^.?!]+[.?!]+")


@dataclass(frozen=True)
class Stap:
    """One question in its place: the `nummer`th of its phase, and what comes before and after it."""

    vraag: Vraag
    fase: Fase
    nummer: int
    vorige: Vraag | None
    volgende: Vraag | None


def find_stap(lijst: Vragenlijst, fase_key: str, rij: str) -> Stap | None:
    """The step at this place of the list; None for an empty or unknown cell."""
    key = f"{lijst.kanaal}.{fase_key}.{rij}"
    for fase in lijst.fasen:
        for nummer, vraag in enumerate(fase.vragen, start=1):
            if vraag.key == key:
                plek = lijst.vragen.index(vraag)
                eerder, verder = lijst.vragen[:plek], lijst.vragen[plek + 1 :]
                return Stap(vraag, fase, nummer, eerder[-1] if eerder else None, verder[0] if verder else None)
    return None


def split_key(key: str) -> tuple[str, str, str]:
    """The kanaal, fase and rij in the key of a vraag."""
    kanaal, fase, rij = key.split(".")
    return kanaal, fase, rij


def fill_in(tekst: str, invulling: Mapping[str, str]) -> str:
    """The words with the blanks of the team filled in. What nobody filled in stays to be seen: "[vul aan: wat jullie doen]"."""

    def fill(plek: re.Match[str]) -> str:
        naam = plek[1]
        return invulling.get(naam) or f"[vul aan: {INVULPLEKKEN[naam]}]"

    return _INVULPLEK.sub(fill, tekst)


def shorten_vraag(tekst: str) -> str:
    """A question as an openvraag: as many whole sentences as fit in 95 characters, and at least one."""
    zinnen = _ZIN.findall(tekst) or [tekst]
    kort: str = zinnen[0]
    for zin in zinnen[1:]:
        if len(kort + zin) > KORT_HOOGUIT:
            break
        kort += zin
    return kort.strip()


def find_antwoorden(notities: Iterable[Notitie], vraag_key: str) -> tuple[Notitie, ...]:
    """What was answered before, the newest first. The same row of another kanaal counts: nothing is asked twice."""
    rij = vraag_key.split(".")[1:]
    gevonden = [n for n in notities if n.vraag and n.vraag.split(".")[1:] == rij]
    return tuple(sorted(gevonden, key=lambda notitie: notitie.gemaakt_op, reverse=True))
