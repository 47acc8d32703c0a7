"""A domain value in, the bytes of a PDF out. ReportLab's canvas only; text never reaches a parser of markup."""
