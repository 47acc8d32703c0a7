"""A mistake in a content file is one line that names the file and the place in it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from leefgebieden.content.load import OWN_FOLDER, ContentError, load_content, read_content
from leefgebieden.content.model import Kanaal


def copy_own(name: str, folder: Path) -> Path:
    """One of our own files in a team's folder, to be changed there."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((OWN_FOLDER / name).read_bytes())
    return path


def swap(old: str, new: str) -> Callable[[str], str]:
    """A change of the first `old` in a file; it must be there."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


KAART, EENVOUDIG, HINTS = "kaart.toml", "eenvoudige-kaart.toml", "woordhints.toml"
TELEFOON, CRISIS = "vragen/telefoon.toml", "vragen/crisis.toml"

BROKEN = {
    "a missing text": (
        KAART, swap('kort = "bezigheid"\n', ""), "leefgebieden[0].deelgebieden[0].kort ontbreekt",
    ),
    "a missing text further on": (
        KAART, swap('kort = "wonen"\n', ""), "leefgebieden[1].deelgebieden[0].kort ontbreekt",
    ),
    "a missing key at the top": (KAART, swap("herkomst", "# herkomst"), "herkomst ontbreekt"),
    "an unknown key": (
        KAART, swap("kort =", "kleur ="), "leefgebieden[0].deelgebieden[0].kleur is onbekend",
    ),
    "an unknown key at the top": (KAART, swap("naam =", 'maker = "wij"\nnaam ='), "maker is onbekend"),
    "an empty text": (KAART, swap('naam = "Dagbesteding"', 'naam = "  "'), "leefgebieden[0].deelgebieden[0].naam is leeg"),
    "an empty prompt": (
        KAART, swap('"dagindeling"', '""'), "leefgebieden[0].deelgebieden[0].aandachtspunten[0] is leeg",
    ),
    "a number for a text": (KAART, swap('icoon = "zon"', "icoon = 3"), "leefgebieden[0].icoon moet tekst zijn"),
    "a text for a yes or no": (
        KAART, swap("gevoelig = true", 'gevoelig = "ja"'),
        "leefgebieden[0].deelgebieden[1].gevoelig moet true of false zijn",
    ),
    "a text for a list": (
        KAART, swap('[\n    "dreigende huisuitzetting",\n]', '"dreigende huisuitzetting"'),
        "leefgebieden[1].deelgebieden[1].aandachtspunten moet een rij zijn, tussen [ en ]",
    ),
    "a list where a group should be": (
        KAART, lambda text: 'begrippen = ["ots"]\n' + text.partition("[[begrippen]]")[0],
        "begrippen[0] moet een groep met namen zijn",
    ),
    "a key with a capital": (
        KAART, swap('key = "dag"', 'key = "Dag"'),
        'leefgebieden[0].key: "Dag" mag alleen kleine letters, cijfers en streepjes hebben',
    ),
    "a key used twice": (
        KAART, swap('key = "netwerk"', 'key = "nacht"'),
        'leefgebieden[1].key: "nacht" staat ook al bij leefgebieden[0].deelgebieden[2].key',
    ),
    "an unknown label": (
        KAART, swap('label = "wat"', 'label = "waarom"'),
        "kruisvragen[2].label moet een van deze zijn: van_wie, wanneer, wat, verklaart",
    ),
    "a label used twice": (
        KAART, swap('label = "wat"', 'label = "wanneer"'),
        'kruisvragen[2].label: "wanneer" staat ook al bij kruisvragen[1].label',
    ),
    "an abbreviation explained twice": (
        KAART, swap('afkorting = "AOW"', 'afkorting = "ADL"'),
        'begrippen[1].afkorting: "ADL" staat ook al bij begrippen[0].afkorting',
    ),
    "sensitive without a word about it": (
        KAART, lambda text: "\n".join(line for line in text.splitlines() if not line.startswith("gevoelig_uitleg")),
        "leefgebieden[0].deelgebieden[1].gevoelig_uitleg ontbreekt, want gevoelig is true",
    ),
    "a word about it without sensitive": (
        KAART, swap("gevoelig = true\n", ""),
        "leefgebieden[0].deelgebieden[1].gevoelig moet true zijn, want er is een gevoelig_uitleg",
    ),
    "an urgent signal that is no prompt": (
        KAART, swap('spoed = "dreigende huisuitzetting"', 'spoed = "brand"'),
        'leefgebieden[1].deelgebieden[1].spoed: "brand" staat niet bij de aandachtspunten',
    ),
    "no TOML": (
        KAART,
        lambda text: "naam = Kaart\n" + text,
        "regel 1, kolom 8: geen geldige TOML (Invalid value)",
    ),
    "TOML that stops halfway": (HINTS, lambda _: '# een\nwoord = "', "regel 2"),
    "a place that is not on the card": (
        EENVOUDIG, swap('"inkomen"', '"loon"'), 'gebieden[2].plaatsen[1]: "loon" staat niet op de kaart',
    ),
    "a place in two fields": (
        EENVOUDIG, swap('plaatsen = ["dag",', 'plaatsen = ["dag", "vrije-tijd",'),
        'gebieden[3].plaatsen[0]: "vrije-tijd" staat ook al bij gebieden[0].plaatsen[1]',
    ),
    "a place of the card that is nowhere": (
        EENVOUDIG, swap(', "zingeving"]', "]"),
        'rest_plaatsen: "zingeving" ontbreekt; zet het in een gebied of in rest_plaatsen',
    ),
    "a field of the simple card twice": (
        EENVOUDIG, swap('key = "geld"', 'key = "nacht"'),
        'gebieden[2].key: "nacht" staat ook al bij gebieden[1].key',
    ),
    "a field of the simple card with an odd key": (
        EENVOUDIG, swap('key = "geld"', 'key = "geld "'),
        'gebieden[2].key: "geld " mag alleen kleine letters, cijfers en streepjes hebben',
    ),
    "an unknown kanaal": (
        TELEFOON, swap('kanaal = "telefoon"', 'kanaal = "post"'),
        "kanaal moet een van deze zijn: telefoon, loket, eropaf, crisis",
    ),
    "the kanaal of another file": (
        TELEFOON, swap('kanaal = "telefoon"', 'kanaal = "loket"'),
        'kanaal: "loket" hoort niet in dit bestand, wel "telefoon"',
    ),
    "a term in words": (
        TELEFOON, swap("termijn_dagen = 14", 'termijn_dagen = "twee weken"'), "termijn_dagen moet een heel getal zijn",
    ),
    "a term that is true": (
        TELEFOON, swap("termijn_dagen = 14", "termijn_dagen = true"), "termijn_dagen moet een heel getal zijn",
    ),
    "no term at all": (TELEFOON, swap("termijn_dagen = 14", "termijn_dagen = 0"), "termijn_dagen moet 1 of meer zijn"),
    "a fase twice": (
        TELEFOON, swap('key = "hulp"', 'key = "planning"'), 'fasen[6].key: "planning" staat ook al bij fasen[5].key',
    ),
    "a fase with an odd key": (
        TELEFOON, swap('key = "hulp"', 'key = "Hulp!"'),
        'fasen[6].key: "Hulp!" mag alleen kleine letters, cijfers en streepjes hebben',
    ),
    "a question that belongs elsewhere": (
        TELEFOON, swap('"telefoon.persoon.b"', '"telefoon.netwerk.b"'),
        'fasen[3].vragen[1].key: "telefoon.netwerk.b" moet "telefoon.persoon." zijn en dan één letter',
    ),
    "a question without a row": (
        TELEFOON, swap('"telefoon.persoon.b"', '"telefoon.persoon."'),
        'fasen[3].vragen[1].key: "telefoon.persoon." moet "telefoon.persoon." zijn en dan één letter',
    ),
    "a question twice": (
        TELEFOON, swap('"telefoon.persoon.b"', '"telefoon.persoon.a"'),
        'fasen[3].vragen[1].key: "telefoon.persoon.a" staat ook al bij fasen[3].vragen[0].key',
    ),
    "an unknown kind of question": (
        TELEFOON, swap('soort = "zeggen"', 'soort = "roepen"'),
        "fasen[0].vragen[0].soort moet een van deze zijn: zeggen, vraag, afspraak",
    ),
    "a blank nobody can fill": (
        CRISIS, swap("[organisatie]", "[wijk]"),
        "fasen[1].vragen[0].tekst: [wijk] is onbekend; kies uit naam, loket, stadsdeel, organisatie, aanvullen, melding",
    ),
    "an empty rule": (
        CRISIS, swap('regel = "Maak', 'regel = ""\n# "Maak'), "fasen[5].vragen[1].regel is leeg",
    ),
    "a hint for the same word twice": (
        HINTS, swap('woord = "beweren"', 'woord = "Beweert"'),
        'woordhints[1].woord: "beweert" staat ook al bij woordhints[0].woord',
    ),
    "a hint without a word": (HINTS, swap('woord = "ontkent"\n', ""), "woordhints[2].woord ontbreekt"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "change", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_mistake_is_one_line_with_file_and_place(
    tmp_path: Path, name: str, change: Callable[[str], str], message: str
) -> None:
    path = copy_own(name, tmp_path)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_content(tmp_path)
    assert str(caught.value).startswith(f"{path}: {message}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", [KAART, EENVOUDIG, HINTS, *(f"vragen/{kanaal}.toml" for kanaal in Kanaal)])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    for file in (KAART, EENVOUDIG, HINTS, *(f"vragen/{kanaal}.toml" for kanaal in Kanaal)):
        copy_own(file, tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(ContentError, match=rf"^{name}: dit bestand ontbreekt$"):
        read_content([tmp_path])


def test_a_mistake_in_a_file_of_ours_is_named_by_its_place_in_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = copy_own(TELEFOON, tmp_path)
    for file in (KAART, EENVOUDIG, HINTS):
        copy_own(file, tmp_path)
    path.write_text("x = 1\n", encoding="utf-8")
    monkeypatch.setattr("leefgebieden.content.load.OWN_FOLDER", tmp_path)
    with pytest.raises(ContentError, match=r"^vragen/telefoon\.toml: x is onbekend$"):
        load_content()


def test_a_file_that_is_no_utf8_is_refused_with_the_line(tmp_path: Path) -> None:
    (tmp_path / KAART).write_bytes("# een\nnaam = 'Financiën'\n".encode("latin-1"))
    with pytest.raises(ContentError, match=r"kaart\.toml: regel 2: geen UTF-8$"):
        load_content(tmp_path)


def test_a_byte_order_mark_in_front_does_no_harm(tmp_path: Path) -> None:
    path = copy_own(KAART, tmp_path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_content(tmp_path).kaart == load_content().kaart


@pytest.mark.parametrize("name", ["kart.toml", "vragen/telefon.toml", "vragen/kaart.toml"])
def test_a_file_with_a_slip_in_its_name_is_not_passed_over_in_silence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_content(tmp_path)
    assert str(caught.value).startswith(f"{path}: dit bestand is onbekend; kies uit kaart.toml, ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "regel 1, kolom 2: geen geldige JSON"),
        ('{\n  "casus": nee\n}', "regel 2, kolom 12: geen geldige JSON"),
        ("[]", "casus.naam ontbreekt"),
        ("{}", "casus.naam ontbreekt"),
        ('{"casus": {"naam": ""}}', "casus.naam ontbreekt"),
    ],
)
def test_a_broken_practice_file_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "oefencasussen" / "eigen.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        load_content(tmp_path)
    assert str(caught.value).startswith(f"{path}: {message}")


def test_a_folder_that_is_not_there_counts_as_empty(tmp_path: Path) -> None:
    assert load_content(tmp_path / "content") == load_content()


def test_a_team_puts_its_own_file_in_the_place_of_ours(tmp_path: Path) -> None:
    path = copy_own(TELEFOON, tmp_path)
    path.write_text(
        path.read_text(encoding="utf-8").replace("Goed dat u ons belt.", "Fijn, u belt ons."), encoding="utf-8"
    )
    content = load_content(tmp_path)
    assert content.vragen["telefoon.compliment.a"].tekst == "Fijn, u belt ons."
    assert content.vragenlijsten[Kanaal.LOKET] == load_content().vragenlijsten[Kanaal.LOKET]


def test_a_team_adds_its_own_practice_casus_beside_ours(tmp_path: Path) -> None:
    (tmp_path / "oefencasussen").mkdir()
    (tmp_path / "oefencasussen" / "ria.json").write_text(json.dumps({"casus": {"naam": "Ria"}}), encoding="utf-8")
    content = load_content(tmp_path)
    assert set(content.oefencasussen) == set(load_content().oefencasussen) | {"ria"}
    assert content.oefencasussen["ria"].naam == "Ria"
