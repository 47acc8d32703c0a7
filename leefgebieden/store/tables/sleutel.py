"""The keys that stand in the database: wrapped, and so of no use without the key that stands outside it."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, LargeBinary, String, Table, false

from leefgebieden.store.tables.basis import Tijdstip, metadata

kek = Table(
    "kek",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("gemaakt_op", Tijdstip, nullable=False),
    # new keys are wrapped under this one; during a rotation the one before it is still here
    Column("actief", Boolean, nullable=False),
    # opens only with the right key: a wrong key file is found at start, not halfway a page
    Column("controle", LargeBinary, nullable=False),
    # something that was wrapped under it was erased: until it is gone, remnants on the disk can still be opened
    Column("moet_weg", Boolean, nullable=False, server_default=false()),
)

sleutel = Table(
    "sleutel",
    metadata,
    # a casus, a medewerker, or a name such as "logboek"
    Column("eigenaar_id", String(36), primary_key=True),
    Column("soort", String(12), nullable=False),
    Column("kek_id", String(20), ForeignKey("kek.id"), nullable=False, index=True),
    Column("gewikkeld", LargeBinary, nullable=False),
    CheckConstraint("soort IN ('casus', 'medewerker', 'overleg', 'groep', 'instantie')", name="soort_bekend"),
)
