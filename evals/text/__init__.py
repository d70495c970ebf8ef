"""Figures, dates and languages of a text, read by small readers of the evals' own.

What judges does not use what is judged.
"""
