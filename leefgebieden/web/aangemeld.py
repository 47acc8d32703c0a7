"""The medewerker who is signed in, as Flask-Login wants to see him."""

from flask_login import UserMixin

from leefgebieden.store.medewerker import Medewerker


class Aangemeld(UserMixin):
    """Wraps the account."""

    def __init__(self, medewerker: Medewerker) -> None:
        self.medewerker = medewerker
        self.id = medewerker.id
        self.naam = medewerker.naam
