"""Which way a sentence points: denied, reversed, refused, planned, on a condition, for a reason."""
