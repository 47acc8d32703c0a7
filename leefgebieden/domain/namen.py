"""Names on paper: initials, a schuilnaam, an age in a band of five years, and the names that are still in a text.

Initials make nobody anonymous: the story can still be recognised. They only keep a name from lying on a table.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from leefgebieden.domain.afspraak import WieSoort
from leefgebieden.domain.casus import HeleCasus, Namen

Vervanger = Callable[[str], str]

_TUSSENVOEGSELS = frozenset(
    "van de der den het ten ter te op in aan bij 't von zu el al bin ben da di du la le dos des d' l'".split()
)
_ROLLEN = frozenset(
    """
    advocaat alle ambulant arts begeleider begeleiders begeleiding bewindvoerder bewoner bewoners boa
    broer broers broertje buren buur buurman buurt buurvrouw club collega corporatie de dhr dinsdag
    dochter dochters dokter dominee donderdag een eigen en ex ex-man ex-partner ex-vrouw familie
    gebedshuis gemeente gezin ggz groep grootmoeder grootvader haar heils het huisarts huisbaas huisgenoot
    hulp hulpverlener hulpverleners iemand imam instantie instanties kennis kennissen kerk kernteam kind
    kinderen klant kleindochter kleinkind kleinkinderen kleinzoon leerkracht leger maandag maatje
    maatschappelijk man meester meldpunt meneer mensen mentor mevr mevrouw mijn moeder moskee mw neef
    nicht niemand nog of oma ombudsman oom opa ouder ouders partner pastoor politie psychiater psycholoog
    receptie reclassering school schoonmoeder schoonvader schoonzus schuldhulp schuldhulpverlening sociaal
    sportclub stiefdochter stiefmoeder stiefvader stiefzoon tante team therapeut thuiszorg uitkering vader
    vereniging verpleegkundige verslavingszorg voedselbank vriend vrienden vriendin vriendinnen vrijdag
    vrijwilliger vrijwilligers vrouw werkcoach werker werkers werkgever wethouder wijkagent wijkteam
    wijkverpleegkundige winkel winkelier woensdag woningbouw woningcorporatie zaterdag zijn zondag zonen
    zoon zoons zorgverzekeraar zus zusje zussen zuster zwager
    """.split()
)
_WEGWOORDEN = r"(?:straat|laan|weg|plein|gracht|kade|steeg|dijk|dreef|singel|hof|plantsoen)"
_ADRES = re.compile(rf"(?<!\w)(?:[A-Z]\w*[ -])?[A-Z]\w*{_WEGWOORDEN}\s+\d+\s?[a-zA-Z]?(?!\w)")
_STRAAT = re.compile(rf"(?<!\w)[A-Z]\w+{_WEGWOORDEN}(?!\w)")
_POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3} ?[A-Z]{2}(?!\w)")
_DATUM = re.compile(r"(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)")
_JAAR_OUD = re.compile(r"(?<![\w.,])(\d{1,3}) ?jaar(?= oud\b)|^(\d{1,3}) ?jaar\b")
_NAAM_LEEFTIJD = re.compile(r"(?<=[\w.])( \(|, )(\d{1,3})(?=\)| jaar\b)( jaar)?")
_WOORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?")
_ZINSEINDE = re.compile(r"[.!?:;•–\n][\"'”’)\]]*\s*[\"'„“‘(\[]*$|^\s*[\"'„“‘(\[]*$|[\"„“‘]$")


def write_initialen(naam: str) -> str:
    """The initials of a name: "Frans van Noord" becomes "F. v. N.". A name without a letter becomes "N.N."."""
    letters = [initiaal for woord in naam.split() if (initiaal := _initial_of(woord))]
    return " ".join(letters) or "N.N."


def _initial_of(woord: str) -> str:
    begin = next((plek for plek, teken in enumerate(woord) if teken.isalnum()), None)
    if begin is None:
        return ""
    # IJ is one letter
    return f"{woord[begin : begin + 2] if woord[begin : begin + 2] == 'IJ' else woord[begin]}."


def write_leeftijdsband(leeftijd: int) -> str:
    """An age in a band of five years, without the word: 62 becomes "60 tot 65"."""
    laagst = leeftijd // 5 * 5
    return f"{laagst} tot {laagst + 5}"


def blur_gegevens(tekst: str) -> str:
    """Text in which ages stand in bands, and a street or a date of birth no longer stands at all."""
    tekst = _POSTCODE.sub("[postcode]", _STRAAT.sub("[straat]", _ADRES.sub("[adres]", _DATUM.sub("[datum]", tekst))))
    tekst = _NAAM_LEEFTIJD.sub(lambda m: f"{m[1]}{write_leeftijdsband(int(m[2]))}{m[3] or ''}", tekst)
    return _JAAR_OUD.sub(lambda m: f"{write_leeftijdsband(int(m[1] or m[2]))} jaar", tekst)


@dataclass(frozen=True)
class _Bekend:
    """A name that is known, and what stands in its place."""

    naam: str
    vervanging: str


def make_vervanger(hele: HeleCasus, namen: Namen, *, makers: tuple[str, ...] = ()) -> Vervanger:
    """A function that writes a text with the names that belong on this paper.

    Known names are those of the person, of people in the network, and of those who wrote, were there, or do something.
    In full, nothing changes. With a schuilnaam the person has that name and everybody else initials.
    """
    if namen is Namen.VOLUIT:
        return str
    bekend = _collect_bekend(hele, namen, makers)
    if not bekend:
        return blur_gegevens
    per_naam = {bekende.naam.casefold(): bekende.vervanging for bekende in reversed(bekend)}
    # the longest name first, so that "Frans van Noord" is not read as "Frans" and a rest
    namen_lang = sorted(per_naam, key=len, reverse=True)
    patroon = re.compile(
        rf"(?<!\w)({'|'.join(re.escape(naam) for naam in namen_lang)})(['’]?s|['’])?(?!\w)(\.?)", re.IGNORECASE
    )

    def replace_one(gevonden: re.Match[str]) -> str:
        naam, bezit, punt = gevonden[1], gevonden[2], gevonden[3]
        if len(naam) < 4 and naam.islower():
            # "jan" is a month and "wil" a verb; a name that short is only known by its capital
            return gevonden[0]
        nieuw = per_naam[naam.casefold()]
        if bezit:
            nieuw += "'s" if nieuw[-1] in ".sxz" else "s"
        return nieuw if punt and nieuw.endswith(".") else nieuw + punt

    return lambda tekst: blur_gegevens(patroon.sub(replace_one, tekst))


def _collect_bekend(hele: HeleCasus, namen: Namen, makers: tuple[str, ...]) -> list[_Bekend]:
    casus = hele.casus
    schuilnaam = casus.schuilnaam if namen is Namen.SCHUILNAAM else ""
    bekend = []
    for naam in filter(None, (casus.naam, casus.roepnaam, "" if schuilnaam else casus.schuilnaam)):
        bekend.append(_Bekend(naam, schuilnaam or write_initialen(naam)))
        bekend += [
            _Bekend(deel, schuilnaam or write_initialen(deel))
            for deel in _parts_of(naam, ook_klein=True)
            if deel != naam
        ]
    for naam in _collect_anderen(hele, makers):
        bekend += [_Bekend(deel, write_initialen(deel)) for deel in _parts_of(naam)]
    eigen = schuilnaam.casefold()
    return [bekende for bekende in bekend if bekende.naam.casefold() != eigen]


def _collect_anderen(hele: HeleCasus, makers: tuple[str, ...]) -> list[str]:
    namen = [lid.wie for lid in hele.netwerk]
    namen += [mens.naam for gesprek in hele.gesprekken for mens in gesprek.door]
    namen += [notitie.auteur.naam for notitie in hele.notities]
    for afspraak in hele.afspraken:
        if afspraak.wie is not None and afspraak.wie.soort is not WieSoort.INSTANTIE:
            namen.append(afspraak.wie.naam)
        namen.append(afspraak.bewaker)
    return list(dict.fromkeys([*namen, *makers]))


def _parts_of(naam: str, *, ook_klein: bool = False) -> list[str]:
    """The words of a name that tell who it is: no role ("zoon"), no abbreviation of an institution, no small word."""
    delen = []
    for woord in _WOORD.findall(naam):
        if is_rol(woord) or (woord.isupper() and len(woord) > 1 and not ook_klein):
            continue
        if woord[0].isupper() or ook_klein:
            delen.append(woord)
    return delen


def find_overige_namen(tekst: str) -> tuple[str, ...]:
    """Capitalised words in the middle of a sentence: names that may still be in it, in the order they stand.

    Words in capitals (DWI, GGD), initials and the words for a role are not names.
    """
    gevonden = []
    for woord in _WOORD.finditer(tekst):
        deel = woord[0]
        is_initiaal = len(deel) <= 2 and tekst[woord.end() : woord.end() + 1] == "."
        if not deel[0].isupper() or (deel.isupper() and len(deel) > 1) or is_initiaal or deel.casefold() in _ROLLEN:
            continue
        if not begins_zin(tekst, woord.start()):
            gevonden.append(deel)
    return tuple(dict.fromkeys(gevonden))


def begins_zin(tekst: str, plek: int) -> bool:
    """Whether a word at this place is the first of a sentence, so that its capital tells nothing."""
    ervoor = tekst[max(0, plek - 12) : plek]
    # an initial ends no sentence: "met F. Harrie"
    return bool(_ZINSEINDE.search(ervoor)) and not re.search(r"(?<!\w)\w\. $", ervoor)


def is_rol(woord: str) -> bool:
    """Whether a word says what somebody is ("zoon", "mevrouw") or joins the words of a name ("van"), and not who."""
    return woord.casefold() in _ROLLEN or woord.casefold() in _TUSSENVOEGSELS


def list_bekenden(hele: HeleCasus) -> list[str]:
    """The names that belong to a casus: of the person, of who stands around him, and of who wrote, was there or does something."""
    eigen = (hele.casus.naam, hele.casus.roepnaam, hele.casus.schuilnaam)
    return [naam for naam in (*eigen, *_collect_anderen(hele, ()), *(g.aanwezig for g in hele.gesprekken)) if naam]
