"""What the matrix asks of a route: role × method × own or foreign rows, and the answers that it allows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from accounts.middleware import ALWAYS_OPEN
from tests.architecture.endpoint import EVERY_ROLE, Endpoint, Roles
from tests.architecture.routes import Route

#: Where the permission alone can make a difference: the most permissions, an owner of rows, and none.
SAMPLE = ("manager", "officer", "elsewhere")
SIGNED_OUT = "nobody"
#: Roles that need a second factor, each also with a session that has proved none (A3).
NEED_FACTOR = ("officer", "manager", "finance", "quality lead", "auditor")
UNPROVED = {role: f"{role} without a second factor" for role in NEED_FACTOR}
FOREIGN_OFFICER = "officer of the other authority"

Answers = frozenset[str]
SERVED: Answers = frozenset({"served"})
SIGN_IN: Answers = frozenset({"sign-in"})
PROVE_FIRST: Answers = frozenset({"second factor"})
MISSING: Answers = frozenset({"404"})
REFUSED: Answers = frozenset({"403", "404"})
NO_ACT: Answers = REFUSED | {"405"}


class RowsOfAuthority(Protocol):
    """An authority's address, and the id of its row of each kind."""

    @property
    def slug(self) -> str: ...
    @property
    def rows(self) -> Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Question:
    about: str
    role: str
    method: str
    path: str
    expected: Answers

    def problem(self, answer: str) -> str | None:
        if answer in self.expected:
            return None
        expected = " or ".join(sorted(self.expected))
        return f"{self.about}: {self.role} {self.method.upper()} {self.path}: {answer}, expected {expected}"


def answer_of(response: Any) -> str:
    """``served`` (400 too: the endpoint has read what was sent), ``sign-in``, ``second factor``, or else the
    status.
    """
    if response.status_code == 302 and "/accounts/2fa/" in response.headers["Location"]:
        return "second factor"
    if response.status_code == 302 and "/accounts/login/" in response.headers["Location"]:
        return "sign-in"
    return "served" if response.status_code in {200, 302, 400} else str(response.status_code)


@dataclass(frozen=True, slots=True)
class Matrix:
    """The questions about one route, for the rows of two authorities."""

    route: Route
    endpoint: Endpoint
    own: RowsOfAuthority
    other: RowsOfAuthority

    def questions(self) -> Iterator[Question]:
        for method, roles in self.endpoint.acts():
            yield from self.own_rows(method, roles)
            yield from self.signed_out(method)
            yield from self.unproved(method)
            yield from self.other_authority(method)
            yield from self.foreign_rows(method, roles)
            yield from self.one_foreign_row(method, roles)
        if not self.route.is_admin:
            yield from self.missing_act()

    def own_rows(self, method: str, roles: Roles) -> Iterator[Question]:
        """Served to the roles of the matrix alone; to others forbidden, or unknown."""
        path = self.path(self.own, self.own.rows)
        for role in sorted(EVERY_ROLE):
            refusal = frozenset({"403"}) if role in self.endpoint.known_to else MISSING
            expected = SERVED if role in roles else refusal
            yield Question("own rows", role, method, path, expected)

    def signed_out(self, method: str) -> Iterator[Question]:
        """Sent to sign in. What is public is served, except with a link of the other authority's."""
        has_rows, public = bool(self.endpoint.rows), self.endpoint.public
        for rows, foreign in ((self.own.rows, False), (self.other.rows, has_rows)):
            allowed = MISSING if foreign else SERVED
            expected = allowed if public else SIGN_IN
            yield Question("signed out", SIGNED_OUT, method, self.path(self.own, rows), expected)

    def unproved(self, method: str) -> Iterator[Question]:
        """Nothing outside the open list is served to a session that has proved no second factor."""
        if self.route.name in ALWAYS_OPEN:
            return
        for role in UNPROVED.values():
            path = self.path(self.own, self.own.rows)
            yield Question("no second factor", role, method, path, PROVE_FIRST)

    def other_authority(self, method: str) -> Iterator[Question]:
        """Its rows at its address do not exist for our people, nor ours at our address for its officer."""
        theirs, ours = self.path(self.other, self.other.rows), self.path(self.own, self.own.rows)
        for role in (*SAMPLE, "leader"):
            yield Question("the other authority", role, method, theirs, MISSING)
        yield Question("the other authority", FOREIGN_OFFICER, method, ours, MISSING)

    def foreign_rows(self, method: str, roles: Roles) -> Iterator[Question]:
        """Unknown at our address, whatever the role.

        The admin asks for the permission before it looks for the row.
        """
        if not self.endpoint.rows:
            return
        path = self.path(self.own, self.other.rows)
        for role in SAMPLE:
            expected = REFUSED if self.route.is_admin and role not in roles else MISSING
            yield Question("foreign rows", role, method, path, expected)

    def one_foreign_row(self, method: str, roles: Roles) -> Iterator[Question]:
        """One foreign row among own ones is as unknown."""
        if len(self.endpoint.rows) < 2:
            return
        for kind in self.endpoint.rows.values():
            path = self.path(self.own, {**self.own.rows, kind: self.other.rows[kind]})
            for role in SAMPLE:
                expected = MISSING if role in roles else REFUSED
                yield Question(f"foreign {kind} among own rows", role, method, path, expected)

    def missing_act(self) -> Iterator[Question]:
        """Where the matrix names no act, nobody can act."""
        path = self.path(self.own, self.own.rows)
        for method, roles in (("get", self.endpoint.get), ("post", self.endpoint.post)):
            if roles is None:
                for role in SAMPLE:
                    yield Question("no such act", role, method, path, NO_ACT)

    def path(self, authority: RowsOfAuthority, rows: Mapping[str, str]) -> str:
        return f"/{authority.slug}/{self.route.path(self.endpoint, rows)}"


class Asks(Protocol):
    def ask(self, role: str, method: str, path: str) -> Any: ...


def problems(questions: Iterable[Question], asks: Asks) -> list[str]:
    """Each wrong answer in words. A request that several questions share is made once."""
    answers: dict[tuple[str, str, str], str] = {}
    found = []
    for question in questions:
        request = (question.role, question.method, question.path)
        if request not in answers:
            answers[request] = answer_of(asks.ask(*request))
        if problem := question.problem(answers[request]):
            found.append(problem)
    return found
