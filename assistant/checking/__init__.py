"""Whether quotes carry a statement, told without a language model."""
