"""The overleg, and what is said and decided in it about a casus."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

UUID = sa.String(36)
ONDERDELEN = ("bespreking", "bijdrage", "besluit")


def upgrade() -> None:
    op.create_table(
        "overleg",
        sa.Column("id", UUID, nullable=False),
        sa.Column("team_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("begint_op", Tijdstip, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("afgesloten_op", Tijdstip),
        sa.Column("nu_punt", UUID),
        sa.Column("nu_deel", sa.String(12)),
        sa.Column("nu_sinds", Tijdstip),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.CheckConstraint("(nu_punt IS NULL) = (nu_sinds IS NULL)", name=op.f("ck_overleg_nu_heel")),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_overleg_team_id_team"),
        sa.PrimaryKeyConstraint("id", name="pk_overleg"),
    )
    op.create_index("ix_overleg_team", "overleg", ["team_id", "begint_op"])
    op.create_table(
        "overlegdeelnemer",
        sa.Column("overleg_id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name="fk_overlegdeelnemer_overleg_id_overleg"),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name="fk_overlegdeelnemer_medewerker_id_medewerker"
        ),
        sa.PrimaryKeyConstraint("overleg_id", "medewerker_id", name="pk_overlegdeelnemer"),
    )
    op.create_index("ix_overlegdeelnemer_medewerker", "overlegdeelnemer", ["medewerker_id"])
    op.create_table(
        "agendapunt",
        sa.Column("id", UUID, nullable=False),
        sa.Column("overleg_id", UUID, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("volgnummer", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["overleg_id"], ["overleg.id"], name="fk_agendapunt_overleg_id_overleg"),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_agendapunt_casus_id_casus"),
        sa.PrimaryKeyConstraint("id", name="pk_agendapunt"),
    )
    op.create_index("ix_agendapunt_casus_id", "agendapunt", ["casus_id"])
    op.create_index("ix_agendapunt_overleg", "agendapunt", ["overleg_id", "volgnummer"])
    for tabel in ONDERDELEN:
        op.create_table(
            tabel,
            sa.Column("id", UUID, nullable=False),
            sa.Column("casus_id", UUID, nullable=False),
            sa.Column("versie", sa.Integer, nullable=False),
            sa.Column("volgnummer", sa.Integer, nullable=False),
            sa.Column("gewijzigd_op", Tijdstip, nullable=False),
            sa.Column("inhoud", sa.LargeBinary, nullable=False),
            sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=f"fk_{tabel}_casus_id_casus"),
            sa.PrimaryKeyConstraint("id", name=f"pk_{tabel}"),
        )
        op.create_index(f"ix_{tabel}_casus", tabel, ["casus_id", "volgnummer"])


def downgrade() -> None:
    for tabel in (*reversed(ONDERDELEN), "agendapunt", "overlegdeelnemer", "overleg"):
        op.drop_table(tabel)
