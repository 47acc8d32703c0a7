"""What can stand in the way of a write, besides a bug. The web and the command line say it in plain words."""

from typing import Any


class Botsing(Exception):
    """This id was saved before with other content. Nothing was changed; `bewaard` is what was saved then."""

    def __init__(self, bewaard: Any) -> None:
        super().__init__("dit id is al bewaard met een andere inhoud")
        self.bewaard = bewaard


class Verouderd(Exception):
    """Somebody changed it in the meantime. Nothing was overwritten; `huidig` is what it is now, `versie` its number."""

    def __init__(self, huidig: Any, versie: int) -> None:
        super().__init__("dit is intussen gewijzigd")
        self.huidig = huidig
        self.versie = versie


class NietGevonden(Exception):
    """What should be changed is not there (any more)."""


class AlleenOefenen(Exception):
    """This is a school: nobody real can be written down here. Nothing was changed."""


class TeLaat(Exception):
    """What was asked could be done for a while, and that while is over."""


class LogboekDicht(Exception):
    """The line in the logboek could not be written, so nothing was done and nothing is shown."""
