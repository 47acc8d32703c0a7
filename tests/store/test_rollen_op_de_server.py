"""The roles that the manual tells to make: the app can work as its role, and cannot make tables or touch the logboek's lines."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from leefgebieden.actions.logboek import log
from leefgebieden.actions.medewerker import add_medewerker, to_mens
from leefgebieden.context import Context
from leefgebieden.domain.logboek import Actie
from leefgebieden.store.db import db, writing
from leefgebieden.store.opstarten import open_database
from tests.people import WACHTWOORD, Clock, make_app
from tests.postgres import Server

BEHEER = Path(__file__).parents[2] / "docs" / "beheer.md"
ROLE, OWNER = "leefgebieden", "leefgebieden_eigenaar"


@pytest.mark.postgresql_only("SQLite has no roles")
def test_the_role_of_the_manual_can_work_and_can_do_no_more(
    database: str,
    tmp_path: Path,
    outside: Context,
    clock: Clock,
    server: Server,
    new_database: Callable[[], str],
) -> None:
    make_roles, grant_rights = re.findall(r"```sql\n(.*?)```", BEHEER.read_text("utf-8"), re.DOTALL)
    uri = make_url(new_database())
    if uri.host:
        pytest.skip("roles belong to the whole server, and this one is not ours")
    for statement in make_roles.splitlines():
        if statement.startswith("CREATE ROLE"):
            server.execute(statement)
    server.execute(f'ALTER DATABASE "{uri.database}" OWNER TO {OWNER}')

    def as_role(role: str) -> str:
        return uri.set(username=role).render_as_string(hide_password=False)

    owner = make_app(tmp_path, outside, DATABASE=as_role(OWNER))
    with owner.app_context():
        open_database(clock.now)
        with writing():
            for statement in grant_rights.splitlines():
                db.session.execute(text(statement))
        db.session.remove()
        db.engine.dispose()
    app = make_app(tmp_path, outside, DATABASE=as_role(ROLE))
    with app.app_context():
        open_database(clock.now)
        anja = to_mens(add_medewerker(outside, app.extensions["hasher"], "anja@team.test", "Anja", WACHTWOORD))
        log(outside, anja, Actie.AFGEMELD)
        for forbidden in (
            "UPDATE logboek SET actie = 'x'",
            "DELETE FROM logboek",
            "TRUNCATE logboek",
            "CREATE TABLE bij (x integer)",
            "DROP TRIGGER logboek_niet_wijzigen ON logboek",
            "UPDATE alembic_version SET version_num = '0001'",
        ):
            with pytest.raises(DBAPIError, match="permission denied|must be owner"), writing():
                db.session.execute(text(forbidden))
        db.session.remove()
        db.engine.dispose()
