"""What the app says back on the next page, with a button that undoes it or goes on."""

from typing import Any, cast

from flask import flash


def tell_with_action(tekst: str, naar: str, actie: str) -> None:
    """Say it, with a button that POSTs to `naar`."""
    # base.html takes a mapping as well; the types of flask know only text
    flash(cast(Any, {"tekst": tekst, "naar": naar, "actie": actie}), "bewaard")
