"""Days, months, years, centuries and clock times."""
