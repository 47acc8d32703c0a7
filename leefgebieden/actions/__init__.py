"""What can be done: one function is one transaction and one line in the logboek."""
