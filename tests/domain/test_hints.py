"""The soft hints: at a number that could be a BSN, and at no other number that people write down."""

import pytest

from leefgebieden.domain.hints import BSN, find_hints, holds_bsn


@pytest.mark.parametrize(
    "tekst",
    [
        "123456782",
        "Zijn nummer is 111222333.",
        "1112.22.333 stond op de brief",
        "111 222 333",
        "(111222333)",
        "bsn:111222333,",
    ],
)
def test_nine_digits_that_pass_the_test_of_a_bsn_are_seen(tekst: str) -> None:
    assert holds_bsn(tekst)
    assert find_hints(tekst, ()) == (BSN,)


@pytest.mark.parametrize(
    "tekst",
    [
        "123456789",
        "000000000",
        "06 12345678",
        "0612345678",
        "+31612345678",
        "NL91 ABNA 0417 1643 00",
        "1112223334",
        "zaak 111222333-B",
        "op 12-07-2026 om 10.30",
        "€ 1.250,00",
        "\u0661\u0661\u0661\u0662\u0662\u0662\u0663\u0663\u0663",
    ],
)
def test_other_numbers_are_left_alone(tekst: str) -> None:
    assert not holds_bsn(tekst)
