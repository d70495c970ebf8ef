"""Is the built-in reader right? Public questions, whole and spoiled, and ours in the same form.

``python -m evals.reading`` prints it, ``python -m evals.reading.floor`` whom no model answers,
``python -m evals.reading.near`` how often a near miss is answered.
"""
