"""How things read on a page."""

from collections.abc import Iterable
from datetime import date, datetime

from flask import Flask

from leefgebieden.content.model import Kanaal
from leefgebieden.domain import datum
from leefgebieden.domain.casus import HeleCasus
from leefgebieden.domain.eerstvolgend import Eerstvolgend, find_eerstvolgend
from leefgebieden.domain.netwerk import Band, Kring
from leefgebieden.domain.notitie import Notitie, Wanneer, Wat, write_herkomst
from leefgebieden.domain.schaal import write_schaal
from leefgebieden.domain.toen import write_toen
from leefgebieden.domain.toestemming import Toestemming, list_bijna_voorbij
from leefgebieden.web.huis import get_content, get_vandaag

KANALEN = {
    Kanaal.TELEFOON: "Telefoon",
    Kanaal.LOKET: "Loket",
    Kanaal.EROPAF: "Eropaf",
    Kanaal.CRISIS: "Crisis",
}
KRINGEN = {Kring.EIGEN_MENSEN: "eigen mensen", Kring.HULP_EN_INSTANTIES: "hulp en instanties"}
BANDEN = {
    Band.STERK: "sterk",
    Band.ZWAK: "zwak",
    Band.GESPANNEN: "gespannen",
    Band.VERBROKEN: "verbroken",
    Band.ONBEKEND: "weet ik niet",
}
WANNEER = {Wanneer.NU: "nu", Wanneer.WENS: "nodig of wens", Wanneer.VROEGER: "vroeger"}


def init_formats(app: Flask) -> None:
    app.add_template_filter(dag)
    app.add_template_filter(hele_dag)
    app.add_template_filter(dag_in_woorden)
    app.add_template_filter(datum.write_tijd, "tijd")
    app.add_template_filter(plaatsen)
    app.add_template_filter(gebiednummers)
    app.add_template_filter(write_herkomst, "herkomst")
    app.add_template_filter(write_schaal, "schaal")
    app.add_template_filter(write_toen, "toen")
    app.add_template_filter(tijdlabels)
    app.add_template_filter(tel)
    app.add_template_filter(bijna_voorbij)
    app.add_template_filter(eerstvolgend)


def _to_date(moment: date | datetime) -> date:
    return datum.to_dag(moment) if isinstance(moment, datetime) else moment


def dag(moment: date | datetime) -> str:
    """ "vr 10 juli", with the year when it is another year."""
    return datum.write_dag(_to_date(moment), get_vandaag())


def hele_dag(moment: date | datetime) -> str:
    """ "vrijdag 10 juli 2026"."""
    return datum.write_hele_dag(_to_date(moment))


def dag_in_woorden(moment: date | datetime) -> str:
    """ "Vandaag", "Gisteren", or the whole day."""
    return datum.write_dag_in_woorden(_to_date(moment), get_vandaag())


def plaatsen(notitie: Notitie) -> str:
    """The places of a notitie in short words: "Nacht, wonen"."""
    kaart = get_content().kaart
    woorden: list[str] = []
    for plaats in notitie.plaatsen:
        leefgebied = kaart.leefgebied_of(plaats).naam
        if leefgebied not in woorden:
            woorden.append(leefgebied)
        if plaats in kaart.deelgebieden:
            woorden.append(kaart.deelgebieden[plaats].kort)
    return ", ".join(woorden)


def gebiednummers(notitie: Notitie) -> list[int]:
    """Which leefgebieden of the card it belongs to, counted from 1: `static/css/verhaal.css` shows which by their number."""
    leefgebieden = get_content().kaart.leefgebieden
    hier = {get_content().kaart.leefgebied_of(plaats).key for plaats in notitie.plaatsen}
    return [nr for nr, leefgebied in enumerate(leefgebieden, 1) if leefgebied.key in hier]


def tijdlabels(notitie: Notitie) -> list[str]:
    """The labels of a notitie besides kracht, lastig and who says it: "vroeger", "wat kan dit verklaren?"."""
    labels = [WANNEER[wanneer] for wanneer in notitie.wanneer]
    if Wat.VERKLAART in notitie.wat and not notitie.is_gedachte:
        labels.append("verklaart misschien")
    return labels


def bijna_voorbij(toestemmingen: Iterable[Toestemming]) -> list[Toestemming]:
    """The consents that end within two weeks."""
    return list_bijna_voorbij(toestemmingen, get_vandaag())


def eerstvolgend(hele: HeleCasus) -> Eerstvolgend | None:
    """What comes next with this person."""
    return find_eerstvolgend(hele, get_vandaag())


def tel(aantal: int, enkel: str, meer: str) -> str:
    """A count in words: `2|tel('notitie', 'notities')`."""
    return f"{aantal} {enkel if aantal == 1 else meer}"
