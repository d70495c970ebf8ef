"""The built-in reader: finds the sentences that answer a question, without a language model."""
