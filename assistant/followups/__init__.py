"""A follow-up into a full question, by a model or by rules."""
