"""Q1: the document of a framework as the text of a file (YAML). Every value stands in quotation marks, so that no
reader takes “no” or “1” for anything but a text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


def written(document: dict[str, Any]) -> str:
    """The lines of the file; ``imports.files.read_file`` reads the same document from them."""
    return "".join(f"{line}\n" for line in _lines(document, ""))


def _lines(part: Any, indent: str) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _named(f"{indent}{name}:", value, f"{indent}  ")
        return
    for value in part:
        if isinstance(value, str):
            yield f"{indent}- {_quoted(value)}"
            continue
        first, *others = _lines(value, f"{indent}  ")
        yield f"{indent}- {first.lstrip()}"
        yield from others


def _named(head: str, value: Any, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{head} {_quoted(value)}"
    elif value:
        yield head
        yield from _lines(value, indent)
    else:
        yield f"{head} {json.dumps(value)}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
