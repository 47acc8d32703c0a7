"""What is sealed opens only with its key, only in its place, and only unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leefgebieden.store.verzegeling import Zegelbreuk, new_dek, seal, unseal

SLEUTEL = bytes(range(32))


@given(st.binary(max_size=500))
def test_what_was_sealed_comes_back(waarde: bytes) -> None:
    assert unseal(SLEUTEL, seal(SLEUTEL, waarde, "hier"), "hier") == waarde


def test_the_same_words_are_never_sealed_the_same() -> None:
    assert seal(SLEUTEL, b"schulden", "hier") != seal(SLEUTEL, b"schulden", "hier")


def test_it_does_not_open_in_another_place() -> None:
    with pytest.raises(Zegelbreuk, match="daar"):
        unseal(SLEUTEL, seal(SLEUTEL, b"x", "hier"), "daar")


def test_it_does_not_open_with_another_key() -> None:
    with pytest.raises(Zegelbreuk):
        unseal(new_dek(), seal(SLEUTEL, b"x", "hier"), "hier")


@given(st.data())
def test_one_changed_bit_anywhere_is_seen(data: st.DataObject) -> None:
    verzegeld = bytearray(seal(SLEUTEL, b"Zij is haar huis kwijt.", "hier"))
    at = data.draw(st.integers(0, len(verzegeld) * 8 - 1))
    verzegeld[at // 8] ^= 1 << (at % 8)
    with pytest.raises(Zegelbreuk):
        unseal(SLEUTEL, bytes(verzegeld), "hier")


@pytest.mark.parametrize("cut", [0, 1, 13, 28])
def test_what_is_cut_off_does_not_open(cut: int) -> None:
    with pytest.raises(Zegelbreuk):
        unseal(SLEUTEL, seal(SLEUTEL, b"x" * 50, "hier")[:cut], "hier")
