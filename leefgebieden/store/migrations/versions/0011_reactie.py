"""What a person said of what was written down about him."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

UUID = sa.String(36)


def upgrade() -> None:
    op.create_table(
        "reactie",
        sa.Column("id", UUID, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.Column("afgehandeld_op", Tijdstip),
        sa.Column("afgehandeld_door", UUID),
        sa.CheckConstraint(
            "(afgehandeld_op IS NULL) = (afgehandeld_door IS NULL)", name=op.f("ck_reactie_afgehandeld_door_iemand")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_reactie_casus_id_casus"),
        sa.ForeignKeyConstraint(["afgehandeld_door"], ["medewerker.id"], name="fk_reactie_afgehandeld_door_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_reactie"),
    )
    op.create_index("ix_reactie_casus", "reactie", ["casus_id", "afgehandeld_op"])


def downgrade() -> None:
    op.drop_table("reactie")
