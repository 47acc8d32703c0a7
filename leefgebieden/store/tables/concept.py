"""Words that were typed and not saved yet: one per medewerker, casus and form."""

from sqlalchemy import Column, ForeignKey, LargeBinary, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

concept = Table(
    "concept",
    metadata,
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    # empty for a form that belongs to no casus yet, such as a new contact
    Column("casus_id", String(36), primary_key=True),
    # which form it is tells what was asked: only an image of its name stands here
    Column("formulier", String(64), primary_key=True),
    Column("op", Tijdstip, nullable=False),
    # when his worker was told that it will go; it never goes without
    Column("gewaarschuwd_op", Tijdstip),
    Column("inhoud", LargeBinary, nullable=False),
)
