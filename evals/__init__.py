"""Is it any good? Questions, scorers, reports.

A *case* (``cases``, read from ``questions``) is put to a *subject* (``subjects``,
``run``); what happens is a *record* (``records``); *scorers* look at both; what they find adds up
to *results* (``results``, ``statistics``), which are told (``telling``) and held against a
baseline (``gate``). ``python -m evals --help`` runs it all.

What judges does not use what is judged: figures, dates, languages and sentences are read here by
small readers of our own (``text``, ``corpora``), apart from the product's.
"""
