"""Where sources differ: two places that make the same statement and give it differently."""
