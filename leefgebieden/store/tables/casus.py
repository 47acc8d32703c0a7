"""The casus row, and who belongs to it."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

casus = Table(
    "casus",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("soort", String(10), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("laatste_contact_op", Tijdstip, nullable=False),
    Column("afgesloten_op", Tijdstip),
    # the team whose roles count for it; a student's oefening has none
    Column("team_id", UUID_TEKST, ForeignKey("team.id")),
    # kept in the same transaction as the notitie, so that a list of 300 people opens no notities
    Column("te_ordenen", Integer, nullable=False, default=0),
    Column("inhoud", LargeBinary, nullable=False),
    # what the list of Mensen shows of this casus: names, the next afspraak, planned gesprekken
    Column("lijstregel", LargeBinary, nullable=False),
    Column("lijstversie", Integer, nullable=False),
    CheckConstraint("soort IN ('echt', 'voorbeeld', 'oefening')", name="soort_bekend"),
    CheckConstraint("te_ordenen >= 0", name="te_ordenen_telt"),
    Index("ix_casus_team", "team_id"),
)

betrokkene = Table(
    "betrokkene",
    metadata,
    Column("casus_id", UUID_TEKST, ForeignKey("casus.id"), primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    Column("betrokkenheid", String(10), nullable=False),
    Column("sinds", Tijdstip, nullable=False),
    CheckConstraint("betrokkenheid IN ('eigenaar', 'meewerker')", name="betrokkenheid_bekend"),
    Index("ix_betrokkene_medewerker", "medewerker_id", "casus_id"),
)
