"""Every werkvorm of the source (inhoud.md 6), with its steps, and minutes only where the source has them."""

import pytest

from leefgebieden.content.model import Content, Opbrengst

# titles of steps, and the minutes of the source; None: the minutes are ours
WERKVORMEN: dict[str, tuple[int, list[tuple[int, int]] | None]] = {
    "paradox-oefening": (5, [(10, 0), (10, 0), (5, 10), (15, 0), (0, 0)]),
    "vertragen-en-verdragen": (3, None),
    "samen-slimmer": (4, [(10, 0), (5, 10), (30, 60), (10, 15)]),
    "casusbespreking": (9, None),
    "oefengesprek-aan-de-deur": (5, None),
    "schaaloefening": (3, None),
    "activerende-vragen-in-drietallen": (3, None),
    "netwerkopstelling": (4, None),
    "scenarios": (5, None),
    "gouden-regels": (3, None),
    "plan-van-aanpak": (3, None),
}


def test_all_eleven_are_there(content: Content) -> None:
    assert set(content.werkvormen) == set(WERKVORMEN)


@pytest.mark.parametrize("key", list(WERKVORMEN))
def test_its_steps_and_minutes_are_those_of_the_source(content: Content, key: str) -> None:
    werkvorm, (aantal, minuten) = content.werkvormen[key], WERKVORMEN[key]
    assert len(werkvorm.stappen) == aantal
    assert werkvorm.minuten_van_ons is (minuten is None)
    if minuten is not None:
        assert [(stap.minuten, stap.minuten_tot) for stap in werkvorm.stappen] == minuten
    assert any(een.soort is not Opbrengst.WOORDEN for stap in werkvorm.stappen for een in stap.noteren), "an outcome"


def test_the_parts_of_the_source_are_all_there(content: Content) -> None:
    paradox = content.werkvormen["paradox-oefening"]
    assert [(groep.naam, groep.eigen) for groep in paradox.groepen] == [
        ("Groep A", "distantie"),
        ("Groep B", "nabijheid"),
    ]
    assert [len(stap.vragen) or len(stap.regels) for stap in paradox.stappen] == [3, 2, 2, 4, 2]
    slimmer = content.werkvormen["samen-slimmer"]
    assert (len(slimmer.doel), len(slimmer.aandachtspunten), len(slimmer.materialen)) == (4, 6, 5)
    assert (slimmer.deelnemers_van, slimmer.deelnemers_tot) == (6, 20)
    assert slimmer.per_key["delen"].per_vraag_hooguit == 5
    bespreking = content.werkvormen["casusbespreking"]
    assert [stap.key for stap in bespreking.stappen] == [*(f"vraag-{nummer}" for nummer in range(1, 9)), "plenair"]
    deur = content.werkvormen["oefengesprek-aan-de-deur"]
    assert len(deur.rollen) == 4
    assert len(deur.per_key["observatie"].vragen) == 4
    vertragen = content.werkvormen["vertragen-en-verdragen"]
    # the seventh question of the source is the heading of the second step
    assert sum(len(stap.vragen) for stap in vertragen.stappen) == 6
    assert len(vertragen.per_key["inzichten"].regels) == 3
    scenarios = content.werkvormen["scenarios"]
    assert len(scenarios.groepen) == 4
    assert len(scenarios.per_key["uitwerken"].vragen) == 3
    assert len(content.werkvormen["plan-van-aanpak"].per_key["casus"].vragen) == 5
