"""Writing without a network: notities of nobody yet, keys to seal with, what arrived sealed, and what a device holds."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, LargeBinary, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

losse_notitie = Table(
    "losse_notitie",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
)

zegelsleutel = Table(
    "zegelsleutel",
    metadata,
    # the private half stands in `sleutel` under this id, wrapped like every other key
    Column("id", UUID_TEKST, primary_key=True),
    Column("gemaakt_op", Tijdstip, nullable=False),
    # when a newer one took its place; none for the one in use
    Column("vervangen_op", Tijdstip),
    Column("openbaar", LargeBinary, nullable=False),
)

verzegeld = Table(
    "verzegeld",
    metadata,
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    # the id that the device gave the notitie
    Column("id", UUID_TEKST, primary_key=True),
    # of the sealed bytes: the same id with other bytes is another thing, and both are kept
    Column("sha256", String(64), primary_key=True),
    # no foreign key: the casus may be gone by the time that its words arrive
    Column("casus_id", String(36)),
    Column("ontvangen_op", Tijdstip, nullable=False),
    Column("soort", String(12), nullable=False),
    # until when words of somebody who was erased are still shown to their author
    Column("verloopt_op", Tijdstip),
    # only while it needs attention: what was placed stands where it was placed
    Column("inhoud", LargeBinary),
    CheckConstraint(
        "soort IN ('bewaard', 'concept', 'botsing', 'gewist', 'geen-recht', 'onleesbaar')", name="soort_bekend"
    ),
    Index("ix_verzegeld_verloopt", "verloopt_op"),
)

toestelmelding = Table(
    "toestelmelding",
    metadata,
    Column("toestel_id", UUID_TEKST, primary_key=True),
    Column("id", UUID_TEKST, primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    Column("gemaakt_op", Tijdstip, nullable=False),
    # when the device no longer had it although the server never got it
    Column("verdwenen_op", Tijdstip),
)
