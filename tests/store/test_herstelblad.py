"""The recovery sheet: two halves make the key, one half makes nothing, and a typing error is seen."""

import pytest

from leefgebieden.store.herstelblad import HerstelbladFout, join_helften, read_helft, split_geheim, write_helft

BLAD, GEHEIM = "20260714-0123abcd", bytes(range(32))


def test_two_halves_make_the_key_again() -> None:
    een, twee = (read_helft(write_helft(helft)) for helft in split_geheim(BLAD, GEHEIM))
    assert join_helften(een, twee) == (BLAD, GEHEIM)
    assert join_helften(twee, een) == (BLAD, GEHEIM)


def test_a_half_is_another_one_every_time() -> None:
    assert split_geheim(BLAD, GEHEIM)[0].geheim != split_geheim(BLAD, GEHEIM)[0].geheim
    assert GEHEIM not in (split_geheim(BLAD, GEHEIM)[0].geheim, split_geheim(BLAD, GEHEIM)[1].geheim)


def test_small_letters_and_other_line_ends_do_not_matter() -> None:
    helft = split_geheim(BLAD, GEHEIM)[0]
    blad = write_helft(helft)
    kop, _, code = blad.rpartition(":")
    assert read_helft(kop + ":" + code.lower().replace(" ", "\r\n")) == helft


def test_a_typing_error_is_seen() -> None:
    blad = write_helft(split_geheim(BLAD, GEHEIM)[0])
    kop, _, code = blad.rpartition(": ")
    wrong = ("A" if code[0] != "A" else "B") + code[1:]
    with pytest.raises(HerstelbladFout, match="tikfout in deel 1"):
        read_helft(f"{kop}: {wrong}")


def test_twice_the_same_half_or_halves_of_two_sheets_make_nothing() -> None:
    een, _ = split_geheim(BLAD, GEHEIM)
    with pytest.raises(HerstelbladFout, match="deel 2 is ook nodig"):
        join_helften(een, een)
    _, ander = split_geheim("20260715-0123abcd", bytes(32))
    with pytest.raises(HerstelbladFout, match="verschillende bladen"):
        join_helften(een, ander)


@pytest.mark.parametrize("tekst", ["", "een ander blad", "blad 20260714-0123abcd deel 3: AAAA", "blad deel 1:"])
def test_a_paper_that_is_no_sheet_is_said_to_be_none(tekst: str) -> None:
    with pytest.raises(HerstelbladFout):
        read_helft(tekst)
