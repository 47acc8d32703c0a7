"""Bringing a database to the shape that this version of the app expects."""
