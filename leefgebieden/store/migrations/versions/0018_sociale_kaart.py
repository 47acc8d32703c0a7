"""The sociale kaart of a team."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

UUID = sa.String(36)


def upgrade() -> None:
    op.create_table(
        "kaartplek",
        sa.Column("id", UUID, nullable=False),
        sa.Column("team_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_kaartplek_team_id_team"),
        sa.PrimaryKeyConstraint("id", name="pk_kaartplek"),
    )
    op.create_index("ix_kaartplek_team_id", "kaartplek", ["team_id"])


def downgrade() -> None:
    op.drop_table("kaartplek")
