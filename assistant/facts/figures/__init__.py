"""Figures: numbers, money, units, rates, fractions, and what bounds or orders them."""
