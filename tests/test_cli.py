"""The commands: each says what it did in one line; a mistake is one line on stderr, exit 2, and nothing changed."""

import re
from pathlib import Path

import pytest

from leefgebieden.cli import main
from leefgebieden.content.model import Content


@pytest.fixture(autouse=True)
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LEEFGEBIEDEN_INSTANCE", str(tmp_path / "instance"))
    monkeypatch.setenv("LEEFGEBIEDEN_SLEUTELS", str(tmp_path / "sleutels"))
    return tmp_path / "instance"


@pytest.fixture
def frans_file(tmp_path: Path, content: Content) -> Path:
    file = tmp_path / "frans.json"
    file.write_bytes(content.oefencasussen["frans-van-noord"].bestand)
    return file


def refuse(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run a command that must go wrong; gives its one line."""
    capsys.readouterr()
    assert main(argv) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("leefgebieden: ")
    return said.err


def test_the_demo_says_how_to_sign_in_and_can_be_run_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo"]) == 0
    first = capsys.readouterr().out
    assert re.search(r"jan@voorbeeld\.test  \S{12}\n", first)
    assert main(["demo"]) == 0
    assert capsys.readouterr().out != first


def test_the_demo_refuses_beside_real_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add-medewerker", "anja@team.test", "Anja"]) == 0
    assert "hier werken al echte mensen" in refuse(capsys, "demo")


def test_the_demo_is_not_served_to_others(capsys: pytest.CaptureFixture[str]) -> None:
    main(["demo"])
    assert "alleen op dit apparaat" in refuse(capsys, "start", "--host", "0.0.0.0")


def test_a_school_does_not_begin_where_real_people_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, frans_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = tmp_path / "echt.json"
    echt.write_text(frans_file.read_text("utf-8").replace('"voorbeeld"', '"echt"'), "utf-8")
    main(["add-medewerker", "anja@team.test", "Anja"])
    monkeypatch.setenv("LEEFGEBIEDEN_OEFENEN", "aan")
    assert "hier wordt alleen geoefend" in refuse(capsys, "import-casus", str(echt), "--reden", "Overdracht")
    monkeypatch.delenv("LEEFGEBIEDEN_OEFENEN")
    assert main(["import-casus", str(echt), "--reden", "Overdracht"]) == 0
    assert "hier staan echte mensen" in refuse(capsys, "start", "--oefenen")


def test_export_import_export_gives_the_same_bytes(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, frans_file: Path
) -> None:
    main(["add-medewerker", "anja@team.test", "Anja"])
    assert main(["import-casus", str(frans_file)]) == 0
    assert main(["export-casus", "Frans", "-o", str(tmp_path / "uit.json")]) == 0
    assert (tmp_path / "uit.json").read_bytes() == frans_file.read_bytes()
    capsys.readouterr()
    assert main(["import-casus", str(tmp_path / "uit.json")]) == 0
    assert capsys.readouterr().out == "De casus is al aanwezig.\n"


def test_the_same_id_with_other_content_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, frans_file: Path
) -> None:
    main(["demo"])
    frans_file.write_bytes(frans_file.read_bytes().replace(b"astma", b"hooikoorts"))
    assert "met een andere inhoud" in refuse(capsys, "import-casus", str(frans_file))


def test_a_part_that_belongs_to_another_casus_is_refused_and_nothing_is_taken_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, frans_file: Path
) -> None:
    main(["demo"])
    other = (
        frans_file.read_bytes()
        .replace(b"83cbfa69-7881", b"93cbfa69-7881")
        .replace(b'"roepnaam": "Frans"', b'"roepnaam": "Ander"')
    )
    frans_file.write_bytes(other)
    assert "hoort al bij iemand anders" in refuse(capsys, "import-casus", str(frans_file))
    assert "niemand met id of naam 'Ander'" in refuse(capsys, "export-casus", "Ander", "-o", str(tmp_path / "x"))


def test_a_wrong_file_names_its_place(capsys: pytest.CaptureFixture[str], frans_file: Path) -> None:
    main(["add-medewerker", "anja@team.test", "Anja"])
    frans_file.write_bytes(frans_file.read_bytes().replace(b'"eropaf"', b'"fiets"', 1))
    said = refuse(capsys, "import-casus", str(frans_file))
    assert "casus.kanaal: hier kan alleen staan: telefoon, loket, eropaf, crisis" in said


def test_about_a_real_person_a_reason_is_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, frans_file: Path
) -> None:
    main(["add-medewerker", "anja@team.test", "Anja"])
    frans_file.write_bytes(frans_file.read_bytes().replace(b'"soort": "voorbeeld"', b'"soort": "echt"', 1))
    assert "--reden" in refuse(capsys, "import-casus", str(frans_file))
    assert main(["import-casus", str(frans_file), "--reden", "overgenomen van team Noord"]) == 0
    assert "--reden" in refuse(capsys, "export-casus", "Frans", "-o", str(tmp_path / "x"))


def test_what_one_medewerker_did_is_shown_or_written_to_a_file_and_that_is_told_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    main(["demo"])
    capsys.readouterr()
    question = ["logboek", "--medewerker", "JAN@voorbeeld.test", "--van", "2020-01-01", "--tot", "2199-12-31"]
    assert main(question) == 0
    first = capsys.readouterr().out.splitlines()
    assert any("las alles in uit een bestand, persoon " in line for line in first)
    assert first[-1] == f"{len(first) - 1} regels, over 1 mens."
    file = tmp_path / "logboek.csv"
    assert main([*question, "-o", str(file)]) == 0
    # one line on stdout; in the file one more than before, for looking is a line of who looked
    assert capsys.readouterr().out == f"{len(first)} regels in {file}, over 1 mens.\n"
    written = file.read_text("utf-8-sig").splitlines()
    assert written[0].startswith("nummer;dag;tijd;wat;persoon")
    assert len(written) == len(first) + 1
    assert "bekeek wat één collega deed" in written[1]
    assert main(["verify-logboek"]) == 0


def test_what_a_medewerker_did_with_real_people_asks_for_a_reason(
    capsys: pytest.CaptureFixture[str], frans_file: Path
) -> None:
    main(["add-medewerker", "anja@team.test", "Anja"])
    frans_file.write_bytes(frans_file.read_bytes().replace(b'"soort": "voorbeeld"', b'"soort": "echt"', 1))
    main(["import-casus", str(frans_file), "--reden", "overgenomen van team Noord"])
    question = ["logboek", "--medewerker", "anja@team.test", "--van", "2020-01-01", "--tot", "2199-12-31"]
    assert "--reden" in refuse(capsys, *question)
    assert main([*question, "--reden", "Telefoon kwijt op 3 juli"]) == 0
    said = capsys.readouterr().out
    assert "overgenomen" not in said
    assert "Frans" not in said


@pytest.mark.parametrize("namen", ["initialen", "schuilnaam", "voluit"])
def test_the_a4_is_drawn_with_the_name_that_was_chosen(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, namen: str
) -> None:
    main(["demo"])
    assert main(["draw-samenvatting", "Frans", "-o", str(tmp_path / "a4.pdf"), "--namen", namen]) == 0
    assert (tmp_path / "a4.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["add-medewerker", "geen adres", "Anja"], "is geen e-mailadres"),
        (["add-medewerker", "anja@team.test", "  "], "de naam moet"),
        (["import-casus", "/nergens/frans.json"], "er is nog geen medewerker"),
        (
            ["logboek", "--medewerker", "a@b.nl", "--van", "31-02", "--tot", "2026-07-14"],
            "schrijf een dag als 2026-07-14",
        ),
        (["logboek", "--medewerker", "a@b.nl", "--van", "2026-07-14", "--tot", "2026-07-13"], "--tot ligt voor --van"),
        (
            ["logboek", "--medewerker", "a@b.nl", "--van", "2026-07-14", "--tot", "9999-12-31"],
            "dit jaar kennen we niet",
        ),
        (["export-casus", "Frans", "-o", "/tmp/x.json", "--als", "wie@team.test"], "geen medewerker met wie@team.test"),
    ],
)
def test_a_mistake_is_one_line(capsys: pytest.CaptureFixture[str], argv: list[str], says: str) -> None:
    assert says in refuse(capsys, *argv)


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    main(["demo"])
    assert "/nergens/frans.json" in refuse(capsys, "import-casus", "/nergens/frans.json")


def test_a_mistake_in_the_content_of_the_team_stops_the_app(capsys: pytest.CaptureFixture[str], instance: Path) -> None:
    (instance / "content").mkdir(parents=True)
    (instance / "content" / "kaart.toml").write_text("naam = 3\n", "utf-8")
    said = refuse(capsys, "start")
    assert "kaart.toml" in said
    assert not (instance / "leefgebieden.sqlite3").exists()


def test_the_content_that_comes_with_the_app_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-content"]) == 0
    assert "4 leefgebieden, 14 deelgebieden, 52 aandachtspunten, 56 vragen" in capsys.readouterr().out


def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("start", "demo", "check-content", "add-medewerker", "import-casus", "export-casus", "migrate"):
        with pytest.raises(SystemExit) as stop:
            main([command, "--help"])
        assert stop.value.code == 0


def test_another_key_for_the_logboek_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["demo"])
    (tmp_path / "sleutels" / "logboek.sleutel").write_text("ab" * 32, "ascii")
    assert "is niet die van deze database" in refuse(capsys, "export-casus", "Frans", "-o", str(tmp_path / "uit.json"))


def test_a_forgotten_password_is_replaced(capsys: pytest.CaptureFixture[str]) -> None:
    main(["add-medewerker", "anja@team.test", "Anja"])
    capsys.readouterr()
    assert main(["set-wachtwoord", "anja@team.test"]) == 0
    assert re.search(r"anja@team\.test en wachtwoord \S{16}\.", capsys.readouterr().out)
    assert "geen medewerker" in refuse(capsys, "set-wachtwoord", "wie@team.test")
