"""The questions written by hand, in YAML, and what reads them: an error names file and line."""
