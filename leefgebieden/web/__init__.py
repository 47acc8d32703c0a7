"""The pages: thin, and closed by default."""
