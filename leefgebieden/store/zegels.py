"""Which columns are sealed, and for which place: so that a backup can be opened value by value before it counts as made.

A new column with sealed content gets its line here; `tests/store/test_zegels.py` sees one that is forgotten.
"""

from base64 import b64decode
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from leefgebieden.store.tables import ONDERDELEN

Rij = Mapping[str, Any]
KOLOMMEN = ("inhoud", "lijstregel")
"""What a column with sealed bytes is called; the reason in the logboek is text, and looked at by itself."""


@dataclass(frozen=True)
class Zegel:
    """One sealed value: whose key opens it, the place it was sealed for, and its bytes."""

    eigenaar_id: str
    plaats: str
    waarde: bytes


def _one(kolom: str, tabel: str, eigenaar: str, rij_id: str = "id", versie: str | None = None) -> "Vinder":
    def find(rij: Rij) -> Iterator[Zegel]:
        nummer = 1 if versie is None else rij[versie]
        yield Zegel(rij[eigenaar], f"{tabel}|{kolom}|{rij[eigenaar]}|{rij[rij_id]}|{nummer}", rij[kolom])

    return find


def _casus(rij: Rij) -> Iterator[Zegel]:
    yield from _one("inhoud", "casus", "id", versie="versie")(rij)
    yield from _one("lijstregel", "casus", "id", versie="lijstversie")(rij)


def _concept(rij: Rij) -> Iterator[Zegel]:
    # words for a person go with that person; words for nobody yet are of who typed them
    wie = rij["casus_id"] or rij["medewerker_id"]
    yield Zegel(wie, f"concept|inhoud|{wie}|{rij['casus_id']}|{rij['formulier']}|1", rij["inhoud"])


def _wisverzoek(rij: Rij) -> Iterator[Zegel]:
    if rij["inhoud"] is not None:
        yield from _one("inhoud", "wisverzoek", "casus_id")(rij)


def _logboekgrond(rij: Rij) -> Iterator[Zegel]:
    yield Zegel(rij["casus_id"], f"logboek|grond|{rij['casus_id']}|{rij['nummer']}|1", rij["inhoud"])


def _verzegeld(rij: Rij) -> Iterator[Zegel]:
    if rij["inhoud"] is not None:
        wie = rij["medewerker_id"]
        yield Zegel(wie, f"verzegeld|inhoud|{wie}|{rij['id']}|{rij['sha256']}|1", rij["inhoud"])


Vinder = Callable[[Rij], Iterator[Zegel]]

ZEGELS: dict[str, Vinder] = {
    "casus": _casus,
    "concept": _concept,
    "logboekgrond": _logboekgrond,
    "kaartplek": _one("inhoud", "kaartplek", "team_id", versie="versie"),
    "leergroep": _one("inhoud", "leergroep", "id", versie="versie"),
    "inlevering": _one("inhoud", "inlevering", "groep_id", versie="versie"),
    "leerlogregel": _one("inhoud", "leerlogregel", "medewerker_id", versie="versie"),
    "verhaal": _one("inhoud", "verhaal", "medewerker_id", versie="versie"),
    "losse_notitie": _one("inhoud", "losse_notitie", "medewerker_id"),
    "reactie": _one("inhoud", "reactie", "casus_id"),
    "overleg": _one("inhoud", "overleg", "id", versie="versie"),
    "verzegeld": _verzegeld,
    "werkvormgast": _one("inhoud", "werkvormgast", "sessie_id"),
    "werkvorminbreng": _one("inhoud", "werkvorminbreng", "sessie_id", versie="versie"),
    "noodtoegang": _one("inhoud", "noodtoegang", "casus_id"),
    "notitie_versie": _one("inhoud", "notitie_versie", "casus_id", "notitie_id", "versie"),
    "wisverzoek": _wisverzoek,
    "totp": _one("inhoud", "totp", "medewerker_id", "medewerker_id"),
    **{tabel.name: _one("inhoud", sleutel, "casus_id", versie="versie") for sleutel, tabel in ONDERDELEN.items()},
}
"""By table. What is wrapped in `kek` and `sleutel` are keys: they are opened by themselves."""


def list_grondzegels(
    rij: Rij, logboek_eigenaar: str, *, has_dek: Callable[[str], bool], opnieuw: Container[int] = ()
) -> Iterator[Zegel]:
    """The reason in a line of the logboek, as text. It goes with the casus: when that was erased it opens no more.

    `opnieuw`: the lines of which the reason stands in `logboekgrond`, because the casus has another key since.
    """
    if rij["grond"] and rij["nummer"] not in opnieuw and (rij["casus_id"] is None or has_dek(rij["casus_id"])):
        eigenaar = rij["casus_id"] or logboek_eigenaar
        yield Zegel(eigenaar, f"logboek|grond|{eigenaar}|{rij['nummer']}|1", b64decode(rij["grond"]))
