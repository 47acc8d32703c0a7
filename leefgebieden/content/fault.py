"""The one error of the content layer."""


class ContentError(Exception):
    """A mistake in a content file: one line, in plain Dutch, that names the file and the place in it."""

    def __init__(self, bestand: str, what: str) -> None:
        super().__init__(f"{bestand}: {what}")
