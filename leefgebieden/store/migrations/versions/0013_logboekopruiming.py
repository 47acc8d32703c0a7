"""What is older than five years may leave the logboek, up to an anchor; and what was refused is found without reading it all."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

BLIJFT = "regels van het logboek blijven zoals ze zijn"
OPGERUIMD = "EXISTS (SELECT 1 FROM logboekopruiming WHERE tot > OLD.nummer)"


def upgrade() -> None:
    op.create_table(
        "logboekopruiming",
        sa.Column("tot", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("op", Tijdstip, nullable=False),
        sa.PrimaryKeyConstraint("tot", name="pk_logboekopruiming"),
    )
    niet_ok = sa.text("uitslag <> 'ok'")
    op.create_index("ix_logboek_niet_ok", "logboek", ["nummer"], sqlite_where=niet_ok, postgresql_where=niet_ok)
    _replace_trigger(
        f"BEFORE DELETE ON logboek WHEN NOT {OPGERUIMD}",
        f"IF TG_OP = 'DELETE' AND {OPGERUIMD} THEN RETURN OLD; END IF; RAISE EXCEPTION '{BLIJFT}';",
    )


def downgrade() -> None:
    _replace_trigger("BEFORE DELETE ON logboek", f"RAISE EXCEPTION '{BLIJFT}';")
    op.drop_index("ix_logboek_niet_ok", "logboek")
    op.drop_table("logboekopruiming")


def _replace_trigger(wanneer: str, doe: str) -> None:
    """SQLite refuses by a trigger of its own for this; on PostgreSQL all triggers of the table call one function."""
    verbinding = op.get_bind()
    if verbinding.dialect.name == "sqlite":
        verbinding.exec_driver_sql("DROP TRIGGER logboek_niet_wissen")
        verbinding.exec_driver_sql(
            f"CREATE TRIGGER logboek_niet_wissen {wanneer} BEGIN SELECT RAISE(ABORT, '{BLIJFT}'); END"
        )
    else:
        verbinding.exec_driver_sql(
            f"CREATE OR REPLACE FUNCTION logboek_blijft() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {doe} END $$"
        )
