"""Does a sentence hold something of the kind that is asked for?"""

from __future__ import annotations

import re

from index import fold

from .asked import Asked

_HAS_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf"
    r"|dix|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|due|tre|quattro|cinque|sei|sette|otto"
    r"|nove|dieci|hundred|thousand|million|cent|mille|hundert|tausend|cento|mila)",
    re.IGNORECASE,
)
_HAS_MONEY = re.compile(
    r"[$€£¥]|\b(?:dollar|euro|pfund|pound|livres|sterlin|yuan|rou?bl|rubl|rubel|franc|frank|yen"
    r"|USD|EUR|GBP|CHF|RMB)", re.IGNORECASE,
)  # fmt: skip
_HAS_SHARE = re.compile(
    r"%|\bper ?cent|\bpour ?cent|\bprozent|\bhalf\b|\bmoitié|\bhälfte|\bmetà|\btiers|\bdrittel"
    r"|\bthird|\bterzo",
    re.IGNORECASE,
)
_HAS_DATE = re.compile(
    r"\b(?:1\d|20)\d\d\b|\b(?:januar|jänner|janvier|gennaio|febr|févr|märz|mars\b|march|marzo|apr"
    r"|avril|mai\b|may\b|maggio|jun[ei]|juin|giugno|jul[iy]|juillet|luglio|august|août|agosto|sept"
    r"|settembre|o[ck]tob|ottobre|novemb|de[cz]emb|décemb|dicemb|centur|siècle|jahrhundert|secolo)",
    re.IGNORECASE,
)
_HAS_NAME = re.compile(r"(?<=[\w,;:'’] )[«\"„“]?[A-ZÀ-Ý][\w'’-]+|^[A-ZÀ-Ý][\w'’-]+ [A-ZÀ-Ý]")
_HAS_CAUSE = re.compile(
    r"\b(?:because|due to|since|caus|reason|therefore|so that|in order|as a result|result of"
    r"|parce|car\b|puisque|à cause|en raison|grâce|afin|pour que|raison|but\b"
    r"|weil|denn\b|da\b|wegen|aufgrund|damit|grund|um \w+ zu|daher|deshalb"
    r"|perché|poiché|dato che|a causa|grazie|affinché|motivo|quindi|scopo)", re.IGNORECASE,
)  # fmt: skip


def holds(asked: Asked, text: str) -> float:
    """1 if the sentence holds something of the kind that is asked for, beside what was asked."""
    pattern = {
        "figure": _HAS_FIGURE, "money": _HAS_MONEY, "share": _HAS_SHARE, "date": _HAS_DATE,
        "person": _HAS_NAME, "place": _HAS_NAME, "organisation": _HAS_NAME, "cause": _HAS_CAUSE,
    }.get(asked.kind)  # fmt: skip
    if pattern is None:
        return 0.5
    told = {fold(word) for word in asked.words}
    found = (match.group() for match in pattern.finditer(text))
    if asked.kind in ("person", "place", "organisation"):
        return float(any(fold(word.strip('«"„“')) not in told for word in found))
    return float(any(True for _ in found))
