"""A werkvorm that a group does: which step it is at, who takes part, and what is written down. It is about nobody."""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

werkvormsessie = Table(
    "werkvormsessie",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    Column("werkvorm", String(60), nullable=False),
    Column("stap", String(60), nullable=False),
    Column("stap_sinds", Tijdstip, nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("gesloten_op", Tijdstip),
    # of the code to join with: who reads the database cannot join
    Column("code_hash", String(64), unique=True),
    Column("code_tot", Tijdstip),
)

werkvormgast = Table(
    "werkvormgast",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("sessie_id", UUID_TEKST, ForeignKey("werkvormsessie.id"), nullable=False, index=True),
    Column("gekomen_op", Tijdstip, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
)

werkvorminbreng = Table(
    "werkvorminbreng",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("sessie_id", UUID_TEKST, ForeignKey("werkvormsessie.id"), nullable=False),
    Column("volgnummer", Integer, nullable=False),
    Column("versie", Integer, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
    Index("ix_werkvorminbreng_sessie", "sessie_id", "volgnummer"),
)
