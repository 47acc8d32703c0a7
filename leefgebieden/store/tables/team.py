"""Teams, who has which rol in them, and the invitations to join."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Table, Text

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

team = Table(
    "team",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("naam", String(80), nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    # since when team mates read each other's casussen; empty: they do not
    Column("lezen_mee_sinds", Tijdstip),
)

teamlid = Table(
    "teamlid",
    metadata,
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    Column("team_id", UUID_TEKST, ForeignKey("team.id"), primary_key=True),
    Column("rol", String(20), primary_key=True),
    Column("sinds", Tijdstip, nullable=False),
    CheckConstraint("rol IN ('outreachend-werker', 'teamleider', 'kernteamlid')", name="rol_bekend"),
    Index("ix_teamlid_team", "team_id"),
)

medewerker_rol = Table(
    "medewerker_rol",
    metadata,
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    Column("rol", String(20), primary_key=True),
    Column("sinds", Tijdstip, nullable=False),
    CheckConstraint("rol IN ('beheerder', 'docent', 'student')", name="rol_bekend"),
)

uitnodiging = Table(
    "uitnodiging",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    # the token itself is shown once and kept nowhere
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("email", String(254), nullable=False),
    Column("naam", String(80), nullable=False),
    Column("team_id", UUID_TEKST, ForeignKey("team.id"), nullable=False),
    Column("rollen", Text, nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("gemaakt_door", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("verloopt_op", Tijdstip, nullable=False),
    Column("gebruikt_op", Tijdstip),
    Column("ingetrokken_op", Tijdstip),
)
