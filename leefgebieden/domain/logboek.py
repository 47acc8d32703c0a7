"""What the logboek can say: every act has a name here, with what its line must hold and how it reads.

No content and no names: a line holds ids, times, words of this file and names of fields. Only `grond` is typed by somebody:
the reason that he gave.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from leefgebieden.domain.herkomst import Herkomst
from leefgebieden.domain.keten import HERSTELD, OPGERUIMD
from leefgebieden.domain.vorm import Id


class Uitslag(StrEnum):
    OK = "ok"
    GEWEIGERD = "geweigerd"
    """It was not allowed."""
    FOUT = "fout"
    """It was allowed, and did not succeed."""


class Actie(StrEnum):
    """Every act that is logged. The value stands in the database: it stays."""

    # reading
    GELEZEN = "gelezen"
    LIJST_GELEZEN = "lijst gelezen"
    SIGNALEN_GELEZEN = "signalen gelezen"
    GEZOCHT = "gezocht"
    NAAM_HERKEND = "naam herkend"
    TEAMLIJST_GELEZEN = "teamlijst gelezen"
    NOODTOEGANG_BEKEKEN = "noodtoegang bekeken"
    LOGBOEK_GELEZEN = "logboek gelezen"
    LOGBOEK_AFGEDRUKT = "logboek afgedrukt"
    LOGBOEK_NAGEKEKEN = "logboek nagekeken"
    MEDEWERKER_NAGEKEKEN = "medewerker nagekeken"
    LOGBOEK_OPGERUIMD = OPGERUIMD
    A4_GETEKEND = "a4 getekend"
    CASUS_UITGEVOERD = "casus uitgevoerd"
    TOEGANG_GEVRAAGD = "toegang gevraagd"
    PAGINA_GEVRAAGD = "pagina gevraagd"
    # the casus
    CASUS_BEGONNEN = "casus begonnen"
    CASUS_GEWIJZIGD = "casus gewijzigd"
    CASUS_AFGESLOTEN = "casus afgesloten"
    CASUS_HEROPEND = "casus heropend"
    CASUS_INGELEZEN = "casus ingelezen"
    WISSEN_GEVRAAGD = "wissen gevraagd"
    WISSEN_INGETROKKEN = "wissen ingetrokken"
    WISSEN_GEWEIGERD = "wissen geweigerd"
    CASUS_GEWIST = "casus gewist"
    GRAFSTEEN_GEVOLGD = "grafsteen gevolgd"
    INZAGE_GEGEVEN = "inzage gegeven"
    VERKLARING_TOEGEVOEGD = "verklaring toegevoegd"
    WISLIJST_BEKEKEN = "wislijst bekeken"
    KLOK_GECONTROLEERD = "klok gecontroleerd"
    # its parts
    NOTITIE_GEWIST = "notitie gewist"
    NOTITIE_VERPLAATST = "notitie verplaatst"
    NOTITIE_GEKREGEN = "notitie gekregen"
    TOESTEMMING_TOEGEVOEGD = "toestemmingen toegevoegd"
    TOESTEMMING_GEWIJZIGD = "toestemmingen gewijzigd"
    TOESTEMMING_WEGGEHAALD = "toestemmingen weggehaald"
    NOTITIE_GESCHREVEN = "notitie geschreven"
    NOTITIE_GEWIJZIGD = "notitie gewijzigd"
    NOTITIE_ONGEDAAN = "notitie ongedaan gemaakt"
    LOSSE_NOTITIE_GESCHREVEN = "losse notitie geschreven"
    LOSSE_NOTITIES_GELEZEN = "losse notities gelezen"
    LOSSE_NOTITIE_GEGEVEN = "losse notitie gegeven"
    LOSSE_NOTITIE_WEGGEGOOID = "losse notitie weggegooid"
    # what a device sealed without a network
    ZEGELSLEUTEL_GEMAAKT = "zegelsleutel gemaakt"
    VERZEGELD_APART_GEZET = "verzegeld apart gezet"
    VERZEGELD_GEGEVEN = "verzegeld gegeven"
    VERZEGELD_WEGGEGOOID = "verzegeld weggegooid"
    VERZEGELD_LAAT_GEKOMEN = "verzegeld laat gekomen"
    ACHTERGEBLEVEN_DOORGEGEVEN = "achtergebleven doorgegeven"
    AANDACHT_GELEZEN = "aandacht gelezen"
    GESPREK_TOEGEVOEGD = "gesprekken toegevoegd"
    GESPREK_GEWIJZIGD = "gesprekken gewijzigd"
    GESPREK_WEGGEHAALD = "gesprekken weggehaald"
    OPENVRAAG_TOEGEVOEGD = "openvragen toegevoegd"
    OPENVRAAG_GEWIJZIGD = "openvragen gewijzigd"
    OPENVRAAG_WEGGEHAALD = "openvragen weggehaald"
    NETWERK_TOEGEVOEGD = "netwerk toegevoegd"
    NETWERK_GEWIJZIGD = "netwerk gewijzigd"
    NETWERK_WEGGEHAALD = "netwerk weggehaald"
    FAMILIE_TOEGEVOEGD = "familie toegevoegd"
    FAMILIE_WEGGEHAALD = "familie weggehaald"
    AFSPRAAK_TOEGEVOEGD = "afspraken toegevoegd"
    AFSPRAAK_GEWIJZIGD = "afspraken gewijzigd"
    AFSPRAAK_WEGGEHAALD = "afspraken weggehaald"
    BEWAKER_GEZET = "bewaker gezet"
    STAND_GEZET = "stand gezet"
    OP_A4_GEKOZEN = "op a4 gekozen"
    A4_GEKOZEN = "a4 gekozen"
    SAMENVATTING_TOEGEVOEGD = "samenvattingen toegevoegd"
    # the overleg
    OVERLEG_GEPLAND = "overleg gepland"
    OVERLEG_GEWIJZIGD = "overleg gewijzigd"
    OVERLEG_AFGESLOTEN = "overleg afgesloten"
    OVERLEG_HEROPEND = "overleg heropend"
    OVERLEG_BEKEKEN = "overleg bekeken"
    OVERLEG_GETOOND = "overleg getoond"
    BESPREKING_TOEGEVOEGD = "besprekingen toegevoegd"
    BESPREKING_WEGGEHAALD = "besprekingen weggehaald"
    BIJDRAGE_TOEGEVOEGD = "bijdragen toegevoegd"
    BESLUIT_TOEGEVOEGD = "besluiten toegevoegd"
    ANTWOORD_TOEGEVOEGD = "antwoorden toegevoegd"
    BERICHT_GEKOZEN = "bericht gekozen"
    BERICHT_GESTUURD = "bericht gestuurd"
    NAVRAAG_TOEGEVOEGD = "navragen toegevoegd"
    NAVRAAG_GEWIJZIGD = "navragen gewijzigd"
    WERKVORM_BEGONNEN = "werkvorm begonnen"
    WERKVORM_GEOPEND = "werkvorm geopend"
    WERKVORM_VERDER = "werkvorm verder"
    WERKVORM_AFGESLOTEN = "werkvorm afgesloten"
    WERKVORM_WEGGEGOOID = "werkvorm weggegooid"
    BELOFTE_AFGEHANDELD = "belofte afgehandeld"
    LEERGROEP_GEMAAKT = "leergroep gemaakt"
    LEERGROEP_GEWIJZIGD = "leergroep gewijzigd"
    LEERGROEP_WEGGEGOOID = "leergroep weggegooid"
    LEERGROEP_BEKEKEN = "leergroep bekeken"
    LEERGROEP_LINK_GEMAAKT = "leergroep link gemaakt"
    LEERGROEP_LINK_INGETROKKEN = "leergroep link ingetrokken"
    LEERGROEP_INGEGAAN = "leergroep ingegaan"
    LEERGROEP_VERLATEN = "leergroep verlaten"
    ANTWOORD_INGELEVERD = "antwoord ingeleverd"
    INLEVERING_INGETROKKEN = "inlevering ingetrokken"
    WOORDEN_TERUGGEGEVEN = "woorden teruggegeven"
    VERHAAL_GESCHREVEN = "verhaal geschreven"
    VERHAAL_GEWIJZIGD = "verhaal gewijzigd"
    VERHAAL_WEGGEGOOID = "verhaal weggegooid"
    LEERLOG_GESCHREVEN = "leerlog geschreven"
    LEERLOG_GEWIJZIGD = "leerlog gewijzigd"
    LEERLOG_WEGGEHAALD = "leerlog weggehaald"
    LEERLOG_MEEGENOMEN = "leerlog meegenomen"
    KAARTPLEK_TOEGEVOEGD = "kaartplek toegevoegd"
    KAARTPLEK_GEWIJZIGD = "kaartplek gewijzigd"
    KAARTPLEK_WEGGEHAALD = "kaartplek weggehaald"
    KAARTPLEKKEN_INGELEZEN = "kaartplekken ingelezen"
    SAMEN_GEKEKEN = "samen gekeken"
    REACTIE_GEGEVEN = "reactie gegeven"
    REACTIE_AFGEHANDELD = "reactie afgehandeld"
    # people who work here
    MEDEWERKER_TOEGEVOEGD = "medewerker toegevoegd"
    WACHTWOORD_GEZET = "wachtwoord gezet"
    MEEWERKER_GEVRAAGD = "meewerker gevraagd"
    MEEWERKER_WEGGEHAALD = "meewerker weggehaald"
    CASUS_OVERGEDRAGEN = "casus overgedragen"
    OVERDRACHT_GEZIEN = "overdracht gezien"
    NOODTOEGANG_GENOMEN = "noodtoegang genomen"
    NOODTOEGANG_GEZIEN = "noodtoegang gezien"
    NOODTOEGANG_AFGETEKEND = "noodtoegang afgetekend"
    TEAM_GEMAAKT = "team gemaakt"
    TEAM_GEWIJZIGD = "team gewijzigd"
    ROLLEN_GEWIJZIGD = "rollen gewijzigd"
    MEDEWERKER_GESTOPT = "medewerker gestopt"
    MEDEWERKER_WEER_BEGONNEN = "medewerker weer begonnen"
    MEDEWERKER_UITGENODIGD = "medewerker uitgenodigd"
    UITNODIGING_INGETROKKEN = "uitnodiging ingetrokken"
    UITNODIGING_AANGENOMEN = "uitnodiging aangenomen"
    VERVANGING_BEGONNEN = "vervanging begonnen"
    VERVANGING_INGETROKKEN = "vervanging ingetrokken"
    WACHTWOORD_GEKOZEN = "wachtwoord gekozen"
    CODES_BEGONNEN = "codes begonnen"
    CODES_INGESTELD = "codes ingesteld"
    HERSTELCODES_GEMAAKT = "herstelcodes gemaakt"
    CODES_WEGGEHAALD = "codes weggehaald"
    PASSKEY_WEGGEHAALD = "passkey weggehaald"
    TWEEDE_STAP_GEWIST = "tweede stap gewist"
    HERSTELCODE_GEPROBEERD = "herstelcode geprobeerd"
    PASSKEY_TOEGEVOEGD = "passkey toegevoegd"
    VERGRENDELD = "vergrendeld"
    OPNIEUW_AANGEMELD = "opnieuw aangemeld"
    SESSIES_GESLOTEN = "sessies gesloten"
    VERGRENDELTIJD_GEZET = "vergrendeltijd gezet"
    ORGANISATIE_GEKOPPELD = "organisatie gekoppeld"
    AGENDALINK_GEMAAKT = "agendalink gemaakt"
    AGENDALINK_INGETROKKEN = "agendalink ingetrokken"
    AGENDA_GEGEVEN = "agenda gegeven"
    AANGEMELD = "aangemeld"
    AFGEMELD = "afgemeld"
    VERBORGEN = "verborgen"
    WEER_GETOOND = "weer getoond"
    # backups, and the paper
    RESERVEKOPIE_GEMAAKT = "reservekopie gemaakt"
    INSTANTIE_HERSTELD = HERSTELD
    HERSTELTEST_GEDAAN = "hersteltest gedaan"
    HERSTELBLAD_GEMAAKT = "herstelblad gemaakt"
    HERSTELBLAD_VERNIETIGD = "herstelblad vernietigd"
    SLEUTELS_TERUGGEZET = "sleutels teruggezet"
    RESERVESLEUTEL_VERNIETIGD = "reservesleutel vernietigd"


CASUS, ONDERDEEL, DOOR, AANTAL = "casus_id", "onderdeel_id", "medewerker_id", "aantal"


@dataclass(frozen=True)
class Soort:
    """How an act reads after the name of who did it, and which facts its line must hold."""

    zin: str
    nodig: tuple[str, ...] = ()


_OP_CASUS = (DOOR, CASUS)
_OP_DEEL = (DOOR, CASUS, ONDERDEEL)

SOORTEN = {
    Actie.GELEZEN: Soort("keek", _OP_CASUS),
    Actie.LIJST_GELEZEN: Soort("bekeek de lijst met mensen", (DOOR, AANTAL)),
    Actie.SIGNALEN_GELEZEN: Soort("telde wat bij veel mensen speelt", (DOOR, AANTAL)),
    Actie.GEZOCHT: Soort("zocht een naam", (DOOR, AANTAL)),
    Actie.NAAM_HERKEND: Soort("zag een hint: in een notitie staat een naam van de eigen lijst", (DOOR, AANTAL)),
    Actie.TEAMLIJST_GELEZEN: Soort("bekeek met wie het team werkt", (DOOR, AANTAL)),
    Actie.NOODTOEGANG_BEKEKEN: Soort("bekeek wie in nood keek", (DOOR, AANTAL)),
    Actie.LOGBOEK_GELEZEN: Soort("bekeek het logboek", _OP_CASUS),
    Actie.LOGBOEK_AFGEDRUKT: Soort("maakte de lijst: wie keek in mijn gegevens", _OP_CASUS),
    Actie.LOGBOEK_NAGEKEKEN: Soort("bekeek wat er in de hele app gebeurde", (DOOR, AANTAL)),
    Actie.MEDEWERKER_NAGEKEKEN: Soort("bekeek wat één collega deed", (DOOR, ONDERDEEL, AANTAL)),
    # by a command, of who looks after the computer
    Actie.LOGBOEK_OPGERUIMD: Soort("ruimde oude regels van het logboek op", (AANTAL,)),
    Actie.A4_GETEKEND: Soort("maakte een PDF van de A4", _OP_CASUS),
    Actie.CASUS_UITGEVOERD: Soort("haalde alles op in een bestand", _OP_CASUS),
    Actie.TOEGANG_GEVRAAGD: Soort("wilde kijken", _OP_CASUS),
    Actie.PAGINA_GEVRAAGD: Soort("wilde een pagina zien", (DOOR,)),
    Actie.CASUS_BEGONNEN: Soort("begon hier op te schrijven", _OP_CASUS),
    Actie.CASUS_GEWIJZIGD: Soort("wijzigde naam, bereiken of bezoek", _OP_CASUS),
    Actie.CASUS_AFGESLOTEN: Soort("sloot af", _OP_CASUS),
    Actie.CASUS_HEROPEND: Soort("opende weer", _OP_CASUS),
    Actie.CASUS_INGELEZEN: Soort("las alles in uit een bestand", _OP_CASUS),
    Actie.WISSEN_GEVRAAGD: Soort("vroeg om alles te wissen", _OP_CASUS),
    Actie.WISSEN_INGETROKKEN: Soort("wilde toch niet wissen", _OP_CASUS),
    Actie.WISSEN_GEWEIGERD: Soort("vond wissen niet goed", _OP_CASUS),
    Actie.CASUS_GEWIST: Soort("wiste alles", _OP_CASUS),
    # nobody does this: it follows from what was erased before
    Actie.GRAFSTEEN_GEVOLGD: Soort("gewist: dit kwam terug uit een reservekopie", (CASUS,)),
    Actie.INZAGE_GEGEVEN: Soort("maakte een overzicht van alles, voor inzage", _OP_CASUS),
    Actie.VERKLARING_TOEGEVOEGD: Soort("schreef op wat deze persoon er zelf van zegt", _OP_CASUS),
    Actie.WISLIJST_BEKEKEN: Soort("bekeek wat gewist kan worden", (DOOR, AANTAL)),
    Actie.KLOK_GECONTROLEERD: Soort("zei dat de klok goed staat", (DOOR,)),
    Actie.NOTITIE_GEWIST: Soort("wiste een notitie voorgoed", _OP_DEEL),
    Actie.NOTITIE_VERPLAATST: Soort("zette een notitie bij iemand anders", _OP_DEEL),
    Actie.NOTITIE_GEKREGEN: Soort("kreeg een notitie van een ander", _OP_DEEL),
    Actie.TOESTEMMING_TOEGEVOEGD: Soort("schreef een toestemming op", _OP_DEEL),
    Actie.TOESTEMMING_GEWIJZIGD: Soort("wijzigde een toestemming", _OP_DEEL),
    Actie.TOESTEMMING_WEGGEHAALD: Soort("haalde een toestemming weg", _OP_DEEL),
    Actie.NOTITIE_GESCHREVEN: Soort("schreef een notitie", _OP_DEEL),
    Actie.NOTITIE_GEWIJZIGD: Soort("wijzigde een notitie", _OP_DEEL),
    Actie.NOTITIE_ONGEDAAN: Soort("haalde een notitie weg", _OP_DEEL),
    Actie.LOSSE_NOTITIE_GESCHREVEN: Soort("schreef een losse notitie", (DOOR, ONDERDEEL)),
    Actie.LOSSE_NOTITIES_GELEZEN: Soort("bekeek losse notities", (DOOR, AANTAL)),
    Actie.LOSSE_NOTITIE_GEGEVEN: Soort("gaf een losse notitie hier een plek", _OP_DEEL),
    Actie.LOSSE_NOTITIE_WEGGEGOOID: Soort("gooide een losse notitie weg", (DOOR, ONDERDEEL)),
    Actie.ZEGELSLEUTEL_GEMAAKT: Soort("kreeg een nieuwe sleutel om zonder internet te schrijven", (DOOR,)),
    Actie.VERZEGELD_APART_GEZET: Soort("stuurde een notitie die apart is gezet", (DOOR, ONDERDEEL)),
    Actie.VERZEGELD_GEGEVEN: Soort("gaf een apart gezette notitie hier een plek", _OP_DEEL),
    Actie.VERZEGELD_WEGGEGOOID: Soort("gooide een apart gezette notitie weg", (DOOR, ONDERDEEL)),
    Actie.VERZEGELD_LAAT_GEKOMEN: Soort("bracht een notitie van wie hier niet meer werkt", (DOOR, ONDERDEEL)),
    Actie.ACHTERGEBLEVEN_DOORGEGEVEN: Soort(
        "gaf door wat een collega die stopte nog had liggen", (DOOR, ONDERDEEL, AANTAL)
    ),
    Actie.AANDACHT_GELEZEN: Soort("bekeek wat aandacht nodig heeft", (DOOR, AANTAL)),
    Actie.GESPREK_TOEGEVOEGD: Soort("noteerde een gesprek", _OP_DEEL),
    Actie.GESPREK_GEWIJZIGD: Soort("wijzigde een gesprek", _OP_DEEL),
    Actie.GESPREK_WEGGEHAALD: Soort("haalde een gesprek weg", _OP_DEEL),
    Actie.OPENVRAAG_TOEGEVOEGD: Soort("schreef op wat we nog niet weten", _OP_DEEL),
    Actie.OPENVRAAG_GEWIJZIGD: Soort("wijzigde wat we nog niet weten", _OP_DEEL),
    Actie.OPENVRAAG_WEGGEHAALD: Soort("haalde een open vraag weg", _OP_DEEL),
    Actie.NETWERK_TOEGEVOEGD: Soort("zette iemand in het netwerk", _OP_DEEL),
    Actie.NETWERK_GEWIJZIGD: Soort("wijzigde iemand in het netwerk", _OP_DEEL),
    Actie.NETWERK_WEGGEHAALD: Soort("haalde iemand uit het netwerk", _OP_DEEL),
    Actie.FAMILIE_TOEGEVOEGD: Soort("schreef op wie familie is", _OP_CASUS),
    Actie.FAMILIE_WEGGEHAALD: Soort("haalde weg wie familie is", _OP_CASUS),
    Actie.AFSPRAAK_TOEGEVOEGD: Soort("maakte een afspraak", _OP_DEEL),
    Actie.AFSPRAAK_GEWIJZIGD: Soort("wijzigde een afspraak", _OP_DEEL),
    Actie.AFSPRAAK_WEGGEHAALD: Soort("haalde een afspraak weg", _OP_DEEL),
    Actie.BEWAKER_GEZET: Soort("zette bij afspraken wie oplet", _OP_CASUS),
    Actie.STAND_GEZET: Soort("zette waarover is gepraat", _OP_CASUS),
    Actie.OP_A4_GEKOZEN: Soort("koos wat op de A4 komt", _OP_CASUS),
    Actie.A4_GEKOZEN: Soort("koos woorden voor de A4", _OP_CASUS),
    Actie.SAMENVATTING_TOEGEVOEGD: Soort("maakte een A4", _OP_DEEL),
    Actie.OVERLEG_GEPLAND: Soort("plande een overleg", (DOOR, ONDERDEEL)),
    Actie.OVERLEG_GEWIJZIGD: Soort("wijzigde een overleg", (DOOR, ONDERDEEL)),
    Actie.OVERLEG_AFGESLOTEN: Soort("sloot een overleg af", (DOOR, ONDERDEEL)),
    Actie.OVERLEG_HEROPEND: Soort("opende een overleg weer", (DOOR, ONDERDEEL)),
    Actie.OVERLEG_BEKEKEN: Soort("bekeek een overleg", (DOOR, ONDERDEEL)),
    Actie.OVERLEG_GETOOND: Soort("liet een ander deel zien in een overleg", _OP_DEEL),
    Actie.BESPREKING_TOEGEVOEGD: Soort("zette deze persoon op de agenda van een overleg", _OP_DEEL),
    Actie.BESPREKING_WEGGEHAALD: Soort("haalde deze persoon van de agenda van een overleg", _OP_DEEL),
    Actie.BIJDRAGE_TOEGEVOEGD: Soort("zei iets in een overleg", _OP_DEEL),
    Actie.BESLUIT_TOEGEVOEGD: Soort("schreef een besluit op", _OP_DEEL),
    Actie.ANTWOORD_TOEGEVOEGD: Soort("schreef een antwoord in een oefening", _OP_DEEL),
    Actie.BERICHT_GEKOZEN: Soort("koos of er e-mail komt als er iets klaarstaat", (DOOR,)),
    # by a command, of who looks after the computer
    Actie.BERICHT_GESTUURD: Soort("kreeg een e-mail dat er iets klaarstaat", (ONDERDEEL,)),
    Actie.NAVRAAG_TOEGEVOEGD: Soort("vroeg iets over een notitie", _OP_DEEL),
    Actie.NAVRAAG_GEWIJZIGD: Soort("gaf antwoord op een vraag over een notitie", _OP_DEEL),
    Actie.WERKVORM_BEGONNEN: Soort("begon een werkvorm", (DOOR, ONDERDEEL)),
    Actie.WERKVORM_GEOPEND: Soort("maakte een code om mee te doen met een werkvorm", (DOOR, ONDERDEEL)),
    Actie.WERKVORM_VERDER: Soort("ging verder in een werkvorm", (DOOR, ONDERDEEL)),
    Actie.WERKVORM_AFGESLOTEN: Soort("sloot een werkvorm af", (DOOR, ONDERDEEL)),
    Actie.WERKVORM_WEGGEGOOID: Soort("gooide een werkvorm weg met alles wat er stond", (DOOR, ONDERDEEL)),
    Actie.BELOFTE_AFGEHANDELD: Soort("schreef op wat er van een voornemen werd", (DOOR, ONDERDEEL)),
    Actie.LEERGROEP_GEMAAKT: Soort("maakte een groep om te leren", (DOOR, ONDERDEEL)),
    Actie.LEERGROEP_GEWIJZIGD: Soort("wijzigde een groep om te leren", (DOOR, ONDERDEEL)),
    Actie.LEERGROEP_WEGGEGOOID: Soort("gooide een groep om te leren weg", (DOOR, ONDERDEEL)),
    Actie.LEERGROEP_BEKEKEN: Soort("bekeek hoe ver een groep is met oefenen", (DOOR, ONDERDEEL, AANTAL)),
    Actie.LEERGROEP_LINK_GEMAAKT: Soort("maakte een link om mee te doen in een groep", (DOOR, ONDERDEEL)),
    Actie.LEERGROEP_LINK_INGETROKKEN: Soort("trok de link van een groep in", (DOOR, ONDERDEEL)),
    Actie.LEERGROEP_INGEGAAN: Soort("ging meedoen in een groep", (DOOR,)),
    Actie.LEERGROEP_VERLATEN: Soort("haalde iemand uit een groep, of ging er zelf uit", (DOOR, ONDERDEEL)),
    Actie.ANTWOORD_INGELEVERD: Soort("leverde een antwoord in", (DOOR, ONDERDEEL)),
    Actie.INLEVERING_INGETROKKEN: Soort("trok een ingeleverd antwoord in", (DOOR, ONDERDEEL)),
    Actie.WOORDEN_TERUGGEGEVEN: Soort("gaf woorden terug bij een antwoord", (DOOR, ONDERDEEL)),
    Actie.VERHAAL_GESCHREVEN: Soort("schreef een verhaal om op te oefenen", (DOOR, ONDERDEEL)),
    Actie.VERHAAL_GEWIJZIGD: Soort("wijzigde een verhaal om op te oefenen", (DOOR, ONDERDEEL)),
    Actie.VERHAAL_WEGGEGOOID: Soort("gooide een verhaal om op te oefenen weg", (DOOR, ONDERDEEL)),
    Actie.LEERLOG_GESCHREVEN: Soort("schreef in het eigen leerlog", (DOOR, ONDERDEEL)),
    Actie.LEERLOG_GEWIJZIGD: Soort("wijzigde iets in het eigen leerlog", (DOOR, ONDERDEEL)),
    Actie.LEERLOG_WEGGEHAALD: Soort("haalde iets uit het eigen leerlog", (DOOR, ONDERDEEL)),
    Actie.LEERLOG_MEEGENOMEN: Soort("nam het eigen leerlog mee als bestand", (DOOR, AANTAL)),
    Actie.KAARTPLEK_TOEGEVOEGD: Soort("zette een plek op de sociale kaart", (DOOR, ONDERDEEL)),
    Actie.KAARTPLEK_GEWIJZIGD: Soort("wijzigde een plek op de sociale kaart", (DOOR, ONDERDEEL)),
    Actie.KAARTPLEK_WEGGEHAALD: Soort("haalde een plek van de sociale kaart", (DOOR, ONDERDEEL)),
    Actie.KAARTPLEKKEN_INGELEZEN: Soort("las een lijst in voor de sociale kaart", (DOOR, AANTAL)),
    Actie.SAMEN_GEKEKEN: Soort("legde alles op tafel om samen te kijken", _OP_CASUS),
    Actie.REACTIE_GEGEVEN: Soort("kreeg een reactie bij het samen kijken", _OP_DEEL),
    Actie.REACTIE_AFGEHANDELD: Soort("was klaar met een reactie", _OP_DEEL),
    Actie.MEDEWERKER_TOEGEVOEGD: Soort("voegde een medewerker toe", (ONDERDEEL,)),
    Actie.WACHTWOORD_GEZET: Soort("zette een wachtwoord", (DOOR, ONDERDEEL)),
    Actie.MEEWERKER_GEVRAAGD: Soort("vroeg iemand om mee te werken", _OP_DEEL),
    Actie.MEEWERKER_WEGGEHAALD: Soort("liet iemand niet meer meewerken", _OP_DEEL),
    Actie.CASUS_OVERGEDRAGEN: Soort("droeg over aan een collega", _OP_DEEL),
    Actie.OVERDRACHT_GEZIEN: Soort("zag een overdracht", (DOOR, ONDERDEEL)),
    Actie.NOODTOEGANG_GENOMEN: Soort("keek in nood, een uur lang", _OP_DEEL),
    Actie.NOODTOEGANG_GEZIEN: Soort("zag dat iemand in nood keek", (DOOR, ONDERDEEL)),
    Actie.NOODTOEGANG_AFGETEKEND: Soort("keek het kijken in nood na", (DOOR, ONDERDEEL)),
    Actie.TEAM_GEMAAKT: Soort("maakte een team", (DOOR, ONDERDEEL)),
    Actie.TEAM_GEWIJZIGD: Soort("wijzigde een team", (DOOR, ONDERDEEL)),
    Actie.ROLLEN_GEWIJZIGD: Soort("wijzigde rollen", (DOOR, ONDERDEEL)),
    Actie.MEDEWERKER_GESTOPT: Soort("zette een medewerker uit", (DOOR, ONDERDEEL)),
    Actie.MEDEWERKER_WEER_BEGONNEN: Soort("liet een medewerker weer beginnen", (DOOR, ONDERDEEL)),
    Actie.MEDEWERKER_UITGENODIGD: Soort("nodigde een medewerker uit", (DOOR, ONDERDEEL)),
    Actie.UITNODIGING_INGETROKKEN: Soort("trok een uitnodiging in", (DOOR, ONDERDEEL)),
    Actie.UITNODIGING_AANGENOMEN: Soort("nam een uitnodiging aan", (ONDERDEEL,)),
    Actie.VERVANGING_BEGONNEN: Soort("regelde vervanging", (DOOR, ONDERDEEL)),
    Actie.VERVANGING_INGETROKKEN: Soort("trok vervanging in", (DOOR, ONDERDEEL)),
    Actie.WACHTWOORD_GEKOZEN: Soort("koos een ander wachtwoord", (DOOR, ONDERDEEL)),
    Actie.CODES_BEGONNEN: Soort("begon met codes als tweede stap", (DOOR,)),
    Actie.CODES_INGESTELD: Soort("stelde codes in als tweede stap", (DOOR,)),
    Actie.HERSTELCODES_GEMAAKT: Soort("maakte herstelcodes", (DOOR,)),
    Actie.CODES_WEGGEHAALD: Soort("haalde de codes weg", (DOOR,)),
    Actie.PASSKEY_WEGGEHAALD: Soort("haalde een passkey weg", (DOOR,)),
    Actie.TWEEDE_STAP_GEWIST: Soort("wiste de tweede stap van een medewerker", (ONDERDEEL,)),
    Actie.HERSTELCODE_GEPROBEERD: Soort("probeerde een herstelcode", (DOOR,)),
    Actie.PASSKEY_TOEGEVOEGD: Soort("voegde een passkey toe", (DOOR, ONDERDEEL)),
    Actie.VERGRENDELD: Soort("liet het scherm staan tot het op slot ging", (DOOR,)),
    Actie.OPNIEUW_AANGEMELD: Soort("meldde zich nog een keer aan", (DOOR,)),
    Actie.SESSIES_GESLOTEN: Soort("meldde zich overal af", (DOOR,)),
    Actie.VERGRENDELTIJD_GEZET: Soort("koos wanneer het scherm op slot gaat", (DOOR,)),
    Actie.ORGANISATIE_GEKOPPELD: Soort("meldde zich voor het eerst aan met de organisatie", (DOOR, ONDERDEEL)),
    Actie.AGENDALINK_GEMAAKT: Soort("maakte een link naar de agenda", (DOOR,)),
    Actie.AGENDALINK_INGETROKKEN: Soort("trok de link naar de agenda in", (DOOR,)),
    Actie.AGENDA_GEGEVEN: Soort("liet een agenda de dagen lezen, zonder namen", (DOOR, AANTAL)),
    # an address that nobody has signs in as nobody
    Actie.AANGEMELD: Soort("meldde zich aan"),
    Actie.AFGEMELD: Soort("meldde zich af", (DOOR,)),
    Actie.VERBORGEN: Soort("verborg het scherm", (DOOR,)),
    Actie.WEER_GETOOND: Soort("toonde het scherm weer", (DOOR,)),
    # by a command, of who looks after the computer
    Actie.RESERVEKOPIE_GEMAAKT: Soort("maakte een reservekopie", (AANTAL,)),
    Actie.INSTANTIE_HERSTELD: Soort("zette een reservekopie terug", (AANTAL,)),
    Actie.HERSTELTEST_GEDAAN: Soort("zette een reservekopie terug om te testen", (AANTAL,)),
    Actie.HERSTELBLAD_GEMAAKT: Soort("maakte een herstelblad"),
    Actie.SLEUTELS_TERUGGEZET: Soort("zette sleutels terug met het herstelblad", (AANTAL,)),
    Actie.RESERVESLEUTEL_VERNIETIGD: Soort("vernietigde oude sleutels van reservekopieën", (AANTAL,)),
    Actie.HERSTELBLAD_VERNIETIGD: Soort("vinkte af dat een oud herstelblad is vernietigd", (DOOR, ONDERDEEL)),
}

LEZEN = frozenset(
    {
        Actie.GELEZEN,
        Actie.LIJST_GELEZEN,
        Actie.GEZOCHT,
        Actie.SIGNALEN_GELEZEN,
        Actie.TEAMLIJST_GELEZEN,
        Actie.NOODTOEGANG_BEKEKEN,
        Actie.LOGBOEK_GELEZEN,
        Actie.LOGBOEK_NAGEKEKEN,
        Actie.MEDEWERKER_NAGEKEKEN,
        Actie.WISLIJST_BEKEKEN,
        Actie.LOSSE_NOTITIES_GELEZEN,
        Actie.AANDACHT_GELEZEN,
        Actie.OVERLEG_BEKEKEN,
        Actie.A4_GETEKEND,
        Actie.TOEGANG_GEVRAAGD,
        Actie.PAGINA_GEVRAAGD,
    }
)
"""The acts that change nothing: they may go on, logged aside, while the database takes no lines (betrouwbaarheid.md 4.18)."""

MEENEMEN = frozenset(
    {
        Actie.A4_GETEKEND,
        Actie.CASUS_UITGEVOERD,
        Actie.INZAGE_GEGEVEN,
        Actie.LOGBOEK_AFGEDRUKT,
    }
)
"""The acts after which something of a person stands outside the app. What a browser prints by itself is in no line."""

_VELD = re.compile(r"[a-z0-9_.-]{1,40}")


@dataclass(frozen=True)
class Logregel:
    """One line, before it has a number and a place in the chain. ValueError when it lacks what its actie needs."""

    op: datetime
    medewerker_id: str | None
    actie: Actie
    casus_id: Id | str | None = None
    onderdeel_id: str | None = None
    velden: tuple[str, ...] = ()
    aantal: int | None = None
    uitslag: Uitslag = Uitslag.OK
    grond: str = ""
    herkomst: Herkomst = Herkomst()

    def __post_init__(self) -> None:
        mist = [naam for naam in SOORTEN[self.actie].nodig if getattr(self, naam) is None]
        # what did not succeed may not have come to its facts
        if mist and self.uitslag is Uitslag.OK:
            raise ValueError(f"{self.actie} zonder {', '.join(mist)}")
        if not all(_VELD.fullmatch(veld) for veld in self.velden):
            raise ValueError(f"{self.actie}: dit zijn geen namen van velden")


@dataclass(frozen=True)
class Geschreven:
    """A line as it stands in the logboek, as far as a page shows it. `grond` is the reason that somebody typed, if he did."""

    nummer: int
    op: datetime
    medewerker_id: str | None
    actie: str
    velden: tuple[str, ...]
    uitslag: Uitslag
    grond: str = ""
