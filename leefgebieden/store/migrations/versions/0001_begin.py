"""The first shape: medewerkers, casussen with their parts, concepten and the logboek."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

UUID = sa.String(36)
ONDERDELEN = (
    "gesprek",
    "notitie",
    "openvraag",
    "stand",
    "netwerklid",
    "verwantschap",
    "afspraak",
    "a4",
    "samenvatting",
)


def upgrade() -> None:
    op.create_table(
        "kek",
        sa.Column("id", sa.String(20), nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("actief", sa.Boolean, nullable=False),
        sa.Column("controle", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_kek"),
    )
    op.create_table(
        "sleutel",
        sa.Column("eigenaar_id", UUID, nullable=False),
        sa.Column("soort", sa.String(12), nullable=False),
        sa.Column("kek_id", sa.String(20), nullable=False),
        sa.Column("gewikkeld", sa.LargeBinary, nullable=False),
        sa.CheckConstraint(
            "soort IN ('casus', 'medewerker', 'overleg', 'groep', 'instantie')", name=op.f("ck_sleutel_soort_bekend")
        ),
        sa.ForeignKeyConstraint(["kek_id"], ["kek.id"], name="fk_sleutel_kek_id_kek"),
        sa.PrimaryKeyConstraint("eigenaar_id", name="pk_sleutel"),
    )
    op.create_index("ix_sleutel_kek_id", "sleutel", ["kek_id"])
    op.create_table(
        "medewerker",
        sa.Column("id", UUID, nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("naam", sa.String(80), nullable=False),
        sa.Column("wachtwoord", sa.Text, nullable=False),
        sa.Column("is_demo", sa.Boolean, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("gestopt_op", Tijdstip),
        sa.PrimaryKeyConstraint("id", name="pk_medewerker"),
        sa.UniqueConstraint("email", name="uq_medewerker_email"),
    )
    op.create_table(
        "casus",
        sa.Column("id", UUID, nullable=False),
        sa.Column("soort", sa.String(10), nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("laatste_contact_op", Tijdstip, nullable=False),
        sa.Column("afgesloten_op", Tijdstip),
        sa.Column("te_ordenen", sa.Integer, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.Column("lijstregel", sa.LargeBinary, nullable=False),
        sa.Column("lijstversie", sa.Integer, nullable=False),
        sa.CheckConstraint("soort IN ('echt', 'voorbeeld', 'oefening')", name=op.f("ck_casus_soort_bekend")),
        sa.CheckConstraint("te_ordenen >= 0", name=op.f("ck_casus_te_ordenen_telt")),
        sa.PrimaryKeyConstraint("id", name="pk_casus"),
    )
    op.create_table(
        "betrokkene",
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("betrokkenheid", sa.String(10), nullable=False),
        sa.Column("sinds", Tijdstip, nullable=False),
        sa.CheckConstraint(
            "betrokkenheid IN ('eigenaar', 'meewerker')", name=op.f("ck_betrokkene_betrokkenheid_bekend")
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_betrokkene_casus_id_casus"),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_betrokkene_medewerker_id_medewerker"),
        sa.PrimaryKeyConstraint("casus_id", "medewerker_id", name="pk_betrokkene"),
    )
    op.create_index("ix_betrokkene_medewerker", "betrokkene", ["medewerker_id", "casus_id"])
    for naam in ONDERDELEN:
        op.create_table(
            naam,
            sa.Column("id", UUID, nullable=False),
            sa.Column("casus_id", UUID, nullable=False),
            sa.Column("versie", sa.Integer, nullable=False),
            sa.Column("volgnummer", sa.Integer, nullable=False),
            sa.Column("gewijzigd_op", Tijdstip, nullable=False),
            sa.Column("inhoud", sa.LargeBinary, nullable=False),
            sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=f"fk_{naam}_casus_id_casus"),
            sa.PrimaryKeyConstraint("id", name=f"pk_{naam}"),
        )
        op.create_index(f"ix_{naam}_casus", naam, ["casus_id", "volgnummer"])
    op.create_table(
        "notitie_versie",
        sa.Column("notitie_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(
            ["notitie_id"], ["notitie.id"], name="fk_notitie_versie_notitie_id_notitie", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_notitie_versie_casus_id_casus"),
        sa.PrimaryKeyConstraint("notitie_id", "versie", name="pk_notitie_versie"),
    )
    op.create_index("ix_notitie_versie_casus_id", "notitie_versie", ["casus_id"])
    op.create_table(
        "concept",
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("formulier", sa.String(64), nullable=False),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_concept_medewerker_id_medewerker"),
        sa.PrimaryKeyConstraint("medewerker_id", "casus_id", "formulier", name="pk_concept"),
    )
    op.create_table(
        "logboek",
        sa.Column("nummer", sa.Integer, nullable=False, autoincrement=True),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("medewerker_id", UUID),
        sa.Column("actie", sa.String(60), nullable=False),
        sa.Column("casus_id", UUID),
        sa.Column("onderdeel_id", UUID),
        sa.Column("velden", sa.Text, nullable=False),
        sa.Column("grond", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("nummer", name="pk_logboek"),
    )
    op.create_index("ix_logboek_casus_id", "logboek", ["casus_id"])


def downgrade() -> None:
    for naam in (
        "logboek",
        "concept",
        "notitie_versie",
        *reversed(ONDERDELEN),
        "betrokkene",
        "casus",
        "medewerker",
        "sleutel",
        "kek",
    ):
        op.drop_table(naam)
