"""`python -m leefgebieden` is the same as `leefgebieden`."""

import sys
from collections.abc import Sequence

from leefgebieden.logboekwacht import OPDRACHTEN
from leefgebieden.logboekwacht import main as guard


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code."""
    woorden = list(sys.argv[1:] if argv is None else argv)
    if woorden and woorden[0] in OPDRACHTEN:
        return guard(woorden)
    from leefgebieden.cli import main as rest  # with the whole app behind it

    return rest(woorden)


if __name__ == "__main__":
    sys.exit(main())
