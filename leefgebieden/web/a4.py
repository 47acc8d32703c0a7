"""The A4 as a page and as a file: how it is asked for, laid out, and handed over."""

from dataclasses import dataclass
from datetime import date

from flask import Response, abort, current_app, request
from flask_login import current_user

from leefgebieden.actions.concept import drop_concept, keep_concept
from leefgebieden.domain.bestandsnaam import write_bestandsnaam
from leefgebieden.domain.casus import Casus, GemaakteSamenvatting, HeleCasus, Namen
from leefgebieden.domain.datum import to_dag, write_hele_dag, write_tijd
from leefgebieden.domain.namen import write_initialen
from leefgebieden.domain.samenvatting import Gelezen, Samenvatting, compose_samenvatting
from leefgebieden.domain.vorm import Vormfout, from_plain
from leefgebieden.pdf.blad import Blad
from leefgebieden.pdf.samenvatting import draw_samenvatting, fit
from leefgebieden.store.concept import fetch_concept
from leefgebieden.web.huis import get_context, get_ik

_KEUZE = "a4-keuze"


@dataclass(frozen=True)
class Wijze:
    """Which name stands on an A4, whether the person has read it, and why the whole name, if that was chosen."""

    namen: Namen = Namen.INITIALEN
    gelezen: Gelezen = Gelezen.NOG_NIET
    reden: str = ""

    def may_show(self) -> bool:
        """The whole name only with a reason."""
        return self.namen is not Namen.VOLUIT or bool(self.reden)


def read_wijze(casus_id: str) -> Wijze:
    """What was chosen when the A4 was last looked at and not yet made, with what the address says over it."""
    concept = fetch_concept(current_user.id, casus_id, _KEUZE)
    velden = {naam: waarden[0] for naam, waarden in concept.velden.items()} if concept else {}
    return make_wijze({**velden, **request.args.to_dict()}, velden.get("reden", ""))


def make_wijze(velden: dict[str, str], reden: str) -> Wijze:
    """A choice from what was sent; what is not known counts as not chosen."""
    namen, gelezen = velden.get("namen"), velden.get("gelezen")
    return Wijze(
        Namen(namen) if namen in list(Namen) else Namen.INITIALEN,
        Gelezen(gelezen) if gelezen in list(Gelezen) else Gelezen.NOG_NIET,
        reden,
    )


def keep_wijze(casus_id: str, wijze: Wijze) -> None:
    """Remember the choice until the A4 is made. It is no part of the casus."""
    velden = {"namen": [wijze.namen.value], "gelezen": [wijze.gelezen.value], "reden": [wijze.reden]}
    keep_concept(get_context(), current_user.id, casus_id, _KEUZE, velden, fout=False)


def let_go_wijze(casus_id: str) -> None:
    """The next A4 begins anew: with initials, and not yet read."""
    drop_concept(current_user.id, casus_id, _KEUZE)


def lay_out(hele: HeleCasus, wijze: Wijze) -> Blad:
    """The A4 of a casus as it is now."""
    context = get_context()
    samenvatting = compose_samenvatting(
        hele,
        context.content,
        namen=wijze.namen,
        gelezen=wijze.gelezen,
        maker=get_ik().naam,
        nu=context.now(),
    )
    return fit(samenvatting)


def find_gemaakt(hele: HeleCasus, samenvatting_id: str) -> GemaakteSamenvatting:
    """An A4 of this casus that was made; 404 when it has no such."""
    gemaakt = next((een for een in hele.samenvattingen if een.id == samenvatting_id), None)
    if gemaakt is None:
        abort(404)
    return gemaakt


def read_gemaakt(gemaakt: GemaakteSamenvatting) -> Samenvatting | None:
    """The A4 as it was made; None when it came from elsewhere in a shape that we cannot read."""
    try:
        return from_plain(Samenvatting, gemaakt.inhoud)
    except Vormfout:
        return None


def has_schuilnaam(casus: Casus) -> bool:
    return bool(casus.schuilnaam.strip())


@dataclass(frozen=True)
class Merk:
    """What one print is known by: its number stands on the paper and in the line of the logboek."""

    nummer: str
    tekst: str


def make_merk(*, oefent: bool) -> Merk:
    """For a print of now, by who is signed in. What is practice says so first."""
    nummer, nu = get_context().new_id()[-6:], get_context().now()
    wie = write_initialen(get_ik().naam)
    wat = "OEFENEN. " if oefent else ""
    tekst = f"{wat}Gemaakt door {wie} op {write_hele_dag(to_dag(nu))}, {write_tijd(nu)}. Nummer {nummer}. Vernietigen na overleg."
    return Merk(nummer, tekst)


def try_to_draw(samenvatting: Samenvatting, merk: str = "") -> bytes | None:
    """The bytes of the PDF; None when drawing fails, so that the page can say how to print without it."""
    try:
        return draw_samenvatting(samenvatting, merk)
    except Exception as fout:  # noqa: BLE001 - whatever is wrong with a font or a library, printing must stay possible
        # only the kind of fault: what it says may hold words of the person
        current_app.logger.error("a4 niet getekend: %s", type(fout).__name__)
        return None


def send_pdf(pdf: bytes, voor: str, dag: date, *, als_bijlage: bool) -> Response:
    """The PDF as an answer. There is no name in what the browser is told."""
    antwoord = current_app.response_class(pdf, mimetype="application/pdf")
    antwoord.headers.set(
        "Content-Disposition",
        "attachment" if als_bijlage else "inline",
        filename=write_bestandsnaam(voor, dag),
    )
    return antwoord
