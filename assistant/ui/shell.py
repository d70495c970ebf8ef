"""Everything around a conversation: head, tabs, the box for questions, the place for sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index import LANGUAGES, FileRow

from .strings import Strings, strings
from .views import choices, safe


def shell(
    folder: str,
    files: Sequence[FileRow],
    said: Strings,
    language: str,
    *,
    allow_upload: bool = False,
    translator: str = "",
) -> str:
    """Write the page's frame.

    Args:
        folder: the folder's name.
        files: its documents.
        said: what the page says, in the reader's language.
        language: that language.
        allow_upload: show where documents can be dropped.
        translator: the model that can translate a quote, if there is one.
    """
    tabs = "".join(_tab(name, said, current=name == "talk") for name in _TABS)
    return (
        f'<a class="skip" href="#box">{safe(said["skip"])}</a>'
        f'<header class="top"><button type="button" class="icon menu" data-do="menu" '
        f'aria-expanded="false" aria-controls="shelf" aria-label="{safe(said["conversations"])}">'
        f'{_MENU}</button><h1>Attesto</h1><p class="folder">{safe(folder)}</p>'
        f'<nav aria-label="Attesto">{tabs}</nav>{_choices(said, language)}</header>'
        f'<div class="rooms">{_shelf(said)}<main>{_talk(files, said)}{_folder(said, allow_upload)}'
        f'<section id="quality" class="room" hidden></section></main>'
        f"{_panel(said, translator)}</div>"
        '<div id="peek" role="tooltip" hidden></div>'
        '<div id="status" class="unseen" role="status" aria-live="polite"></div>'
    )


_MOST_FILES = 200
_TABS = ("talk", "documents", "quality")
_MENU = (
    '<svg viewBox="0 0 24 24" aria-hidden="true">'
    '<path d="M4 6h16v2H4zm0 5h16v2H4zm0 5h10v2H4z"/></svg>'
)
_THEME = (
    '<svg viewBox="0 0 24 24" aria-hidden="true">'
    '<path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2v14a7 7 0 0 1 0-14z"/></svg>'
)
_SEND = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M11 20V7.8l-5 5L4.6 11.4 12 4l7.4 7.4'
    'L18 12.8l-5-5V20z"/></svg>'
)
_ARROWS = {
    "previous": "M14.7 18.7 8 12l6.7-6.7 1.4 1.4-5.3 5.3 5.3 5.3z",
    "next": "M9.3 5.3 16 12l-6.7 6.7-1.4-1.4 5.3-5.3-5.3-5.3z",
    "close": "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4L12 13.4 6.4 19 5 17.6 10.6 12 5 "
    "6.4z",
}


def _tab(name: str, said: Strings, *, current: bool) -> str:
    here = ' aria-current="page"' if current else ""
    return (
        f'<button type="button" class="tab" data-tab="{name}"{here}>'
        f"{safe(said[f'tab_{name}'])}</button>"
    )


def _choices(said: Strings, language: str) -> str:
    names = [(code, strings(code)["language_name"]) for code in LANGUAGES]
    return (
        f'<div class="choices"><select id="language" aria-label="{safe(said["language"])}">'
        f"{choices(names, language, {code: code for code in LANGUAGES})}</select>"
        f'<button type="button" class="icon" data-do="theme" title="{safe(said["theme"])}" '
        f'aria-label="{safe(said["theme"])}">{_THEME}</button></div>'
    )


def _shelf(said: Strings) -> str:
    exports = "".join(
        f'<button type="button" data-export="{kind}">{safe(said[f"export_{kind}"])}</button>'
        for kind in ("html", "md", "json")
    )
    return (
        f'<aside id="shelf" aria-label="{safe(said["conversations"])}">'
        f'<button type="button" id="new" class="new" data-do="new">{safe(said["new"])}</button>'
        f'<ul id="kept"></ul><p class="hint">{safe(said["none_yet"])}</p>'
        f'<div class="export"><span>{safe(said["export"])}</span>{exports}</div></aside>'
    )


def _talk(files: Sequence[FileRow], said: Strings) -> str:
    return (
        f'<section id="talk" class="room"><div id="turns" tabindex="-1">{_welcome(files, said)}'
        '</div><form id="ask" class="composer"><label class="unseen" for="box">'
        f"{safe(said['question'])}</label>"
        f'<textarea id="box" rows="1" maxlength="4000" placeholder="{safe(said["placeholder"])}" '
        'autocomplete="off" enterkeyhint="send"></textarea>'
        f'<button type="submit" id="send" class="go" aria-label="{safe(said["ask"])}" '
        f'title="{safe(said["ask"])}">{_SEND}</button>'
        f'<button type="button" id="stop" class="go stop" data-do="stop" hidden>'
        f"{safe(said['stop'])}</button></form>"
        f'{_filter(files, said)}<p class="keys">{safe(said["keys"])}</p></section>'
    )


def _filter(files: Sequence[FileRow], said: Strings) -> str:
    """Where to search: everything, one language or one document, and between two days."""
    languages = sorted({row.language for row in files})
    spoken = [(f"language:{code}", said.get(f"lang_{code}", code)) for code in languages]
    named = [(f"file:{row.file}", row.title) for row in files[:_MOST_FILES]]
    tongues = {f"file:{row.file}": row.language for row in files}
    groups = "".join(
        f'<optgroup label="{safe(said[name])}">{choices(options, tongues=tongues)}</optgroup>'
        for name, options in (("by_language", spoken), ("tab_documents", named))
    )
    days = "".join(
        f'<label>{safe(said[name])} <input type="date" id="{name}"></label>'
        for name in ("since", "until")
    )
    return (
        f'<details class="filter"><summary>{safe(said["filter"])} <b id="narrowed">'
        f'{safe(said["everything"])}</b></summary><div><select id="only" '
        f'aria-label="{safe(said["filter"])}"><option value="">{safe(said["everything"])}</option>'
        f"{groups}</select>{days}</div></details>"
    )


def _welcome(files: Sequence[FileRow], said: Strings) -> str:
    """Show what the page is for before the first question."""
    if not files:
        return (
            f'<div class="welcome"><h2>{safe(said["welcome_empty"])}</h2>'
            f'<p class="kinds">{safe(said["welcome_empty_lead"])}</p></div>'
        )
    languages = Counter(row.language for row in files)
    kinds = " · ".join(
        f"{number} {safe(said.get(f'lang_{code}', code))}"
        for code, number in languages.most_common()
    )
    promises = "".join(
        f"<li>{safe(said[name])}</li>" for name in ("how_check", "how_languages", "how_refuse")
    )
    return (
        f'<div class="welcome"><h2>{safe(said["welcome"].format(files=len(files)))}</h2>'
        f'<p class="kinds">{kinds}</p><ul class="promises">{promises}</ul>'
        '<div id="suggested" aria-live="polite"></div></div>'
    )


def _folder(said: Strings, allow_upload: bool) -> str:
    drop = ""
    if allow_upload:
        drop = (
            '<label class="drop" for="files"><input type="file" id="files" class="unseen" multiple>'
            f"<b>{safe(said['drop'])}</b><span>{safe(said['drop_note'])}</span></label>"
        )
    return (
        '<section id="documents" class="room" hidden>'
        f'{drop}<div class="reading"><button type="button" id="read" class="plain" data-do="read">'
        f'{safe(said["reindex"])}</button><progress id="progress" max="1" value="0" hidden '
        f'aria-label="{safe(said["reindex"])}"></progress>'
        '<span id="read-said" role="status"></span></div><div id="listed"></div></section>'
    )


def _panel(said: Strings, translator: str) -> str:
    buttons = "".join(
        f'<button type="button" class="icon" data-do="{name}" title="{safe(said[name])}" '
        f'aria-label="{safe(said[name])}"><svg viewBox="0 0 24 24" aria-hidden="true">'
        f'<path d="{path}"/></svg></button>'
        for name, path in _ARROWS.items()
    )
    gloss = ""
    if translator:
        gloss = f'<div id="gloss" data-model="{safe(translator)}" aria-live="polite" hidden></div>'
    return (
        f'<aside id="panel" aria-label="{safe(said["sources"])}" hidden>'
        '<div class="bar"><p class="named"><span id="which"></span>'
        f'<span id="where" class="place" hidden></span></p>{buttons}</div>'
        f'<div id="source"><p class="hint">{safe(said["no_source"])}</p></div>{gloss}</aside>'
    )
