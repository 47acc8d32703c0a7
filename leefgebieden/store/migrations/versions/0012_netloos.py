"""Writing without a network: losse notities, keys to seal with, what arrived sealed, and what a device holds."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

UUID = sa.String(36)


def _of_medewerker(tabel: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name=f"fk_{tabel}_medewerker_id_medewerker")


def upgrade() -> None:
    op.create_table(
        "losse_notitie",
        sa.Column("id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        _of_medewerker("losse_notitie"),
        sa.PrimaryKeyConstraint("id", name="pk_losse_notitie"),
    )
    op.create_index("ix_losse_notitie_medewerker_id", "losse_notitie", ["medewerker_id"])
    op.create_table(
        "zegelsleutel",
        sa.Column("id", UUID, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("vervangen_op", Tijdstip),
        sa.Column("openbaar", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_zegelsleutel"),
    )
    op.create_table(
        "verzegeld",
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("id", UUID, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("casus_id", UUID),
        sa.Column("ontvangen_op", Tijdstip, nullable=False),
        sa.Column("soort", sa.String(12), nullable=False),
        sa.Column("verloopt_op", Tijdstip),
        sa.Column("inhoud", sa.LargeBinary),
        sa.CheckConstraint(
            "soort IN ('bewaard', 'concept', 'botsing', 'gewist', 'geen-recht', 'onleesbaar')",
            name=op.f("ck_verzegeld_soort_bekend"),
        ),
        _of_medewerker("verzegeld"),
        sa.PrimaryKeyConstraint("medewerker_id", "id", "sha256", name="pk_verzegeld"),
    )
    op.create_index("ix_verzegeld_verloopt", "verzegeld", ["verloopt_op"])
    op.create_table(
        "toestelmelding",
        sa.Column("toestel_id", UUID, nullable=False),
        sa.Column("id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("verdwenen_op", Tijdstip),
        _of_medewerker("toestelmelding"),
        sa.PrimaryKeyConstraint("toestel_id", "id", name="pk_toestelmelding"),
    )
    op.create_index("ix_toestelmelding_medewerker_id", "toestelmelding", ["medewerker_id"])


def downgrade() -> None:
    for tabel in ("toestelmelding", "verzegeld", "zegelsleutel", "losse_notitie"):
        op.drop_table(tabel)
