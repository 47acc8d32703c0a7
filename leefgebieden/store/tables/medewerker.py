"""Who works here."""

from sqlalchemy import Boolean, Column, String, Table, Text

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

medewerker = Table(
    "medewerker",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    # in one spelling (lower case), so that one address is one account
    Column("email", String(254), nullable=False, unique=True),
    Column("naam", String(80), nullable=False),
    Column("wachtwoord", Text, nullable=False),
    Column("is_demo", Boolean, nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("gestopt_op", Tijdstip),
)
