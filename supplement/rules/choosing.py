"""S5: the group in which a setting of two is paid, where the scheme lets it name one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.dates import Span, shared_span
from core.reasons import Reason
from supplement.rules.schemes import Period, Twice

CODE = "S5"


@dataclass(frozen=True, slots=True)
class Home:
    """A group of a setting, and the time in which it is a member there."""

    group_id: int
    name: str
    time: Span


def groups_at_once(homes: Iterable[Home], period: Period) -> list[Home]:
    """The groups in which a setting is at the same time as in another, on some day of a period. Who goes from
    one to the next is in one at a time, and chooses nothing.
    """
    whole, listed = Span(period.starts_on, period.ends_on), list(homes)
    return [
        home
        for home in listed
        if any(
            other.group_id != home.group_id and shared_span(whole, home.time, other.time) is not None
            for other in listed
        )
    ]


@dataclass(frozen=True, slots=True)
class Choosing:
    """What a choice is judged by. ``groups``: of the setting at once; ``is_settled``: an approved run has paid
    for the setting in this period.
    """

    twice: Twice
    period: Period
    groups: Sequence[Home]
    is_settled: bool = False


def refusals_to_choose(choosing: Choosing, group_id: int, *, on: date) -> list[Refusal]:
    """S5: what stands against naming a group: the scheme asks for none, the setting is in one alone, it is too
    late, it is settled, or the group is none of its own.
    """
    period = choosing.period
    tests = (
        (
            choosing.twice is not Twice.CHOSEN,
            gettext_noop(
                "The scheme itself says in which group a setting of two is paid. Nothing is chosen."
            ),
        ),
        (
            len(choosing.groups) < 2,
            gettext_noop(
                "Your setting is in one group at a time in %(period)s, so there is nothing to choose."
            ),
        ),
        (
            on > period.claims_until_on,
            gettext_noop(
                "You could choose until %(until)s. Please talk to the early years team if the group is wrong."
            ),
        ),
        (
            choosing.is_settled,
            gettext_noop(
                "The payment of %(period)s is approved. Please talk to the early years team if the group is wrong."
            ),
        ),
    )
    facts: dict[str, str | date] = {"period": period.name, "until": period.claims_until_on}
    for fails, sentence in tests:
        if fails:
            return [Refusal("", Reason(CODE, sentence, facts))]
    if group_id not in {home.group_id for home in choosing.groups}:
        return [Refusal("group", Reason(CODE, gettext_noop("Select one of your groups.")))]
    return []
