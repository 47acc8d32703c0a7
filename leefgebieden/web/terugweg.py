"""Where to go after saving: back to where it began, if that is a page of the same person."""

from flask import request, url_for


def find_terugweg(casus_id: str, anders: str) -> str:
    """The address in `?naar=` when it lies within this person's pages, else `anders`."""
    naar = request.args.get("naar", "")
    begin = url_for("verhaal.show", casus_id=casus_id)
    is_van_ons = naar == begin or naar.startswith((f"{begin}/", f"{begin}#", f"{begin}?"))
    return naar if is_van_ons and "//" not in naar and "\\" not in naar and naar.isprintable() else anders
