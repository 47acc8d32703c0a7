"""How it is measured: a and b in turn, the median of the ratios pair by pair, printed beside what is aimed at."""

import statistics
import time
from collections.abc import Callable

ROUNDS = 40


def time_pairs(a: Callable[[], object], b: Callable[[], object], rounds: int) -> list[tuple[float, float]]:
    """Seconds that a and b took, in turn, after one time of each that does not count."""
    a(), b()
    pairs = []
    for _ in range(rounds):
        begin = time.perf_counter()
        a()
        middle = time.perf_counter()
        b()
        pairs.append((middle - begin, time.perf_counter() - middle))
    return pairs


def ratio(wat: str, a: Callable[[], object], b: Callable[[], object], doel: str, rounds: int = ROUNDS) -> None:
    """Time a and b in turn and print how many times b a takes."""
    pairs = time_pairs(a, b, rounds)
    milli = 1000 * statistics.median(x for x, _ in pairs)
    tell(wat, statistics.median(x / y for x, y in pairs), "x", f"{milli:.1f} ms; aim {doel}")


def tell(wat: str, getal: float, eenheid: str, erbij: str) -> None:
    """One line of what was measured."""
    print(f"{wat:<74} {getal:8.2f}{eenheid:<3} ({erbij})", flush=True)
