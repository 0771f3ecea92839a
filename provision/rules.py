"""The staff return: when a period can be answered, what a number
may be, and which change is worth a second look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Remark:
    """``field`` is the field that it is about."""

    field: str
    sentence: str
    facts: Mapping[str, object] = dataclass_field(default_factory=dict)

    def in_words(self, translate: Translate) -> str:
        return translate(self.sentence) % self.facts


#: A vacancy is shown on the day that it was confirmed and on the 27 days after it.
DAYS_SHOWN: Final = 28
#: The working-parent entitlement, from 9 months to 4 years: hours a week in term time.
FUNDED_HOURS: Final = Decimal(30)
MAX_HOURS: Final = Decimal(60)
_EMAIL: Final = re.compile(r"[^\s@<>(),;:]+@[^\s@<>(),;:]+\.[^\s@<>(),;:]+")


def fades_on(confirmed_on: date) -> date:
    """The first day on which a vacancy is no longer shown."""
    return confirmed_on + timedelta(days=DAYS_SHOWN)


def is_shown(confirmed_on: date, on: date) -> bool:
    return fades_on(confirmed_on) > on


def faded_if_confirmed_by(on: date) -> date:
    """What was confirmed on this day or before has faded by ``on``: the same rule in the words of a query."""
    return on - timedelta(days=DAYS_SHOWN)


#: So many days before a vacancy fades, the last day on which it is shown included, its setting is asked.
DAYS_ASKED_BEFORE: Final = 4


def is_fading(confirmed_on: date, on: date) -> bool:
    """Whether a vacancy is shown on a day, and for the last days unless somebody says that it is still free."""
    return 0 < (fades_on(confirmed_on) - on).days <= DAYS_ASKED_BEFORE


def fading_if_confirmed(on: date) -> tuple[date, date]:
    """First and last day of confirmation of what is fading on a day: the same rule in the words of a query."""
    first = faded_if_confirmed_by(on) + timedelta(days=1)
    return first, first + timedelta(days=DAYS_ASKED_BEFORE - 1)


def is_still_asked(confirmed_on: date, *, asked_on: date, on: date) -> bool:
    """Whether what was shown on the day of the question is fading or has faded since."""
    return fades_on(confirmed_on) > asked_on and (fades_on(confirmed_on) - on).days <= DAYS_ASKED_BEFORE


@dataclass(frozen=True, slots=True)
class PartnerHours:
    """A partner and its hours a week."""

    provider_id: int
    hours: Decimal


def refusals_of_partnership(
    lead_id: int, lead_hours: Decimal, partners: Sequence[PartnerHours]
) -> list[Remark]:
    """A partnership has a partner, nobody twice, and hours that can be."""
    refusals = []
    if not partners:
        refusals.append(Remark("partners", gettext_noop("Choose at least one partner.")))
    ids = [partner.provider_id for partner in partners]
    if lead_id in ids:
        refusals.append(Remark("partners", gettext_noop("The lead setting cannot be its own partner.")))
    if len(set(ids)) < len(ids):
        refusals.append(Remark("partners", gettext_noop("Each partner is named once.")))
    if not 0 < lead_hours <= MAX_HOURS:
        refusals.append(
            Remark(
                "lead_hours",
                gettext_noop("Hours a week must be more than 0 and at most %(most)d."),
                {"most": int(MAX_HOURS)},
            )
        )
    if any(not 0 < partner.hours <= MAX_HOURS for partner in partners):
        refusals.append(
            Remark(
                "partners",
                gettext_noop("Hours a week must be more than 0 and at most %(most)d."),
                {"most": int(MAX_HOURS)},
            )
        )
    return refusals


def remarks_on_hours(lead_hours: Decimal, partners: Sequence[PartnerHours]) -> list[Remark]:
    """Whether the hours come to more than is funded. Families may buy more, so it is only said."""
    total = lead_hours + sum((partner.hours for partner in partners), Decimal(0))
    if total <= FUNDED_HOURS:
        return []
    facts = {"total": plain(total), "funded": plain(FUNDED_HOURS)}
    sentence = gettext_noop(
        "Together this is %(total)s hours a week. For working parents up to %(funded)s are funded, from 9"
        " months to 4 years: families pay for the rest."
    )
    return [Remark("lead_hours", sentence, facts)]


def plain(number: Decimal) -> str:
    """A number of hours as people write it: 15, 7.5."""
    return f"{number.quantize(Decimal('0.01')):f}".rstrip("0").rstrip(".")


def has_email_address(text: str) -> bool:
    return _EMAIL.search(text) is not None


def without_email_addresses(text: str) -> str:
    """For a page that anybody may read: somebody's address that stands in free text is left out."""
    return " ".join(
        _EMAIL.sub("", line).rstrip() if _EMAIL.search(line) else line for line in text.splitlines()
    )


MAX_STAFF: Final = 500
#: So many assistants a childminder may have without a word about them.
MAX_ASSISTANTS_UNSAID: Final = 20
MAX_HOURS_A_WEEK: Final = Decimal(60)
MAX_LEVEL: Final = 8
#: A change is unusual from this many people on, when it is also more than half of the last number.
UNUSUAL_FROM: Final = 3
#: What may still change of a period for which somebody has certified: more time, and clearer words.
FREE_ONCE_CERTIFIED: Final = frozenset({"due_on", "definition", "childminder_definition"})


class PeriodState(TextChoices):
    COMING = "coming", _("Not open yet")
    OPEN = "open", _("Open")
    LATE = "late", _("Late")
    CLOSED = "closed", _("Closed")


class ReturnState(TextChoices):
    """How one setting stands in a period."""

    CERTIFIED = "certified", _("Confirmed")
    OWED = "owed", _("Not yet")
    LATE = "late", _("Late")
    NOT_ASKED = "not_asked", _("Not asked")


@dataclass(frozen=True, slots=True)
class PeriodTimes:
    """The days of a period.

    ``due_on`` is the last day; ``next_opens_on`` the day on which the period after it opens, if there is one.
    """

    count_date: date
    opens_on: date
    due_on: date
    next_opens_on: date | None = None


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One person of the optional detail, with no name."""

    hours_a_week: Decimal
    role: str = ""
    qualification_level: int | None = None


def period_state(times: PeriodTimes, on: date) -> PeriodState:
    """Open from its first day to its last; then late, for as long as no later period has opened."""
    if on < times.opens_on:
        return PeriodState.COMING
    if times.next_opens_on is not None and on >= times.next_opens_on:
        return PeriodState.CLOSED
    return PeriodState.OPEN if on <= times.due_on else PeriodState.LATE


def can_certify(state: PeriodState) -> bool:
    return state in (PeriodState.OPEN, PeriodState.LATE)


def return_state(*, is_certified: bool, period: PeriodState) -> ReturnState:
    if is_certified:
        return ReturnState.CERTIFIED
    return ReturnState.OWED if period is PeriodState.OPEN else ReturnState.LATE


def refusals_of_period(times: PeriodTimes, others: Iterable[PeriodTimes]) -> list[Remark]:
    """Periods follow one another: people count, then answer, and
    one period is over before the next one opens.
    """
    refusals = []
    if times.due_on < times.opens_on:
        refusals.append(
            Remark("due_on", gettext_noop("The last day must be on or after the day that it opens."))
        )
    if times.opens_on < times.count_date:
        refusals.append(
            Remark(
                "opens_on", gettext_noop("It can open on the count date or later: nobody can count before.")
            )
        )
    if any(_in_the_way(times, other) for other in others):
        refusals.append(
            Remark(
                "opens_on",
                gettext_noop("Another period is open in that time. One must end before the next one opens."),
            )
        )
    return refusals


def _in_the_way(one: PeriodTimes, other: PeriodTimes) -> bool:
    earlier, later = sorted((one, other), key=lambda times: times.count_date)
    return earlier.due_on >= later.opens_on


def refusal_of_number(staff: int, *, is_childminder: bool, note: str = "-") -> Remark | None:
    """A whole number from nought to five hundred; a childminder counts as one, so at least one, and says why
    there are more than twenty assistants.
    """
    if staff > MAX_STAFF:
        return Remark("staff", gettext_noop("The number must be %(most)d or less."), {"most": MAX_STAFF})
    if is_childminder and staff < 1:
        return Remark("staff", gettext_noop("A childminder counts as one, so the number is at least 1."))
    if staff < 0:
        return Remark("staff", gettext_noop("The number must be 0 or more."))
    if is_childminder and staff - 1 > MAX_ASSISTANTS_UNSAID and not note.strip():
        words = gettext_noop("Say in the note why you have more than %(most)d assistants.")
        return Remark("note", words, {"most": MAX_ASSISTANTS_UNSAID})
    return None


def refusals_of_lines(lines: Sequence[StaffLine]) -> list[Remark]:
    """Hours and levels that cannot be."""
    refusals = []
    if any(not 0 <= line.hours_a_week <= MAX_HOURS_A_WEEK for line in lines):
        refusals.append(
            Remark(
                "lines",
                gettext_noop("Hours a week must be between 0 and %(most)d."),
                {"most": int(MAX_HOURS_A_WEEK)},
            )
        )
    if any(
        line.qualification_level is not None and not 0 <= line.qualification_level <= MAX_LEVEL
        for line in lines
    ):
        refusals.append(
            Remark(
                "lines",
                gettext_noop("A level of qualification must be between 0 and %(most)d."),
                {"most": MAX_LEVEL},
            )
        )
    return refusals


def is_unusual(staff: int, before: int) -> bool:
    """More than half up or down, and by three people or more."""
    change = abs(staff - before)
    return change >= UNUSUAL_FROM and change * 2 > before


def remarks_on_number(staff: int, *, before: int | None, lines: int = 0) -> list[Remark]:
    """What is worth a second look. A remark never refuses anything."""
    remarks = []
    if before is not None and is_unusual(staff, before):
        facts = {"staff": staff, "before": before}
        remarks.append(
            Remark("staff", gettext_noop("Last time the number was %(before)d. Now it is %(staff)d."), facts)
        )
    if staff == 0:
        remarks.append(Remark("staff", gettext_noop("The number is 0: nobody works directly with children.")))
    if lines and lines != staff:
        remarks.append(
            Remark(
                "lines",
                gettext_noop("You gave details of %(lines)d people, and the number is %(staff)d."),
                {"lines": lines, "staff": staff},
            )
        )
    return remarks
