"""Settings: flags over environment over a config file over defaults, and where each came from.

Secrets are never part of the settings. A key is looked up when it is needed, by :func:`key_for`,
and only for the host it was given for.
"""

from __future__ import annotations

import hashlib
import json
import os
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .errors import ConfigError

OPENAI = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be chosen, except keys."""

    folder: Path | None = None
    """The documents. Without one: the folder last indexed, else ``seeds`` of a checkout."""
    store: Path | None = None
    """Catalogue and vectors. Without one: a folder of Attesto's own data folder."""
    model: str = "auto"
    """``auto``, ``extract`` (built in), or a model name at ``base_url``."""
    judge: str = "off"
    """``off``, ``auto`` (the model that answers), or a model name at ``base_url``: looks again at
    what the check calls supported."""
    base_url: str | None = None
    """An OpenAI-compatible endpoint, e.g. ``http://localhost:11434/v1``."""
    embedder: str = "auto"
    """``auto`` (built in) or the name of an embedding model at ``base_url``."""
    language: str | None = None
    """Language of the answers; without one, that of the question."""
    asked_in: str | None = None
    """Language of the questions; told from each without one."""
    passages: int = 8
    """At most so many passages go to the model."""
    prompt_tokens: int = 3000
    """Budget for the passages in a prompt, in tokens."""
    deadline: float = 60.0
    """Seconds a model may take for one answer, retries included."""
    strict: bool = False
    """Withhold statements that the sources do not support, instead of marking them."""


NAMES = tuple(field.name for field in fields(Settings))


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings, and for each the place it came from."""

    settings: Settings
    origins: Mapping[str, str]


def home(environ: Mapping[str, str] = os.environ) -> Path:
    """Return Attesto's own data folder: ``ATTESTO_HOME``, or the usual place of the system."""
    if chosen := environ.get("ATTESTO_HOME"):
        return Path(chosen).expanduser()
    from platformdirs import user_data_path

    return user_data_path("attesto", appauthor=False)


def report_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where the last eval report lies, an HTML page; it need not exist."""
    return home(environ) / "report.html"


def config_file(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where the config file is looked for; it need not exist."""
    return Path(environ.get("ATTESTO_CONFIG") or home(environ) / "config.toml").expanduser()


def load(flags: Mapping[str, Any], environ: Mapping[str, str] = os.environ) -> Loaded:
    """Put the settings together.

    Args:
        flags: what the command line gave; None means not given.
        environ: the environment; ``ATTESTO_<NAME>``, and ``OPENAI_BASE_URL`` for ``base_url``.

    Raises:
        ConfigError: an unknown key or a wrong value; the message names both and their place.
    """
    path = config_file(environ)
    values: dict[str, Any] = {}
    origins = dict.fromkeys(NAMES, "default")
    layers = [(_from_file(path), str(path)), (_from_environment(environ), "environment")]
    layers.append(({k: v for k, v in flags.items() if v is not None}, "command line"))
    for layer, origin in layers:
        for name, value in layer.items():
            if name not in NAMES:
                raise ConfigError(
                    f"Unknown setting {name!r} in {origin}. Known: {', '.join(NAMES)}."
                )
            values[name], origins[name] = value, origin
    return Loaded(_validated(values, origins), origins)


def key_for(base_url: str, environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the key that was given for this endpoint's host, or None.

    ``ATTESTO_API_KEY`` belongs to ``ATTESTO_BASE_URL`` (or the config file's ``base_url``),
    ``OPENAI_API_KEY`` to ``OPENAI_BASE_URL`` (or OpenAI itself).
    """
    own = environ.get("ATTESTO_BASE_URL") or _from_file(config_file(environ)).get("base_url")
    pairs = [
        (environ.get("ATTESTO_API_KEY"), own),
        (environ.get("OPENAI_API_KEY"), environ.get("OPENAI_BASE_URL") or OPENAI),
    ]
    for key, url in pairs:
        if key and url and _host(str(url)) == _host(base_url):
            return key
    return None


def endpoint(settings: Settings, environ: Mapping[str, str] = os.environ) -> str | None:
    """Return the configured endpoint, or None: OpenAI itself counts once its key is set."""
    if settings.base_url:
        return settings.base_url
    return OPENAI if environ.get("OPENAI_API_KEY") else None


def folder_of(settings: Settings, environ: Mapping[str, str] = os.environ) -> Path:
    """Find the folder to work on.

    Raises:
        ConfigError: none was named, none was indexed before, and there is no ``seeds`` here.
    """
    if settings.folder:
        return settings.folder.expanduser()
    if found := unnamed_folder(environ):
        return found[0]
    raise ConfigError(
        "Which folder? Name it on the command line, or set ATTESTO_FOLDER, for example: "
        "attesto index ~/articles"
    )


def unnamed_folder(environ: Mapping[str, str] = os.environ) -> tuple[Path, str] | None:
    """Return the folder that is used when none is named, and why that one."""
    try:
        last = json.loads((home(environ) / "last.json").read_text(encoding="utf-8"))
        remembered = Path(last["folder"])
    except (OSError, ValueError, KeyError, TypeError):  # a convenience, like writing it
        remembered = Path()
    if remembered != Path() and remembered.is_dir():
        return remembered, "last used"
    seeds = Path("seeds")
    return (seeds, "of this checkout") if seeds.is_dir() else None


def remember_folder(folder: Path, environ: Mapping[str, str] = os.environ) -> None:
    """Make a folder the one that is used when none is named."""
    last = home(environ) / "last.json"
    text = json.dumps({"folder": str(folder.resolve())})
    if last.is_file() and last.read_text(encoding="utf-8") == text:
        return
    with suppress(OSError):  # a convenience: with no place of our own, name the folder each time
        last.parent.mkdir(parents=True, exist_ok=True)
        last.write_text(text, encoding="utf-8")


def store_of(folder: Path, environ: Mapping[str, str] = os.environ) -> Path:
    """Return the usual store of a folder, outside of it: documents are never written beside."""
    real = folder.resolve()
    digest = hashlib.sha256(os.fsencode(real)).hexdigest()[:8]
    return home(environ) / "stores" / f"{real.name or 'root'}-{digest}"


def _from_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} is not valid TOML: {error}. Correct or delete it.") from error


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    apart = {"ATTESTO_HOME", "ATTESTO_CONFIG", "ATTESTO_API_KEY", "ATTESTO_PASSWORD"}
    found: dict[str, Any] = {}
    if url := environ.get("OPENAI_BASE_URL"):
        found["base_url"] = url
    for name, value in environ.items():
        if name.startswith("ATTESTO_") and name not in apart and value != "":
            found[name.removeprefix("ATTESTO_").lower()] = value
    return found


def _validated(values: Mapping[str, Any], origins: Mapping[str, str]) -> Settings:
    fine: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name not in values or values[field.name] is None:
            continue
        value = values[field.name]
        kind = str(field.type).removesuffix(" | None")
        try:
            fine[field.name] = _CONVERTERS[kind](value)
        except (TypeError, ValueError, KeyError) as error:
            raise ConfigError(
                f"The setting {field.name} = {value!r} ({origins[field.name]}) must be "
                f"{_WANTED[kind]}."
            ) from error
    settings = Settings(**fine)
    _check_ranges(settings, origins)
    return settings


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise TypeError(value)
    return float(value)


def _whole(value: object) -> int:
    if isinstance(value, float):
        raise TypeError(value)
    return int(_number(value))


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[
        _text(value).lower()
    ]


def _path(value: object) -> Path:
    return value if isinstance(value, Path) else Path(_text(value)).expanduser()


# By hand and not with a validation library: importing one costs a cold answer a tenth of a second.
_CONVERTERS: dict[str, Callable[[object], Any]] = {
    "Path": _path, "str": _text, "int": _whole, "float": _number, "bool": _truth,
}  # fmt: skip
_WANTED = {
    "Path": "a path", "str": "text", "int": "a whole number", "float": "a number",
    "bool": "true or false",
}  # fmt: skip


def _check_ranges(settings: Settings, origins: Mapping[str, str]) -> None:
    from index import LANGUAGES

    rules = [
        ("language", settings.language in (None, *LANGUAGES), f"one of {', '.join(LANGUAGES)}"),
        ("asked_in", settings.asked_in in (None, *LANGUAGES), f"one of {', '.join(LANGUAGES)}"),
        ("passages", 1 <= settings.passages <= 100, "between 1 and 100"),
        ("prompt_tokens", settings.prompt_tokens >= 100, "at least 100"),
        ("deadline", settings.deadline > 0, "above 0 seconds"),
        ("base_url", _is_url(settings.base_url), "a URL such as http://localhost:11434/v1"),
    ]
    for name, fine, wanted in rules:
        if not fine:
            value = getattr(settings, name)
            raise ConfigError(f"The setting {name} = {value!r} ({origins[name]}) must be {wanted}.")


def _is_url(url: str | None) -> bool:
    return url is None or (urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).netloc))


def _host(url: str) -> tuple[str, str]:
    parts = urlsplit(url)
    return parts.scheme, parts.netloc.rsplit("@")[-1].lower()
