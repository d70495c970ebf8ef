"""Who does what to whom, and who stands where to whom, as little words and lists tell it."""
