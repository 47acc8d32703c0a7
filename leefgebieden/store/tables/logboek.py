"""Who did what, when, on which casus, on what ground. No content, no names."""

from sqlalchemy import Column, Integer, String, Table, Text

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

logboek = Table(
    "logboek",
    metadata,
    Column("nummer", Integer, primary_key=True, autoincrement=True),
    Column("op", Tijdstip, nullable=False),
    # no foreign keys: a line stays when the casus or the account is gone
    Column("medewerker_id", UUID_TEKST),
    Column("actie", String(60), nullable=False),
    Column("casus_id", UUID_TEKST, index=True),
    Column("onderdeel_id", UUID_TEKST),
    Column("velden", Text, nullable=False),
    Column("grond", Text, nullable=False),
)
