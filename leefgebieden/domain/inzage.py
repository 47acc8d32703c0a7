"""Inzage: everything that is kept about the person, to give to the person (AVG 15), without what is about others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from leefgebieden.content.model import Content, Kaart
from leefgebieden.domain.afscherming import leave_out
from leefgebieden.domain.afspraak import Afspraak, sort_afspraken
from leefgebieden.domain.bewaren import Bewaargrond
from leefgebieden.domain.casus import HeleCasus, Soort, StandSoort
from leefgebieden.domain.datum import to_dag, write_hele_dag, write_tijd
from leefgebieden.domain.gesprek import Contact, Gesprek
from leefgebieden.domain.netwerk import PERSOON
from leefgebieden.domain.notitie import Notitie, Versie, write_herkomst
from leefgebieden.domain.overleg import compose_verslag
from leefgebieden.domain.reactie import Oordeel, Over
from leefgebieden.domain.schaal import write_schaal
from leefgebieden.domain.spoed import list_termijnen
from leefgebieden.domain.toen import write_toen
from leefgebieden.domain.verklaring import Verklaring

ZO_LANG = {Bewaargrond.WMO: "zoals de Wmo zegt", Bewaargrond.JEUGDWET: "zoals de Jeugdwet zegt"}
"""Nothing settles the term of outreach."""


@dataclass(frozen=True)
class Stuk:
    """One thing that was written down. `erbij` says when, by whom, with which labels."""

    tekst: str
    erbij: str = ""


@dataclass(frozen=True)
class Deel:
    """A heading with what stands under it."""

    kop: str
    stukken: tuple[Stuk, ...]


@dataclass(frozen=True)
class Noodlezing:
    """A team mate who read along for an hour in an emergency. `reden` is what he typed; it may be about somebody else too."""

    id: str
    wie: str
    van: datetime
    tot: datetime
    reden: str


@dataclass(frozen=True)
class Inzage:
    """The readable half of the pack. `weggelaten`: how many notities about others are not in it."""

    naam: str
    op: date
    maker: str
    delen: tuple[Deel, ...]
    weggelaten: int
    oefent: bool = False
    """It is about somebody who does not exist."""


def list_over_anderen(hele: HeleCasus) -> list[Notitie]:
    """The notities that may be about somebody else, marked so or afgeschermd: a person decides for each."""
    return [notitie for notitie in hele.notities if notitie.over_ander or notitie.afgeschermd]


def select_inzage(hele: HeleCasus, mee: Iterable[str]) -> tuple[HeleCasus, int]:
    """The casus without the notities about others, but for those in `mee`; and how many were left out."""
    gekozen = set(mee)
    weg = [notitie for notitie in list_over_anderen(hele) if notitie.id not in gekozen]
    return leave_out(hele, weg), len(weg)


def select_redenen(lezingen: Iterable[Noodlezing], mee: Iterable[str]) -> tuple[tuple[Noodlezing, ...], int]:
    """Who read along in an emergency, without the reasons that are not in `mee`; and how many those were. Who and when stay."""
    gekozen = set(mee)
    alle = tuple(lezingen)
    over = tuple(lezing if lezing.id in gekozen else replace(lezing, reden="") for lezing in alle)
    return over, sum(lezing.id not in gekozen for lezing in alle)


def compose_inzage(
    hele: HeleCasus,
    weggelaten: int,
    content: Content,
    *,
    maker: str,
    nu: datetime,
    noodlezingen: Iterable[Noodlezing] = (),
) -> Inzage:
    """Everything in the casus in readable words, in the order of the pages. A part that holds nothing is left out."""
    kaart = content.kaart
    delen = [
        Deel("Wie je bent en hoe we je bereiken", tuple(_list_gegevens(hele))),
        Deel("Wat je er zelf van zegt", tuple(_to_stuk(v) for v in hele.casus.verklaringen)),
        Deel("Gesprekken", tuple(map(_write_gesprek, sorted(hele.gesprekken, key=lambda g: g.begonnen_op)))),
        Deel("Notities", tuple(stuk for notitie in hele.notities for stuk in _list_notitie(notitie, content))),
        Deel("Vragen van collega's over een notitie", tuple(_list_navragen(hele))),
        Deel("Wat we nog niet weten", tuple(Stuk(vraag.tekst) for vraag in hele.openvragen)),
        Deel("Waarover we praatten", tuple(_list_standen(hele, kaart))),
        Deel("Mensen om je heen", tuple(_list_netwerk(hele))),
        Deel("Afspraken", tuple(map(_write_afspraak, sort_afspraken(hele.afspraken)))),
        Deel("Gekozen voor de A4", tuple(_list_a4(hele))),
        Deel("A4's die zijn gemaakt", tuple(Stuk(_write_moment(a4.gemaakt_op)) for a4 in hele.samenvattingen)),
        Deel("Wat je zei toen we samen keken", tuple(_list_reacties(hele, kaart))),
        Deel("Toestemming om te delen", tuple(_list_toestemmingen(hele))),
        Deel("Wat er in een overleg over je is gezegd", tuple(_list_besprekingen(hele))),
        Deel("Antwoorden in een oefening", tuple(_list_antwoorden(hele))),
        Deel("Wie in nood meelas, en waarom", tuple(map(_write_noodlezing, noodlezingen))),
    ]
    return Inzage(
        hele.casus.naam,
        to_dag(nu),
        maker,
        tuple(deel for deel in delen if deel.stukken),
        weggelaten,
        oefent=hele.casus.soort is Soort.OEFENING,
    )


def _list_gegevens(hele: HeleCasus) -> Iterator[Stuk]:
    casus = hele.casus
    velden = [
        ("Naam", casus.naam),
        ("Zo noemen we je", casus.roepnaam),
        ("Schuilnaam", casus.schuilnaam),
        ("Leeftijd", "" if casus.leeftijd is None else f"{casus.leeftijd} jaar"),
        ("In één zin", casus.in_een_zin),
        ("Hoe het binnenkwam", casus.kanaal.value),
        ("Zo bereiken we je", casus.bereik),
        ("Hier letten we op bij een bezoek", casus.let_op),
        ("Waar haast bij is", " en ".join(casus.haast)),
        ("Begonnen op", _write_moment(casus.gemaakt_op)),
        (
            "Zo lang bewaren we dit",
            " en ".join(ZO_LANG[grond] for grond in Bewaargrond if grond in casus.bewaargronden and grond in ZO_LANG),
        ),
    ]
    if casus.wmo:
        gedaan = [f"{t.wat} (tot {write_hele_dag(t.tot)})" for t in list_termijnen(casus.wmo)]
        delen = [f"gemeld op {write_hele_dag(casus.wmo.gemeld_op)}", *gedaan, casus.wmo.opmerking]
        velden.append(("Melding onder de Wmo", ", ".join(filter(None, delen))))
    if casus.afgesloten:
        velden.append(("Afgesloten", f"{_write_moment(casus.afgesloten.op)}: {casus.afgesloten.reden}"))
    yield from (Stuk(waarde, naam) for naam, waarde in velden if waarde)


def _write_gesprek(gesprek: Gesprek) -> Stuk:
    delen = [gesprek.kanaal.value]
    if gesprek.gepland:
        delen.append("gepland")
    if gesprek.contact is Contact.NIET_GELUKT:
        delen.append("contact lukte niet")
    delen += [f"plaats: {gesprek.plaats}"] if gesprek.plaats else []
    delen += [f"erbij: {gesprek.aanwezig}"] if gesprek.aanwezig else []
    delen += [f"door {', '.join(mens.naam for mens in gesprek.door)}"] if gesprek.door else []
    return Stuk(_write_moment(gesprek.begonnen_op), ". ".join(delen))


def _list_notitie(notitie: Notitie, content: Content) -> Iterator[Stuk]:
    erbij = [_write_moment(notitie.gemaakt_op), f"door {notitie.auteur.naam}", *write_herkomst(notitie)]
    erbij += _list_labels(notitie, content.kaart)
    if notitie.schaal:
        waarover = f" over {notitie.schaal.waarover}" if notitie.schaal.waarover else ""
        erbij.append(f"{write_schaal(notitie.schaal)}{waarover}")
        erbij += [f"niet lager, want: {notitie.schaal.niet_lager}"] if notitie.schaal.niet_lager else []
        erbij += [f"één stap hoger: {notitie.schaal.stap_hoger}"] if notitie.schaal.stap_hoger else []
    if notitie.toen:
        erbij.append(f"wanneer: {write_toen(notitie.toen)}")
    if notitie.vraag in content.vragen:
        erbij.append(f"antwoord op: {content.vragen[notitie.vraag].tekst}")
    if notitie.korte_zin:
        erbij.append(f"kort: {notitie.korte_zin}")
    yield Stuk(notitie.tekst, ", ".join(erbij))
    for versie in notitie.versies:
        labels = "".join(f", {label}" for label in _list_labels(versie, content.kaart))
        yield Stuk(versie.tekst, f"Zo stond het er tot {_write_moment(versie.op)}{labels}")
    for verklaring in notitie.verklaringen:
        stuk = _to_stuk(verklaring)
        yield Stuk(stuk.tekst, f"Je eigen verklaring hierbij. {stuk.erbij}")


def _list_labels(van: Notitie | Versie, kaart: Kaart) -> list[str]:
    return [*van.wanneer, *van.wat, *(kaart.naam_of(plaats) for plaats in van.plaatsen)]


def _list_standen(hele: HeleCasus, kaart: Kaart) -> Iterator[Stuk]:
    woorden = {StandSoort.OVER_GEPRAAT: "over gepraat", StandSoort.WIL_NU_NIET: "wil je nu niet over praten"}
    yield from (
        Stuk(f"{kaart.naam_of(stand.deelgebied)}: {woorden[stand.stand]}", _write_moment(stand.op))
        for stand in hele.standen
    )


def _list_netwerk(hele: HeleCasus) -> Iterator[Stuk]:
    for lid in hele.netwerk:
        delen = [lid.kring.value.replace("-", " ")] if lid.kring else []
        delen += [f"contact: {lid.contact.value}", *([lid.woord] if lid.woord else [])]
        delen += [f"sinds {write_hele_dag(lid.sinds)}"] if lid.sinds else []
        delen += [f"tot {write_hele_dag(lid.tot)}"] if lid.tot else []
        yield Stuk(lid.wie, ", ".join(delen))
    namen: dict[str, str] = {lid.id: lid.wie for lid in hele.netwerk} | {PERSOON: "jij"}
    for band in hele.verwantschap:
        yield Stuk(f"{namen.get(band.van, '?')} en {namen.get(band.naar, '?')}", band.soort.value.replace("-", " "))


def _write_afspraak(afspraak: Afspraak) -> Stuk:
    wie = afspraak.wie
    delen = [f"wie: {(wie.naam or wie.soort.value) if wie else 'nog niemand'}"]
    delen += [f"uiterlijk {write_hele_dag(afspraak.uiterlijk)}"] if afspraak.uiterlijk else []
    delen += [f"{afspraak.bewaker} let op"] if afspraak.bewaker else []
    delen += [f"inschatting: {afspraak.inschatting}"] if afspraak.inschatting else []
    if afspraak.afloop:
        gedaan = "gedaan" if afspraak.afloop.gedaan else "niet gedaan"
        delen.append(f"{gedaan} op {_write_moment(afspraak.afloop.op)}")
        delen += [afspraak.afloop.wat_gebeurde] if afspraak.afloop.wat_gebeurde else []
    return Stuk(afspraak.wat, ", ".join(delen))


def _list_a4(hele: HeleCasus) -> Iterator[Stuk]:
    a4 = hele.a4
    velden = [
        ("Je eigen woorden", a4.eigen_woorden),
        ("Wat je wilt", a4.wat_wil),
        *(("Hier letten we op", punt) for punt in a4.letten_op),
        ("De vraag aan het team", a4.vraag_aan_team),
    ]
    yield from (Stuk(waarde, naam) for naam, waarde in velden if waarde)


def _list_toestemmingen(hele: HeleCasus) -> Iterator[Stuk]:
    for t in hele.toestemmingen:
        weg = f", ingetrokken op {write_hele_dag(t.ingetrokken_op)}" if t.ingetrokken_op else ""
        dagen = f"Van {write_hele_dag(t.gegeven_op)} tot en met {write_hele_dag(t.tot)}{weg}"
        yield Stuk(f"{t.met_wie}: {t.waarvoor}", dagen)


def _list_besprekingen(hele: HeleCasus) -> Iterator[Stuk]:
    for bespreking in sorted(hele.besprekingen, key=lambda een: een.op):
        yield Stuk(bespreking.vraag or "Zonder vraag", f"overleg van {_write_moment(bespreking.op)}")
        verslag = compose_verslag(bespreking, hele.bijdragen, hele.besluiten)
        for dilemma in verslag.dilemmas:
            yield Stuk(dilemma.vraag.tekst, f"vraag met twee kanten, van {dilemma.vraag.door.naam}")
            for wat, stukken in (("voor", dilemma.voor), ("tegen", dilemma.tegen), ("verder", dilemma.verder)):
                yield from (Stuk(een.tekst, f"{wat}, {een.door.naam}") for een in stukken)
        yield from (Stuk(een.tekst, een.door.naam) for een in verslag.inbreng)
        for besluit in verslag.alle_besluiten:
            velden = [("want", besluit.reden), ("erachter", besluit.achter), ("ziet het anders", besluit.anders)]
            velden.append(("wat we je vertellen", besluit.vertellen))
            yield Stuk(besluit.wat, ", ".join(["besluit", *(f"{naam}: {tekst}" for naam, tekst in velden if tekst)]))


def _list_antwoorden(hele: HeleCasus) -> Iterator[Stuk]:
    for een in hele.antwoorden:
        erbij = "".join(f", {naam}: {tekst}" for naam, tekst in (("voor", een.voor), ("tegen", een.tegen)) if tekst)
        yield Stuk(een.tekst, f"antwoord van {_write_moment(een.op)}{erbij}")


def _list_reacties(hele: HeleCasus, kaart: Kaart) -> Iterator[Stuk]:
    woorden = {
        Oordeel.KLOPT: "klopt",
        Oordeel.KLOPT_NIET: "klopt niet",
        Oordeel.WEG: "weg hiermee",
        Oordeel.PRATEN: "hier wil je over praten",
    }
    teksten: dict[str, str] = {notitie.id: notitie.tekst for notitie in hele.notities}
    teksten.update((afspraak.id, afspraak.wat) for afspraak in hele.afspraken)
    teksten.update((lid.id, lid.wie) for lid in hele.netwerk)
    for een in hele.reacties:
        waarover = (
            kaart.naam_of(een.deel) if een.over is Over.LEEFGEBIED else teksten.get(een.deel, "Dit is er niet meer.")
        )
        yield Stuk(waarover, f"{woorden[een.oordeel]}, {_write_moment(een.op)}")


def _list_navragen(hele: HeleCasus) -> Iterator[Stuk]:
    for een in sorted(hele.navragen, key=lambda navraag: navraag.op):
        yield Stuk(een.tekst, f"{_write_moment(een.op)}, van {een.door.naam}")
        if een.antwoord:
            yield Stuk(
                een.antwoord.tekst, f"het antwoord, {_write_moment(een.antwoord.op)}, van {een.antwoord.door.naam}"
            )


def _write_noodlezing(lezing: Noodlezing) -> Stuk:
    reden = lezing.reden or "De reden staat er niet bij: die gaat misschien ook over iemand anders."
    return Stuk(reden, f"{_write_moment(lezing.van)} tot {write_tijd(lezing.tot)}, {lezing.wie} las mee")


def _to_stuk(verklaring: Verklaring) -> Stuk:
    return Stuk(verklaring.tekst, f"{_write_moment(verklaring.op)}, opgeschreven door {verklaring.door.naam}")


def _write_moment(moment: datetime) -> str:
    return f"{write_hele_dag(to_dag(moment))}, {write_tijd(moment)}"
