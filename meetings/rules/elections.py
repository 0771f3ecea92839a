"""G6: the election of a chair or an administrator: called, nominations, unopposed or by ballot, in post with
dates, due again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from dateutil.relativedelta import relativedelta
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.dates import Span, months_after
from core.moves import Move, diagram_of, move_of, table_of
from core.reasons import Reason
from core.text import has_something_to_see
from meetings.rules.moves import Actor, Need

#: The next election is due so many months before the term ends, so that nobody is without a chair.
DUE_AHEAD_MONTHS = 2
#: Nominations are open for no longer than this.
MAX_NOMINATIONS = timedelta(days=120)


class ElectionState(TextChoices):
    """Where an election stands."""

    CALLED = "called", _("Called")
    NOMINATIONS = "nominations", _("Nominations open")
    BALLOT = "ballot", _("Ballot open")
    TIED = "tied", _("Votes equal")
    ELECTED = "elected", _("Elected")
    NOBODY = "nobody", _("Nobody elected")
    IN_POST = "in_post", _("In post")
    DUE = "due", _("Due again")
    WITHDRAWN = "withdrawn", _("Called off")


_S, _BY, _CLOCK = ElectionState, Actor.ORGANISER, Actor.CLOCK
_WHY = (Need.WORDS,)
_OFF = gettext_noop("Call it off")

#: The one table. The next election is a new one: nothing leads out of "Due again".
ELECTION_MOVES: tuple[Move[ElectionState, Need], ...] = (
    Move(_S.CALLED, _S.NOMINATIONS, _BY, gettext_noop("Open nominations")),
    Move(_S.CALLED, _S.WITHDRAWN, _BY, _OFF, _WHY),
    Move(_S.NOMINATIONS, _S.ELECTED, _BY, gettext_noop("Declare elected unopposed"), (Need.UNOPPOSED,)),
    Move(_S.NOMINATIONS, _S.BALLOT, _BY, gettext_noop("Open the ballot"), (Need.CONTESTED,)),
    Move(_S.NOMINATIONS, _S.NOBODY, _BY, gettext_noop("Record that nobody stands"), (Need.NOBODY_STANDS,)),
    Move(_S.NOMINATIONS, _S.WITHDRAWN, _BY, _OFF, _WHY),
    Move(_S.BALLOT, _S.ELECTED, _BY, gettext_noop("Record who is elected"), (Need.WON,)),
    Move(_S.BALLOT, _S.TIED, _BY, gettext_noop("Record that votes are equal"), (Need.TIED,)),
    Move(_S.BALLOT, _S.NOBODY, _BY, gettext_noop("Record that nobody was voted for"), (Need.NO_VOTES,)),
    Move(_S.TIED, _S.ELECTED, _BY, gettext_noop("Record the result of the lot"), (Need.LOT,)),
    Move(_S.TIED, _S.BALLOT, _BY, gettext_noop("Vote again"), (Need.CONTESTED,)),
    Move(_S.TIED, _S.NOBODY, _BY, gettext_noop("Record that nobody stands any more"), (Need.NOBODY_STANDS,)),
    Move(_S.NOBODY, _S.NOMINATIONS, _BY, gettext_noop("Open nominations again")),
    Move(_S.ELECTED, _S.IN_POST, _CLOCK, gettext_noop("The term begins"), (Need.DAY,)),
    Move(_S.IN_POST, _S.DUE, _CLOCK, gettext_noop("The next election is due"), (Need.DAY,)),
)


class Answer(StrEnum):
    """What a nominee says. Whoever is silent does not stand."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class Nomination(NamedTuple):
    """A person of a setting, nominated. ``answered_at`` orders the answers of one who is nominated twice."""

    number: int
    person: int
    setting: int
    answer: Answer | None = None
    answered_at: datetime | None = None


class Result(NamedTuple):
    """Who is elected, in the order of votes; who is level for the ``open`` posts that are left."""

    elected: tuple[int, ...] = ()
    tied: tuple[int, ...] = ()
    open: int = 0


@dataclass(frozen=True, slots=True)
class ElectionFacts:
    """What a move is judged by: who stands for how many posts, and what each got of the ballot."""

    state: ElectionState
    candidates: tuple[int, ...] = ()
    votes: Mapping[int, int] | None = None
    drawn: tuple[int, ...] = ()
    posts: int = 1


# --- who stands, and who is elected -------------------------------------------------------------------------


def candidates_of(nominations: Iterable[Nomination], *, members: Collection[int]) -> tuple[int, ...]:
    """Who stands: nominated for a member setting, once or more, and by the last answer willing."""
    answers: dict[int, Answer | None] = {}
    answered = [nomination for nomination in nominations if nomination.answered_at is not None]
    for nomination in sorted(answered, key=lambda nomination: (nomination.answered_at, nomination.number)):
        if nomination.setting in members:
            answers[nomination.person] = nomination.answer
    return tuple(sorted(person for person, answer in answers.items() if answer is Answer.ACCEPTED))


def votes_of(said: Iterable[object], candidates: Collection[int]) -> dict[int, int]:
    """How many settings named each candidate: each names one, or abstains."""
    named = list(said)
    return {person: named.count(person) for person in sorted(candidates)}


def result_of(votes: Mapping[int, int], *, posts: int = 1) -> Result:
    """Who is elected, by most votes. Nobody is elected without a vote; level for the last post is a tie."""
    elected: list[int] = []
    ranked = sorted(
        (person for person in votes if votes[person] > 0), key=lambda person: (-votes[person], person)
    )
    while ranked and len(elected) < posts:
        level = [person for person in ranked if votes[person] == votes[ranked[0]]]
        if len(level) > posts - len(elected):
            return Result(tuple(elected), tuple(level), posts - len(elected))
        elected += level
        ranked = ranked[len(level) :]
    return Result(tuple(elected))


def with_lot(result: Result, drawn: Sequence[int]) -> Result | None:
    """The result with what people drew; None where that settles nothing: as many as there are posts left,
    each of those that are level, each once.
    """
    if len(drawn) != result.open or len(set(drawn)) != len(drawn) or set(drawn) - set(result.tied):
        return None
    return Result((*result.elected, *drawn))


# --- moves --------------------------------------------------------------------------------------------------


def may_move(facts: ElectionFacts, to: ElectionState, *, actor: Actor, words: str = "") -> list[Refusal]:
    """Every reason why people may not move an election. Empty when they may."""
    row = move_of(ELECTION_MOVES, facts.state, to)
    if row is None or row.actor is not actor:
        return [_refused("to", gettext_noop("An election cannot be moved there now."))]
    holds = {
        Need.WORDS: has_something_to_see(words),
        Need.DAY: True,  # the clock asks ``state_on``
        Need.UNOPPOSED: 0 < len(facts.candidates) <= facts.posts,
        Need.CONTESTED: len(facts.candidates) > facts.posts,
        Need.NOBODY_STANDS: not facts.candidates,
        **_by_votes(facts),
    }
    return [_refused(*_SENTENCES[need]) for need in row.needs if not holds[need]]


def may_declare(elected: Collection[int], *, by: int) -> list[Refusal]:
    """A1: nobody gives himself or herself an office. Who is elected does not record the result."""
    if by not in elected:
        return []
    return [
        Refusal(
            "to",
            Reason("A1", gettext_noop("You are elected yourself. Ask somebody else to record the result.")),
        )
    ]


# --- nominations --------------------------------------------------------------------------------------------

#: While people can be nominated, while a nominee can say yes or no, and while a candidate can still withdraw.
NOMINATING = frozenset({ElectionState.NOMINATIONS})
WITHDRAWING = frozenset({ElectionState.NOMINATIONS, ElectionState.BALLOT, ElectionState.TIED})
#: An election that is under way: a group has one for an office at a time.
UNDER_WAY = frozenset({ElectionState.CALLED, *WITHDRAWING})


def refusals_of_days(nominate_until: date, starts_on: date, *, today: date) -> list[Refusal]:
    """What is wrong with the days of an election: both last and first day count."""
    if nominate_until < today:
        return [
            _refused("nominate_until", gettext_noop("The last day for nominations must be today or later."))
        ]
    if nominate_until - today > MAX_NOMINATIONS:
        sentence = gettext_noop("Nominations can be open for no more than 120 days.")
        return [_refused("nominate_until", sentence)]
    if starts_on < nominate_until:
        sentence = gettext_noop("The first day in post must be on or after the last day for nominations.")
        return [_refused("starts_on", sentence)]
    return []


def may_nominate(state: ElectionState, nominate_until: date, *, today: date) -> list[Refusal]:
    """Why nobody can be nominated now. The last day counts."""
    if state not in NOMINATING:
        return [_refused("person", gettext_noop("Nominations are not open."))]
    if nominate_until < today:
        sentence = gettext_noop("The last day for nominations was %(day)s.")
        return [Refusal("person", Reason("G6", sentence, {"day": nominate_until}))]
    return []


def may_answer(state: ElectionState, *, accepts: bool, stands: bool) -> list[Refusal]:
    """Why a nominee cannot say that now. Yes or no while nominations are open, also after their last day
    until they are closed; who stands may withdraw until the votes are counted.
    """
    if state in NOMINATING or (state in WITHDRAWING and stands and not accepts):
        return []
    sentence = gettext_noop("The vote has begun: nobody can stand any more.")
    over = gettext_noop("This election is over.")
    return [_refused("answer", sentence if state in WITHDRAWING else over)]


def may_close(nominate_until: date, *, today: date) -> list[Refusal]:
    """Why nominations cannot be closed yet: members have until the end of the last day, or until the meeting
    on that day closes them.
    """
    if nominate_until <= today:
        return []
    sentence = gettext_noop(
        "Members can nominate somebody until %(day)s. Close nominations on that day or later."
    )
    return [Refusal("to", Reason("G6", sentence, {"day": nominate_until}))]


# --- in post, and due again ---------------------------------------------------------------------------------


def term_of(starts_on: date, months: int | None) -> Span:
    """The time in post, ``[start, end)``; without a fixed term it goes on."""
    return Span(starts_on, None if months is None else months_after(starts_on, months))


def may_start(starts_on: date, *, elected_on: date) -> list[Refusal]:
    """Why a term cannot begin on a day: it begins on the day of the election, or later."""
    if starts_on >= elected_on:
        return []
    sentence = gettext_noop("The first day must be on or after %(day)s, the day of the election.")
    return [Refusal("starts_on", Reason("G6", sentence, {"day": elected_on}))]


def due_on(term: Span, *, ahead: int = DUE_AHEAD_MONTHS) -> date | None:
    """From which day the next election is due; None without a fixed term. Never before the term begins."""
    if term.end is None:
        return None
    return max(term.start, term.end - relativedelta(months=ahead))


def state_on(term: Span, today: date) -> ElectionState:
    """Where an election stands whose result is known, on a day: what the clock says."""
    due = due_on(term)
    if today < term.start:
        return ElectionState.ELECTED
    return ElectionState.DUE if due is not None and due <= today else ElectionState.IN_POST


def election_table() -> str:
    """The table for the rule's page."""
    return table_of(ELECTION_MOVES)


def election_diagram() -> str:
    """The diagram for the rule's page."""
    return diagram_of(ELECTION_MOVES, ElectionState, ElectionState.CALLED)


def votes_that_count(facts: ElectionFacts) -> dict[int, int]:
    """Votes for who does not stand, or stands no more, are none."""
    return {person: number for person, number in (facts.votes or {}).items() if person in facts.candidates}


def _by_votes(facts: ElectionFacts) -> dict[Need, bool]:
    """What the ballot says, and what people drew where it was level."""
    result = result_of(votes_that_count(facts), posts=facts.posts)
    return {
        Need.WON: bool(result.elected) and not result.tied,
        Need.TIED: bool(result.tied),
        Need.NO_VOTES: result == Result(),
        Need.LOT: bool(result.elected or result.tied) and with_lot(result, facts.drawn) is not None,
    }


def _refused(field: str, sentence: str) -> Refusal:
    return Refusal(field, Reason("G6", sentence))


_SENTENCES = {
    Need.WORDS: ("words", gettext_noop("Say why it is called off.")),
    Need.UNOPPOSED: ("to", gettext_noop("Only as many candidates as posts are elected unopposed.")),
    Need.CONTESTED: ("to", gettext_noop("A ballot needs more candidates than posts.")),
    Need.NOBODY_STANDS: ("to", gettext_noop("Somebody has accepted a nomination.")),
    Need.WON: ("to", gettext_noop("The votes have not decided this election.")),
    Need.TIED: ("to", gettext_noop("The votes are not equal.")),
    Need.NO_VOTES: ("to", gettext_noop("Somebody was voted for.")),
    Need.LOT: ("drawn", gettext_noop("Select who was drawn, from those with equal votes.")),
}
