"""The secret links to an agenda."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agendalink",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("medewerker_id", sa.String(36), nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("laatst_gelezen", Tijdstip),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_agendalink_medewerker_id_medewerker"),
        sa.PrimaryKeyConstraint("hash", name="pk_agendalink"),
    )
    op.create_index("ix_agendalink_medewerker_id", "agendalink", ["medewerker_id"])


def downgrade() -> None:
    op.drop_table("agendalink")
