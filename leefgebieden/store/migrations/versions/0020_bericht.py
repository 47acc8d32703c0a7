"""Who wants an e-mail when something waits."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "berichtkeuze",
        sa.Column("medewerker_id", sa.String(36), nullable=False),
        sa.Column("sinds", Tijdstip, nullable=False),
        sa.Column("laatst_op", Tijdstip),
        sa.Column("laatst_wat", sa.String(64)),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_berichtkeuze_medewerker_id_medewerker"),
        sa.PrimaryKeyConstraint("medewerker_id", name="pk_berichtkeuze"),
    )


def downgrade() -> None:
    op.drop_table("berichtkeuze")
