"""The commands, a small module for each family; ``assistant/cli.py`` knows which is where."""
