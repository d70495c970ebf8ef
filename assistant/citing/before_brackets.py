"""What may stand before a bracket with a number in it, so that it is no citation marker."""

from __future__ import annotations

import re

from .brackets import Bracket

_PARTS = (
    r"(?:abs|absatz|absätze[n]?|al|alinéas?|allegat[oi]|anh(?:ang)?|anlage|annex(?:es?)?|arts?|articles?|"
    r"articol[oi]|artikeln?|band|box|buchstabe|chap|chapitres?|capitol[oi]|chapters?|claus(?:es?|ol[ae])|"
    r"comma|decree|décret|decreto|direttiv[ae]|directives?|ex|fig|figur[ae]|figures?|frage|gesetz|iso|"
    r"items?|kapiteln?|law|legge|lemma|lettera|lignes?|lines?|lit|loi|n|nrn?|nos?|notes?|nota|num|numéros?|"
    r"nummern?|numer[oi]|pages?|pagin[ae]|pagg?|pp?|paras?|paragraphe?s?|paragraf[oi]?|parte?|parti|points?|"
    r"punkte?|punt[oi]|question|regel|règles?|regol[ae]|règlements?|regolament[oi]|regulations?|"
    r"richtlinien?|righ?[ae]|rules?|s[äa]tze?|schritte?|sections?|sezion[ei]|seiten?|steps?|étapes?|tables?|"
    r"tabellen?|tabell[ae]|teile?|types?|verordnung(?:en)?|version|vol|volume|zeilen?|ziffern?)"
)
"""What is counted by its number: an article of a law, a page, a table."""
_COUNTED = re.compile(
    rf"(?:[§°:;,(\[]|\b{_PARTS}\.?)\s?$|(?:[§°]|\b{_PARTS}\b\.?)\s?"
    r"\d[\w./]*(?:(?:,? ?(?:and|und|et|ed?|to|bis|à|a|sowie|bzw\.)|[,–-]) ?\d[\w./]*)*\s?$|"
    r"(?<!\w)\w$",
    re.IGNORECASE,
)
"""Behind one of these, or behind its number, a bracket belongs to it: *Article (1)*, *§ 3 (1)*."""
_STOPPED = re.compile(r"[.!?…]\s?$")
_WANTS_NUMBER = re.compile(
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


def behind_word(before: str, opening: str) -> bool:
    """May a soft bracket behind these characters be a marker?

    Args:
        before: the last characters before it, in its line and those above.
        opening: the bracket.
    """
    told = before.rstrip(" ")
    if not told or told.endswith("\n") or _COUNTED.search(before):
        return False
    return opening == "(" or not FORMULA.search(before)


def behind_stop(before: str) -> bool:
    """Has the sentence ended before the bracket? Then `(1)` may also count what comes next."""
    return _STOPPED.search(before) is not None


def lacks_number(before: str, bracket: Bracket) -> bool:
    """Is a bracket with one number a word of its sentence, which lacks one: *in [1999]*?"""
    one = len(bracket.ranges) == 1 and bracket.ranges[0][0] == bracket.ranges[0][1] > 0
    return one and not bracket.labelled and _WANTS_NUMBER.search(before) is not None
