"""Who did what, when, on which casus, on what ground. No content, no names.

Lines are only ever added: the migration that made this shape also made triggers that refuse an UPDATE, a DELETE and a line
with a number that is there. Batch mode of Alembic builds a table anew and loses them: a later migration makes them again.
What may go because of its age is named in `logboekopruiming` first.
"""

from sqlalchemy import CheckConstraint, Column, Index, Integer, String, Table, Text, text

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

logboek = Table(
    "logboek",
    metadata,
    # given by us and without a gap: the chain runs along it
    Column("nummer", Integer, primary_key=True, autoincrement=False),
    Column("op", Tijdstip, nullable=False),
    Column("apparaat_tijd", Tijdstip),
    # no foreign keys: a line stays when the casus or the account is gone
    Column("medewerker_id", UUID_TEKST),
    Column("namens_id", UUID_TEKST),
    Column("rol", String(20), nullable=False),
    Column("team_id", UUID_TEKST),
    Column("actie", String(60), nullable=False),
    Column("casus_id", UUID_TEKST),
    Column("onderdeel_id", UUID_TEKST),
    # names of fields or of a page, as a JSON list
    Column("velden", Text, nullable=False),
    # how many there were in a list or a search
    Column("aantal", Integer),
    Column("uitslag", String(10), nullable=False),
    Column("herkomst", String(64), nullable=False),
    # what let somebody in; the reason that he gave, in his own words, stands in `grond`
    Column("toegang", String(20), nullable=False),
    Column("grond", Text, nullable=False),
    Column("verzoek_id", UUID_TEKST),
    Column("vorige_hash", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    CheckConstraint("uitslag IN ('ok', 'geweigerd', 'fout')", name="uitslag_bekend"),
    Index("ix_logboek_casus", "casus_id", "nummer"),
    # what somebody saw in some days, when a device is lost
    Index("ix_logboek_medewerker", "medewerker_id", "op"),
    # few among many: who was refused, and what did not succeed
    Index(
        "ix_logboek_niet_ok",
        "nummer",
        sqlite_where=text("uitslag <> 'ok'"),
        postgresql_where=text("uitslag <> 'ok'"),
    ),
)

logboekopruiming = Table(
    "logboekopruiming",
    metadata,
    # the lines before this number are older than they may be kept; this one has an anchor, and is the first that stays
    Column("tot", Integer, primary_key=True, autoincrement=False),
    Column("op", Tijdstip, nullable=False),
)
