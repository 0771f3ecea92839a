"""C6: how a member leaves: its last day, the reason, and what it hands over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_noop

from core.dates import last_day
from core.money import pounds
from core.reasons import Reason
from core.text import has_something_to_see
from memberships.rules.agreed import Amount
from memberships.rules.leaders import Refusal

#: What the hand-over page says besides the list, the supplement apart.
REMINDERS = (
    gettext_noop(
        "Give back the group's documents and materials, and keep none that name people. Once it has left, the"
        " setting no longer sees the group's pages."
    ),
)
#: Where a leaver's share of the supplement goes, by the answer in the ways of working (W1).
SHARE_GOES = {
    "stays": gettext_noop("Its share of the System Leadership Supplement stays with the group."),
    "follows": gettext_noop("Its share of the System Leadership Supplement follows it to its next group."),
    "paid_to_leaver": gettext_noop(
        "Its share of the System Leadership Supplement is paid to the setting that leaves."
    ),
    "returned": gettext_noop(
        "Its share of the System Leadership Supplement is returned to the local authority."
    ),
    "vote": gettext_noop("The members vote on where its share of the System Leadership Supplement goes."),
}
#: How much that is, where anything moves. Committed money never moves.
SHARE_IS = {
    "lesser": gettext_noop(
        "That is the smaller of the share for the time left and the share not yet spent. Money that is"
        " committed stays."
    ),
    "time_left": gettext_noop("That is the share for the time left. Money that is committed stays."),
    "unspent": gettext_noop("That is the share not yet spent. Money that is committed stays."),
    "fixed": gettext_noop("That is %(sum)s. Money that is committed stays."),
}


def supplement_of_leaver(*, goes: str | None, amount: Amount | None) -> list[Reason]:
    """C6: what the ways of working, or the default, say about a
    leaver's share of the supplement, as sentences.

    The amount is left out where nothing moves. Where nobody said anything the members are asked to talk about
    it.
    """
    if goes is None:
        return [
            Reason(
                "C6",
                gettext_noop(
                    "Nothing is agreed about its share of the supplement. Talk about it before the last day."
                ),
            )
        ]
    said = [Reason("C6", SHARE_GOES[goes])]
    if goes != "stays" and amount is not None:
        said.append(Reason("C6", SHARE_IS[amount.choice], {"sum": pounds(amount.number or 0)}))
    return said


def refusals_of_notice(*, left_on: date, reason: str, today: date) -> Iterator[Refusal]:
    """C6: notice is given ahead. What has happened already is recorded by an officer."""
    if left_on < today:
        sentence = gettext_noop(
            "The last day must be today or later. If you have left already, tell the early years team."
        )
        yield Refusal("left_on", Reason("C6", sentence))
    if not has_something_to_see(reason):
        yield Refusal("leaving_reason", Reason("C6", gettext_noop("Enter the reason for leaving.")))


def refusals_to_take_back(*, left_on: date | None, today: date) -> Iterator[Refusal]:
    """C6: a notice is taken back before its day.

    Afterwards the setting joins anew, and both memberships are kept.
    """
    if left_on is None:
        yield Refusal("left_on", Reason("C6", gettext_noop("There is no notice to take back.")))
    elif left_on <= today:
        sentence = gettext_noop("Its last day was %(day)s. It can apply to join again.")
        yield Refusal("left_on", Reason("C6", sentence, {"day": last_day(left_on)}))


def refusals_to_hand_over(*, left_on: date | None) -> Iterator[Refusal]:
    """C6: the list begins with the notice."""
    if left_on is None:
        yield Refusal(
            "what",
            Reason(
                "C6", gettext_noop("This setting has given no notice, so there is nothing to hand over yet.")
            ),
        )


def refusals_to_change(*, done_on: date | None) -> Iterator[Refusal]:
    """C6: what has been handed over stays as it was recorded."""
    if done_on is not None:
        yield Refusal(
            "what",
            Reason(
                "C6", gettext_noop("This was handed over on %(day)s, so it stays as it is."), {"day": done_on}
            ),
        )


def is_leaving(left_on: date | None, *, today: date) -> bool:
    """Whether notice is given and the day has not come."""
    return left_on is not None and left_on > today
