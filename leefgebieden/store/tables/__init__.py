"""The tables. In the clear stand only ids, times, soort, version numbers and counts; the rest is in `inhoud`."""

from leefgebieden.store.tables.aanmelden import (
    aanmeldpoging,
    herstelcode,
    organisatieaccount,
    passkey,
    sessie,
    sessiekeuze,
    totp,
    uitdaging,
)
from leefgebieden.store.tables.agenda import agendalink
from leefgebieden.store.tables.basis import metadata
from leefgebieden.store.tables.bericht import berichtkeuze
from leefgebieden.store.tables.casus import betrokkene, casus
from leefgebieden.store.tables.concept import concept
from leefgebieden.store.tables.instantie import herstelblad, instantie
from leefgebieden.store.tables.leren import inlevering, leergroep, leergroeplid, leerlogregel, verhaal
from leefgebieden.store.tables.logboek import logboek, logboekopruiming
from leefgebieden.store.tables.medewerker import medewerker
from leefgebieden.store.tables.netloos import losse_notitie, toestelmelding, verzegeld, zegelsleutel
from leefgebieden.store.tables.onderdelen import ONDERDELEN, notitie_versie
from leefgebieden.store.tables.overleg import agendapunt, overleg, overlegdeelnemer
from leefgebieden.store.tables.reactie import reactie
from leefgebieden.store.tables.sleutel import kek, sleutel
from leefgebieden.store.tables.sociale_kaart import kaartplek
from leefgebieden.store.tables.team import medewerker_rol, team, teamlid, uitnodiging
from leefgebieden.store.tables.toegang import noodtoegang, overdracht, vervanging
from leefgebieden.store.tables.werkvorm import werkvormgast, werkvorminbreng, werkvormsessie
from leefgebieden.store.tables.wissen import grafsteen, klokcontrole, logboekgrond, wisverzoek

__all__ = [
    "ONDERDELEN",
    "aanmeldpoging",
    "agendalink",
    "agendapunt",
    "berichtkeuze",
    "betrokkene",
    "casus",
    "concept",
    "grafsteen",
    "herstelblad",
    "herstelcode",
    "inlevering",
    "instantie",
    "kaartplek",
    "kek",
    "klokcontrole",
    "leergroep",
    "leergroeplid",
    "leerlogregel",
    "logboek",
    "logboekgrond",
    "logboekopruiming",
    "losse_notitie",
    "medewerker",
    "medewerker_rol",
    "metadata",
    "noodtoegang",
    "notitie_versie",
    "organisatieaccount",
    "overdracht",
    "overleg",
    "overlegdeelnemer",
    "passkey",
    "reactie",
    "sessie",
    "sessiekeuze",
    "sleutel",
    "team",
    "teamlid",
    "toestelmelding",
    "totp",
    "uitdaging",
    "uitnodiging",
    "verhaal",
    "vervanging",
    "werkvormgast",
    "werkvorminbreng",
    "werkvormsessie",
    "wisverzoek",
    "verzegeld",
    "zegelsleutel",
]
