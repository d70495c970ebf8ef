"""HTML pages: the article as trafilatura finds it, with its fields; readers' comments set apart."""

from __future__ import annotations

from typing import Any

from index.documents import About, Detail, Furniture

from .extracted import Extracted, Unreadable, Writer, field_detail
from .markup import decoded, shown_text

_ENOUGH = 200  # characters: with less, all that a browser shows is taken instead


def extract(data: bytes) -> Extracted:
    """Find the article of a page; nothing is fetched, and no script is run."""
    page = decoded(data)
    found = _article(page.text)
    body = (found.text or "").strip() if found else ""
    if len(body) < _ENOUGH:
        shown = shown_text(page.text)
        body = shown if len(body) < len(shown) / 4 else body
    if not body:
        raise Unreadable("no-text", "The page shows no text without its scripts. Print it to PDF.")
    writer = Writer()
    title = _write_title(writer, found.title if found else None, body)
    writer.add(body)
    marks = _write_comments(writer, found.comments if found else None)
    about = About(
        title=title,
        date=field_detail(found.date, 0.85) if found else None,
        byline=field_detail(found.author, 0.85) if found else None,
        source=field_detail(found.sitename, 0.6) if found else None,
    )
    return Extracted(writer.text(), page.encoding, marks=marks, about=about)


def _article(html: str) -> Any:
    import trafilatura
    from lxml.etree import ParserError

    try:
        return trafilatura.bare_extraction(
            html,
            include_comments=True,
            include_tables=True,
            with_metadata=True,
            # Not "extensive": the date of a teaser must not become the article's.
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (RecursionError, ParserError, ValueError):
        return None  # what a browser shows is taken instead


def _write_title(writer: Writer, title: str | None, body: str) -> Detail | None:
    title = " ".join((title or "").split())
    if not title:
        return None
    if body.startswith(title):
        return Detail(title, 0, len(title), "metadata", 0.9)
    told = writer.detail(title, title, "metadata", 0.9)
    writer.add("\n\n")
    return told


def _write_comments(writer: Writer, comments: str | None) -> tuple[Furniture, ...]:
    if not comments or not comments.strip():
        return ()
    writer.add("\n\n")
    start, end = writer.add(comments.strip())
    return (Furniture(start, end, "comment"),)
