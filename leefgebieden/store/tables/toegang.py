"""What lets somebody into a casus that is not his: standing in for the eigenaar, break-glass, and handing over."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, LargeBinary, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

vervanging = Table(
    "vervanging",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("eigenaar_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("vervanger_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("van", Date, nullable=False),
    Column("tot", Date, nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("gemaakt_door", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("ingetrokken_op", Tijdstip),
    CheckConstraint("tot >= van", name="tot_na_van"),
    CheckConstraint("vervanger_id <> eigenaar_id", name="niet_zichzelf"),
    Index("ix_vervanging_vervanger", "vervanger_id", "eigenaar_id"),
)

noodtoegang = Table(
    "noodtoegang",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("casus_id", UUID_TEKST, ForeignKey("casus.id"), nullable=False),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("van", Tijdstip, nullable=False),
    Column("tot", Tijdstip, nullable=False),
    # the reason, in words
    Column("inhoud", LargeBinary, nullable=False),
    # when the eigenaar said that he saw it
    Column("gezien_op", Tijdstip),
    Column("afgetekend_op", Tijdstip),
    Column("afgetekend_door", UUID_TEKST, ForeignKey("medewerker.id")),
    CheckConstraint("tot > van", name="tot_na_van"),
    CheckConstraint("(afgetekend_op IS NULL) = (afgetekend_door IS NULL)", name="afgetekend_door_iemand"),
    # four eyes: nobody signs off his own
    CheckConstraint("afgetekend_door <> medewerker_id", name="niet_zelf_afgetekend"),
    Index("ix_noodtoegang_casus", "casus_id", "medewerker_id"),
)

overdracht = Table(
    "overdracht",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("casus_id", UUID_TEKST, ForeignKey("casus.id"), nullable=False, index=True),
    Column("van_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("naar_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("door_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("op", Tijdstip, nullable=False),
    Column("gezien_op", Tijdstip),
    CheckConstraint("naar_id <> van_id", name="naar_een_ander"),
    Index("ix_overdracht_naar", "naar_id", "gezien_op"),
)
