"""Signing in: sessions, failed attempts and the second step."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

UUID = sa.String(36)
TABELLEN = ("sessie", "sessiekeuze", "aanmeldpoging", "totp", "herstelcode", "passkey", "uitdaging")


def _of_medewerker(tabel: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name=f"fk_{tabel}_medewerker_id_medewerker")


def upgrade() -> None:
    op.create_table(
        "sessie",
        sa.Column("id", UUID, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("laatst_gezien", Tijdstip, nullable=False),
        sa.Column("vers_op", Tijdstip, nullable=False),
        sa.Column("plek", sa.String(10), nullable=False),
        sa.Column("slot_na", sa.Integer, nullable=False),
        sa.Column("apparaat", sa.String(20), nullable=False),
        sa.Column("nog_instellen", sa.Boolean, nullable=False),
        sa.Column("vergrendeld_op", Tijdstip),
        sa.Column("verborgen", sa.Boolean, nullable=False),
        sa.Column("afgesloten_op", Tijdstip),
        sa.CheckConstraint("plek IN ('onderweg', 'kantoor')", name=op.f("ck_sessie_plek_bekend")),
        sa.CheckConstraint("slot_na > 0", name=op.f("ck_sessie_slot_na_telt")),
        _of_medewerker("sessie"),
        sa.PrimaryKeyConstraint("id", name="pk_sessie"),
        sa.UniqueConstraint("hash", name="uq_sessie_hash"),
    )
    op.create_index("ix_sessie_medewerker", "sessie", ["medewerker_id", "afgesloten_op"])
    op.create_table(
        "sessiekeuze",
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("onderweg", sa.Integer, nullable=False),
        sa.Column("kantoor", sa.Integer, nullable=False),
        _of_medewerker("sessiekeuze"),
        sa.PrimaryKeyConstraint("medewerker_id", name="pk_sessiekeuze"),
    )
    op.create_table(
        "aanmeldpoging",
        sa.Column("sleutel", sa.String(64), nullable=False),
        sa.Column("mislukt", sa.Integer, nullable=False),
        sa.Column("laatst_op", Tijdstip, nullable=False),
        sa.PrimaryKeyConstraint("sleutel", name="pk_aanmeldpoging"),
    )
    op.create_index("ix_aanmeldpoging_laatst_op", "aanmeldpoging", ["laatst_op"])
    op.create_table(
        "totp",
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("bevestigd_op", Tijdstip),
        sa.Column("laatste_stap", sa.Integer, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        _of_medewerker("totp"),
        sa.PrimaryKeyConstraint("medewerker_id", name="pk_totp"),
    )
    op.create_table(
        "herstelcode",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("gebruikt_op", Tijdstip),
        _of_medewerker("herstelcode"),
        sa.PrimaryKeyConstraint("hash", name="pk_herstelcode"),
    )
    op.create_index("ix_herstelcode_medewerker_id", "herstelcode", ["medewerker_id"])
    op.create_table(
        "passkey",
        sa.Column("id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("credential", sa.String(1400), nullable=False),
        sa.Column("publiek", sa.Text, nullable=False),
        sa.Column("teller", sa.Integer, nullable=False),
        sa.Column("apparaat", sa.String(20), nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("gebruikt_op", Tijdstip),
        _of_medewerker("passkey"),
        sa.PrimaryKeyConstraint("id", name="pk_passkey"),
        sa.UniqueConstraint("credential", name="uq_passkey_credential"),
    )
    op.create_index("ix_passkey_medewerker_id", "passkey", ["medewerker_id"])
    op.create_table(
        "uitdaging",
        sa.Column("waarde", sa.String(64), nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.PrimaryKeyConstraint("waarde", name="pk_uitdaging"),
    )
    op.create_index("ix_uitdaging_gemaakt_op", "uitdaging", ["gemaakt_op"])


def downgrade() -> None:
    for naam in reversed(TABELLEN):
        op.drop_table(naam)
