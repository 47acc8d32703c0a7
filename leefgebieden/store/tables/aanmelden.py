"""Signing in: sessions, attempts that failed, and the second step. No secret stands here that opens something by itself."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

sessie = Table(
    "sessie",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    # of the random word in the cookie: who reads the database cannot go on as somebody else
    Column("hash", String(64), nullable=False, unique=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("laatst_gezien", Tijdstip, nullable=False),
    # when the password, a code or a passkey was last given
    Column("vers_op", Tijdstip, nullable=False),
    Column("plek", String(10), nullable=False),
    # minutes without a request until it locks
    Column("slot_na", Integer, nullable=False),
    Column("apparaat", String(20), nullable=False),
    # true while the second step must be set up first
    Column("nog_instellen", Boolean, nullable=False),
    Column("vergrendeld_op", Tijdstip),
    # the worker hid the screen himself
    Column("verborgen", Boolean, nullable=False),
    Column("afgesloten_op", Tijdstip),
    CheckConstraint("plek IN ('onderweg', 'kantoor')", name="plek_bekend"),
    CheckConstraint("slot_na > 0", name="slot_na_telt"),
    Index("ix_sessie_medewerker", "medewerker_id", "afgesloten_op"),
)

sessiekeuze = Table(
    "sessiekeuze",
    metadata,
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    Column("onderweg", Integer, nullable=False),
    Column("kantoor", Integer, nullable=False),
)

aanmeldpoging = Table(
    "aanmeldpoging",
    metadata,
    # a keyed hash of the e-mail or the network address: what was typed wrong is nobody's business
    Column("sleutel", String(64), primary_key=True),
    Column("mislukt", Integer, nullable=False),
    Column("laatst_op", Tijdstip, nullable=False, index=True),
)

totp = Table(
    "totp",
    metadata,
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    Column("gemaakt_op", Tijdstip, nullable=False),
    # none until the first code was right
    Column("bevestigd_op", Tijdstip),
    # the half minute of the last code that was taken: each code counts once
    Column("laatste_stap", Integer, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
)

herstelcode = Table(
    "herstelcode",
    metadata,
    Column("hash", String(64), primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("gebruikt_op", Tijdstip),
)

passkey = Table(
    "passkey",
    metadata,
    Column("id", UUID_TEKST, primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False, index=True),
    # what the device calls it, and the public half of its key: base64url
    Column("credential", String(1400), nullable=False, unique=True),
    Column("publiek", Text, nullable=False),
    Column("teller", Integer, nullable=False),
    Column("apparaat", String(20), nullable=False),
    Column("gemaakt_op", Tijdstip, nullable=False),
    Column("gebruikt_op", Tijdstip),
)

organisatieaccount = Table(
    "organisatieaccount",
    metadata,
    # who gave the account out, and the number that stays with it when an address changes hands
    Column("uitgever", String(300), primary_key=True),
    Column("nummer", String(255), primary_key=True),
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), nullable=False),
    Column("sinds", Tijdstip, nullable=False),
    UniqueConstraint("uitgever", "medewerker_id"),
)

uitdaging = Table(
    "uitdaging",
    metadata,
    # a random word that a passkey signs; it is gone once it was answered
    Column("waarde", String(64), primary_key=True),
    Column("gemaakt_op", Tijdstip, nullable=False, index=True),
)
