"""Time and memory, side by side in one run: ratios decide, absolute times are an indication."""
