"""Groups that learn, what was handed in, and the leerlog."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

UUID = sa.String(36)


def upgrade() -> None:
    op.create_table(
        "leergroep",
        sa.Column("id", UUID, nullable=False),
        sa.Column("docent_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("link_hash", sa.String(64)),
        sa.Column("link_tot", Tijdstip),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["docent_id"], ["medewerker.id"], name="fk_leergroep_docent_id_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_leergroep"),
        sa.UniqueConstraint("link_hash", name="uq_leergroep_link_hash"),
    )
    op.create_index("ix_leergroep_docent_id", "leergroep", ["docent_id"])
    op.create_table(
        "leergroeplid",
        sa.Column("groep_id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("sinds", Tijdstip, nullable=False),
        sa.ForeignKeyConstraint(["groep_id"], ["leergroep.id"], name="fk_leergroeplid_groep_id_leergroep"),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_leergroeplid_medewerker_id_medewerker"),
        sa.PrimaryKeyConstraint("groep_id", "medewerker_id", name="pk_leergroeplid"),
    )
    op.create_index("ix_leergroeplid_medewerker", "leergroeplid", ["medewerker_id"])
    op.create_table(
        "inlevering",
        sa.Column("id", UUID, nullable=False),
        sa.Column("groep_id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["groep_id"], ["leergroep.id"], name="fk_inlevering_groep_id_leergroep"),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_inlevering_medewerker_id_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_inlevering"),
    )
    op.create_index("ix_inlevering_groep_id", "inlevering", ["groep_id"])
    op.create_table(
        "leerlogregel",
        sa.Column("id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_leerlogregel_medewerker_id_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_leerlogregel"),
    )
    op.create_index("ix_leerlogregel_medewerker_id", "leerlogregel", ["medewerker_id"])


def downgrade() -> None:
    for tabel in ("leerlogregel", "inlevering", "leergroeplid", "leergroep"):
        op.drop_table(tabel)
