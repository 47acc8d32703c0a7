"""Who tampers with the logboek is found: a changed column, a line that is gone, lines that changed places, a tail cut off."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from leefgebieden.domain.keten import (
    BEGIN,
    HERSTELD,
    Anker,
    check_keten,
    compute_hash,
    inspect_keten,
    read_anker,
)

KEY = b"k" * 32
Line = dict[str, object]


def forge(count: int) -> list[Line]:
    lines: list[Line] = []
    before = BEGIN
    for nummer in range(1, count + 1):
        line: Line = {
            "nummer": nummer,
            "op": datetime(2026, 7, 14, 10, nummer, 0, 123, tzinfo=UTC),
            "apparaat_tijd": None,
            "medewerker_id": "anja",
            "actie": "gelezen",
            "aantal": nummer,
            "grond": b"\x00\x01",
            "vorige_hash": before,
        }
        before = compute_hash(KEY, line)
        lines.append({**line, "hash": before})
    return lines


def anchor(line: Line) -> Anker:
    return Anker(date(2026, 7, 14), int(str(line["nummer"])), str(line["hash"]))


def test_a_whole_chain_has_nothing_wrong() -> None:
    lines = forge(5)
    assert list(check_keten(KEY, lines, [anchor(lines[0]), anchor(lines[4])])) == []
    assert list(check_keten(KEY, [])) == []


@pytest.mark.parametrize("column", list(forge(1)[0]))
def test_a_change_in_any_column_is_found(column: str) -> None:
    lines = forge(5)
    other = {"nummer": 99, "op": datetime(2020, 1, 1, tzinfo=UTC), "aantal": None, "grond": b"", "hash": "f" * 64}
    lines[2][column] = other.get(column, "anders")
    if column == "apparaat_tijd":
        lines[2][column] = datetime(2020, 1, 1, tzinfo=UTC)
    found = list(check_keten(KEY, lines))
    assert any("regel 3 " in said or "regel 99 " in said for said in found)


def test_a_line_that_is_taken_out_is_found() -> None:
    lines = forge(6)
    assert list(check_keten(KEY, lines[:2] + lines[3:])) == ["regel 3 ontbreekt"]
    assert list(check_keten(KEY, lines[:2] + lines[4:])) == ["de regels 3 tot en met 4 ontbreken"]
    assert list(check_keten(KEY, lines[1:])) == ["regel 1 ontbreekt"]


def test_a_line_taken_out_with_the_others_moved_up_is_found() -> None:
    lines = forge(5)
    moved = [dict(line, nummer=n) for n, line in enumerate(lines[:2] + lines[3:], start=1)]
    assert "regel 3 is gewijzigd, of staat niet op zijn plaats" in list(check_keten(KEY, moved))


def test_two_lines_that_changed_places_are_found() -> None:
    lines = forge(5)
    lines[1], lines[2] = dict(lines[2], nummer=2), dict(lines[1], nummer=3)
    found = list(check_keten(KEY, lines))
    assert "regel 2 is gewijzigd, of staat niet op zijn plaats" in found
    assert "regel 3 is gewijzigd, of staat niet op zijn plaats" in found


def test_a_tail_cut_off_is_found_by_the_anchor_only() -> None:
    lines = forge(5)
    assert list(check_keten(KEY, lines[:3])) == []
    assert list(check_keten(KEY, lines[:3], [anchor(lines[4])])) == [
        "regel 5 van het anker van 2026-07-14 is er niet; de laatste regel is 3"
    ]


def test_a_tail_that_was_written_anew_is_found_by_the_anchor() -> None:
    lines = forge(5)
    anew = forge(5)
    anew[4]["actie"] = "iets anders"
    anew[4]["hash"] = compute_hash(KEY, anew[4])
    assert list(check_keten(KEY, anew)) == []
    assert list(check_keten(KEY, anew, [anchor(lines[4])])) == [
        "regel 5 is niet meer de regel van het anker van 2026-07-14"
    ]


def test_a_chain_under_another_key_is_wrong_everywhere() -> None:
    assert len(list(check_keten(b"x" * 32, forge(3)))) == 3


def test_a_column_that_comes_later_leaves_older_lines_true() -> None:
    assert list(check_keten(KEY, [{**line, "later": None} for line in forge(3)])) == []


def test_an_anchor_is_one_line_of_text() -> None:
    there = anchor(forge(1)[0])
    assert read_anker(there.write()) == there
    for wrong in ("2026-07-14 1", "gisteren 1 " + "f" * 64, "2026-07-14 1 " + "x" * 64):
        with pytest.raises(ValueError, match="geen anker"):
            read_anker(wrong)


def restore(lines: list[Line], back_to: int) -> tuple[list[Line], Anker]:
    """The chain after a restore to a line, and the mark that is kept of it."""
    after = [dict(line) for line in lines[:back_to]]
    line = dict(lines[back_to - 1], nummer=back_to + 1, actie=HERSTELD, vorige_hash=after[-1]["hash"])
    line["hash"] = compute_hash(KEY, line)
    return [*after, line], replace(anchor(after[-1]), hersteld=True)


def test_a_restore_explains_the_anchors_of_the_lines_that_it_lost() -> None:
    lines = forge(5)
    after, mark = restore(lines, 3)
    found = inspect_keten(KEY, after, [anchor(lines[0]), anchor(lines[3]), anchor(lines[4]), mark])
    assert found.fouten == []
    assert found.uitleg == [
        (
            "op 2026-07-14 is een reservekopie teruggezet: van wat er na regel 3 stond is niets over; "
            "2 ankers van die regels tellen niet mee"
        )
    ]


def test_it_explains_no_anchor_of_a_line_that_came_after_it_or_stood_before() -> None:
    lines = forge(5)
    after, mark = restore(lines, 3)
    later = replace(anchor(lines[4]), hash="e" * 64)
    other = replace(anchor(lines[1]), hash="e" * 64)
    assert len(inspect_keten(KEY, after, [mark, later]).fouten) == 1
    assert len(inspect_keten(KEY, after, [other, mark]).fouten) == 1
    tomorrow = replace(anchor(lines[4]), dag=date(2026, 7, 15))
    assert len(inspect_keten(KEY, after, [tomorrow, mark]).fouten) == 1


def test_a_mark_without_its_line_in_the_chain_explains_nothing() -> None:
    lines = forge(5)
    mark = replace(anchor(lines[2]), hersteld=True)
    found = inspect_keten(KEY, lines[:3], [anchor(lines[4]), mark])
    assert (len(found.fouten), found.uitleg) == (1, [])


def test_a_mark_is_an_anchor_with_a_word() -> None:
    mark = replace(anchor(forge(1)[0]), hersteld=True)
    assert mark.write().endswith(" hersteld")
    assert read_anker(mark.write()) == mark
