"""Q1: what a file of a framework looks like, as a JSON Schema (2020-12) that anybody can take away and check with.

All values are texts: nothing in a file is a number, a date or a yes.
"""

from __future__ import annotations

from typing import Any, Final

from core.names import MAX_KEY
from qa_framework.rules.faults import (
    MAX_ABOUT,
    MAX_AREAS,
    MAX_AWARD,
    MAX_LEVELS,
    MAX_NAME,
    MAX_PROMPT,
    MAX_PROMPTS,
    MAX_STANDARDS,
    MAX_TEXT,
    MIN_LEVELS,
)
from qa_framework.rules.frameworks import WITH_OWN_WORDS, Kind

FORMAT: Final = "1"
_KEY: Final = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": MAX_KEY}


def _text(most: int, *, needed: bool = False) -> dict[str, Any]:
    return {"type": "string", "maxLength": most, **({"minLength": 1} if needed else {})}


def _object(needed: tuple[str, ...], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(needed),
        "properties": properties,
    }


def _list(items: dict[str, Any], most: int, least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least, "maxItems": most}


_LEVELS: Final = {
    "type": "object",
    "maxProperties": MAX_LEVELS,
    "propertyNames": _KEY,
    "additionalProperties": _text(MAX_TEXT),
    "description": "What it looks like at each level, by the level's key.",
}
_PROMPTS: Final = _list(_text(MAX_PROMPT, needed=True), MAX_PROMPTS)
_OWN: Final = _object((), statement=_text(MAX_TEXT), levels=_LEVELS, prompts=_PROMPTS)
_STANDARD: Final = _object(
    ("key", "name", "statement", "levels"),
    key={**_KEY, "description": "Stays the same in every version."},
    name=_text(MAX_NAME, needed=True),
    statement=_text(MAX_TEXT, needed=True),
    levels=_LEVELS,
    prompts={**_PROMPTS, "description": "What evidence can be looked for."},
    words={
        **_object((), **{str(kind): _OWN for kind in WITH_OWN_WORDS}),
        "description": "Words of their own for these kinds. What is left out is read in the usual words.",
    },
)
_LEVEL: Final = _object(
    ("key", "name"),
    key=_KEY,
    name=_text(MAX_NAME, needed=True),
    award={**_text(MAX_AWARD), "description": "What is given for this level throughout."},
)
_AREA: Final = _object(
    ("key", "name", "standards"),
    key=_KEY,
    name=_text(MAX_NAME, needed=True),
    about=_text(MAX_ABOUT),
    standards=_list(_STANDARD, MAX_STANDARDS, 1),
)
SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Quality framework",
    **_object(
        ("format", "key", "name", "for", "levels", "areas"),
        format={"const": FORMAT, "description": "The version of this description."},
        key={**_KEY, "description": "The same in every version of the framework."},
        name=_text(MAX_NAME, needed=True),
        about=_text(MAX_ABOUT),
        **{"for": _list({"enum": [str(kind) for kind in Kind]}, len(Kind), 1)},
        levels=_list(_LEVEL, MAX_LEVELS, MIN_LEVELS),
        areas=_list(_AREA, MAX_AREAS, 1),
    ),
}
