"""An overleg: when, of which team, who is asked, and which casus in which order. What is said about somebody stands with him."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

overleg = Table(
    "overleg",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("team_id", UUID_TEKST, ForeignKey("team.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("begint_op", Tijdstip, nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("afgesloten_op", Tijdstip),
    # what lies on the table now, and since when: the screens of who follows show the same
    Column("nu_punt", UUID_TEKST),
    Column("nu_deel", String(12)),
    Column("nu_sinds", Tijdstip),
    Column("inhoud", LargeBinary, nullable=False),
    CheckConstraint("(nu_punt IS NULL) = (nu_sinds IS NULL)", name="nu_heel"),
    Index("ix_overleg_team", "team_id", "begint_op"),
)

overlegdeelnemer = Table(
    "overlegdeelnemer",
    metadata,
    Column("overleg_id", UUID_TEKST, ForeignKey("overleg.id"), primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    Index("ix_overlegdeelnemer_medewerker", "medewerker_id"),
)

agendapunt = Table(
    "agendapunt",
    metadata,
    # the id of the bespreking in the casus
    Column("id", UUID_TEKST, primary_key=True),
    Column("overleg_id", UUID_TEKST, ForeignKey("overleg.id"), nullable=False),
    Column("casus_id", UUID_TEKST, ForeignKey("casus.id"), nullable=False, index=True),
    Column("volgnummer", Integer, nullable=False),
    Index("ix_agendapunt_overleg", "overleg_id", "volgnummer"),
)
