"""Leaders' Days, network sessions and conferences (L4): their life, who is asked, and what is asked
afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.moves import Move, diagram_of, move_of, table_of
from core.reasons import Fact, Reason
from core.text import has_something_to_see
from meetings.rules.clock import instant_of, localdate
from meetings.rules.moves import Actor, Need

#: Fewer answers than these are only counted: fewer could be told apart.
MIN_ANSWERS = 5
#: Feedback is asked for on the day itself, not before this time in London, and can be given for so long.
FEEDBACK_FROM, FEEDBACK_OPEN = time(17), timedelta(days=14)
#: After a term people are asked what came of what they wanted to do, and can say so for so long.
PLEDGE_AFTER, PLEDGE_OPEN = timedelta(days=120), timedelta(days=28)
#: Access and dietary needs are kept until the day is over, and deleted in the night after it.
NEEDS_KEPT_AFTER = timedelta(days=0)


class EventKind(TextChoices):
    LEADERS_DAY = "leaders_day", _("Leaders’ Day")
    NETWORK = "network", _("Network session")
    CONFERENCE = "conference", _("Conference")


class Audience(TextChoices):
    """Who is invited, and may book."""

    LEADERS = "leaders", _("Leaders of groups")
    EVERYBODY = "everybody", _("Everybody who works at a setting")
    DISTRICTS = "districts", _("Everybody who works at a setting of some districts")


class Sector(TextChoices):
    """The sectors between which places are shared."""

    CHILDMINDER = "childminder", _("Childminders and childcare in homes")
    NURSERY = "nursery", _("Nurseries, pre-schools and clubs")
    SCHOOL = "school", _("Schools and nursery schools")


#: By the type of a setting.
SECTORS = {
    "childminder": Sector.CHILDMINDER,
    "childminder_away": Sector.CHILDMINDER,
    "domestic": Sector.CHILDMINDER,
    "home": Sector.CHILDMINDER,
    "non_domestic": Sector.NURSERY,
    "agency": Sector.NURSERY,
    "school": Sector.SCHOOL,
    "nursery_school": Sector.SCHOOL,
}


class EventState(TextChoices):
    DRAFT = "draft", _("Draft")
    PUBLISHED = "published", _("Published")
    CANCELLED = "cancelled", _("Cancelled")
    HELD = "held", _("Held")


_S, _BY, _CLOCK = EventState, Actor.ORGANISER, Actor.CLOCK
EVENT_MOVES: tuple[Move[EventState, Need], ...] = (
    Move(_S.DRAFT, _S.PUBLISHED, _BY, gettext_noop("Publish it")),
    Move(_S.DRAFT, _S.CANCELLED, _BY, gettext_noop("Put it aside"), (Need.WORDS,)),
    Move(_S.PUBLISHED, _S.CANCELLED, _BY, gettext_noop("Cancel it"), (Need.WORDS,)),
    Move(_S.CANCELLED, _S.DRAFT, _BY, gettext_noop("Bring the draft back")),
    Move(_S.CANCELLED, _S.PUBLISHED, _BY, gettext_noop("Bring it back")),
    Move(_S.PUBLISHED, _S.HELD, _CLOCK, gettext_noop("Record that it was held"), (Need.DAY,)),
)


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What a move is judged by. ``was_published``: whether people were invited before."""

    state: EventState
    starts_at: datetime
    ends_at: datetime
    was_published: bool = False


def may_move_event(facts: EventFacts, to: EventState, *, at: datetime, words: str = "") -> list[Refusal]:
    """Why the move may not be made at an instant. Empty when it may."""
    row = move_of(EVENT_MOVES, facts.state, to)
    if row is None:
        sentence = gettext_noop("No move leads from “%(before)s” to “%(after)s”.")
        return [_refused("to", sentence, before=facts.state.label, after=to.label)]
    if to is EventState.HELD:
        return [] if at >= facts.ends_at else [_refused("to", gettext_noop("This event is not over yet."))]
    if at >= facts.ends_at:
        return [_refused("to", gettext_noop("This event is over."))]
    if to is EventState.PUBLISHED and at >= facts.starts_at:
        return [_refused("to", gettext_noop("It has begun already. Give it a later day first."))]
    if (to is EventState.DRAFT and facts.was_published) or (
        facts.state is EventState.CANCELLED and to is EventState.PUBLISHED and not facts.was_published
    ):
        return [_refused("to", gettext_noop("It comes back as what it was."))]
    if Need.WORDS in row.needs and not has_something_to_see(words):
        return [_refused("words", gettext_noop("Say why it is cancelled."))]
    return []


# --- the programme ------------------------------------------------------------------------------------------


class Slot(NamedTuple):
    """A session of the programme: from, until, places (None: everybody fits), and how many have chosen it."""

    number: int
    title: str
    starts_at: time
    ends_at: time
    places: int | None = None
    taken: int = 0

    def meets(self, other: Slot) -> bool:
        """Whether two take place at the same time, if only for a while."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def refusals_of_choice(chosen: Sequence[Slot], *, already: Iterable[int] = ()) -> list[Refusal]:
    """Why somebody cannot take part in these sessions together. ``already``: what the person has chosen
    before, where a place is the person's own.
    """
    own = set(already)
    for slot in chosen:
        if slot.places is not None and slot.number not in own and slot.taken >= slot.places:
            return [_refused("sessions", gettext_noop("“%(title)s” is full."), title=slot.title)]
    ordered = sorted(chosen, key=lambda slot: (slot.starts_at, slot.ends_at, slot.number))
    for first, second in pairwise(ordered):
        if first.meets(second):
            sentence = gettext_noop("“%(one)s” and “%(two)s” are at the same time. Choose one of them.")
            return [_refused("sessions", sentence, one=first.title, two=second.title)]
    return []


def refusals_of_session(
    starts_at: time, ends_at: time, *, event_from: time, event_until: time
) -> list[Refusal]:
    """What is wrong with the times of a session of an event."""
    if ends_at <= starts_at:
        return [_refused("ends_at", gettext_noop("The end must be after the beginning, on the same day."))]
    if starts_at < event_from or ends_at > event_until:
        return [_refused("starts_at", gettext_noop("The session must be within the times of the event."))]
    return []


# --- feedback, and what people wanted to do -----------------------------------------------------------------


class Useful(IntegerChoices):
    NOT = 1, _("Not useful")
    LITTLE = 2, _("A little useful")
    PARTLY = 3, _("Partly useful")
    USEFUL = 4, _("Useful")
    VERY = 5, _("Very useful")


class Kept(TextChoices):
    """What came of a pledge after a term."""

    DONE = "done", _("I have done it")
    PARTLY = "partly", _("I have begun")
    NOT_YET = "not_yet", _("Not yet")
    NO = "no", _("It does not fit any more")


class Answer(NamedTuple):
    """What one person said; without the name."""

    useful: int
    pledge: str = ""
    words: str = ""
    kept: str = ""
    kept_words: str = ""


class Summary(NamedTuple):
    """What people said together: how many chose each word, and what they wrote, in the order of the alphabet,
    so that nothing tells who it was. ``asked``: how many came.
    """

    asked: int
    answers: int
    useful: tuple[tuple[str, int], ...] = ()
    pledges: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    kept: tuple[tuple[str, int], ...] = ()
    kept_words: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether there are enough answers that nobody is known by theirs."""
        return self.answers >= MIN_ANSWERS


def summary_of(answers: Iterable[Answer], *, asked: int) -> Summary:
    """What may be shown of some answers: below ``MIN_ANSWERS`` their number alone. The pledges' answers are
    counted for themselves.
    """
    rows = list(answers)
    if len(rows) < MIN_ANSWERS:
        return Summary(asked, len(rows))
    useful, kept = Counter(row.useful for row in rows), Counter(row.kept for row in rows if row.kept)
    has_kept = sum(kept.values()) >= MIN_ANSWERS
    return Summary(
        asked,
        len(rows),
        tuple((str(each.label), useful[each.value]) for each in reversed(Useful)),
        _texts(row.pledge for row in rows),
        _texts(row.words for row in rows),
        tuple((str(each.label), kept[each.value]) for each in Kept) if has_kept else (),
        _texts(row.kept_words for row in rows) if has_kept else (),
    )


def feedback_open(ends_at: datetime, *, at: datetime) -> bool:
    """Whether people who came can say how it was: from its end on, for two weeks."""
    return ends_at <= at < ends_at + FEEDBACK_OPEN


def feedback_is_due(ends_at: datetime, *, at: datetime) -> bool:
    """Whether they are to be asked now: in the evening of the day, or after the end of a later one; a run
    that was missed is made up for within three days.
    """
    evening = instant_of(localdate(ends_at), FEEDBACK_FROM)
    return max(ends_at, evening) <= at < ends_at + timedelta(days=3)


def pledge_is_due(event_on: date, *, on: date) -> bool:
    """Whether people are to be asked what came of what they wanted to do; made up for within a week."""
    return event_on + PLEDGE_AFTER <= on < event_on + PLEDGE_AFTER + timedelta(days=7)


def pledge_open(event_on: date, *, on: date) -> bool:
    """Whether they can say it."""
    return event_on + PLEDGE_AFTER <= on < event_on + PLEDGE_AFTER + PLEDGE_OPEN


def needs_end_on(event_on: date) -> date:
    """The first day on which no needs of an event are kept any more."""
    return event_on + NEEDS_KEPT_AFTER + timedelta(days=1)


def event_table() -> str:
    """The table for the rule's page."""
    return table_of(EVENT_MOVES)


def event_diagram() -> str:
    """The diagram for the rule's page."""
    return diagram_of(EVENT_MOVES, EventState, EventState.DRAFT)


def _texts(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((text for text in texts if text), key=str.casefold))


def _refused(field: str, sentence: str, **facts: Fact) -> Refusal:
    return Refusal(field, Reason("L4", sentence, facts))
