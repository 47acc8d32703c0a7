"""Where an act comes from: the facts around it that the logboek keeps besides who, what and when."""

from dataclasses import dataclass
from datetime import datetime

from leefgebieden.domain.vorm import Id


@dataclass(frozen=True)
class Herkomst:
    """One request or one command. Ids and short words of ours, never a name or anything that was typed.

    `adres` is the network address (later the id of the device), `rol` and `team_id` say as what the medewerker acted,
    `namens_id` for whom he stood in, `toegang` what let him in (`betrokken`, `vervanging`, `team`, `overleg`, `nood`).
    """

    adres: str = ""
    verzoek_id: str | None = None
    rol: str = ""
    team_id: Id | None = None
    namens_id: Id | None = None
    toegang: str = ""
    apparaat_tijd: datetime | None = None
