"""A story that a docent wrote himself."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

UUID = sa.String(36)


def upgrade() -> None:
    op.create_table(
        "verhaal",
        sa.Column("id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_verhaal_medewerker_id_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_verhaal"),
    )
    op.create_index("ix_verhaal_medewerker_id", "verhaal", ["medewerker_id"])


def downgrade() -> None:
    op.drop_table("verhaal")
