"""G6: who votes, in what time, how often, how secretly, and who is reminded.

A setting has one vote. In an open vote its last one counts until the vote is closed; a secret ballot cannot
be changed, because nobody can find it again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.dates import Span
from core.reasons import Reason
from core.text import has_something_to_see
from meetings.rules.outcomes import MIN_DECIDING, Choice, Method, Tally, Turnout, choices_of

#: With fewer voters than this, or ballots, the numbers say who voted how. The same limit as for every small
#: number that is published here: fewer than five are not shown.
MIN_SECRET_VOTERS = 5
#: A vote between meetings is open for at least a day, so that everybody has an evening and a morning.
MIN_OPEN, MAX_OPEN = timedelta(days=1), timedelta(days=60)

#: What a setting says: to a proposal, or of the candidates of an election, by their number.
Said = Choice | int


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote: when it is open, ``[opens_at, closes_at)``, by what method, and whether it is secret.

    In the room nobody knows yet when it ends: ``closes_at`` is None until the chair closes it. The ballot of
    an election has ``candidates``, of whom a setting names one or abstains, and no method.
    """

    opens_at: datetime
    closes_at: datetime | None = None
    method: Method = Method.SIMPLE_MAJORITY
    is_secret: bool = False
    candidates: tuple[int, ...] = ()

    @property
    def choices(self) -> tuple[Said, ...]:
        """What a setting can say."""
        return (*self.candidates, Choice.ABSTAIN) if self.candidates else choices_of(self.method)

    def is_open(self, at: datetime) -> bool:
        return self.opens_at <= at and not self.is_closed(at)

    def is_closed(self, at: datetime) -> bool:
        return self.closes_at is not None and self.closes_at <= at


class CastVote(NamedTuple):
    """A vote as it arrived at the server, with the number of its row. ``client_key`` names one press of a
    button, however often it is sent.
    """

    setting: int
    choice: Said
    at: datetime
    number: int
    client_key: str = ""

    @property
    def key(self) -> tuple[str, int]:
        """What makes it the same vote: the device's name for the press, else the row."""
        return (self.client_key, 0) if self.client_key else ("", self.number)

    @property
    def order(self) -> tuple[datetime, int, str, str]:
        return self.at, self.number, self.client_key, str(self.choice)


class Voter(NamedTuple):
    """A setting that wants to vote: whether it may, stood aside, and has voted already."""

    is_eligible: bool = True
    stood_aside: bool = False
    has_voted: bool = False


# --- who decides --------------------------------------------------------------------------------------------


def electorate(
    members: Mapping[int, Span], *, opens_on: date, closes_on: date, is_secret: bool
) -> frozenset[int]:
    """The settings with a vote: members on the day it opens and, in an open vote, still on the day it closes.

    A ballot of a secret vote cannot be taken out, so who was a member when it opened stays in. Guests have no
    membership, and with it no vote.
    """
    return frozenset(
        setting
        for setting, span in members.items()
        if span.holds_on(opens_on) and (is_secret or span.holds_on(closes_on))
    )


def base_of(settings: Set[int], stood_aside: Set[int]) -> frozenset[int]:
    """Who may decide: the electorate without those that declared an interest and stood aside."""
    return frozenset(settings) - frozenset(stood_aside)


def turnout_of(base: Set[int], *, voted: Set[int], attended: Set[int] = frozenset()) -> Turnout:
    """What the quorum is counted from: in the room whoever is there takes part, between meetings whoever has
    voted (by abstaining too). ``attended`` is empty for a vote between meetings.
    """
    return Turnout(len(base), len(base & (voted | attended)))


def to_remind(base: Set[int], voted: Set[int]) -> frozenset[int]:
    """Whom a reminder goes to: only those that have not voted. Who stood aside is not asked."""
    return frozenset(base) - frozenset(voted)


# --- counting -----------------------------------------------------------------------------------------------


def counting_votes(votes: Iterable[CastVote], vote: Vote, *, base: Set[int]) -> dict[int, CastVote]:
    """G6: the one vote of each setting that counts, in whatever order and however often they arrived.

    Only those given while it was open, by settings that may decide, of what could be said. The last one
    counts. Raises ValueError for a secret vote: its ballots have no setting and no time, and are counted by
    ``tally_of`` alone.
    """
    if vote.is_secret:
        raise ValueError("A secret ballot belongs to no setting.")
    presses: dict[tuple[int, tuple[str, int]], CastVote] = {}
    for cast in votes:
        if cast.setting in base and vote.is_open(cast.at) and cast.choice in vote.choices:
            press = (cast.setting, cast.key)
            presses[press] = min(presses.get(press, cast), cast, key=lambda cast: cast.order)
    counted: dict[int, CastVote] = {}
    for cast in sorted(presses.values(), key=lambda cast: cast.order):
        counted[cast.setting] = cast
    return dict(sorted(counted.items()))


def tally_of(choices: Iterable[Said]) -> Tally:
    """How many said what. Of a secret vote the choices come without their settings."""
    said = list(choices)
    return Tally(
        said.count(Choice.FOR),
        said.count(Choice.AGAINST),
        said.count(Choice.ABSTAIN),
        said.count(Choice.OBJECT),
    )


def shown_tally(tally: Tally, vote: Vote, *, at: datetime) -> Tally | None:
    """The numbers that people may see; None while they are hidden.

    Those of a secret vote are hidden until it is closed, and for good where so few voted that they would say
    who voted how: then only the outcome is shown (``without_numbers``).
    """
    if not vote.is_secret:
        return tally
    return tally if vote.is_closed(at) and tally.cast >= MIN_SECRET_VOTERS else None


# --- what is refused ----------------------------------------------------------------------------------------


def may_vote(voter: Voter, vote: Vote, choice: Said | None, *, at: datetime) -> list[Refusal]:
    """Why a setting cannot vote now. Empty when it can."""
    if not voter.is_eligible:
        return [_refused("choice", gettext_noop("Your setting has no vote on this."))]
    if voter.stood_aside:
        return [_refused("choice", gettext_noop("Your setting has stood aside, so it cannot vote."))]
    if at < vote.opens_at:
        return [_refused("choice", gettext_noop("This vote is not open yet."))]
    if vote.is_closed(at):
        return [_refused("choice", gettext_noop("This vote is closed."))]
    if vote.is_secret and voter.has_voted:
        sentence = gettext_noop("Your setting has voted. A secret vote cannot be changed.")
        return [_refused("choice", sentence)]
    if choice is None or choice not in vote.choices:
        return [_refused("choice", gettext_noop("Select how your setting votes."))]
    return []


def may_stand_aside(voter: Voter, vote: Vote, *, interest: str, at: datetime) -> list[Refusal]:
    """Why a setting cannot stand aside. Empty when it can: it says what its interest is.

    In an open vote what it said before counts no more. A secret ballot cannot be taken out again.
    """
    if not voter.is_eligible:
        return [_refused("interest", gettext_noop("Your setting has no vote on this."))]
    if vote.is_closed(at):
        return [_refused("interest", gettext_noop("This vote is closed."))]
    if vote.is_secret and voter.has_voted:
        sentence = gettext_noop("Your setting has voted. A secret vote cannot be taken out again.")
        return [_refused("interest", sentence)]
    if not has_something_to_see(interest):
        return [_refused("interest", gettext_noop("Enter what your interest is."))]
    return []


def may_be_secret(base: Collection[int]) -> list[Refusal]:
    """Why a vote cannot be secret: too few settings may decide. Empty when it can."""
    if len(base) >= MIN_SECRET_VOTERS:
        return []
    sentence = gettext_noop(
        "A secret vote needs at least %(needed)d settings that can vote, and there are %(number)d. With fewer,"
        " people could work out who voted how."
    )
    return [Refusal("is_secret", Reason("G6", sentence, {"needed": MIN_SECRET_VOTERS, "number": len(base)}))]


def refusals_of_window(opens_at: datetime, closes_at: datetime | None, *, now: datetime) -> list[Refusal]:
    """What is wrong with the time of a vote between meetings."""
    if closes_at is None:
        return [_refused("closes_at", gettext_noop("Enter when the vote closes."))]
    if closes_at <= now:
        return [_refused("closes_at", gettext_noop("The vote must close in the future."))]
    if closes_at - max(opens_at, now) < MIN_OPEN:
        return [_refused("closes_at", gettext_noop("The vote must be open for at least 1 day."))]
    if closes_at - opens_at > MAX_OPEN:
        return [_refused("closes_at", gettext_noop("The vote must be open for no more than 60 days."))]
    return []


def refusals_of_proposal(proposal: str, *, base: Collection[int]) -> list[Refusal]:
    """What is missing before a proposal can be put to the vote."""
    refusals = []
    if not has_something_to_see(proposal):
        refusals.append(_refused("proposal", gettext_noop("Enter what is proposed.")))
    if len(base) < MIN_DECIDING:
        sentence = gettext_noop("At least two settings without an interest are needed for a vote.")
        refusals.append(_refused("proposal", sentence))
    return refusals


def _refused(field: str, sentence: str) -> Refusal:
    return Refusal(field, Reason("G6", sentence))
