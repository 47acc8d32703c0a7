"""What an instance knows of itself, and the recovery sheets that were made for it."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0009"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "instantie",
        sa.Column("naam", sa.String(40), nullable=False),
        sa.Column("waarde", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("naam", name="pk_instantie"),
    )
    op.create_table(
        "herstelblad",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("getest_op", Tijdstip),
        sa.Column("vernietigd_op", Tijdstip),
        sa.Column("vernietigd_door", sa.String(36)),
        sa.CheckConstraint(
            "(vernietigd_op IS NULL) = (vernietigd_door IS NULL)", name=op.f("ck_herstelblad_vernietigd_door_iemand")
        ),
        sa.ForeignKeyConstraint(
            ["vernietigd_door"], ["medewerker.id"], name="fk_herstelblad_vernietigd_door_medewerker"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_herstelblad"),
    )


def downgrade() -> None:
    op.drop_table("herstelblad")
    op.drop_table("instantie")
