"""Is the check right? Translated news, true and spoilt, and statements to get past it.

``python -m evals.checking`` prints it, and how often two sources are told to differ.
"""
