"""The course holds what the source has: seven dagdelen, each with its aims; and it points at nothing that is not there."""

from pathlib import Path

import pytest

from leefgebieden.content.fault import ContentError
from leefgebieden.content.load import OWN_FOLDER, load_content
from leefgebieden.content.model import Content


def test_the_course_is_whole(content: Content) -> None:
    cursus = content.cursus
    # counted in the source: cursuskalender and dagdelen 1-7; 11 aims and 6 competences of the module
    assert [len(dagdeel.leerdoelen) for dagdeel in cursus.dagdelen] == [2, 3, 2, 4, 2, 3, 1]
    assert [len(dagdeel.onderwerpen) for dagdeel in cursus.dagdelen][:3] == [8, 4, 2]
    assert (len(cursus.doelen), len(cursus.competenties)) == (11, 6)
    assert [een.competentie for een in cursus.competenties] == ["1", "1", "2", "2", "4", "5"]
    assert all(dagdeel.thema and dagdeel.docent and dagdeel.deelnemer for dagdeel in cursus.dagdelen)
    # five levels, three orientations and nine competences: each a question to oneself
    waarbij = [een.onderdeel.partition("/")[2] for een in cursus.leervragen]
    assert waarbij[:8] == ["lichamelijkheid", "emotie", "verhoudingen", "ratio", "hart", "ik", "jij", "wij"]
    assert sorted(waarbij[8:]) == list("123456789")


def test_every_werkvorm_and_every_story_has_a_place_in_it(content: Content) -> None:
    dagdelen = content.cursus.dagdelen
    assert {key for dagdeel in dagdelen for key in dagdeel.werkvormen} == set(content.werkvormen)
    assert {key for dagdeel in dagdelen for key in dagdeel.verhalen} == set(content.oefeningen)


@pytest.mark.parametrize(
    ("was", "wordt", "fout"),
    [
        ('verhalen = ["jayden-aan-het-loket"]', 'verhalen = ["jan"]', r'dagdelen\[2\].verhalen: "jan" is er niet'),
        ('competentie = "4"', 'competentie = "12"', r'competenties\[4\]: "competentiematrix/12" staat op geen kaart'),
        ('key = "oogst"', 'key = "aansluiten"', r"dagdelen\[6\].key"),
    ],
)
def test_a_slip_is_named_with_its_place(tmp_path: Path, was: str, wordt: str, fout: str) -> None:
    tekst = (OWN_FOLDER / "cursus.toml").read_text("utf-8")
    assert was in tekst
    (tmp_path / "cursus.toml").write_text(tekst.replace(was, wordt), "utf-8")
    with pytest.raises(ContentError, match=fout):
        load_content(tmp_path)
