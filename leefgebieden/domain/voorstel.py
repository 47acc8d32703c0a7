"""A first proposal for what a worker may choose for the A4; whatever the worker chose wins."""

from leefgebieden.content.model import Content, Kaart
from leefgebieden.domain.casus import A4Keuzes, HeleCasus
from leefgebieden.domain.notitie import Notitie, OpA4, VanWie, Wanneer
from leefgebieden.domain.papier import AANHALINGSTEKENS, find_leefgebied, may_stand, write_zin

LETTEN_OP_HOOGUIT = 60


def propose_a4(hele: HeleCasus, content: Content) -> A4Keuzes:
    """A sensible first proposal for the fields that a worker may choose. Nothing found gives an empty field."""
    bruikbaar = [(n, zin) for n in hele.notities if may_stand(n) and (zin := write_zin(n)) is not None]
    eigen = [
        (n, zin)
        for n, zin in bruikbaar
        if VanWie.ZELF in n.van_wie and not n.wanneer.count(Wanneer.WENS) and not n.korte_zin
    ]
    wensen = [(n, zin) for n, zin in bruikbaar if Wanneer.WENS in n.wanneer]
    # the person's own voice before what was passed on; of equals the latest
    eigen.sort(key=lambda paar: (paar[0].op_a4 is OpA4.JA, paar[0].van_wie == (VanWie.ZELF,), paar[0].gemaakt_op))
    wensen.sort(key=lambda paar: (paar[0].op_a4 is OpA4.JA, VanWie.ZELF in paar[0].van_wie, paar[0].gemaakt_op))
    al_gezegd = {paren[-1][0].id for paren in (eigen, wensen) if paren}
    return A4Keuzes(
        eigen_woorden=eigen[-1][1].strip(AANHALINGSTEKENS) if eigen else "",
        wat_wil=wensen[-1][1] if wensen else "",
        letten_op=(
            "Contact gaat voor.",
            *_propose_zorgen([paar for paar in bruikbaar if paar[0].id not in al_gezegd], content.kaart),
        ),
    )


def _propose_zorgen(bruikbaar: list[tuple[Notitie, str]], kaart: Kaart) -> list[str]:
    """At most two things to mind beside contact: what is urgent first, then the latest, one for each leefgebied."""

    def is_spoed(notitie: Notitie) -> bool:
        return any(plaats in kaart.deelgebieden and kaart.deelgebieden[plaats].spoed for plaats in notitie.plaatsen)

    lastig = [(n, zin) for n, zin in bruikbaar if n.is_lastig and not n.is_kracht and find_leefgebied(n, kaart)]
    lastig.sort(key=lambda paar: (paar[0].op_a4 is OpA4.JA, is_spoed(paar[0]), paar[0].gemaakt_op), reverse=True)
    gekozen: dict[str, str] = {}
    for notitie, zin in lastig:
        gebied = find_leefgebied(notitie, kaart)
        punt = f"{gebied.naam}. {zin}" if gebied else zin
        if gebied and gebied.key not in gekozen and len(punt) <= LETTEN_OP_HOOGUIT:
            gekozen[gebied.key] = punt
    return list(gekozen.values())[:2]


def merge_keuzes(eigen: A4Keuzes, voorstel: A4Keuzes) -> A4Keuzes:
    """What the worker chose, field by field, and the proposal where nothing was chosen."""
    return A4Keuzes(
        eigen_woorden=eigen.eigen_woorden.strip() or voorstel.eigen_woorden,
        wat_wil=eigen.wat_wil.strip() or voorstel.wat_wil,
        letten_op=tuple(punt for punt in eigen.letten_op if punt.strip()) or voorstel.letten_op,
        vraag_aan_team=eigen.vraag_aan_team.strip() or voorstel.vraag_aan_team,
    )
