"""W1: the terms that hold on a day: what the members adopted, the authority's defaults where they say
nothing, and where the authority has published none, what the product comes with.

Every value knows where it comes from, so that a screen which applies it can name the clause and its version.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason
from core.text import has_something_to_see
from ways_of_working.rules.answers import ANSWERS, read_answer
from ways_of_working.rules.kinds import Nothing, Picked, Value
from ways_of_working.rules.questions import QUESTION_OF


@dataclass(frozen=True, slots=True)
class Defaults:
    """An authority's defaults from a day on: a published template's answers, as stored."""

    version: int
    from_on: date
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Adopted:
    """An adopted version: its answers as stored, the sections marked not
    used, and until when it held (that day no longer).

    ``texts``: its words by question, where somebody will read them.
    """

    version: int
    adopted_on: date
    values: Mapping[str, object]
    unused: Set[str] = frozenset()
    until: date | None = None
    texts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AgreedClause:
    """A value's source: a section of the adopted ways of working."""

    section: str
    version: int
    adopted_on: date

    @property
    def reason(self) -> Reason:
        facts: dict[str, Fact] = {"section": self.section, "version": self.version, "day": self.adopted_on}
        return Reason(
            "W1",
            gettext_noop("Ways of working, section %(section)s, version %(version)d, adopted on %(day)s"),
            facts,
        )


@dataclass(frozen=True, slots=True)
class AuthorityDefault:
    """A value's source: the authority's default, because the ways of working do not say."""

    version: int
    from_on: date

    @property
    def reason(self) -> Reason:
        return Reason(
            "W1", gettext_noop("The local authority's default since %(day)s"), {"day": self.from_on}
        )


@dataclass(frozen=True, slots=True)
class ProductDefault:
    """A value's source: what the product comes with, because the
    authority has published no defaults of its own.
    """

    @property
    def reason(self) -> Reason:
        return Reason("W1", gettext_noop("The usual value, until your local authority sets its own"))


Source = AgreedClause | AuthorityDefault | ProductDefault

#: What holds where an authority has published nothing, as stored: each answer's usual value, where there is
#: one.
SHIPPED: Mapping[str, str] = {key: answer.usual for key, answer in ANSWERS.items() if answer.usual}


@dataclass(frozen=True, slots=True)
class Term:
    """One value that holds, or the members' words, and where it comes from.

    ``Nothing.NONE`` is a value: the members agreed that there is none.
    """

    key: str
    value: Value
    source: Source


@dataclass(frozen=True, slots=True)
class Clock:
    """A review clock: its month, and the months from one review to the next.

    None where neither the members nor the authority say.
    """

    month: int | None
    every_months: int | None


CLOCKS = ("work", "terms", "membership", "elections")


@dataclass(frozen=True, slots=True)
class EffectiveTerms:
    """What holds for a collaboration on a day.

    A key that nobody answered has no term, and its value is None.
    """

    on: date
    terms: Mapping[str, Term] = field(default_factory=dict)
    #: What the members wrote, by question. Words have no default: the template's are only there to begin
    #: with.
    said: Mapping[str, Term] = field(default_factory=dict)

    def words(self, key: str) -> Term | None:
        """The members' words to a question.

        Read only where one collaboration is asked about, not for many at once.
        """
        if key not in QUESTION_OF:
            raise KeyError(key)
        return self.said.get(key)

    def is_agreed(self, key: str) -> bool:
        """Whether the members themselves said so, and it is no default."""
        return isinstance(self.source(key), AgreedClause)

    def of(self, key: str) -> Term | None:
        """The value with its source. A key that is no structured answer is a mistake of the caller's."""
        if key not in ANSWERS:
            raise KeyError(key)
        return self.terms.get(key)

    def value(self, key: str) -> Value | None:
        term = self.of(key)
        return None if term is None else term.value

    def source(self, key: str) -> Source | None:
        term = self.of(key)
        return None if term is None else term.source

    def says_none(self, key: str) -> bool:
        """Whether it was agreed that there is none, which is more than that nobody said."""
        return self.value(key) is Nothing.NONE

    def number(self, key: str) -> int | None:
        """A whole number; None where there is none or nobody said."""
        value = self.value(key)
        return value if isinstance(value, int) else None

    def choice(self, key: str) -> str | None:
        value = self.value(key)
        return value if isinstance(value, str) else None

    def choices(self, key: str) -> tuple[str, ...]:
        value = self.value(key)
        return value if isinstance(value, tuple) and not isinstance(value, Picked) else ()

    def picked(self, key: str) -> Picked | None:
        """A choice with its number."""
        value = self.value(key)
        return value if isinstance(value, Picked) else None

    def clock(self, name: str) -> Clock:
        """One of ``CLOCKS``."""
        return Clock(self.number(f"review_{name}_month"), self.number(f"review_{name}_every"))

    def term_months(self, post: str) -> int | None:
        """How long a "leader", "chair" or "administrator" serves. None: no fixed term, or nobody said."""
        return self.number(f"{post}_term_months")

    @property
    def meetings_a_year(self) -> int | None:
        return self.number("meetings_a_year")

    @property
    def papers_days_ahead(self) -> int | None:
        return self.number("papers_days_ahead")

    def papers_due_on(self, meeting_on: date) -> date | None:
        """The day by which the papers of a meeting go out."""
        ahead = self.papers_days_ahead
        return None if ahead is None else meeting_on - timedelta(days=ahead)

    @property
    def attendance_threshold(self) -> int | None:
        """Per cent. None: there is no threshold (C7 takes it so), agreed or because nobody said."""
        return self.number("attendance_threshold")

    @property
    def optimum_size(self) -> int | None:
        return self.number("optimum_size")

    @property
    def leadership_form(self) -> str | None:
        return self.choice("leadership_form")

    @property
    def leaver_funding(self) -> str | None:
        return self.choice("leaver_funding")

    @property
    def leaver_amount(self) -> Picked | None:
        return self.picked("leaver_amount")

    @property
    def safeguarding_routes(self) -> tuple[str, ...]:
        return self.choices("safeguarding_routes")

    @property
    def payee(self) -> int | None:
        """The number of the setting in the register."""
        return self.number("payee")

    @property
    def decision_method(self) -> Picked | None:
        return self.picked("decision_method")

    @property
    def quorum(self) -> Picked | None:
        return self.picked("quorum")

    @property
    def spending_decision(self) -> Picked | None:
        """As money is decided.

        "As for every other decision" is followed to that decision, so it is never the answer.
        """
        own = self.picked("spending_decision")
        return self.decision_method if own is not None and own.choice == "as_we_decide" else own


def effective_terms(*, on: date, adopted: Iterable[Adopted], defaults: Iterable[Defaults]) -> EffectiveTerms:
    """W1: what holds on a day. A version holds from the day it was adopted, until the next one does.

    An answer in a section that is marked not used does not hold, and neither does one that cannot be read.
    Once an authority has published defaults they count whole: what they leave out has no default. The order
    of what is given does not matter.
    """
    default, version = defaults_on(defaults, on), adopted_on(adopted, on)
    if default is None:
        terms = _terms_from(SHIPPED, lambda key: ProductDefault())
    else:
        terms = _terms_from(default.values, lambda key: AuthorityDefault(default.version, default.from_on))
    if version is None:
        return EffectiveTerms(on, terms)
    terms |= _terms_from(_used(version, version.values), lambda key: _clause(version, key))
    words = {
        key: text.strip()
        for key, text in _used(version, version.texts).items()
        if isinstance(text, str) and has_something_to_see(text)
    }
    return EffectiveTerms(
        on, terms, {key: Term(key, text, _clause(version, key)) for key, text in words.items()}
    )


def adopted_on(adopted: Iterable[Adopted], on: date) -> Adopted | None:
    """The version that holds on a day: the newest adopted by then. Of two of one day, the later version."""
    held = [one for one in adopted if one.adopted_on <= on and (one.until is None or on < one.until)]
    return max(held, key=lambda one: (one.adopted_on, one.version), default=None)


def defaults_on(defaults: Iterable[Defaults], on: date) -> Defaults | None:
    """The authority's defaults that hold on a day."""
    return max(
        (default for default in defaults if default.from_on <= on),
        key=lambda default: (default.from_on, default.version),
        default=None,
    )


def _used(version: Adopted, given: Mapping[str, object]) -> dict[str, object]:
    """What stands in sections that are used."""
    return {
        key: raw
        for key, raw in given.items()
        if key in QUESTION_OF and QUESTION_OF[key].section not in version.unused
    }


def _clause(version: Adopted, key: str) -> AgreedClause:
    return AgreedClause(QUESTION_OF[key].section, version.version, version.adopted_on)


def _terms_from(values: Mapping[str, object], source: Callable[[str], Source]) -> dict[str, Term]:
    read_values = {key: read_answer(key, values[key]) for key in values if key in ANSWERS}
    return {
        key: Term(key, value, source(key))
        for key, value in read_values.items()
        if value is not None and not isinstance(value, Reason)
    }
