"""The commands by noun: each module adds its own to the parser of `cli.py`."""
