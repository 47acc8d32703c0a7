"""Teams, roles, invitations, standing in, break-glass and handing over.

Who worked here before keeps his work: there is one team, everybody is outreachend werker in it, the first is beheerder.
"""

import secrets
import uuid

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.tables.basis import Tijdstip

revision = "0003"
down_revision = "0001"
branch_labels = None
depends_on = None

UUID = sa.String(36)
EERSTE_TEAM = "Ons team"


def upgrade() -> None:
    _create_team()
    _create_uitnodiging()
    _create_toegang()
    # as text: SQLite adds a column with its reference, but no reference to a column
    op.execute("ALTER TABLE casus ADD COLUMN team_id VARCHAR(36) CONSTRAINT fk_casus_team_id_team REFERENCES team (id)")
    op.create_index("ix_casus_team", "casus", ["team_id"])
    _put_everybody_in_a_team()


def _create_team() -> None:
    op.create_table(
        "team",
        sa.Column("id", UUID, nullable=False),
        sa.Column("naam", sa.String(80), nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("lezen_mee_sinds", Tijdstip),
        sa.PrimaryKeyConstraint("id", name="pk_team"),
    )
    op.create_table(
        "teamlid",
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("team_id", UUID, nullable=False),
        sa.Column("rol", sa.String(20), nullable=False),
        sa.Column("sinds", Tijdstip, nullable=False),
        sa.CheckConstraint(
            "rol IN ('outreachend-werker', 'teamleider', 'kernteamlid')", name=op.f("ck_teamlid_rol_bekend")
        ),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_teamlid_medewerker_id_medewerker"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_teamlid_team_id_team"),
        sa.PrimaryKeyConstraint("medewerker_id", "team_id", "rol", name="pk_teamlid"),
    )
    op.create_index("ix_teamlid_team", "teamlid", ["team_id"])
    op.create_table(
        "medewerker_rol",
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("rol", sa.String(20), nullable=False),
        sa.Column("sinds", Tijdstip, nullable=False),
        sa.CheckConstraint("rol IN ('beheerder', 'docent', 'student')", name=op.f("ck_medewerker_rol_rol_bekend")),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["medewerker.id"], name="fk_medewerker_rol_medewerker_id_medewerker"
        ),
        sa.PrimaryKeyConstraint("medewerker_id", "rol", name="pk_medewerker_rol"),
    )


def _create_uitnodiging() -> None:
    op.create_table(
        "uitnodiging",
        sa.Column("id", UUID, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("naam", sa.String(80), nullable=False),
        sa.Column("team_id", UUID, nullable=False),
        sa.Column("rollen", sa.Text, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("gemaakt_door", UUID, nullable=False),
        sa.Column("verloopt_op", Tijdstip, nullable=False),
        sa.Column("gebruikt_op", Tijdstip),
        sa.Column("ingetrokken_op", Tijdstip),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_uitnodiging_team_id_team"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["medewerker.id"], name="fk_uitnodiging_gemaakt_door_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_uitnodiging"),
        sa.UniqueConstraint("token_hash", name="uq_uitnodiging_token_hash"),
    )


def _create_toegang() -> None:
    op.create_table(
        "vervanging",
        sa.Column("id", UUID, nullable=False),
        sa.Column("eigenaar_id", UUID, nullable=False),
        sa.Column("vervanger_id", UUID, nullable=False),
        sa.Column("van", sa.Date, nullable=False),
        sa.Column("tot", sa.Date, nullable=False),
        sa.Column("gemaakt_op", Tijdstip, nullable=False),
        sa.Column("gemaakt_door", UUID, nullable=False),
        sa.Column("ingetrokken_op", Tijdstip),
        sa.CheckConstraint("tot >= van", name=op.f("ck_vervanging_tot_na_van")),
        sa.CheckConstraint("vervanger_id <> eigenaar_id", name=op.f("ck_vervanging_niet_zichzelf")),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["medewerker.id"], name="fk_vervanging_eigenaar_id_medewerker"),
        sa.ForeignKeyConstraint(["vervanger_id"], ["medewerker.id"], name="fk_vervanging_vervanger_id_medewerker"),
        sa.ForeignKeyConstraint(["gemaakt_door"], ["medewerker.id"], name="fk_vervanging_gemaakt_door_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_vervanging"),
    )
    op.create_index("ix_vervanging_vervanger", "vervanging", ["vervanger_id", "eigenaar_id"])
    op.create_table(
        "noodtoegang",
        sa.Column("id", UUID, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("medewerker_id", UUID, nullable=False),
        sa.Column("van", Tijdstip, nullable=False),
        sa.Column("tot", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.Column("gezien_op", Tijdstip),
        sa.Column("afgetekend_op", Tijdstip),
        sa.Column("afgetekend_door", UUID),
        sa.CheckConstraint("tot > van", name=op.f("ck_noodtoegang_tot_na_van")),
        sa.CheckConstraint(
            "(afgetekend_op IS NULL) = (afgetekend_door IS NULL)", name=op.f("ck_noodtoegang_afgetekend_door_iemand")
        ),
        sa.CheckConstraint("afgetekend_door <> medewerker_id", name=op.f("ck_noodtoegang_niet_zelf_afgetekend")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_noodtoegang_casus_id_casus"),
        sa.ForeignKeyConstraint(["medewerker_id"], ["medewerker.id"], name="fk_noodtoegang_medewerker_id_medewerker"),
        sa.ForeignKeyConstraint(
            ["afgetekend_door"], ["medewerker.id"], name="fk_noodtoegang_afgetekend_door_medewerker"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_noodtoegang"),
    )
    op.create_index("ix_noodtoegang_casus", "noodtoegang", ["casus_id", "medewerker_id"])
    op.create_table(
        "overdracht",
        sa.Column("id", UUID, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("van_id", UUID, nullable=False),
        sa.Column("naar_id", UUID, nullable=False),
        sa.Column("door_id", UUID, nullable=False),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("gezien_op", Tijdstip),
        sa.CheckConstraint("naar_id <> van_id", name=op.f("ck_overdracht_naar_een_ander")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_overdracht_casus_id_casus"),
        sa.ForeignKeyConstraint(["van_id"], ["medewerker.id"], name="fk_overdracht_van_id_medewerker"),
        sa.ForeignKeyConstraint(["naar_id"], ["medewerker.id"], name="fk_overdracht_naar_id_medewerker"),
        sa.ForeignKeyConstraint(["door_id"], ["medewerker.id"], name="fk_overdracht_door_id_medewerker"),
        sa.PrimaryKeyConstraint("id", name="pk_overdracht"),
    )
    op.create_index("ix_overdracht_casus_id", "overdracht", ["casus_id"])
    op.create_index("ix_overdracht_naar", "overdracht", ["naar_id", "gezien_op"])


def _put_everybody_in_a_team() -> None:
    verbinding = op.get_bind()
    wie = verbinding.execute(sa.text("SELECT id, gemaakt_op FROM medewerker ORDER BY gemaakt_op, id")).all()
    if not wie:
        return
    team_id = str(uuid.UUID(bytes=secrets.token_bytes(16), version=4))
    eerste, sinds = wie[0]
    verbinding.execute(
        sa.text("INSERT INTO team (id, naam, gemaakt_op) VALUES (:id, :naam, :op)"),
        {"id": team_id, "naam": EERSTE_TEAM, "op": sinds},
    )
    for medewerker_id, gemaakt_op in wie:
        verbinding.execute(
            sa.text(
                "INSERT INTO teamlid (medewerker_id, team_id, rol, sinds) VALUES (:wie, :team, 'outreachend-werker', :op)"
            ),
            {"wie": medewerker_id, "team": team_id, "op": gemaakt_op},
        )
    verbinding.execute(
        sa.text("INSERT INTO medewerker_rol (medewerker_id, rol, sinds) VALUES (:wie, 'beheerder', :op)"),
        {"wie": eerste, "op": sinds},
    )
    verbinding.execute(sa.text("UPDATE casus SET team_id = :team WHERE soort <> 'oefening'"), {"team": team_id})


def downgrade() -> None:
    op.drop_index("ix_casus_team", "casus")
    with op.batch_alter_table("casus") as tabel:
        tabel.drop_column("team_id")
    for naam in ("overdracht", "noodtoegang", "vervanging", "uitnodiging", "medewerker_rol", "teamlid", "team"):
        op.drop_table(naam)
