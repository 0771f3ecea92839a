"""A file of a framework (YAML, or JSON, which is YAML) from its bytes to its words, each problem with its line.

Only a limited process does this (``core.limits``): nobody else imports it. Every scalar is a text. Anchors are
refused: with them a small file becomes a large one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import yaml
from django.utils.translation import gettext_noop
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from core.reasons import Fact, Reason
from qa_framework.rules.documents import framework_in
from qa_framework.rules.faults import Place, faults_of
from qa_framework.rules.files import Problem, ReadFile
from qa_framework.rules.schema import SCHEMA

MAX_DEPTH, MAX_NODES, MAX_PROBLEMS = 12, 50_000, 50
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Unreadable(Exception):
    def __init__(self, line: int, sentence: str, **facts: Fact) -> None:
        self.problem = Problem(line, Reason("Q1", sentence, facts))
        super().__init__(sentence)


def read_file(file: BinaryIO) -> ReadFile:
    """What the file says, or what is wrong with it, by line."""
    try:
        node = _composed(file.read())
    except _Unreadable as unreadable:
        return ReadFile(None, (unreadable.problem,))
    lines: dict[Place, int] = {}
    problems: list[Problem] = []
    document = _plain(node, (), lines, problems)
    if not problems:
        problems = [
            Problem(_line_of((*error.absolute_path, *place), lines), reason)
            for error in _by_place(Draft202012Validator(SCHEMA).iter_errors(document))
            for place, reason in _in_words(error)
        ]
    if problems:
        # the schema names each part that is missing anew for each of them
        once = list({(one.line, str(one.reason)): one for one in problems}.values())
        return ReadFile(None, tuple(sorted(once, key=lambda one: one.line)[:MAX_PROBLEMS]))
    framework = framework_in(document)
    faults = [Problem(_line_of(fault.place, lines), fault.reason) for fault in faults_of(framework)]
    return ReadFile(framework, tuple(faults[:MAX_PROBLEMS]))


def _composed(data: bytes) -> yaml.Node:
    """The tree of the file. Raises _Unreadable for what is no such text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _Unreadable(
            line, gettext_noop("This line is not UTF-8 text. Save the file as UTF-8.")
        ) from None
    try:
        _refuse_tricks(text)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        sentence = gettext_noop(
            "The file cannot be read from here on. Look at colons, quotation marks and indents."
        )
        raise _Unreadable(mark.line + 1 if mark else 1, sentence) from None
    except yaml.YAMLError:  # a character that no YAML file has
        raise _Unreadable(1, gettext_noop("The file has a character that such a file cannot have.")) from None
    if node is None:
        raise _Unreadable(1, gettext_noop("The file is empty."))
    return node


def _refuse_tricks(text: str) -> None:
    depth = 0
    for nodes, event in enumerate(yaml.parse(text, Loader=_LOADER), 1):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _Unreadable(
                line, gettext_noop("Names for parts (“&” and “*”) cannot be used. Write the part out.")
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _Unreadable(
                line, gettext_noop("Parts stand in parts more than %(most)d deep."), most=MAX_DEPTH
            )
        if nodes > MAX_NODES:
            raise _Unreadable(line, gettext_noop("The file has more than %(most)d parts."), most=MAX_NODES)


def _plain(node: yaml.Node, place: Place, lines: dict[Place, int], problems: list[Problem]) -> Any:
    """The node as texts, lists and dictionaries; notes the line of each place, and keys that stand twice."""
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*place, n), lines, problems) for n, item in enumerate(node.value)]
    if not isinstance(node, yaml.MappingNode):
        return str(node.value).strip()
    found: dict[str, Any] = {}
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(line, Reason("Q1", gettext_noop("A name must stand before the colon."))))
            continue
        if key.value in found:
            words = gettext_noop("“%(name)s” stands twice here.")
            problems.append(Problem(line, Reason("Q1", words, {"name": key.value})))
        lines[(*place, key.value)] = line
        found[key.value] = _plain(value, (*place, key.value), lines, problems)
    return found


def _line_of(place: Place, lines: dict[Place, int]) -> int:
    """The line of a place, or of the nearest part that holds it."""
    while place not in lines:
        place = place[:-1]
    return lines[place]


def _by_place(errors: Iterator[ValidationError]) -> list[ValidationError]:
    return sorted(errors, key=lambda error: [str(part) for part in error.absolute_path])


def _in_words(error: Any) -> Iterator[tuple[Place, Reason]]:
    """The error of the schema as a person says it, and the part below its place that it is about."""
    name = str(next((part for part in reversed(error.absolute_path) if isinstance(part, str)), ""))
    asked = error.validator_value
    if error.validator == "required":
        for missing in asked:
            if missing not in error.instance:
                yield (), _reason(gettext_noop("“%(name)s” is missing here."), name=missing)
    elif error.validator == "additionalProperties":
        known = error.schema.get("properties", {})
        for extra in error.instance:
            if extra not in known:
                yield (extra,), _reason(gettext_noop("“%(name)s” is not known here."), name=extra)
    elif error.validator in ("enum", "const"):
        options = ", ".join([asked] if isinstance(asked, str) else asked)
        yield (), _reason(gettext_noop("“%(name)s” must be one of: %(options)s."), name=name, options=options)
    elif error.validator in _SAID:
        facts = {"name": name, "number": asked} if isinstance(asked, int) else {"name": name}
        yield (), _reason(_SAID[str(error.validator)], **facts)
    else:
        yield (), _reason(_OF_TYPE[str(asked)], name=name)


def _reason(sentence: str, **facts: Fact) -> Reason:
    return Reason("Q1", sentence, facts)


_SAID = {
    "maxLength": gettext_noop("“%(name)s” must be %(number)d characters or fewer."),
    "minLength": gettext_noop("“%(name)s” is empty."),
    "maxItems": gettext_noop("“%(name)s” can have %(number)d entries at most."),
    "maxProperties": gettext_noop("“%(name)s” can have %(number)d entries at most."),
    "minItems": gettext_noop("“%(name)s” needs %(number)d entries or more."),
    "pattern": gettext_noop(
        "“%(name)s” must be small letters, numbers and hyphens, such as “learning-outdoors”."
    ),
}
_OF_TYPE = {
    "string": gettext_noop("“%(name)s” must be a text, not a list."),
    "array": gettext_noop("“%(name)s” must be a list: a line for each entry, each with a hyphen before it."),
    "object": gettext_noop("“%(name)s” must have names with colons below it."),
}
