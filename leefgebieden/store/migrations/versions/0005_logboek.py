"""The logboek as a chain: more facts per line, a hash that binds each to the one before, and lines that cannot be changed."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.domain.keten import BEGIN, compute_hash
from leefgebieden.store.keten import get_keten
from leefgebieden.store.tables.basis import Tijdstip

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

UUID = sa.String(36)

SQLITE = {
    "logboek_niet_wijzigen": "BEFORE UPDATE ON logboek",
    "logboek_niet_wissen": "BEFORE DELETE ON logboek",
    # INSERT OR REPLACE takes a line away without a DELETE that a trigger sees
    "logboek_niet_vervangen": (
        "BEFORE INSERT ON logboek WHEN EXISTS (SELECT 1 FROM logboek WHERE nummer = NEW.nummer)"
    ),
}
POSTGRESQL = {
    "logboek_niet_wijzigen": "BEFORE UPDATE OR DELETE ON logboek FOR EACH ROW",
    "logboek_niet_legen": "BEFORE TRUNCATE ON logboek FOR EACH STATEMENT",
}


def upgrade() -> None:
    oud = _read_old()
    op.drop_index("ix_logboek_casus_id", "logboek")
    op.drop_table("logboek")
    tabel = op.create_table(
        "logboek",
        sa.Column("nummer", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("apparaat_tijd", Tijdstip),
        sa.Column("medewerker_id", UUID),
        sa.Column("namens_id", UUID),
        sa.Column("rol", sa.String(20), nullable=False),
        sa.Column("team_id", UUID),
        sa.Column("actie", sa.String(60), nullable=False),
        sa.Column("casus_id", UUID),
        sa.Column("onderdeel_id", UUID),
        sa.Column("velden", sa.Text, nullable=False),
        sa.Column("aantal", sa.Integer),
        sa.Column("uitslag", sa.String(10), nullable=False),
        sa.Column("herkomst", sa.String(64), nullable=False),
        sa.Column("toegang", sa.String(20), nullable=False),
        sa.Column("grond", sa.Text, nullable=False),
        sa.Column("verzoek_id", UUID),
        sa.Column("vorige_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.CheckConstraint("uitslag IN ('ok', 'geweigerd', 'fout')", name=op.f("ck_logboek_uitslag_bekend")),
        sa.PrimaryKeyConstraint("nummer", name="pk_logboek"),
    )
    op.create_index("ix_logboek_casus", "logboek", ["casus_id", "nummer"])
    _forge_chain(tabel, oud)
    _make_append_only()


def downgrade() -> None:
    verbinding = op.get_bind()
    _drop_triggers()
    kolommen = "nummer, op, medewerker_id, actie, casus_id, onderdeel_id, velden, grond"
    op.drop_index("ix_logboek_casus", "logboek")
    op.rename_table("logboek", "logboek_keten")
    op.create_table(
        "logboek",
        sa.Column("nummer", sa.Integer, nullable=False, autoincrement=True),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("medewerker_id", UUID),
        sa.Column("actie", sa.String(60), nullable=False),
        sa.Column("casus_id", UUID),
        sa.Column("onderdeel_id", UUID),
        sa.Column("velden", sa.Text, nullable=False),
        sa.Column("grond", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("nummer", name="pk_logboek"),
    )
    op.create_index("ix_logboek_casus_id", "logboek", ["casus_id"])
    overnemen = f"INSERT INTO logboek ({kolommen}) SELECT {kolommen} FROM logboek_keten"  # nosec B608 # our own column names
    verbinding.execute(sa.text(overnemen))
    op.drop_table("logboek_keten")


def _read_old() -> list[dict[str, object]]:
    oud = sa.table(
        "logboek",
        sa.column("op", Tijdstip),
        *(sa.column(naam) for naam in ("medewerker_id", "actie", "casus_id", "onderdeel_id", "velden", "grond")),
    )
    return [dict(rij) for rij in op.get_bind().execute(sa.select(oud).order_by(sa.text("nummer"))).mappings()]


def _forge_chain(tabel: sa.Table, oud: list[dict[str, object]]) -> None:
    """The lines that were there get their hashes, by a key that is made now: there was none."""
    if not oud:
        return
    sleutel, vorige = get_keten(op.get_bind()).need_sleutel(begonnen=False), BEGIN
    for nummer, rij in enumerate(oud, start=1):
        waarden = {"rol": "", "uitslag": "ok", "herkomst": "", "toegang": "", **rij}
        waarden |= {"nummer": nummer, "vorige_hash": vorige}
        vorige = compute_hash(sleutel, waarden)
        op.get_bind().execute(sa.insert(tabel).values(**waarden, hash=vorige))


def _make_append_only() -> None:
    verbinding = op.get_bind()
    if verbinding.dialect.name == "sqlite":
        for naam, wanneer in SQLITE.items():
            verbinding.exec_driver_sql(
                f"CREATE TRIGGER {naam} {wanneer} "
                "BEGIN SELECT RAISE(ABORT, 'regels van het logboek blijven zoals ze zijn'); END"
            )
    else:
        verbinding.exec_driver_sql(
            "CREATE FUNCTION logboek_blijft() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'regels van het logboek blijven zoals ze zijn'; END $$"
        )
        for naam, wanneer in POSTGRESQL.items():
            verbinding.exec_driver_sql(f"CREATE TRIGGER {naam} {wanneer} EXECUTE FUNCTION logboek_blijft()")


def _drop_triggers() -> None:
    verbinding = op.get_bind()
    if verbinding.dialect.name == "sqlite":
        for naam in SQLITE:
            verbinding.exec_driver_sql(f"DROP TRIGGER {naam}")
    else:
        for naam in POSTGRESQL:
            verbinding.exec_driver_sql(f"DROP TRIGGER {naam} ON logboek")
        verbinding.exec_driver_sql("DROP FUNCTION logboek_blijft()")
