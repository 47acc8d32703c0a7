"""How well own words are laid beside those of experienced workers: precision and recall on the notities that were set aside.

A notitie counts once: found right when one of theirs that says the same is among those that are shown; shown wrong when none of
those that are shown says the same.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from leefgebieden.content.load import load_content
from leefgebieden.domain.casusbestand import read_casusbestand
from leefgebieden.domain.mens import Mens
from leefgebieden.domain.notitie import Notitie
from leefgebieden.domain.oefening import match_notities
from leefgebieden.domain.vorm import Id
from tests.bench.oefennotities import AFGEZONDERD, NOTITIES


@dataclass(frozen=True)
class Uitkomst:
    aantal: int
    getoond: int
    terecht: int
    te_vinden: int
    paren: int
    paren_terecht: int
    missers: tuple[str, ...]

    @property
    def precisie(self) -> float:
        return self.terecht / self.getoond

    @property
    def vangst(self) -> float:
        return self.terecht / self.te_vinden


def measure(van: int, tot: int) -> Uitkomst:
    """Over the notities from `van` up to `tot`."""
    content = load_content()
    ervaren = read_casusbestand(content.oefencasussen["frans-van-noord"].bestand, content).notities
    nummer = {een.id: plek for plek, een in enumerate(ervaren)}
    wie, nu = Mens(Id("00000000-0000-4000-8000-000000000001"), "Sem"), datetime(2026, 7, 14, tzinfo=UTC)
    deel = NOTITIES[van:tot]
    eigen = [
        Notitie(Id(f"{plek:08d}-0000-4000-8000-000000000000"), tekst, gemaakt_op=nu, auteur=wie)
        for plek, (tekst, _) in enumerate(deel)
    ]
    herkend = match_notities(eigen, [een for een in ervaren if een.plaatsen], "Frans van Noord")
    gevonden = [
        ({nummer[een.id] for een in van_een.ook}, waar) for van_een, (_, waar) in zip(herkend, deel, strict=True)
    ]
    return Uitkomst(
        aantal=len(deel),
        getoond=sum(bool(ook) for ook, _ in gevonden),
        terecht=sum(bool(ook & waar) for ook, waar in gevonden),
        paren=sum(len(ook) for ook, _ in gevonden),
        paren_terecht=sum(len(ook & waar) for ook, waar in gevonden),
        te_vinden=sum(bool(waar) for _, waar in gevonden),
        missers=tuple(
            f"{tekst} -> {sorted(ook)} not {sorted(waar)}"
            for (tekst, _), (ook, waar) in zip(deel, gevonden, strict=True)
            if bool(ook & waar) != bool(waar) or (ook and not waar)
        ),
    )


def measure_herkennen() -> None:
    """Print both halves, with the number of notities."""
    for naam, van, tot in (("for tuning", 0, AFGEZONDERD), ("set aside", AFGEZONDERD, len(NOTITIES))):
        uitkomst = measure(van, tot)
        print(
            f"own words beside theirs, {naam} ({uitkomst.aantal} notities): "
            f"precision {uitkomst.precisie:.2f}, recall {uitkomst.vangst:.2f} (aim 0.90); "
            f"{uitkomst.paren_terecht} of {uitkomst.paren} shown beside them say just the same"
        )
        if naam == "for tuning":
            for misser in uitkomst.missers:
                print("   ", misser)
