"""Rows in, domain values out. Each module asks the database the questions of one noun."""
