"""What a colleague asks about one notitie, and what was answered."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

UUID = sa.String(36)


def upgrade() -> None:
    op.create_table(
        "navraag",
        sa.Column("id", UUID, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("volgnummer", sa.Integer, nullable=False),
        sa.Column("gewijzigd_op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_navraag_casus_id_casus"),
        sa.PrimaryKeyConstraint("id", name="pk_navraag"),
    )
    op.create_index("ix_navraag_casus", "navraag", ["casus_id", "volgnummer"])


def downgrade() -> None:
    op.drop_table("navraag")
