"""Who wants an e-mail when something waits, and what he was told of last. No content: only a hash of which things it were."""

from sqlalchemy import Column, ForeignKey, String, Table

from leefgebieden.store.tables.basis import UUID_TEKST, Tijdstip, metadata

berichtkeuze = Table(
    "berichtkeuze",
    metadata,
    Column("medewerker_id", UUID_TEKST, ForeignKey("medewerker.id"), primary_key=True),
    Column("sinds", Tijdstip, nullable=False),
    Column("laatst_op", Tijdstip),
    # of the ids that waited then: the same things are told once
    Column("laatst_wat", String(64)),
)
