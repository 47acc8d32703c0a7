"""The keys of the backups: one for each period, in the folder of the keys, never in a backup (`domain/reserve.py` has the rule).

The day on which a key was made stands in its id, so that the rule can be kept without asking the database.
"""

import secrets
from datetime import date, datetime

from leefgebieden.domain.datum import to_dag
from leefgebieden.domain.reserve import compute_belofte, is_versleten, list_verlopen
from leefgebieden.store.instantie import HERSTELTEST_SLEUTEL, fetch_feit
from leefgebieden.store.sleutelbos import KEK_BYTES, Kek, Sleutelbos
from leefgebieden.store.sleutels import get_bos


def get_reservebos() -> Sleutelbos:
    """The keys of the backups of the database in use."""
    bos = get_bos()
    return Sleutelbos(bos.map, "reserve", bos.kluis)


def need_reservesleutel(nu: datetime) -> Kek:
    """The key for a backup made now: the last one, or a new one when its period is over."""
    bos, vandaag = get_reservebos(), to_dag(nu)
    # a key of a day that is still to come was made while the clock was wrong
    ids = [sleutel for sleutel in bos.list_ids() if find_begin(sleutel) <= vandaag]
    if ids and not is_versleten(find_begin(ids[-1]), vandaag, get_bos().termijnen):
        return bos.read(ids[-1])
    return bos.write(Kek(f"{vandaag:%Y%m%d}-{secrets.token_hex(4)}", secrets.token_bytes(KEK_BYTES)))


def destroy_verlopen(nu: datetime) -> list[str]:
    """Destroy the keys whose term is over. Gives their ids."""
    beproefd = fetch_feit(HERSTELTEST_SLEUTEL)
    weg = list_verlopen(_list_perioden(), find_begin(beproefd) if beproefd else None, to_dag(nu), get_bos().termijnen)
    for sleutel in weg:
        get_reservebos().destroy(sleutel)
    return weg


def has_te_oude(nu: datetime) -> bool:
    """Whether a key is still here whose term is over: a newer backup, or a test of one, is waited for."""
    return bool(list_verlopen(_list_perioden(), date.max, to_dag(nu), get_bos().termijnen))


def promise_datum(nu: datetime) -> date:
    """Until which day what is erased now can still be read in backups: "in reservekopieën uiterlijk op <datum>"."""
    return compute_belofte((begin for begin, _ in _list_perioden()), to_dag(nu), get_bos().termijnen)


def find_begin(sleutel_id: str) -> date:
    """The day on which the key with this id was made."""
    return datetime.strptime(sleutel_id[:8] + "+0000", "%Y%m%d%z").date()


def _list_perioden() -> list[tuple[date, str]]:
    return [(find_begin(sleutel), sleutel) for sleutel in get_reservebos().list_ids()]
