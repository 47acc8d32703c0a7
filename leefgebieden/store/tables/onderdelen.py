"""The parts of a casus. All have one shape, so that a whole casus is read in one statement."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata


def _onderdeel(naam: str) -> Table:
    return Table(
        naam,
        metadata,
        Column("id", UUID_TEKST, primary_key=True),
        Column("casus_id", UUID_TEKST, ForeignKey("casus.id"), nullable=False),
        Column("versie", Integer, nullable=False),
        # the place in the casus: the order in which things were added or stood in a file
        Column("volgnummer", Integer, nullable=False),
        Column("gewijzigd_op", Tijdstip, nullable=False),
        Column("inhoud", LargeBinary, nullable=False),
        Index(f"ix_{naam}_casus", "casus_id", "volgnummer"),
    )


ONDERDELEN: dict[str, Table] = {
    sleutel: _onderdeel(tabel)
    for sleutel, tabel in {
        "gesprekken": "gesprek",
        "notities": "notitie",
        "openvragen": "openvraag",
        "standen": "stand",
        "netwerk": "netwerklid",
        "verwantschap": "verwantschap",
        "afspraken": "afspraak",
        "a4": "a4",
        "samenvattingen": "samenvatting",
        "toestemmingen": "toestemming",
        "besprekingen": "bespreking",
        "bijdragen": "bijdrage",
        "besluiten": "besluit",
        "antwoorden": "antwoord",
        "navragen": "navraag",
    }.items()
}
"""The tables by the key that they have in the exchange format."""

notitie_versie = Table(
    "notitie_versie",
    metadata,
    Column("notitie_id", UUID_TEKST, ForeignKey("notitie.id", ondelete="CASCADE"), primary_key=True),
    Column("versie", Integer, primary_key=True),
    Column("casus_id", UUID_TEKST, ForeignKey("casus.id"), nullable=False, index=True),
    Column("op", Tijdstip, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
)
