"""What may stand before a bracket with a number in it, so that it is no citation marker."""

from __future__ import annotations

import re

NOT_A_PLACE = re.compile(
    r"(?:[\d§°.:;,(\[]|\b(?:abs|absatz|al|alinéa|art|article|articolo|artikel|box|chap|chapitre|"
    r"capitolo|chapter|comma|fig|figure|kapitel|lemma|n|nr|no|note|nota|num|numéro|nummer|numero|"
    r"para|paragraph|punkt|punto|point|satz|section|sezione|table|tabelle|type|ziffer))\s?$",
    re.IGNORECASE,
)
"""Behind one of these a bracket belongs to it: *Article (1)*."""
WANTS_NUMBER = re.compile(
    r"(?<!\w)(?:in|im|en|nel|since|seit|depuis|dal|cost|costs|kostet|kostete|coûte|coûté|costa|"
    r"costato|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|"
    r"juillet|août|septembre|octobre|novembre|décembre|gennaio|febbraio|marzo|aprile|maggio|giugno|"
    r"luglio|agosto|settembre|ottobre|dicembre)[ \u00a0]$",
    re.IGNORECASE,
)
"""Behind such a word a number that is no passage's is one of the sentence: *in [1999]*."""
FORMULA = re.compile(r"[\\^_{}$=]\S*\s?$|(?<!\w)\w{1,2}$")
"""What curly brackets stand behind in mathematics and in programs."""
ESCAPE = re.compile(r"\\{1,2}(?=[\[(])|\^(?=\[)|(?P<named>\\cite[pt]?(?=\{)|:cite(?=[\[{]))")
"""What is before an opening bracket and goes with it: `\\[1\\]`, `^[1]`, `\\cite{1}`."""
ESCAPE_BEGINS = re.compile(r"\\{1,2}|\^|\\c(?:i(?:te?)?)?|\\cite[pt]|:(?:c(?:i(?:te?)?)?)?")
