"""Public question sets, and ours in the same form, beside plain rankings and other models.

``python -m evals.public`` measures them all.
"""
