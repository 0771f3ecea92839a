"""Whether something that is written is seen by those who may not know of it.

Everybody's requests are asked twice, with what is written and without it, and each pair of answers is compared:
status, headers, the body line by line, and the statements that the database was asked. Three things are given:
what is written (``write``), who looks at what (``Look``), and what may differ (``Same``).

Nothing is left behind: what is written is rolled back, and so is each request. Numbers that the database gives
(ids) are the same on both sides: the sequences are set to where they stood after the writing. So are tokens: what
is drawn by chance in a request is drawn alike. The time is to stand still.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, NamedTuple
from unittest import mock
from urllib.parse import urlencode

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection, transaction

from core.filling import _Parser
from tests.architecture.posted import body_of

SAVEPOINT = re.compile(r'((?:ROLLBACK TO |RELEASE )?SAVEPOINT) "\w+"')
#: Headers that are another in each answer.
NEW_EACH_TIME = frozenset({"set-cookie", "x-request-id"})
#: Controls by which a list is put in order: nothing is left out or added.
ORDERS = frozenset({"sort", "o"})
#: Of a spreadsheet: when it was made.
NOT_COMPARED = frozenset({"docProps/core.xml"})
#: ``(pattern, replacement)``: what differs between any two answers.
Same = Sequence[tuple[re.Pattern[str], str]]
#: So many choices of one list of a page are tried.
MOST_CHOICES = 3
MOST_SHOWN = 240


class Look(NamedTuple):
    """One request of one person.

    A POST sends ``data``, or else the form of the page that this person read there before. ``follows``: after a
    GET the page's own search and filters are tried, one after another.
    """

    who: str
    method: str
    path: str
    route: str = ""
    follows: bool = False
    data: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"{self.route or 'page'}: {self.who} {self.method.upper()} {self.path}"


class Glance(NamedTuple):
    """Anything else that is compared, by a name: lines of text.

    ``counts``: False where what the database is asked may differ (the product's own work on what is written).
    """

    name: str
    lines: Callable[[], Iterable[str]]
    counts: bool = True

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: tuple[str, ...]
    lines: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass
class Differential:
    """``write`` makes what nobody may see, and gives what ``looks`` needs to know of it (its ids, say)."""

    write: Callable[[], Any]
    ask: Callable[..., Any]
    same: Same = ()
    #: What is typed into the search of a page: what is written has something to do with it.
    words: str = ""
    #: Called before each of the two walks: what the process keeps from one request to the next is forgotten.
    forget: Callable[[], None] = lambda: None
    asked: int = field(default=0, init=False)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter, init=False)

    def problems(self, looks: Callable[[Any], Sequence[Look | Glance]]) -> list[str]:
        """Each pair of answers that differ, in words; the first difference of each part of it."""
        with undone():
            written = self.write()
            numbers = sequences()
            all_looks = looks(written)
            with_it = self._walk(all_looks)
        set_sequences(numbers)
        without = self._walk(all_looks)
        self.asked = len(with_it)
        self.statuses.update((getattr(look, "method", ""), answer.status) for look, answer in with_it.items())
        found = (difference(look, without.get(look), with_it.get(look)) for look in {**with_it, **without})
        return [problem for problem in found if problem]

    def _walk(self, looks: Sequence[Look | Glance]) -> dict[Look | Glance, Answer]:
        cache.clear()
        ContentType.objects.clear_cache()
        self.forget()
        answers: dict[Look | Glance, Answer] = {}
        pages: dict[tuple[str, str], str] = {}
        for look in looks:
            if isinstance(look, Glance):
                answers[look] = self._glance(look)
                continue
            answers[look], html = self._request(look, pages.get((look.who, look.path), ""))
            if look.method == "get":
                pages[look.who, look.path] = html
            for query in self._queries(html) if look.follows else ():
                further = look._replace(path=f"{look.path}?{query}", follows=False)
                answers[further], _html = self._request(further)
        return answers

    def _glance(self, look: Glance) -> Answer:
        with statements() as said, undone(), same_chance(str(look)):
            lines = tuple(self.normal(line) for line in look.lines())
        return Answer(200, (), lines, tuple(said) if look.counts else ())

    def _request(self, look: Look, page: str = "") -> tuple[Answer, str]:
        """The answer, and the page as it came where one is shown; a POST sends the form of ``page``."""
        sent = {"data": dict(look.data) or body_of(page)} if look.method == "post" else {}
        with statements() as said, same_chance(str(look)):
            response = self.ask(look.who, look.method, look.path, **sent)
        body = response.text_of_stream if response.streaming else response.content
        text = text_of(body)
        headers = sorted(f"{name}: {value}" for name, value in response.headers.items())
        headers += [f"message: {words}" for words in messages_of(response)]
        answer = Answer(
            response.status_code,
            tuple(self.normal(line) for line in headers if line.split(":")[0].lower() not in NEW_EACH_TIME),
            tuple(self.normal(text).splitlines()),
            tuple(said),
        )
        return answer, text if response.status_code == 200 else ""

    def _queries(self, html: str) -> Iterator[str]:
        """What the forms of a page that ask by its address may ask: the words, and each choice of each list."""
        for form in _Parser(html).forms:
            if (form.attrs.get("method") or "get").lower() != "get" or form.attrs.get("role") == "search":
                continue
            for control in form.controls:
                values = [option.value for option in control.options if option.value][:MOST_CHOICES]
                if control.name in ORDERS:
                    continue
                if control.tag == "input" and control.name and control.kind in ("search", "text"):
                    values = [self.words]
                elif control.kind == "checkbox":
                    values = [control.value]
                yield from (urlencode({control.name: value}) for value in values if control.name)

    def normal(self, text: str) -> str:
        for pattern, replacement in self.same:
            text = pattern.sub(replacement, text)
        return text


def difference(look: Look | Glance, without: Answer | None, with_it: Answer | None) -> str | None:
    """Where two answers differ, in words; None where they are the same."""
    if without == with_it:
        return None
    if without is None or with_it is None:
        return f"{look}\n  offered only {'without' if with_it is None else 'with'} it"
    lines = [str(look)]
    if without.status != with_it.status:
        lines.append(f"  status: {without.status} without, {with_it.status} with it")
    for part in ("headers", "lines"):
        if first := first_difference(getattr(without, part), getattr(with_it, part)):
            lines.append(f"  {part}, {first}")
    if without.statements != with_it.statements:
        numbers = f"{len(without.statements)} without, {len(with_it.statements)} with it"
        lines.append(f"  statements ({numbers}), {first_difference(without.statements, with_it.statements)}")
    return "\n".join(lines)


def first_difference(without: Sequence[str], with_it: Sequence[str]) -> str:
    """The first place at which two sequences differ, with what stands there; "" where they are the same."""
    for number, (one, other) in enumerate(zip_longest(without, with_it), start=1):
        if one != other:
            return f"number {number}:\n    without: {_shown(one, other)}\n    with it: {_shown(other, one)}"
    return ""


def _shown(text: str | None, other: str | None) -> str:
    """A line from shortly before the place where it differs from another one."""
    if text is None:
        return "(nothing)"
    at = next((i for i, pair in enumerate(zip(text, other or "", strict=False)) if pair[0] != pair[1]), 0)
    start = max(at - MOST_SHOWN // 3, 0)
    return ("…" if start else "") + text[start : start + MOST_SHOWN].strip()


def text_of(body: bytes) -> str:
    """A body as text; of an archive the names and texts of its parts."""
    if not body.startswith(b"PK"):
        return body.decode("utf-8", errors="replace")
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        names = [name for name in archive.namelist() if name not in NOT_COMPARED]
        return "\n".join(f"{name}\n{text_of(archive.read(name))}" for name in names)


def messages_of(response: Any) -> list[str]:
    """What the next page will say, which goes there in a cookie."""
    kept = getattr(response.wsgi_request, "_messages", None)
    return [str(message) for message in getattr(kept, "_queued_messages", ())]


@contextmanager
def same_chance(seed: str) -> Iterator[None]:
    """Tokens, keys and UUIDs that are made meanwhile follow from the seed."""
    source = random.Random(seed)
    with mock.patch("os.urandom", source.randbytes), mock.patch.object(random, "_urandom", source.randbytes):
        yield


@contextmanager
def statements() -> Iterator[list[str]]:
    """What the database is asked meanwhile, without the values; savepoints without their names."""
    said: list[str] = []

    def note(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        said.append(SAVEPOINT.sub(r"\1", sql if isinstance(sql, str) else str(sql)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield said


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


# --- numbers that the database gives ------------------------------------------------------------------------


def sequences() -> dict[str, int]:
    """Where each sequence stands that has given a number; a rollback sets none of them back."""
    with as_owner() as cursor:
        cursor.execute(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename), coalesce(last_value, 0)"
            " FROM pg_sequences WHERE schemaname = 'public'"
        )
        return dict(cursor.fetchall())


def set_sequences(numbers: Mapping[str, int]) -> None:
    """Let the sequences go on from there: the same work is given the same numbers again."""
    with as_owner() as cursor:
        cursor.execute(
            "SELECT count(setval(name::regclass, greatest(number, 1), number > 0))"
            " FROM unnest(%s::text[], %s::bigint[]) AS given (name, number)",
            [list(numbers), list(numbers.values())],
        )


@contextmanager
def as_owner() -> Iterator[Any]:
    """The owner may set a sequence; the application may only ask it."""
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        try:
            yield cursor
        finally:
            cursor.execute("SET ROLE eyc_app")
