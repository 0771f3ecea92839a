"""W1: where practice has moved away from what the members agreed.

It is said kindly, names no setting, and refuses nothing.

Only what the members themselves agreed is compared, apart from attendance, for which there is always
something that is expected.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Reason
from memberships.rules.size import should_talk_of_dividing
from ways_of_working.rules.effective import EffectiveTerms

ALL = 100


class DriftKind(TextChoices):
    """In the order in which they are shown."""

    PAYEE = "payee", _("Who receives the supplement")
    LEADERSHIP = "leadership", _("How the group is led")
    ATTENDANCE = "attendance", _("Attendance")
    ELECTIONS = "elections", _("Elections")
    TERMS = "terms", _("Review of the ways of working")
    SIZE = "size", _("Size")


class Drift(NamedTuple):
    """One difference: its words, and the question whose clause it is about."""

    kind: DriftKind
    reason: Reason
    key: str


@dataclass(frozen=True, slots=True)
class Practice:
    """How a group works on a day, without a name.

    ``members``: the settings' numbers in the register; ``overdue``: the clocks whose review is overdue, with
    the day on which it was due; ``should_be_led``: whether it is in a state that asks for a leader.
    """

    members: frozenset[int] = frozenset()
    leaders: int = 0
    held: int = 0
    attended: int = 0
    overdue: tuple[tuple[str, date], ...] = ()
    should_be_led: bool = True


def drift_of(terms: EffectiveTerms, practice: Practice) -> list[Drift]:
    """Every difference between the agreement and the practice, the most pressing first.

    Empty for a group without members.
    """
    if not practice.members:
        return []
    return [
        *_payee(terms, practice),
        *_leadership(terms, practice),
        *_attendance(terms, practice),
        *_reviews(practice),
        *_size(terms, practice),
    ]


def _payee(terms: EffectiveTerms, practice: Practice) -> Iterator[Drift]:
    if terms.payee is not None and terms.payee not in practice.members:
        words = gettext_noop(
            "The setting that is to receive the supplement for all is no longer a member. Choose another"
            " together."
        )
        yield Drift(DriftKind.PAYEE, Reason("W1", words), "payee")


def _leadership(terms: EffectiveTerms, practice: Practice) -> Iterator[Drift]:
    form, leaders = terms.leadership_form, practice.leaders
    if form is None or not practice.should_be_led:
        return
    if leaders == 0:
        words = gettext_noop(
            "The agreement says how the group is led, and nobody leads at the moment. Talk about who could."
        )
    elif form == "one" and leaders > 1:
        words = gettext_noop(
            "The agreement says that one person leads; %(leaders)d do. If that works well, write it down."
        )
    elif form == "joint" and leaders == 1:
        words = gettext_noop(
            "The agreement says that two or more lead together; one person does. Ask who could share the"
            " work."
        )
    else:
        return
    yield Drift(DriftKind.LEADERSHIP, Reason("W1", words, {"leaders": leaders}), "leadership_form")


def _attendance(terms: EffectiveTerms, practice: Practice) -> Iterator[Drift]:
    """Of all members together: how one member stands is on its own line, for those who may see it (C7)."""
    threshold = terms.attendance_threshold
    if threshold is None or not practice.held or practice.attended * ALL >= threshold * practice.held:
        return
    facts = {"threshold": threshold, "percent": practice.attended * ALL // practice.held}
    if terms.is_agreed("attendance_threshold"):
        words = gettext_noop(
            "The agreement says %(threshold)d%%, attendance is %(percent)d%%. Ask what would help members to"
            " come."
        )
    else:
        words = gettext_noop(
            "%(threshold)d%% is expected, attendance is %(percent)d%%. Ask what would help members to come."
        )
    yield Drift(DriftKind.ATTENDANCE, Reason("C7", words, facts), "attendance_threshold")


def _reviews(practice: Practice) -> Iterator[Drift]:
    due = dict(practice.overdue)
    if "elections" in due:
        words = gettext_noop(
            "The elections were due on %(day)s. Hold them at your next meeting, or agree another time."
        )
        yield Drift(
            DriftKind.ELECTIONS, Reason("W1", words, {"day": due["elections"]}), "review_elections_every"
        )
    if "terms" in due:
        words = gettext_noop(
            "The review of the ways of working was due on %(day)s. Read them together, and record what you"
            " find."
        )
        yield Drift(DriftKind.TERMS, Reason("W1", words, {"day": due["terms"]}), "review_terms_every")


def _size(terms: EffectiveTerms, practice: Practice) -> Iterator[Drift]:
    optimum, members = terms.optimum_size, len(practice.members)
    if optimum is not None and terms.is_agreed("optimum_size") and should_talk_of_dividing(members, optimum):
        words = gettext_noop(
            "The agreement says to talk about dividing above %(optimum)d members; there are %(members)d."
        )
        yield Drift(
            DriftKind.SIZE, Reason("C2", words, {"optimum": optimum, "members": members}), "optimum_size"
        )
