"""Which account of an organisation is whose: the organisation's own number for it, not only an e-mail address."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0007"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisatieaccount",
        sa.Column("uitgever", sa.String(300), nullable=False),
        sa.Column("nummer", sa.String(255), nullable=False),
        sa.Column("medewerker_id", sa.String(36), nullable=False),
        sa.Column("sinds", Tijdstip, nullable=False),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name="fk_organisatieaccount_medewerker_id_medewerker"
        ),
        sa.PrimaryKeyConstraint("uitgever", "nummer", name="pk_organisatieaccount"),
        sa.UniqueConstraint("uitgever", "medewerker_id", name="uq_organisatieaccount_uitgever"),
    )


def downgrade() -> None:
    op.drop_table("organisatieaccount")
