"""A notitie that a device sealed without a network: how it is addressed, what stands in it, and what becomes of it."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.toen import check_toen
from leefgebieden.domain.vorm import NOTITIE_MAX_BYTES, Id, Vormfout, from_plain

VELDEN = ("tekst", "van_wie", "wanneer", "wat", "plaatsen", "vraag", "schaal", "toen", "afgeschermd", "over_ander")
"""What a device may say of a notitie; its id, author and time come from around it."""
TERUG_HOOGUIT = timedelta(days=90)
GEWIST_NOG = timedelta(hours=24)
"""So long the words about somebody who was erased can still be copied by their author."""


class Soort(StrEnum):
    """What became of a sealed notitie that arrived."""

    BEWAARD = "bewaard"
    CONCEPT = "concept"
    """Words that were begun and not finished: they wait in the form."""
    BOTSING = "botsing"
    """Its id was saved before with other words: both are kept."""
    GEWIST = "gewist"
    """The person it is about is not there (any more)."""
    GEEN_RECHT = "geen-recht"
    """Its author no longer works with the person it is about."""
    ONLEESBAAR = "onleesbaar"
    """The seal does not open, or holds no notitie."""


@dataclass(frozen=True)
class Zending:
    """One sealed notitie as a device sends it. Times are the device's own: its clock may be years off."""

    uuid: Id
    auteur: Id
    sleutel_id: str
    casus_id: Id | None
    gemaakt_op: str
    blob: bytes

    @property
    def plaats(self) -> str:
        """What the seal is bound to: in another casus, or under another author or id, it does not open."""
        return "|".join(("verzegeld", self.uuid, self.auteur, self.sleutel_id, self.casus_id or "-", self.gemaakt_op))


@dataclass(frozen=True)
class Inhoud:
    """What the seal held."""

    notitie: Notitie
    is_concept: bool


def read_inhoud(open_waarde: bytes, zending: Zending, auteur: Mens, gemaakt_op: datetime) -> Inhoud:
    """The notitie in an opened seal. Raises Vormfout when it is none."""
    ruw = read_ruw(open_waarde)
    velden = {naam: ruw[naam] for naam in VELDEN if naam in ruw}
    notitie = from_plain(
        Notitie,
        {
            **velden,
            "id": zending.uuid,
            "gemaakt_op": "2000-01-01T00:00:00Z",
            "auteur": {"id": auteur.id, "naam": auteur.naam},
        },
    )
    if notitie.toen is not None and (veld := check_toen(notitie.toen)):
        raise Vormfout(f"toen.{veld}", "dit is geen jaar, maand of dag")
    return Inhoud(replace(notitie, gemaakt_op=gemaakt_op), is_concept=ruw.get("concept") is True)


def read_ruw(open_waarde: bytes) -> dict[str, Any]:
    """The JSON object in an opened seal. Raises Vormfout."""
    if len(open_waarde) > NOTITIE_MAX_BYTES:
        raise Vormfout("", "dit is te groot voor een notitie")
    try:
        ruw = json.loads(open_waarde)
    except (ValueError, RecursionError):
        raise Vormfout("", "dit is geen JSON") from None
    if not isinstance(ruw, dict):
        raise Vormfout("", "hier hoort een object te staan")
    return ruw


def compute_moment(gemaakt_op: str, verstuurd_op: str, nu: datetime) -> datetime:
    """When it was written, by the clock of the server: so long ago as the device says that it waited.

    Both times are the device's, so a clock that is years off does not matter. What makes no sense counts as now.
    """
    try:
        wachtte = datetime.fromisoformat(verstuurd_op) - datetime.fromisoformat(gemaakt_op)
    except (ValueError, TypeError):  # one with a zone and one without cannot be compared
        return nu
    return nu - wachtte if timedelta(0) <= wachtte <= TERUG_HOOGUIT else nu
