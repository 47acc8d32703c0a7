"""A werkvorm that a group does, with its guests and what they write."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

UUID = sa.String(36)


def upgrade() -> None:
    op.create_table(
        "werkvormsessie",
        sa.Column("id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("werkvorm", sa.String(60), nullable=False),
        sa.Column("stap", sa.String(60), nullable=False),
        sa.Column("stap_sinds", Tijdstip, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("gesloten_op", Tijdstip),
        sa.Column("code_hash", sa.String(64)),
        sa.Column("code_tot", Tijdstip),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name="fk_werkvormsessie_medewerker_id_medewerker"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_werkvormsessie"),
        sa.UniqueConstraint("code_hash", name="uq_werkvormsessie_code_hash"),
    )
    op.create_index("ix_werkvormsessie_medewerker_id", "werkvormsessie", ["medewerker_id"])
    op.create_table(
        "werkvormgast",
        sa.Column("id", UUID, nullable=False),
        sa.Column("sessie_id", UUID, nullable=False),
        sa.Column("gekomen_op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["sessie_id"], ["werkvormsessie.id"], name="fk_werkvormgast_sessie_id_werkvormsessie"),
        sa.PrimaryKeyConstraint("id", name="pk_werkvormgast"),
    )
    op.create_index("ix_werkvormgast_sessie_id", "werkvormgast", ["sessie_id"])
    op.create_table(
        "werkvorminbreng",
        sa.Column("id", UUID, nullable=False),
        sa.Column("sessie_id", UUID, nullable=False),
        sa.Column("volgnummer", sa.Integer, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["sessie_id"], ["werkvormsessie.id"], name="fk_werkvorminbreng_sessie_id_werkvormsessie"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_werkvorminbreng"),
    )
    op.create_index("ix_werkvorminbreng_sessie", "werkvorminbreng", ["sessie_id", "volgnummer"])


def downgrade() -> None:
    for tabel in ("werkvorminbreng", "werkvormgast", "werkvormsessie"):
        op.drop_table(tabel)
