"""`python -m leefgebieden` is the same as `leefgebieden`."""

import sys

from leefgebieden.cli import main

if __name__ == "__main__":
    sys.exit(main())
