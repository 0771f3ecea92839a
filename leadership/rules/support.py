"""L3: what support a collaboration does not get while a leader stays on against the expectation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.reasons import Reason
from leadership.rules.stages import CODE, Stage


class Switch(TextChoices):
    """Support that is switched off on its own. The value is what is stored."""

    LEADERS_DAYS = "leaders_days", _("Invitations to Leaders’ Days")
    SIGNPOSTING = "signposting", _("Referring other settings to the collaboration")
    FACILITATION = "facilitation", _("Help at a first meeting")
    ATTENDANCE = "attendance", _("The team comes to meetings")
    PAYMENT = "payment", _("Payment of the supplement")


#: What the source's process ends when a leader stays (K); the others are for the manager to decide.
USUALLY_OFF = frozenset({Switch.LEADERS_DAYS, Switch.SIGNPOSTING})
#: Within how many days a step is to be done where the authority has set nothing of its own.
SHIPPED_DAYS: Mapping[Stage, int] = MappingProxyType(
    {Stage.CONTACT: 5, Stage.SUPPORT: 10, Stage.LETTER: 10, Stage.SUCCESSION: 40}
)
#: How many days before that the officer is reminded.
SHIPPED_REMIND_DAYS = 2
#: In these a leader stays, or the members disagree about who leads next.
MAY_SWITCH = frozenset({Stage.STAYS, Stage.SUCCESSION})


class Off(NamedTuple):
    """Days on which a kind of support is off, ``[off_on, on_again_on)``."""

    off_on: date
    on_again_on: date | None


@dataclass(frozen=True, slots=True)
class SwitchFacts:
    """A case as far as switching asks. ``is_published``: what it is about is public."""

    stage: Stage
    is_published: bool


def refusals_to_open_switches(case: SwitchFacts) -> list[Reason]:
    """L3, O6: why nothing can be switched off from a case now."""
    if not case.is_published:
        return [_NOT_PUBLISHED]
    return [] if case.stage in MAY_SWITCH else [_NOT_YET]


def refusals_to_switch_off(
    kind: Switch, case: SwitchFacts, *, off_on: date, today: date, off: Iterable[Off]
) -> list[Refusal]:
    """L3, O6: why a kind of support cannot be switched off from a day on, by the field of the form."""
    if refused := refusals_to_open_switches(case):
        return [Refusal("kinds", refused[0])]
    if off_on < today:
        return [Refusal("off_on", _PAST)]
    if any(one.on_again_on is None or one.on_again_on > off_on for one in off):
        return [Refusal("kinds", Reason(CODE, _OFF_ALREADY, {"support": str(kind.label)}))]
    return []


def refusals_to_switch_on(row: Off, *, on_again_on: date, today: date) -> list[Refusal]:
    """L3: why support cannot come back from a day on. It may always come back, also once the case is closed."""
    if row.on_again_on is not None and row.on_again_on <= today:
        return [Refusal("on_again_on", _ON_ALREADY)]
    if on_again_on < today:
        return [Refusal("on_again_on", _PAST)]
    return [Refusal("on_again_on", _BEFORE_OFF)] if on_again_on < row.off_on else []


def back_from(row: Off, *, today: date) -> date | None:
    """L3: from which day support comes back once nothing keeps it off any more: today, or the day on which it was
    to be switched off, so that it never was. None where it is back by then anyway.
    """
    day = max(row.off_on, today)
    return None if row.on_again_on is not None and row.on_again_on <= day else day


_NOT_PUBLISHED = Reason(
    "O6",
    gettext_noop("The report is not published yet. Until it is, nothing outside this case may change."),
)
_NOT_YET = Reason(
    CODE,
    gettext_noop(
        "Support is switched off only once it is recorded that the leader stays, or while the next leader is"
        " being found."
    ),
)
_PAST = Reason(CODE, gettext_noop("The day must be today or in the future."))
_OFF_ALREADY = gettext_noop("“%(support)s” is switched off already, or is to be. Look at the list again.")
_ON_ALREADY = Reason(CODE, gettext_noop("This support has come back already."))
_BEFORE_OFF = Reason(
    CODE, gettext_noop("It cannot come back before it is switched off. Choose that day or a later one.")
)
#: A step that takes longer than a year is no step.
MAX_DAYS = 365
