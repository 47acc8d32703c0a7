"""Words that were begun in two places of one form."""


def join_velden(wachtend: dict[str, list[str]], nieuw: dict[str, list[str]]) -> dict[str, list[str]]:
    """Two beginnings of one form as one: of words that differ both stay, of the rest what was chosen last."""
    samen = {**wachtend, **nieuw}
    oud, later = "".join(wachtend.get("tekst", [])).strip(), "".join(nieuw.get("tekst", [])).strip()
    if oud in later:
        samen["tekst"] = [later]
    else:
        samen["tekst"] = [oud] if later in oud else [f"{oud}\n\n{later}"]
    return samen
