"""A model's reply becomes statements that rest on exact places of the sources."""
