"""G4 and C7: the marks of attendance, how those of several devices become one, and what counts.

Whoever marks last is believed, and every earlier mark stays in the history. A mark that a device sends twice
is one. Nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.dates import Span, shared_span
from core.reasons import Reason
from core.text import has_something_to_see
from meetings.rules.states import COUNTING, MeetingState

WINDOW_MONTHS = 12
#: A tap is believed to have waited on its device for at most so long.
MAX_WAIT = timedelta(days=60)


class Mark(TextChoices):
    """How a member was at a meeting, or was not."""

    PRESENT = "present", _("Present")
    ONLINE = "online", _("Online")
    SUBSTITUTE = "substitute", _("Substitute")
    APOLOGIES = "apologies", _("Apologies")
    ABSENT = "absent", _("Absent")
    EXCUSED = "excused", _("Excused by the chair")


#: Who was there, by any of the setting's staff or a named substitute.
ATTENDED = frozenset({Mark.PRESENT, Mark.ONLINE, Mark.SUBSTITUTE})
#: Takes the meeting out of what the member is measured by.
NOT_COUNTED = frozenset({Mark.EXCUSED})
#: What may be said before the day: nobody is present at a meeting to come.
AHEAD_OF_THE_DAY = frozenset({Mark.APOLOGIES, Mark.EXCUSED})
#: What a person may say of himself or herself by the code on the wall.
CHECKING_IN = frozenset({Mark.PRESENT, Mark.ONLINE})


@dataclass(frozen=True, slots=True)
class GivenMark:
    """A mark as it arrived. ``at`` is the instant of the tap (``instant_of_tap``), ``number`` that of its
    row.

    ``client_key`` is what the device calls the tap, the same however often it is sent; empty for a form that
    was sent without script.
    """

    member: int
    mark: Mark
    at: datetime
    number: int
    client_key: str = ""
    substitute: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """What makes it the same mark: the device's name for the tap, else the row."""
        return (self.client_key, 0) if self.client_key else ("", self.number)

    @property
    def order(self) -> tuple[datetime, int, str, str, str]:
        """By instant, then by row; the rest only makes the order one and the same everywhere."""
        return self.at, self.number, self.client_key, self.mark.value, self.substitute


class Taken(NamedTuple):
    """What is believed of a member at a meeting, and what was said before it, oldest first."""

    current: GivenMark
    earlier: tuple[GivenMark, ...] = ()


def merge(marks: Iterable[GivenMark]) -> Mapping[int, Taken]:
    """The marks of one meeting by member: the latest is believed.

    In whatever order they arrive, and however often, the answer is the same. Of one tap that arrived twice
    with different words, the earlier one is it.
    """
    taps: dict[tuple[int, tuple[str, int]], GivenMark] = {}
    for mark in marks:
        tap = (mark.member, mark.key)
        taps[tap] = min(taps.get(tap, mark), mark, key=lambda mark: mark.order)
    by_member: dict[int, list[GivenMark]] = {}
    for mark in sorted(taps.values(), key=lambda mark: mark.order):
        by_member.setdefault(mark.member, []).append(mark)
    return {member: Taken(line[-1], tuple(line[:-1])) for member, line in sorted(by_member.items())}


def instant_of_tap(*, tapped_at: datetime, sent_at: datetime, received_at: datetime) -> datetime:
    """When a tap was made, by the server's clock: as long before its arrival as the device waited.

    ``tapped_at`` and ``sent_at`` are of the device's own clock, which may be wrong by hours: only the time
    between them is believed, and ``MAX_WAIT`` at most. A tap is never later than its arrival.
    """
    return received_at - min(max(sent_at - tapped_at, timedelta(0)), MAX_WAIT)


def may_mark(
    *,
    mark: Mark,
    state: MeetingState,
    meeting_on: date,
    today: date,
    is_member: bool,
    by_chair: bool,
    substitute: str = "",
) -> list[Refusal]:
    """G4: every reason why a mark may not be given, at once. ``is_member``: on the day of the meeting.

    ``by_chair``: whoever chairs the meeting gives it.
    """
    if state is MeetingState.CANCELLED:
        return [_refused("mark", gettext_noop("This meeting is cancelled, so no attendance is taken."))]
    refusals = []
    if not is_member:
        refusals.append(_refused("member", gettext_noop("This setting was not a member on that day.")))
    if today < meeting_on and mark not in AHEAD_OF_THE_DAY:
        sentence = gettext_noop("The meeting is on %(day)s. Until then you can only record apologies.")
        refusals.append(_refused("mark", sentence, {"day": meeting_on}))
    if mark is Mark.EXCUSED and not by_chair:
        refusals.append(_refused("mark", gettext_noop("Only the chair can excuse a member.")))
    if mark is Mark.SUBSTITUTE and not has_something_to_see(substitute):
        refusals.append(_refused("substitute", gettext_noop("Enter the name of the substitute.")))
    return refusals


# --- what counts (C7) ---------------------------------------------------------------------------------------


class Meeting(NamedTuple):
    """A meeting as C7 needs it: its number, its day in London and its state."""

    number: int
    on: date
    state: MeetingState


class Counted(NamedTuple):
    """Of so many meetings ``held`` that count for a member, it was at ``attended``."""

    held: int
    attended: int


def window(on: date, *, months: int = WINDOW_MONTHS) -> Span:
    """The days whose meetings count as seen on a day, that day included: half-open, ``[start, on + 1)``.

    A meeting counts from its day for so many months, as intervals are counted everywhere here
    (``months_after``): on 5 May 2026 the first day that counts is 6 May 2025. One of 29 February 2024 counts
    until 28 February 2025, that day included. On 28 and on 29 February 2024 the first day that counts is
    1 March 2023.
    """
    day = timedelta(days=1)
    return Span(on - relativedelta(months=months) + day, on + day)


def counted(
    meetings: Iterable[Meeting], marks: Mapping[int, Mark], *, membership: Span, within: Span
) -> Counted:
    """C7: the meetings that count for one member, and those of them that it attended.

    ``marks`` is what is believed of the member, by the number of the meeting. Only meetings held on a day of
    its membership (the day it joined included, ``left_on`` not) and within the window count, only where it
    has a mark, and not where the chair excused it.
    """
    days = shared_span(membership, within)
    said = [
        marks[meeting.number]
        for meeting in meetings
        if days is not None
        and meeting.state in COUNTING
        and days.holds_on(meeting.on)
        and meeting.number in marks
    ]
    counting = [mark for mark in said if mark not in NOT_COUNTED]
    return Counted(len(counting), sum(mark in ATTENDED for mark in counting))


def unmarked(members: Mapping[int, Span], marks: Iterable[int], *, on: date) -> list[int]:
    """The members on the day of a meeting of whom nothing is said yet: the page asks for them."""
    return sorted({member for member, span in members.items() if span.holds_on(on)} - set(marks))


def _refused(field: str, sentence: str, facts: Mapping[str, date] | None = None) -> Refusal:
    return Refusal(field, Reason("G4", sentence, dict(facts or {})))


# --- others who were there ----------------------------------------------------------------------------------


class InvitedGuest(NamedTuple):
    """A guest who is invited, to one item or several, and what was said of coming ("yes", "no" or "")."""

    number: int
    name: str
    email: str
    word: str = ""


class ExpectedGuest(NamedTuple):
    """A guest of whom nobody has noted yet whether they were there; ticked where they said that they come."""

    number: int
    name: str
    is_coming: bool


def expected_guests(guests: Iterable[InvitedGuest], *, noted: Iterable[str]) -> list[ExpectedGuest]:
    """Those whom the list of others stands ready for, by name: each once, however many items they are invited
    to. Nobody counts as there before somebody has noted it (G3).
    """
    there = {_plain_name(name) for name in noted}
    expected: dict[str, ExpectedGuest] = {}
    for guest in guests:
        if _plain_name(guest.name) in there:
            continue
        before = expected.get(guest.email)
        is_coming = guest.word == "yes" or (before is not None and before.is_coming)
        expected[guest.email] = (
            before._replace(is_coming=is_coming)
            if before
            else ExpectedGuest(guest.number, guest.name, is_coming)
        )
    return sorted(expected.values(), key=lambda guest: (_plain_name(guest.name), guest.number))


def _plain_name(name: str) -> str:
    return " ".join(name.split()).casefold()
