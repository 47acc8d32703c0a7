"""Counting what a laid out samenvatting shows and leaves out, and saying it at the foot of the page."""

from leefgebieden.domain.casus import Namen
from leefgebieden.domain.namen import find_overige_namen
from leefgebieden.domain.samenvatting import Samenvatting, Telling, count_soorten


def count_shown(getoond: Samenvatting) -> Telling:
    """The notities that stand on the page of a laid out samenvatting, by kind."""
    soorten = [regel.soort for gebied in getoond.gebieden for regel in (*gebied.kracht, *gebied.lastig)]
    soorten += [regel.soort for regel in getoond.verklaring]
    soorten += [soort for soort in (getoond.eigen_woorden_van, getoond.wat_wil_van) if soort is not None]
    return count_soorten(soorten)


def count_left_out(getoond: Samenvatting) -> Telling:
    """The notities that are in the app and not on the page, by kind: shown + left out = all."""
    return getoond.opgeschreven - count_shown(getoond)


def list_weggelaten_blokken(getoond: Samenvatting) -> tuple[str, ...]:
    """The blocks that had something in them and did not fit, in the words of the page."""
    if getoond.opmaak is None:
        return ()
    blokken = []
    if not getoond.opmaak.eromheen and getoond.netwerk_totaal:
        blokken.append("wie er omheen staan")
    if getoond.tijdlijn_totaal and not getoond.tijdlijn:
        blokken.append("tijdlijn")
    if not getoond.opmaak.eromheen and getoond.verklaring_totaal:
        blokken.append("wat dit kan verklaren")
    if not getoond.opmaak.weten and getoond.openvragen_totaal:
        blokken.append("wat we nog niet weten")
    return tuple(blokken)


def write_voet(getoond: Samenvatting) -> tuple[str, str]:
    """The foot of a laid out samenvatting: (what stands in bold, the rest). It counts everything that is left out."""
    weg = count_left_out(getoond)
    zinnen = []
    if weg.alle:
        delen = [(weg.kracht, "bij kracht en kans"), (weg.lastig, "bij lastig"), (weg.zonder_label, "zonder label")]
        soorten = ", ".join(f"{aantal} {naam}" for aantal, naam in delen if aantal)
        zinnen.append(
            f"In de app {_write_aantal(weg.alle, 'staat nog', 'staan nog', 'notitie', 'notities')}: {soorten}."
        )
    if getoond.te_lang:
        is_zijn = "is" if getoond.te_lang == 1 else "zijn"
        zinnen.append(f"Daarvan {is_zijn} {getoond.te_lang} te lang voor dit blad.")
    if getoond.woorden_te_lang:
        zinnen.append("De eigen woorden zijn te lang voor dit blad.")
    if getoond.wens_te_lang:
        zinnen.append("De wens is te lang voor dit blad.")
    blokken = list_weggelaten_blokken(getoond)
    rest = []
    if getoond.opmaak is None or getoond.opmaak.weten:
        rest.append((getoond.openvragen_totaal - len(getoond.openvragen), "vraag", "vragen"))
    if getoond.opmaak is None or getoond.opmaak.eromheen:
        rest.append(
            (
                getoond.netwerk_totaal - len(getoond.netwerk),
                "mens of instantie eromheen",
                "mensen of instanties eromheen",
            )
        )
    if getoond.tijdlijn:
        rest.append((getoond.tijdlijn_totaal - len(getoond.tijdlijn), "moment in de tijd", "momenten in de tijd"))
    ook = [f"{aantal} {een if aantal == 1 else meer}" for aantal, een, meer in rest if aantal]
    if ook:
        zinnen.append(f"Ook nog in de app: {', '.join(ook)}.")
    if blokken:
        zinnen.append(f"Weggelaten: {', '.join(blokken)}.")
    afspraken = getoond.afspraken_totaal - len(getoond.afspraken)
    past = not (zinnen or afspraken)
    if afspraken:
        zinnen.append(f"In de app {_write_aantal(afspraken, 'staat nog', 'staan nog', 'afspraak', 'afspraken')}.")
    elif getoond.afspraken_totaal:
        zinnen.append("Er zijn geen afspraken weggelaten.")
    if past:
        alles = "Alle notities staan op dit blad." if getoond.opgeschreven.alle else "Er zijn nog geen notities."
        return alles, " ".join(zinnen)
    return "Niet alles past op één A4.", " ".join(zinnen)


def _write_aantal(aantal: int, staat: str, staan: str, een: str, meer: str) -> str:
    return f"{staat} 1 {een}" if aantal == 1 else f"{staan} {aantal} {meer}"


def list_teksten(samenvatting: Samenvatting) -> tuple[str, ...]:
    """Everything on the page that somebody typed, in reading order."""
    s = samenvatting
    teksten = [s.kop.naam, s.kop.zin, s.kop.maker, s.eigen_woorden, s.wat_wil]
    teksten += [f"{punt.kop} {punt.tekst}".strip() for punt in s.letten_op]
    teksten.append(s.vraag)
    teksten += [regel.tekst for gebied in s.gebieden for regel in (*gebied.kracht, *gebied.lastig)]
    teksten += [tekst for lid in s.netwerk for tekst in (lid.wie, lid.woord)]
    teksten += [stuk.tekst for stuk in s.tijdlijn]
    teksten += [regel.tekst for regel in s.verklaring]
    teksten += [tekst for afspraak in s.afspraken for tekst in (afspraak.wat, afspraak.wie)]
    teksten += [s.bewaker, *s.openvragen]
    return tuple(filter(None, teksten))


def list_overige_namen(samenvatting: Samenvatting) -> tuple[str, ...]:
    """Names that may still be on a page with initials or a schuilnaam, for the worker to look at."""
    if samenvatting.namen is Namen.VOLUIT:
        return ()
    eigen = set(samenvatting.kop.naam.split())
    gevonden = [naam for tekst in list_teksten(samenvatting)[1:] for naam in find_overige_namen(tekst)]
    return tuple(naam for naam in dict.fromkeys(gevonden) if naam not in eigen)
