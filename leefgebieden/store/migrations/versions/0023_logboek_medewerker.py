"""What one medewerker did in some days is found without walking through the whole logboek."""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_logboek_medewerker", "logboek", ["medewerker_id", "op"])


def downgrade() -> None:
    op.drop_index("ix_logboek_medewerker", "logboek")
