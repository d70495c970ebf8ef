"""What a run found, told: as text, as JSON, as one HTML page."""
