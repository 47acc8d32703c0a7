"""The rules of the house that can be read from the source. A rule that is in the way is discussed, not switched off."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "leefgebieden"
TEMPLATES = ROOT / "templates"

# web, cli -> actions, pdf, store -> domain -> content; actions write through store, pdf never sees it.
LAYERS = {
    "content": {"content"},
    "domain": {"domain", "content.model"},
    "context": {"content", "domain"},
    "settings": set[str](),
    "serve": set[str](),
    "gunicorn": set[str](),
    "wsgi": {"", "actions", "store"},
    "logboekwacht": {"settings", "store", "domain"},
    "store": {"store", "domain", "content", "context"},
    "pdf": {"pdf", "domain", "content"},
    "actions": {"actions", "store", "domain", "content", "context"},
    "web": {"web", "actions", "pdf", "store", "domain", "content", "context", "settings"},
    # a restore, and the test of one, work with a second app beside the one in use
    "commands": {"", "commands", "web", "actions", "pdf", "store", "domain", "content", "context", "settings", "serve"},
    "cli": {
        "",
        "cli",
        "commands",
        "web",
        "actions",
        "pdf",
        "store",
        "domain",
        "content",
        "context",
        "settings",
        "serve",
        "logboekwacht",
    },
}
WEB_LIBRARIES = {
    "flask",
    "flask_login",
    "flask_wtf",
    "wtforms",
    "werkzeug",
    "jinja2",
    "markupsafe",
    "whitenoise",
    "waitress",
}
DATA_LIBRARIES = {"sqlalchemy", "flask_sqlalchemy", "alembic", "sqlite3"}
# What a layer may never import from outside; a layer that is not named here may import all.
CLOSED_TO = {
    # store is told about the app once, at start; that it never sees a request is a test of its own
    "store": (WEB_LIBRARIES - {"flask"}) | {"reportlab"},
    "actions": WEB_LIBRARIES | {"reportlab"},
    "pdf": WEB_LIBRARIES | DATA_LIBRARIES,
}
STANDARD_LIBRARY_ONLY = {"content", "domain", "context", "settings"}
MAY_READ_THE_CLOCK = {"context.py", "cli.py", "settings.py"}
NOT_A_NOUN = {
    "utils",
    "util",
    "helpers",
    "helper",
    "services",
    "service",
    "manager",
    "common",
    "misc",
    "views",
    "models",
}

SOURCES = sorted(PACKAGE.rglob("*.py"))
TEMPLATE_FILES = sorted(TEMPLATES.rglob("*.html"))


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def layer_of(path: Path) -> str:
    """The folder within the package, or the name of a module at its top."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports_of(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of every module imported; `from a import b` gives a.b, which is a module or a name in a."""
    package = ["leefgebieden", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield node.lineno, f"{module}.{alias.name}"


def dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def test_imports_point_one_way() -> None:
    wrong = []
    for path in SOURCES:
        layer = layer_of(path)
        if layer in {"__init__", "__main__"}:
            continue
        assert layer in LAYERS, f"{relative(path)}: which layer is this?"
        for line, name in imports_of(path):
            if name.split(".")[0] != "leefgebieden":
                continue
            inner = name.removeprefix("leefgebieden").removeprefix(".")
            top = inner.split(".")[0] if inner.split(".")[0] in LAYERS else ""
            if not any(f"{inner or top}.".startswith(f"{one}.") or one == top for one in LAYERS[layer]):
                wrong.append(f"{relative(path)}:{line} imports {name}")
    assert wrong == []


def test_each_layer_knows_only_the_libraries_it_needs() -> None:
    wrong = []
    for path in SOURCES:
        layer = layer_of(path)
        for line, name in imports_of(path):
            library = name.split(".")[0]
            outside = library not in sys.stdlib_module_names and library != "leefgebieden"
            if (outside and layer in STANDARD_LIBRARY_ONLY) or library in CLOSED_TO.get(layer, set()):
                wrong.append(f"{relative(path)}:{line} imports {name}")
    assert wrong == []


def test_the_request_stays_in_web() -> None:
    asked = {"flask.g", "flask.session", "flask.request", "flask.current_app", "flask_login.current_user"}
    wrong = [
        f"{relative(path)}:{line} imports {name}"
        for path in SOURCES
        if layer_of(path) not in {"web", "__init__"}
        for line, name in imports_of(path)
        if name in asked
    ]
    assert wrong == []


def test_no_markup_parser_is_near_the_words_of_a_user() -> None:
    wrong = [
        f"{relative(path)}:{line} imports {name}"
        for path in SOURCES
        for line, name in imports_of(path)
        if "platypus" in name or "paraparser" in name or name.endswith((".Markup", ".render_template_string"))
    ]
    wrong += [
        f"{relative(path)}:{node.lineno} calls {dotted(node.func)}"
        for path in SOURCES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and dotted(node.func).split(".")[-1] in {"Markup", "Paragraph", "render_template_string"}
    ]
    assert wrong == []


def test_the_clock_and_new_ids_come_from_the_context() -> None:
    wrong = []
    clocks = re.compile(
        r"(^|\.)(datetime|date|func)\.(now|utcnow|today|current_timestamp)$|(^|\.)uuid[1-8]$|^time\.(time|time_ns|localtime|gmtime)$"
    )
    for path in SOURCES:
        if path.relative_to(PACKAGE).as_posix() in MAY_READ_THE_CLOCK or layer_of(path) in {"cli", "commands"}:
            continue
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Attribute | ast.Name) and clocks.search(dotted(node)):
                wrong.append(f"{relative(path)}:{node.lineno} asks {dotted(node)}")
    assert wrong == []


def test_files_are_named_after_a_noun() -> None:
    tests = [
        path for path in (ROOT / "tests").rglob("*.py") if path.name == "conftest.py" and path.parent.name == "tests"
    ]
    wrong = [relative(path) for path in SOURCES if path.stem in NOT_A_NOUN]
    wrong += [
        relative(path) for path in SOURCES if path.name == "forms.py" and path.parent in {PACKAGE, PACKAGE / "web"}
    ]
    assert wrong + [relative(path) for path in tests] == []


def test_an_exception_for_lint_or_types_says_why() -> None:
    exception = re.compile(r"#\s*(?:noqa\b[^#]*?|type:\s*ignore\S*|pragma: no cover)(?P<why>.*)$")
    wrong = []
    for path in [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))]:
        if path == Path(__file__):
            continue
        for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = exception.search(text)
            if found and not re.search(r"[#-]\s*\w+ \w+", found["why"]):
                wrong.append(f"{relative(path)}:{number}: {text.strip()}")
    assert wrong == []


def test_template_folders_are_blueprints() -> None:
    folders = {path.relative_to(TEMPLATES).parts[0] for path in TEMPLATE_FILES if path.parent != TEMPLATES}
    modules = {path.stem for path in (PACKAGE / "web").glob("*.py")}
    modules |= {path.parent.name for path in (PACKAGE / "web").glob("*/__init__.py")}
    assert {folder for folder in folders if not folder.startswith("_")} - modules == set()


def test_every_template_is_used_and_every_used_one_exists() -> None:
    there = {path.relative_to(TEMPLATES).as_posix() for path in TEMPLATE_FILES}
    named = re.compile(r"""["']([\w./-]+\.html)["']""")
    used: dict[str, str] = {}
    for path in [*SOURCES, *TEMPLATE_FILES]:
        for name in named.findall(path.read_text(encoding="utf-8")):
            used.setdefault(name, relative(path))
    assert there - used.keys() == set(), "these templates are used nowhere"
    missing = {name: place for name, place in used.items() if name not in there}
    assert missing == {}, "these templates are named, and not there"


@pytest.mark.parametrize(
    ("what", "pattern"),
    [
        ("inline script", r"<script(?![^>]*\bsrc=)[^>]*>(?!\s*</script>)"),
        ("inline style", r"<style\b|\sstyle\s*="),
        ("event attribute", r"<[a-z][^>]*\son[a-z]+\s*="),
        ("markup that is trusted", r"\|\s*safe\b|\bMarkup\(|autoescape\s+false"),
        (
            "address elsewhere or in itself",
            r"""(?:href|src|action|srcset)\s*=\s*["'](?:[a-z]+:)?//|javascript:|["'(]data:""",
        ),
        ("browser's own bubble", r"<(?:input|select|textarea)[^>]*\srequired[\s>]"),
    ],
)
def test_no_template_has(what: str, pattern: str) -> None:
    wrong = []
    for path in TEMPLATE_FILES:
        text = re.sub(
            r"{#.*?#}", lambda comment: "\n" * comment[0].count("\n"), path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        for found in re.finditer(pattern, text, re.IGNORECASE):
            wrong.append(f"{relative(path)}:{text.count(chr(10), 0, found.start()) + 1}: {found[0].strip()[:80]}")
    assert wrong == [], what


def test_our_style_and_scripts_load_nothing_from_elsewhere() -> None:
    own = [p for kind in ("css", "js") for p in (ROOT / "static" / kind).rglob(f"*.{kind}")]
    wrong = [
        f"{relative(path)}: {found[0][:80]}"
        for path in own
        for found in re.finditer(
            r"url\(\s*[\"']?(?:data:|[a-z]+:|//)|@import|\beval\(|new Function\(|innerHTML|import\([\"']http",
            path.read_text(encoding="utf-8"),
        )
    ]
    assert wrong == []


@pytest.fixture
def fresh_app(tmp_path: Path) -> Flask:
    from leefgebieden import create_app

    return create_app({"INSTANCE": tmp_path / "instance", "SLEUTELS": tmp_path / "sleutels", "SECRET_KEY": "test"})


def test_every_endpoint_declares_who_may_enter(fresh_app: Flask) -> None:
    from leefgebieden.domain.overleg import Overlegrecht
    from leefgebieden.domain.toegang import Recht
    from leefgebieden.web.gate import GAST, LEERGROEP_LEIDEN, LEERGROEP_MEEDOEN, ROLLEN, WERKVORM_LEIDEN

    doors = {"public", "signed_in", GAST, WERKVORM_LEIDEN, LEERGROEP_LEIDEN, LEERGROEP_MEEDOEN, *ROLLEN}
    doors |= {*map(str, Recht), *map(str, Overlegrecht)}
    undeclared = [
        rule.rule
        for rule in fresh_app.url_map.iter_rules()
        # "static" is Flask's own: files that are the same for everyone
        if rule.endpoint != "static"
        and str(getattr(fresh_app.view_functions[rule.endpoint], "poort", None)) not in doors
    ]
    assert undeclared == []


def test_a_page_about_a_casus_asks_for_a_right_to_that_casus(fresh_app: Flask) -> None:
    """A door that only asks to be signed in does not guard one casus against the rest of the team."""
    from leefgebieden.domain.toegang import Recht

    rights = {str(recht) for recht in Recht}
    wrong = [
        rule.rule
        for rule in fresh_app.url_map.iter_rules()
        if re.match(r"/mensen/<", rule.rule)
        and str(getattr(fresh_app.view_functions[rule.endpoint], "poort", None)) not in rights
    ]
    assert wrong == []


def test_only_these_doors_are_open_to_everyone(fresh_app: Flask) -> None:
    """A list in a test, so that a page does not become public unnoticed."""
    open_doors = {
        rule.rule
        for rule in fresh_app.url_map.iter_rules()
        if getattr(fresh_app.view_functions[rule.endpoint], "poort", None) == "public"
    }
    assert open_doors == {
        "/",
        "/agenda/<woord>.ics",
        "/groep/<woord>",
        "/groep/<woord>/account",
        "/aanmelden",
        "/aanmelden/organisatie",
        "/aanmelden/organisatie/terug",
        "/aanmelden/passkey",
        "/aanmelden/passkey/vraag",
        "/aanmelden/tweede-stap",
        "/gezond",
        "/gezond/cijfers",
        "/geen-internet",
        "/hulp",
        "/instellingen",
        "/instellingen/gewist",
        "/instellingen/wis",
        "/manifest.webmanifest",
        "/mee",
        "/static/<path:filename>",
        "/sw.js",
        "/toegankelijkheid",
        "/uitnodiging/<token>",
        "/verborgen",
        "/verzegeld/achtergebleven",
        "/zonder-internet/notitie",
        "/zonder-internet/spiekbrief",
        "/zonder-internet/vragen/<any(telefoon, loket, eropaf, crisis):kanaal>",
    }


def test_no_route_has_a_name_of_a_person_or_an_office_word_in_it(fresh_app: Flask) -> None:
    wrong = [
        rule.rule
        for rule in fresh_app.url_map.iter_rules()
        if re.search(r"casus(?!>)|client|dossier|naam", re.sub(r"<[^>]*>", "", rule.rule))
        or rule.rule != rule.rule.lower()
    ]
    assert wrong == []
