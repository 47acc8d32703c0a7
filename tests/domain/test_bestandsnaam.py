"""The name of a file says nothing about a person."""

import re
from datetime import date

from leefgebieden.domain.bestandsnaam import write_bestandsnaam
from tests.domain.maak import make_id


def test_the_name_of_a_file_is_a_day_and_three_characters_that_are_easy_to_tell_apart() -> None:
    dag = date(2026, 7, 14)
    namen = {write_bestandsnaam(make_id(nr), dag) for nr in range(200)}
    assert len(namen) > 190
    assert all(re.fullmatch(r"samenvatting-2026-07-14-[2-9a-hjkmnp-z]{3}\.pdf", naam) for naam in namen)
    assert write_bestandsnaam(make_id(1), dag) == write_bestandsnaam(make_id(1), dag)
