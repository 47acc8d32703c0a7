"""What a person said of what was written down about him."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, LargeBinary, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

reactie = Table(
    "reactie",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("casus_id", UUID_TEKST, ForeignKey("casus.id"), nullable=False),
    Column("op", Tijdstip, nullable=False),
    # of what, and what was said
    Column("inhoud", LargeBinary, nullable=False),
    # when a worker was done with it, and who
    Column("afgehandeld_op", Tijdstip),
    Column("afgehandeld_door", UUID_TEKST, ForeignKey("medewerker.id")),
    CheckConstraint("(afgehandeld_op IS NULL) = (afgehandeld_door IS NULL)", name="afgehandeld_door_iemand"),
    Index("ix_reactie_casus", "casus_id", "afgehandeld_op"),
)
