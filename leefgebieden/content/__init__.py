"""The method as data: the card, the question lists, the practice casussen. Read and checked once, at start."""
