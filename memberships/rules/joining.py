"""C5: how a setting comes to be a member.

The members decide; grade is never asked, and size only advises (C2).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from core.reasons import Reason
from core.text import has_something_to_see
from memberships.rules.leaders import Refusal


class ApplicationState(TextChoices):
    """How far an application is. The value is what is stored."""

    OPEN = "open", _("Waiting for the members' decision")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Not accepted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class InvitationState(TextChoices):
    """How far an invitation is. The value is what is stored."""

    SENT = "sent", _("Waiting for an answer")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Taken back")


class JoiningMover(StrEnum):
    """Who makes a move. An officer may record each of them on behalf."""

    SETTING = gettext_noop("setting")
    GROUP = gettext_noop("leader or office holder")


#: From each state of an application, where it may go and who moves it.
APPLICATION_TRANSITIONS: Mapping[ApplicationState, Mapping[ApplicationState, JoiningMover]] = {
    ApplicationState.OPEN: {
        ApplicationState.ACCEPTED: JoiningMover.GROUP,
        ApplicationState.DECLINED: JoiningMover.GROUP,
        ApplicationState.WITHDRAWN: JoiningMover.SETTING,
    },
    ApplicationState.ACCEPTED: {},
    ApplicationState.DECLINED: {},
    ApplicationState.WITHDRAWN: {},
}

#: The same of an invitation.
INVITATION_TRANSITIONS: Mapping[InvitationState, Mapping[InvitationState, JoiningMover]] = {
    InvitationState.SENT: {
        InvitationState.ACCEPTED: JoiningMover.SETTING,
        InvitationState.DECLINED: JoiningMover.SETTING,
        InvitationState.WITHDRAWN: JoiningMover.GROUP,
    },
    InvitationState.ACCEPTED: {},
    InvitationState.DECLINED: {},
    InvitationState.WITHDRAWN: {},
}

#: States of a collaboration in which it takes no new members, each with what it says.
TAKES_NONE: Mapping[str, str] = {
    "closed": gettext_noop("This collaboration is closed, so it takes no new members."),
    "dormant": gettext_noop(
        "This collaboration is resting, so it takes no new members. Ask the early years team when it begins"
        " again."
    ),
    "dividing": gettext_noop(
        "This collaboration is dividing, so it takes no new members until that is done."
    ),
    "merging": gettext_noop(
        "This collaboration is merging with another, so it takes no new members until that is done."
    ),
}
#: An enquiry is no group yet, and nobody else's business.
HIDDEN = frozenset({"enquiry"})
#: What a setting that looks for a group is not shown.
NOT_FOUND = HIDDEN | TAKES_NONE.keys()

#: A waiting invitation is sent again after so long at the earliest.
REMINDED_AFTER = timedelta(days=7)
#: Whoever accepts may begin so much later.
LATEST_FIRST_DAY = timedelta(days=365)

#: What the page offers to members who are lost for words. Grade is never among them (C5).
EXAMPLES_OF_WORDS = (
    gettext_noop(
        "We are as many as we can manage well. We would be glad to talk again when somebody leaves."
    ),
    gettext_noop("Our meetings are too far away, or at times when the setting cannot come."),
    gettext_noop("Another group works on what the setting would like to work on."),
    gettext_noop("We are changing how we work together, and take nobody in until that is settled."),
)


class JoiningFacts(NamedTuple):
    """A setting and the group that it may join: the group's state, and what is under way between the two."""

    group_state: str
    is_member: bool = False
    has_applied: bool = False
    is_invited: bool = False


def refusals_to_apply(facts: JoiningFacts) -> Iterator[Refusal]:
    """C5: why a setting cannot apply now. Neither its grade nor the group's size is asked."""
    yield from _refused_between(
        facts,
        applied=gettext_noop("You have applied already. The members have not decided yet."),
        invited=gettext_noop("The members have invited you already. Answer the invitation instead."),
        member=gettext_noop("You are a member of this collaboration already."),
    )


def refusals_to_invite(facts: JoiningFacts) -> Iterator[Refusal]:
    """C5: why a setting cannot be invited now."""
    yield from _refused_between(
        facts,
        applied=gettext_noop(
            "This setting has applied. Record the members' decision on its application instead."
        ),
        invited=gettext_noop("This setting is invited already, and has not answered yet."),
        member=gettext_noop("This setting is a member already."),
    )


def refusals_to_take_in(group_state: str) -> Iterator[Refusal]:
    """C5: why nobody can become a member of a group in this state."""
    if group_state in TAKES_NONE:
        yield Refusal("collaboration", Reason("C5", TAKES_NONE[group_state]))


def refusals_to_record_decision(*, decided_on: date | None, decision: str, today: date) -> Iterator[Refusal]:
    """C5: a decision of the members is recorded with its day, which has come, and how they decided."""
    if decided_on is None or decided_on > today:
        yield Refusal(
            "decided_on",
            Reason(
                "C5", gettext_noop("Enter the day on which the members decided. It cannot be in the future.")
            ),
        )
    if not has_something_to_see(decision):
        yield Refusal("decision", Reason("C5", gettext_noop("Say how the members decided.")))


def refusals_of_day(*, joined_on: date | None) -> Iterator[Refusal]:
    """C5: whoever is accepted is a member from a day."""
    if joined_on is None:
        yield Refusal(
            "joined_on", Reason("C5", gettext_noop("Enter the day from which the setting is a member."))
        )


def refusals_of_address(*, is_known_there: bool, is_vouched_for: bool) -> Iterator[Refusal]:
    """C5: whoever is new and accepts by the link becomes a manager of the setting.

    So only an officer names somebody new.
    """
    if not is_known_there and not is_vouched_for:
        sentence = gettext_noop(
            "We do not know this address at the setting yet. Please ask the early years team to add the"
            " person, or to send the invitation for you."
        )
        yield Refusal("email", Reason("C5", sentence))


def refusals_of_unknown(*, is_anybody_known: bool, is_vouched_for: bool) -> Iterator[Refusal]:
    """C5: where nobody is known, a leader cannot say whose an address is; an officer names it."""
    if is_anybody_known:
        return
    if is_vouched_for:
        yield Refusal(
            "email", Reason("C5", gettext_noop("We know nobody at this setting yet. Say whom to write to."))
        )
        return
    sentence = gettext_noop(
        "We know nobody at this setting yet. Ask the early years team to send the invitation."
    )
    yield Refusal("provider", Reason("C5", sentence))


def refusals_to_remind(*, last_on: date | None, today: date) -> Iterator[Refusal]:
    """An invitation is sent again after a week at the earliest."""
    if last_on is not None and today < last_on + REMINDED_AFTER:
        words = gettext_noop("The email went on %(day)s. You can send it again a week later.")
        yield Refusal("__all__", Reason("C5", words, {"day": last_on}))


def refusals_of_first_day(*, joins_on: date, today: date) -> Iterator[Refusal]:
    """C5: who accepts an invitation is a member from that day on, or from a day within the year."""
    if joins_on < today:
        words = gettext_noop("The first day as a member must be today or in the future.")
        yield Refusal("joins_on", Reason("C5", words))
    elif joins_on > today + LATEST_FIRST_DAY:
        words = gettext_noop("The first day as a member must be within a year.")
        yield Refusal("joins_on", Reason("C5", words))


def refusals_of_answer(*, is_known_there: bool, is_vouched_for: bool) -> Iterator[Refusal]:
    """C5: who was known at the setting when a leader invited, and is
    not any more, does not come back as its manager.
    """
    if not is_known_there and not is_vouched_for:
        sentence = gettext_noop(
            "We no longer know this address at the setting. Please ask the early years team to add you, or"
            " somebody of the setting to answer."
        )
        yield Refusal("answer", Reason("C5", sentence))


def _refused_between(facts: JoiningFacts, *, applied: str, invited: str, member: str) -> Iterator[Refusal]:
    yield from refusals_to_take_in(facts.group_state)
    for holds, sentence in (
        (facts.is_member, member),
        (facts.has_applied, applied),
        (facts.is_invited, invited),
    ):
        if holds:
            yield Refusal("provider", Reason("C5", sentence))
            return


def joining_diagram(table: Mapping[Any, Mapping[Any, JoiningMover]]) -> str:
    """A table of states as a Mermaid diagram, for the rule's page."""
    first = next(iter(table))
    arrows = [
        f"    {start} --> {to}: {mover}"
        for start, following in table.items()
        for to, mover in following.items()
    ]
    ends = [f"    {state} --> [*]" for state, following in table.items() if not following]
    return "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {first}", *arrows, *ends, "```"])
