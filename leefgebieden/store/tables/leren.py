"""Groups that learn, what was handed in, and the leerlog of each who learns."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

leergroep = Table(
    "leergroep",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("docent_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    Column("versie", Integer, nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    # of the link to join by: who reads the database cannot join
    Column("link_hash", String(64), unique=True),
    Column("link_tot", Tijdstip),
    Column("inhoud", LargeBinary, nullable=False),
)

leergroeplid = Table(
    "leergroeplid",
    metadata,
    Column("groep_id", UUID_TEKST, ForeignKey("leergroep.id"), primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    Column("sinds", Tijdstip, nullable=False),
    Index("ix_leergroeplid_medewerker", "medewerker_id"),
)

inlevering = Table(
    "inlevering",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("groep_id", UUID_TEKST, ForeignKey("leergroep.id"), nullable=False, index=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
)

leerlogregel = Table(
    "leerlogregel",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    Column("versie", Integer, nullable=False),
    Column("op", Tijdstip, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
)

verhaal = Table(
    "verhaal",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    Column("versie", Integer, nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
)
