"""Typed text, made safe at one edge: what a worker may type is kept, what breaks a page or a database is not."""

import re
import unicodedata

_REGELEINDEN = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_WEG = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ud800-\udfff]")
_RICHTING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MERKTEKENS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{9,}")
_ONZICHTBAAR = re.compile(r"[\s\u00ad\u200b-\u200f\u2060-\u2064]*")
MERKTEKENS_HOOGUIT = 8
# Cyrillic and Greek letters that look like one of ours, and ours that take no accent off
_LIJKT_OP = str.maketrans(
    "АВЕКМНОРСТУХІЈЅаеорсухіјѕһԁӏкΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοριυνκđĐøØłŁıħŧð",
    "ABEKMHOPCTYXIJSaeopcyxijshdlkABEZHIKMNOPTYXaopiuvkdDoOlLihtd",
)


def normalise_tekst(tekst: str) -> str:
    """Text as it is stored and compared: NFC, line ends as LF, no control characters or lone surrogates.

    Joiners stay (names and emoji need them). Characters that turn the reading direction become visible, so that they
    cannot reorder a "niet". More than 8 combining marks on one letter are cut.
    """
    if tekst.isascii() and tekst.isprintable():
        return tekst
    schoon = _WEG.sub("", _REGELEINDEN.sub("\n", tekst))
    schoon = _RICHTING.sub(lambda teken: f"[U+{ord(teken.group()):04X}]", schoon)
    schoon = _MERKTEKENS.sub(lambda reeks: reeks.group()[:MERKTEKENS_HOOGUIT], schoon)
    # a text of which nothing can be seen is no text
    return "" if _ONZICHTBAAR.fullmatch(schoon) else unicodedata.normalize("NFC", schoon)


def search_form(tekst: str) -> str:
    """Text as it is searched: case, accents, width and zero-width characters do not matter."""
    return plain_form(tekst.casefold())


def plain_form(tekst: str) -> str:
    """Text without accents, width and zero-width characters; capitals stay."""
    los = unicodedata.normalize("NFKD", tekst)
    return "".join(teken for teken in los if not unicodedata.combining(teken) and unicodedata.category(teken) != "Cf")


def list_gelijkvormen(naam: str) -> frozenset[str]:
    """A name in the forms by which two are taken for the same: as it is searched, and as it looks, in letters and digits alone.

    Two names are the same when they share one. An Н of the Cyrillic alphabet is an H for who reads it.
    """
    zoals_gezocht = to_one_line(search_form(naam))
    zoals_gezien = search_form(plain_form(naam).translate(_LIJKT_OP))
    return frozenset({zoals_gezocht, "".join(filter(str.isalnum, zoals_gezien))} - {""})


def to_one_line(tekst: str) -> str:
    """Text on one line: every run of white space becomes one space."""
    return " ".join(tekst.split())
