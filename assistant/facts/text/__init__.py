"""A text as words: cut, spelt alike, in which language, what its little words tell."""
