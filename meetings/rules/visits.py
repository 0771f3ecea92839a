"""Peer visits (K): settings of a group go and see how another one works, and take one idea home.

A visit is asked for, by the host or by whoever wants to come, and the other side says yes or no. After a term
each visitor is asked what became of the idea.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, time, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import Refusal
from core.moves import Move, diagram_of, move_of, table_of
from core.reasons import Reason
from core.text import has_something_to_see
from meetings.rules.moves import Actor, Need

#: Days after a visit or a training on which it is asked what became of it: a term.
ASK_AGAIN_AFTER = timedelta(days=120)
#: So many settings visit another at once.
MAX_VISITORS = 6


class VisitState(TextChoices):
    """Where a visit stands. One that is agreed has taken place once its day has come."""

    ASKED = "asked", _("Waiting for an answer")
    AGREED = "agreed", _("Agreed")
    DECLINED = "declined", _("Not this time")
    CANCELLED = "cancelled", _("Cancelled")


class Became(TextChoices):
    """What became of the idea that a visitor took home, or of what a training was for."""

    KEPT = "kept", _("We do it now")
    CHANGED = "changed", _("We do it, in our own way")
    TRYING = "trying", _("We are still trying it")
    DROPPED = "dropped", _("We do not do it")


_S = VisitState
VISIT_MOVES: tuple[Move[VisitState, Need], ...] = (
    Move(_S.ASKED, _S.AGREED, Actor.ASKED, gettext_noop("Say yes")),
    Move(_S.ASKED, _S.DECLINED, Actor.ASKED, gettext_noop("Not this time")),
    Move(_S.ASKED, _S.CANCELLED, Actor.ASKING, gettext_noop("Take it back")),
    Move(_S.AGREED, _S.CANCELLED, Actor.ASKING, gettext_noop("Cancel the visit")),
    Move(_S.AGREED, _S.CANCELLED, Actor.ASKED, gettext_noop("Cancel the visit")),
)
#: Those that may still take place.
LIVE = frozenset({_S.ASKED, _S.AGREED})


def refusals_of_visit(
    *, host: int | None, visitors: Collection[int], members: Collection[int], asks_for: Collection[int] | None
) -> list[Refusal]:
    """What is wrong with a visit that somebody asks for. ``asks_for``: the settings at which that person
    works, of which one takes part; None for whoever runs the group.
    """
    refusals = []
    if host is None or host not in members:
        refusals.append(_refused("host", gettext_noop("Select the setting that is visited.")))
    if not visitors or set(visitors) - set(members):
        refusals.append(_refused("visitors", gettext_noop("Select who visits.")))
    elif host in visitors:
        refusals.append(
            _refused("visitors", gettext_noop("A setting cannot visit itself. Select the others."))
        )
    elif len(visitors) > MAX_VISITORS:
        sentence = gettext_noop("At most %(number)d settings visit at once. Make two visits of it.")
        refusals.append(Refusal("visitors", Reason("K", sentence, {"number": MAX_VISITORS})))
    if not refusals and asks_for is not None and not set(asks_for) & {host, *visitors}:
        refusals.append(
            _refused("visitors", gettext_noop("Your own setting must take part: as host, or as visitor."))
        )
    return refusals


def refusals_of_move(state: VisitState, to: VisitState, *, on: date, today: date) -> list[Refusal]:
    """Why a visit of the day ``on`` cannot be answered or cancelled. Empty when it can, until its day is
    over.
    """
    if move_of(VISIT_MOVES, state, to) is None:
        return [_refused("to", gettext_noop("This visit was answered or cancelled already."))]
    if on < today:
        return [_refused("to", gettext_noop("The day of this visit is over."))]
    return []


def refusals_of_day(state: VisitState, *, on: date, to_on: date, today: date) -> list[Refusal]:
    """Why a visit of the day ``on`` cannot be put on another day. Empty when it can."""
    if state not in LIVE:
        return [_refused("on", gettext_noop("This visit does not take place. Ask for a new one."))]
    if on < today:
        return [_refused("on", gettext_noop("The day of this visit is over."))]
    return [] if to_on >= today else [_refused("on", gettext_noop("The day must be today or in the future."))]


def refusals_of_times(starts_at: time | None, ends_at: time | None) -> list[Refusal]:
    """What is wrong with clock times of which one or both may be missing."""
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        sentence = gettext_noop("The end must be after the beginning, on the same day.")
        return [Refusal("ends_at", Reason("G7", sentence))]
    return []


def refusals_of_account(state: VisitState, *, on: date, today: date, idea: str) -> list[Refusal]:
    """Why nothing can be written about a visit. Empty when a visitor can write what it takes home."""
    if state is not VisitState.AGREED:
        return [_refused("idea", gettext_noop("This visit does not take place."))]
    if today < on:
        return [_refused("idea", gettext_noop("Write this once you have been there."))]
    if not has_something_to_see(idea):
        return [_refused("idea", gettext_noop("Enter one idea that you take home."))]
    return []


def is_asked_again(on: date, *, today: date) -> bool:
    """Whether a term has passed since a visit or a training of the day ``on``."""
    return today >= on + ASK_AGAIN_AFTER


def refusals_of_places(*, people: int, places: int | None, taken: int) -> list[Refusal]:
    """Why a setting cannot come to a training with so many people. ``taken``: by the other settings;
    ``places`` is None where there is room for all. Nobody comes: nought.
    """
    if people < 0:
        return [_refused("people", gettext_noop("Enter how many people come, or 0."))]
    if places is None or people <= max(0, places - taken):
        return []
    left = max(0, places - taken)
    if not left:
        return [_refused("people", gettext_noop("All places are taken. Ask who organises it."))]
    sentence = gettext_noop("There are not so many places left: %(left)d.")
    return [Refusal("people", Reason("K", sentence, {"left": left}))]


def refusals_of_training(*, places: int | None, taken: int) -> list[Refusal]:
    """What is wrong with the number of places of a training. It can fall to what is taken, and no lower."""
    if places is not None and places < max(taken, 1):
        sentence = gettext_noop("%(taken)d people are coming, so there must be at least as many places.")
        if not taken:
            return [_refused("places", gettext_noop("Enter how many places there are, or leave it empty."))]
        return [Refusal("places", Reason("K", sentence, {"taken": taken}))]
    return []


def visit_table() -> str:
    """The table for the rule's page."""
    return table_of(VISIT_MOVES)


def visit_diagram() -> str:
    """The diagram for the rule's page."""
    return diagram_of(VISIT_MOVES, VisitState, VisitState.ASKED)


def _refused(field: str, sentence: str) -> Refusal:
    return Refusal(field, Reason("K", sentence))
