"""The sociale kaart of a team."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table

from leefgebieden.store.tables.basis import UUID_TEKST, metadata

kaartplek = Table(
    "kaartplek",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("team_id", UUID_TEKST, ForeignKey("team.id"), nullable=False, index=True),
    Column("versie", Integer, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
)
