"""C4: dividing a collaboration or merging several.

What a plan lacks, what it is warned of, and who goes where.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import ADVISED_SIZE
from core.dates import Span
from core.reasons import Reason
from core.text import has_something_to_see
from memberships.rules.leaders import Refusal
from memberships.rules.size import Size, size_of

#: What is carried out cannot be undone, so a mistyped year is refused.
LONGEST_AHEAD = timedelta(days=183)
MIN_MEMBERS = 2
#: What the shares of the balance come to, in per cent.
WHOLE = 100
#: From so long before its first day an agreed plan stands among what needs an officer.
NAMED_BEFORE = timedelta(days=7)


class Part(StrEnum):
    """The tasks of drawing up a plan."""

    SUCCESSORS = "successors"
    PLACES = "places"
    LEADERS = "leaders"
    TERMS = "terms"
    MEETING = "meeting"


class Lack(NamedTuple):
    """What is missing or wrong, and the task that puts it right."""

    part: Part
    reason: Reason


class Place(NamedTuple):
    """A member of a collaboration that ends, and where it goes: to a successor, or away.

    With neither nobody has said yet.
    """

    membership_id: int
    provider_id: int
    setting: str
    time: Span
    successor_id: int | None = None
    leaves: bool = False


class Successor(NamedTuple):
    """A collaboration to be. ``is_taken``: another one has its name. ``share``: its part of the balance in per
    cent, None where the plan says none.
    """

    successor_id: int
    name: str
    is_taken: bool = False
    share: int | None = None


class LeaderToBe(NamedTuple):
    """Somebody planned to lead. ``refusals``: why L1 will not have it on the first day."""

    membership_id: int
    person: str
    refusals: Sequence[Reason] = ()


class Recorded(NamedTuple):
    """The first day that contradicts nothing recorded, and in words what stands before it."""

    day: date
    what: str


class Meeting(NamedTuple):
    """When the officer met the leaders face to face, and what they agreed."""

    on: date | None = None
    words: str = ""


NOT_MET = Meeting()


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan as it stands."""

    divides: bool
    sources: Sequence[str] = ()
    successors: Sequence[Successor] = ()
    places: Sequence[Place] = ()
    leaders: Sequence[LeaderToBe] = ()
    starts_on: date | None = None
    recorded: Recorded | None = None
    records_holder: str = ""
    balance: str = ""
    copies_terms: bool = True
    have_terms: bool = True
    meeting: Meeting = NOT_MET
    waiting: int = 0

    def placed_in(self, successor_id: int) -> list[Place]:
        return [place for place in self.places if place.successor_id == successor_id]

    def settings_in(self, successor_id: int) -> int:
        """The number of settings, not of memberships: one that is in two merging groups is one member of the
        new one.
        """
        return len({place.provider_id for place in self.placed_in(successor_id)})

    def leaders_in(self, successor_id: int) -> list[LeaderToBe]:
        placed = {place.membership_id for place in self.placed_in(successor_id)}
        return [leader for leader in self.leaders if leader.membership_id in placed]


def lacking(facts: PlanFacts, *, today: date) -> list[Lack]:
    """C4: everything that stands between a plan and carrying it out, at once, in the order of the tasks."""
    found: dict[Part, Iterable[Reason]] = {
        Part.SUCCESSORS: _successors(facts),
        Part.PLACES: _places(facts),
        Part.LEADERS: _leaders(facts),
        Part.TERMS: [*_first_day(facts, today), *_words(facts), *_shares(facts)],
        Part.MEETING: [refusal.reason for refusal in problems_of_meeting(facts.meeting, today)],
    }
    return [Lack(part, reason) for part, reasons in found.items() for reason in reasons]


def _successors(facts: PlanFacts) -> Iterator[Reason]:
    number = len(facts.successors)
    if facts.divides and number < 2:
        yield Reason("C4", gettext_noop("Name at least two new collaborations."))
    if not facts.divides and number != 1:
        yield Reason("C4", gettext_noop("Name the one new collaboration."))
    if not facts.divides and len(facts.sources) < 2:
        yield Reason("C4", gettext_noop("A merger needs at least two collaborations."))
    taken = [successor.name for successor in facts.successors if successor.is_taken]
    if taken:
        sentence = gettext_noop("There is already a collaboration of this name, open or closed: %(names)s.")
        yield Reason("C4", sentence, {"names": ", ".join(taken)})


def _places(facts: PlanFacts) -> Iterator[Reason]:
    waiting = [place.setting for place in facts.places if place.successor_id is None and not place.leaves]
    if waiting:
        yield Reason(
            "C4",
            gettext_noop("Say where these members go, or that they leave: %(names)s."),
            {"names": ", ".join(waiting)},
        )
    for successor in facts.successors:
        if not facts.settings_in(successor.successor_id):
            yield Reason("C4", gettext_noop("No member goes to %(name)s."), {"name": successor.name})


def _leaders(facts: PlanFacts) -> Iterator[Reason]:
    placed = {place.membership_id for place in facts.places if place.successor_id is not None}
    for leader in facts.leaders:
        if leader.membership_id in placed:
            yield from leader.refusals


def _first_day(facts: PlanFacts, today: date) -> Iterator[Reason]:
    day, recorded = facts.starts_on, facts.recorded
    if day is None:
        yield Reason("C4", gettext_noop("Say on which day the new collaborations begin."))
        return
    if recorded is not None and day < recorded.day:
        sentence = gettext_noop("The first day must be on or after %(day)s: %(what)s.")
        yield Reason("C4", sentence, {"day": recorded.day, "what": recorded.what})
    if day > today + LONGEST_AHEAD:
        yield Reason(
            "C4", gettext_noop("The first day must be on or before %(day)s."), {"day": today + LONGEST_AHEAD}
        )


def refused_before_its_day(facts: PlanFacts, *, today: date) -> Reason | None:
    """C4: why a plan that lacks nothing is not carried out yet.

    What it closes would be closed before its members leave.
    """
    if facts.starts_on is None or facts.starts_on <= today:
        return None
    one = gettext_noop("You can carry it out from %(day)s. Until then the collaboration goes on as before.")
    several = gettext_noop(
        "You can carry it out from %(day)s. Until then the collaborations go on as before."
    )
    return Reason("C4", one if facts.divides else several, {"day": facts.starts_on})


def _words(facts: PlanFacts) -> Iterator[Reason]:
    if not has_something_to_see(facts.records_holder):
        yield Reason("C4", gettext_noop("Say who holds the old records."))
    if not has_something_to_see(facts.balance):
        yield Reason("C4", gettext_noop("Say how the balance is shared, or that there is none."))


def _shares(facts: PlanFacts) -> Iterator[Reason]:
    if facts.divides:
        yield from (refusal.reason for refusal in problems_of_shares(facts.successors))


def problems_of_shares(successors: Sequence[Successor]) -> Iterator[Refusal]:
    """What is wrong with the shares of the balance, each at its field: the plan gives all of them or none, and
    they make 100 per cent.
    """
    missing = [successor for successor in successors if successor.share is None]
    if len(missing) == len(successors):
        return
    for successor in missing:
        sentence = gettext_noop("Enter the share of %(name)s too, or leave all shares empty.")
        yield Refusal(share_field(successor.successor_id), Reason("C4", sentence, {"name": successor.name}))
    whole = sum(successor.share or 0 for successor in successors)
    if not missing and whole != WHOLE:
        sentence = gettext_noop("The shares come to %(sum)d per cent. They must come to 100.")
        yield Refusal(share_field(successors[-1].successor_id), Reason("C4", sentence, {"sum": whole}))


def share_field(successor_id: int) -> str:
    """What forms call the share of a successor."""
    return f"share_{successor_id}"


def problems_of_meeting(meeting: Meeting, today: date) -> Iterator[Refusal]:
    """What is wrong with the record of the meeting with the leaders, each at the field that it is about."""
    if meeting.on is None:
        yield Refusal(
            "met_leaders_on", Reason("C4", gettext_noop("Meet the leaders face to face, and record it."))
        )
        return
    if meeting.on > today:
        yield Refusal(
            "met_leaders_on",
            Reason("C4", gettext_noop("The meeting with the leaders must be today or in the past.")),
        )
    if not has_something_to_see(meeting.words):
        yield Refusal("met_words", Reason("C4", gettext_noop("Say what was agreed with the leaders.")))


def warnings_of(facts: PlanFacts) -> list[Reason]:
    """What an officer should know and may decide otherwise: size (C2),
    leaders (L1), ways of working, who waits. Nothing blocks.
    """
    found = [reason for successor in facts.successors for reason in _warned(facts, successor)]
    if not facts.copies_terms or not facts.have_terms:
        found.append(
            Reason(
                "C4",
                gettext_noop(
                    "No adopted ways of working are carried over, so the members adopt theirs anew."
                ),
            )
        )
    if facts.waiting:
        sentence = gettext_noop(
            "Applications and invitations that wait for an answer (%(number)d) are not carried over. Settle"
            " them first."
        )
        found.append(Reason("C4", sentence, {"number": facts.waiting}))
    return found


def _warned(facts: PlanFacts, one: Successor) -> Iterator[Reason]:
    members = facts.settings_in(one.successor_id)
    words: dict[str, str | int] = {
        "name": one.name,
        "members": members,
        "least": ADVISED_SIZE.start,
        "most": ADVISED_SIZE.stop - 1,
    }
    if 0 < members < MIN_MEMBERS:
        yield Reason(
            "C4",
            gettext_noop("%(name)s would have one member only. A collaboration needs at least two."),
            words,
        )
    elif size_of(members) is Size.SMALL:
        yield Reason(
            "C2",
            gettext_noop(
                "%(name)s would be small with %(members)d: from %(least)d to %(most)d settings work well"
                " together."
            ),
            words,
        )
    elif size_of(members) is Size.LARGE:
        yield Reason(
            "C2",
            gettext_noop(
                "%(name)s would be large with %(members)d: from %(least)d to %(most)d settings are easier to"
                " manage."
            ),
            words,
        )
    if members and not facts.leaders_in(one.successor_id):
        yield Reason(
            "L1",
            gettext_noop("Nobody is planned to lead %(name)s. It would begin without a leader."),
            {"name": one.name},
        )


class NewMembership(NamedTuple):
    """A membership that begins with a successor, and the membership that it carries on."""

    successor_id: int
    provider_id: int
    continues: int
    time: Span


def memberships_from(places: Iterable[Place], *, on: date) -> list[NewMembership]:
    """The memberships that begin on the first day: one for each setting in each successor, in the order of
    the places.

    A setting that was in two merging groups carries on the membership that began first. Notice that was given
    goes along: the new membership ends when the old one would have, the last of several.
    """
    together: dict[tuple[int, int], list[Place]] = {}
    for place in places:
        if place.successor_id is not None:
            together.setdefault((place.successor_id, place.provider_id), []).append(place)
    made = []
    for (successor_id, provider_id), memberships in together.items():
        first = min(memberships, key=lambda membership: (membership.time.start, membership.membership_id))
        ends = [membership.time.end for membership in memberships]
        end = None if None in ends else max(day for day in ends if day is not None)
        made.append(NewMembership(successor_id, provider_id, first.membership_id, Span(on, end)))
    return made
