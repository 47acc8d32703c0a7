"""The medewerker who is signed in, as Flask-Login wants to see him."""

from flask_login import UserMixin

from leefgebieden.domain.sessie import Sessie
from leefgebieden.store.medewerker import Medewerker


class Aangemeld(UserMixin):
    """Wraps the account and the session. `id` is the medewerker's; what goes into the cookie is the session's random word."""

    def __init__(self, medewerker: Medewerker, sessie: Sessie, woord: str) -> None:
        self.medewerker = medewerker
        self.sessie = sessie
        self.woord = woord
        self.id = medewerker.id
        self.naam = medewerker.naam

    def get_id(self) -> str:
        """What the cookie carries."""
        return self.woord
