"""Erasing: who asked for it and who approved, what was erased, and when somebody last said that the clock is right."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

grafsteen = Table(
    "grafsteen",
    metadata,
    # a random id and a moment, no name: the same stands in a file beside the keys, outside every backup
    Column("casus_id", UUID_TEKST, primary_key=True),
    Column("gewist_op", Tijdstip, nullable=False),
)

wisverzoek = Table(
    "wisverzoek",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    # no foreign key: the row stays when the casus is gone
    Column("casus_id", UUID_TEKST, nullable=False),
    # somebody asked, or the term is over and a teamleider said that it may go
    Column("soort", String(10), nullable=False),
    Column("gevraagd_door", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("gevraagd_op", Tijdstip, nullable=False),
    # one person is enough: who works alone, a casus that nobody real is in, or a term that is over
    Column("mag_alleen", Boolean, nullable=False),
    # not before this moment
    Column("vanaf", Tijdstip, nullable=False),
    # the reason, with the key of the casus: it goes with it
    Column("inhoud", LargeBinary),
    Column("ingetrokken_op", Tijdstip),
    Column("goedgekeurd_op", Tijdstip),
    Column("goedgekeurd_door", UUID_TEKST, ForeignKey("medewerker.id")),
    CheckConstraint("soort IN ('verzoek', 'termijn')", name="soort_bekend"),
    CheckConstraint("(goedgekeurd_op IS NULL) = (goedgekeurd_door IS NULL)", name="goedgekeurd_door_iemand"),
    # four eyes: nobody approves what he asked for, unless one person is enough
    CheckConstraint("mag_alleen OR goedgekeurd_door <> gevraagd_door", name="niet_zelf_goedgekeurd"),
    CheckConstraint("goedgekeurd_op >= vanaf", name="niet_te_vroeg"),
    Index("ix_wisverzoek_casus", "casus_id"),
)

klokcontrole = Table(
    "klokcontrole",
    metadata,
    # up to this line of the logboek somebody looked at the clock
    Column("nummer", Integer, primary_key=True, autoincrement=False),
    Column("op", Tijdstip, nullable=False),
    Column("door", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
)

logboekgrond = Table(
    "logboekgrond",
    metadata,
    # a line of the logboek never changes; when the key of its casus was renewed, its reason is read here
    Column("nummer", Integer, primary_key=True, autoincrement=False),
    Column("casus_id", UUID_TEKST, ForeignKey("casus.id"), nullable=False, index=True),
    Column("inhoud", LargeBinary, nullable=False),
)
