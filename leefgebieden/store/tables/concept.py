"""Words that were typed and not saved yet: one per medewerker, casus and form."""

from sqlalchemy import Column, ForeignKey, String, Table, Text

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

concept = Table(
    "concept",
    metadata,
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    # empty for a form that belongs to no casus yet, such as a new contact
    Column("casus_id", String(36), primary_key=True),
    Column("formulier", String(80), primary_key=True),
    Column("op", Tijdstip, nullable=False),
    Column("inhoud", Text, nullable=False),
)
