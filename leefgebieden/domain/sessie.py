"""How long one stays signed in: it locks when nothing is asked for a while, and ends after a day's work."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

VERS = timedelta(minutes=5)
"""How long a password, code or passkey counts for what asks to sign in again."""
MERK_OP = timedelta(seconds=15)
"""How exactly the last request is kept: a write at every request would make every page slow."""


class Plek(StrEnum):
    """Where one works: on the way a device is sooner left lying about."""

    ONDERWEG = "onderweg"
    KANTOOR = "kantoor"


@dataclass(frozen=True)
class Sessie:
    """One browser that is signed in. `slot_na` in minutes; `verborgen` when the worker hid the screen himself."""

    id: str
    medewerker_id: str
    gemaakt_op: datetime
    laatst_gezien: datetime
    vers_op: datetime
    plek: Plek
    slot_na: int
    apparaat: str
    nog_instellen: bool = False
    vergrendeld_op: datetime | None = None
    verborgen: bool = False
    afgesloten_op: datetime | None = None

    def is_over(self, nu: datetime, uren: int) -> bool:
        """Closed, or longer ago than `uren` hours."""
        return self.afgesloten_op is not None or nu - self.gemaakt_op >= timedelta(hours=uren)

    def must_lock(self, nu: datetime) -> bool:
        """Nothing was asked for so long that somebody else may sit there now."""
        return self.vergrendeld_op is None and nu - self.laatst_gezien > timedelta(minutes=self.slot_na)

    def is_vers(self, nu: datetime) -> bool:
        """Who sits there said who he is only just now."""
        return nu - self.vers_op <= VERS


def choose_slot(gekozen: int | None, grens: int) -> int:
    """Minutes until it locks: what the worker chose, never longer than the team's `grens`."""
    return grens if gekozen is None else max(1, min(gekozen, grens))


def name_apparaat(user_agent: str) -> str:
    """The kind of device, in a neutral word: no brand, no place."""
    if "iPad" in user_agent or "Tablet" in user_agent or ("Android" in user_agent and "Mobile" not in user_agent):
        return "tablet"
    if "Mobi" in user_agent or "iPhone" in user_agent:
        return "telefoon"
    if any(naam in user_agent for naam in ("Windows", "Macintosh", "Linux", "CrOS")):
        return "computer"
    return "apparaat"
