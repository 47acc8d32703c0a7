"""The rules of the work: pure values and functions, standard library and the content's shapes only."""
