"""Q1: a framework as the plain document that a file holds, there and back (``schema.SCHEMA``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qa_framework.rules.frameworks import Area, Framework, Level, Standard, Words
from qa_framework.rules.schema import FORMAT


def document_of(framework: Framework) -> dict[str, Any]:
    """What a file of it says; parts that are empty are left out."""
    return {
        "format": FORMAT,
        "key": framework.key,
        "name": framework.name,
        **_filled(about=framework.about),
        "for": list(framework.kinds),
        "levels": [
            {"key": level.key, "name": level.name, **_filled(award=level.award)} for level in framework.levels
        ],
        "areas": [_area(area) for area in framework.areas],
    }


def _area(area: Area) -> dict[str, Any]:
    standards = [_standard(standard) for standard in area.standards]
    return {"key": area.key, "name": area.name, **_filled(about=area.about), "standards": standards}


def _standard(standard: Standard) -> dict[str, Any]:
    own = {kind: _words(words) for kind, words in standard.own.items()}
    words = {"statement": standard.words.statement, "levels": dict(standard.words.levels)}
    return {
        "key": standard.key,
        "name": standard.name,
        **words,
        **_filled(prompts=list(standard.words.prompts), words=own),
    }


def _words(words: Words) -> dict[str, Any]:
    return _filled(statement=words.statement, levels=dict(words.levels), prompts=list(words.prompts))


def _filled(**parts: Any) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if part}


def framework_in(document: Mapping[str, Any]) -> Framework:
    """The framework that a document says, which the schema has been asked about."""
    return Framework(
        key=document["key"],
        name=document["name"],
        about=document.get("about", ""),
        kinds=tuple(document["for"]),
        levels=tuple(
            Level(level["key"], level["name"], level.get("award", "")) for level in document["levels"]
        ),
        areas=tuple(
            Area(
                area["key"],
                area["name"],
                area.get("about", ""),
                tuple(_standard_in(standard) for standard in area["standards"]),
            )
            for area in document["areas"]
        ),
    )


def _standard_in(document: Mapping[str, Any]) -> Standard:
    own = {kind: _words_in(words) for kind, words in document.get("words", {}).items()}
    return Standard(document["key"], document["name"], _words_in(document), own)


def _words_in(document: Mapping[str, Any]) -> Words:
    return Words(
        document.get("statement", ""), dict(document.get("levels", {})), tuple(document.get("prompts", ()))
    )
