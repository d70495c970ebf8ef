"""Names: who and what a text names, what they are, where they are from, and who says it."""
