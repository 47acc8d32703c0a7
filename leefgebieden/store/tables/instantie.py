"""What this instance knows of itself, and the recovery sheets that were made for it."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table, Text

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

instantie = Table(
    "instantie",
    metadata,
    # one row per fact: `store/instantie.py` names them
    Column("naam", String(40), primary_key=True),
    Column("waarde", Text, nullable=False),
)

herstelblad = Table(
    "herstelblad",
    metadata,
    # stands on both halves of the paper; the key itself is nowhere but there
    Column("id", String(20), primary_key=True),
    Column("gemaakt_op", Tijdstip, nullable=False),
    # when a backup was last restored with it
    Column("getest_op", Tijdstip),
    # when somebody said that both halves were destroyed
    Column("vernietigd_op", Tijdstip),
    Column("vernietigd_door", UUID_TEKST, ForeignKey("medewerker.id")),
    CheckConstraint("(vernietigd_op IS NULL) = (vernietigd_door IS NULL)", name="vernietigd_door_iemand"),
)
