"""Words that were begun in two places of one form: in two tabs, or on a phone and a laptop. None of them pushes the other out."""

Velden = dict[str, list[str]]
NAAST = "_naast"
"""Words of another beginning of the same form, which wait beside those of the form that was kept last."""


def join_velden(wachtend: Velden, nieuw: Velden) -> Velden:
    """Two beginnings as one: of words that differ both stay, of the rest what was chosen last."""
    samen = {**wachtend, **nieuw}
    oud, later = _text_of(wachtend), _text_of(nieuw)
    if oud in later:
        samen["tekst"] = [later]
    else:
        samen["tekst"] = [oud] if later in oud else [f"{oud}\n\n{later}"]
    return samen


def keep_naast(wachtend: Velden, nieuw: Velden) -> Velden:
    """What an open page sends takes the place of what it sent before, never of what another page sent: that waits beside it."""
    naast = list(wachtend.get(NAAST, []))
    if "id" in nieuw and wachtend.get("id") != nieuw["id"]:
        naast.append(_text_of(wachtend))
    later = _text_of(nieuw)
    blijft = [tekst for tekst in dict.fromkeys(naast) if tekst and tekst not in later]
    return {**nieuw, NAAST: blijft} if blijft else nieuw


def take_all(velden: Velden) -> Velden:
    """The fields for the form that is opened: every beginning, one under the other."""
    rest = {naam: waarden for naam, waarden in velden.items() if naam != NAAST}
    teksten = [tekst for tekst in (*velden.get(NAAST, []), _text_of(velden)) if tekst]
    return {**rest, "tekst": ["\n\n".join(teksten)]} if NAAST in velden else rest


def without_bewaard(wachtend: Velden, bewaard_id: str) -> Velden | None:
    """What still waits after the form with this id was saved; None when that was all."""
    if "id" not in wachtend or not bewaard_id:
        return None
    if wachtend["id"] != [bewaard_id]:
        return wachtend
    return {"tekst": ["\n\n".join(wachtend[NAAST])]} if wachtend.get(NAAST) else None


def _text_of(velden: Velden) -> str:
    return "".join(velden.get("tekst", [])).strip()
