"""Erasing and consent. Words that were typed for a person and not saved get that person's key, so that they go with it."""

import sqlalchemy as sa
from alembic import op

from leefgebieden.store.sleutels import get_bos
from leefgebieden.store.tables.basis import Tijdstip
from leefgebieden.store.verzegeling import seal, unseal

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

UUID = sa.String(36)


def upgrade() -> None:
    _make_wissen()
    op.create_table(
        "toestemming",
        sa.Column("id", UUID, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("versie", sa.Integer, nullable=False),
        sa.Column("volgnummer", sa.Integer, nullable=False),
        sa.Column("gewijzigd_op", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_toestemming_casus_id_casus"),
        sa.PrimaryKeyConstraint("id", name="pk_toestemming"),
    )
    op.create_index("ix_toestemming_casus", "toestemming", ["casus_id", "volgnummer"])
    op.add_column("kek", sa.Column("moet_weg", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("concept", sa.Column("gewaarschuwd_op", Tijdstip))
    _move_concepten("medewerker_id", "casus_id")


def downgrade() -> None:
    _move_concepten("casus_id", "medewerker_id")
    op.drop_column("concept", "gewaarschuwd_op")
    op.drop_column("kek", "moet_weg")
    for tabel in ("toestemming", "logboekgrond", "klokcontrole", "wisverzoek", "grafsteen"):
        op.drop_table(tabel)


def _make_wissen() -> None:
    op.create_table(
        "grafsteen",
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("gewist_op", Tijdstip, nullable=False),
        sa.PrimaryKeyConstraint("casus_id", name="pk_grafsteen"),
    )
    op.create_table(
        "wisverzoek",
        sa.Column("id", UUID, nullable=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("soort", sa.String(10), nullable=False),
        sa.Column("gevraagd_door", UUID, nullable=False),
        sa.Column("gevraagd_op", Tijdstip, nullable=False),
        sa.Column("mag_alleen", sa.Boolean, nullable=False),
        sa.Column("vanaf", Tijdstip, nullable=False),
        sa.Column("inhoud", sa.LargeBinary),
        sa.Column("ingetrokken_op", Tijdstip),
        sa.Column("goedgekeurd_op", Tijdstip),
        sa.Column("goedgekeurd_door", UUID),
        sa.CheckConstraint("soort IN ('verzoek', 'termijn')", name=op.f("ck_wisverzoek_soort_bekend")),
        sa.CheckConstraint(
            "(goedgekeurd_op IS NULL) = (goedgekeurd_door IS NULL)", name=op.f("ck_wisverzoek_goedgekeurd_door_iemand")
        ),
        sa.CheckConstraint(
            "mag_alleen OR goedgekeurd_door <> gevraagd_door", name=op.f("ck_wisverzoek_niet_zelf_goedgekeurd")
        ),
        sa.CheckConstraint("goedgekeurd_op >= vanaf", name=op.f("ck_wisverzoek_niet_te_vroeg")),
        sa.ForeignKeyConstraint(["gevraagd_door"], ["medewerker.id"], name="fk_wisverzoek_gevraagd_door_medewerker"),
        sa.ForeignKeyConstraint(
            ["goedgekeurd_door"], ["medewerker.id"], name="fk_wisverzoek_goedgekeurd_door_medewerker"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_wisverzoek"),
    )
    op.create_index("ix_wisverzoek_casus", "wisverzoek", ["casus_id"])
    op.create_table(
        "klokcontrole",
        sa.Column("nummer", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("op", Tijdstip, nullable=False),
        sa.Column("door", UUID, nullable=False),
        sa.ForeignKeyConstraint(["door"], ["medewerker.id"], name="fk_klokcontrole_door_medewerker"),
        sa.PrimaryKeyConstraint("nummer", name="pk_klokcontrole"),
    )
    op.create_table(
        "logboekgrond",
        sa.Column("nummer", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("casus_id", UUID, nullable=False),
        sa.Column("inhoud", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name="fk_logboekgrond_casus_id_casus"),
        sa.PrimaryKeyConstraint("nummer", name="pk_logboekgrond"),
    )
    op.create_index("ix_logboekgrond_casus_id", "logboekgrond", ["casus_id"])


def _move_concepten(van: str, naar: str) -> None:
    """Seal what stands in a form of a casus with the key of that casus instead of the worker's; the name of a form stays."""
    verbinding = op.get_bind()
    rijen = verbinding.execute(
        sa.text("SELECT medewerker_id, casus_id, formulier, inhoud FROM concept WHERE casus_id <> ''")
    ).mappings()
    for rij in rijen.all():
        try:
            oud, nieuw = _read_dek(rij[van]), _read_dek(rij[naar])
        except KeyError:
            continue  # of a casus that never came to be
        plaats = f"{rij['casus_id']}|{rij['formulier']}|1"
        tekst = unseal(oud, bytes(rij["inhoud"]), f"concept|inhoud|{rij[van]}|{plaats}")
        verbinding.execute(
            sa.text(
                "UPDATE concept SET inhoud = :inhoud"
                " WHERE medewerker_id = :medewerker_id AND casus_id = :casus_id AND formulier = :formulier"
            ),
            {**rij, "inhoud": seal(nieuw, tekst, f"concept|inhoud|{rij[naar]}|{plaats}")},
        )


def _read_dek(eigenaar_id: str) -> bytes:
    rij = (
        op.get_bind()
        .execute(sa.text("SELECT kek_id, gewikkeld FROM sleutel WHERE eigenaar_id = :id"), {"id": eigenaar_id})
        .one_or_none()
    )
    if rij is None:
        raise KeyError(eigenaar_id)
    return unseal(get_bos().read(rij.kek_id).geheim, bytes(rij.gewikkeld), f"dek|{eigenaar_id}|{rij.kek_id}")
