"""The blocks of the A4: each gives its height and what is drawn in it, measured from its own top left corner."""
