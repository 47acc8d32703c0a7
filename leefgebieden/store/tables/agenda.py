"""The secret links by which a calendar reads an agenda without names."""

from sqlalchemy import Column, ForeignKey, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

agendalink = Table(
    "agendalink",
    metadata,
    # of the random word in the address: who reads the database cannot follow it
    Column("hash", String(64), primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("laatst_gelezen", Tijdstip),
)
