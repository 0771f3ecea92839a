"""What is true about referrals, requests for support and messages (L4). Pure: no database, no clock.

Nothing here knows a leadership case: whether support was withdrawn in one changes no answer of this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import FORMING, LED, State
from core.merge_fields import BRACES, MergeFields
from core.reasons import Reason
from memberships.rules.joining import NOT_FOUND


class ReferralState(TextChoices):
    """How far a referral is. The value is what is stored."""

    OPEN = "open", _("Waiting")
    IN_TOUCH = "in_touch", _("They are in touch")
    JOINED = "joined", _("Joined")
    NOT_JOINED = "not_joined", _("Did not join")
    WITHDRAWN = "withdrawn", _("Taken back")


class RequestState(TextChoices):
    """How far a request for support is. The value is what is stored."""

    ASKED = "asked", _("Waiting for an answer")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")
    DONE = "done", _("Done")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Kind(TextChoices):
    """What a group asks for. The value is what is stored."""

    FIRST_MEETING = "first_meeting", _("Facilitate a first meeting")
    ATTEND = "attend", _("Attend a meeting")
    NEW_LEADER = "new_leader", _("A new leader")
    DIVIDE = "divide", _("Divide into smaller groups")
    MAKE_ACTIVE = "make_active", _("Make the group active")
    ADD_PERSON = "add_person", _("Add somebody at a setting")
    SEND_INVITATION = "send_invitation", _("Send an invitation")
    OTHER = "other", _("Something else")


#: Kinds that are a meeting: a day and a place belong to them.
MEETINGS = frozenset({Kind.FIRST_MEETING, Kind.ATTEND})
#: What a request of a kind says besides its words, by the field of the form.
FIELDS: Mapping[Kind, tuple[str, ...]] = {
    Kind.FIRST_MEETING: ("wanted_on", "place"),
    Kind.ATTEND: ("wanted_on", "place"),
    Kind.NEW_LEADER: ("person", "wanted_on"),
    Kind.DIVIDE: ("wanted_on",),
    Kind.MAKE_ACTIVE: (),
    Kind.ADD_PERSON: ("provider",),
    Kind.SEND_INVITATION: (),
    Kind.OTHER: ("wanted_on", "place"),
}
#: In these states a group can be divided (C4).
DIVISIBLE = frozenset({State.ACTIVE, State.UNDER_REVIEW})
#: Kinds that another page asks for: the invitation of a setting where nobody is known (C5).
FROM_ELSEWHERE = frozenset({Kind.SEND_INVITATION})
#: Kinds that say by themselves what is wanted.
NEEDS_NO_WORDS = frozenset({Kind.DIVIDE, Kind.MAKE_ACTIVE})


def kinds_for(group_state: str) -> list[Kind]:
    """What makes sense to ask for in the state of a group: who forms is no group to divide yet."""
    without = {Kind.DIVIDE} if group_state in FORMING else {Kind.FIRST_MEETING}
    if group_state not in DIVISIBLE:
        without |= {Kind.DIVIDE}
    if group_state in LED:
        without |= {Kind.MAKE_ACTIVE}
    return [kind for kind in Kind if kind not in without | FROM_ELSEWHERE]


class Mover(StrEnum):
    """Who makes a move."""

    OFFICER = gettext_noop("officer")
    GROUP = gettext_noop("leader or office holder")


#: From each state of a referral, where it may go and who moves it.
REFERRAL_TRANSITIONS: Mapping[ReferralState, Mapping[ReferralState, Mover]] = {
    ReferralState.OPEN: {
        ReferralState.IN_TOUCH: Mover.OFFICER,
        ReferralState.JOINED: Mover.OFFICER,
        ReferralState.NOT_JOINED: Mover.OFFICER,
        ReferralState.WITHDRAWN: Mover.OFFICER,
    },
    ReferralState.IN_TOUCH: {
        ReferralState.IN_TOUCH: Mover.OFFICER,  # with new words
        ReferralState.JOINED: Mover.OFFICER,
        ReferralState.NOT_JOINED: Mover.OFFICER,
        ReferralState.WITHDRAWN: Mover.OFFICER,
    },
    ReferralState.JOINED: {},
    ReferralState.NOT_JOINED: {},
    ReferralState.WITHDRAWN: {},
}

#: From each state of a request for support, where it may go and who moves it. An officer who cannot come
#: after all declines.
REQUEST_TRANSITIONS: Mapping[RequestState, Mapping[RequestState, Mover]] = {
    RequestState.ASKED: {
        RequestState.ACCEPTED: Mover.OFFICER,
        RequestState.DECLINED: Mover.OFFICER,
        RequestState.WITHDRAWN: Mover.GROUP,
    },
    RequestState.ACCEPTED: {
        RequestState.DONE: Mover.OFFICER,
        RequestState.DECLINED: Mover.OFFICER,
        RequestState.WITHDRAWN: Mover.GROUP,
    },
    RequestState.DECLINED: {},
    RequestState.DONE: {},
    RequestState.WITHDRAWN: {},
}

WAITING = frozenset(state for state, following in REFERRAL_TRANSITIONS.items() if following)
#: Groups that a setting cannot be pointed to: it could not apply to them (C5), and an enquiry is nobody
#: else's business.
TAKES_NOBODY = NOT_FOUND


def may_move_referral(now: ReferralState, wanted: ReferralState) -> bool:
    return wanted in REFERRAL_TRANSITIONS[now]


def may_move_request(now: RequestState, wanted: RequestState, by: Mover) -> bool:
    return REQUEST_TRANSITIONS[now].get(wanted) is by


def officer_may_attend(kind: Kind, state: RequestState) -> bool:
    """Whether an officer comes to a group's meeting (L4): by an
    invitation that was accepted, and on no other ground.
    """
    return kind in {Kind.ATTEND, Kind.FIRST_MEETING} and state is RequestState.ACCEPTED


@dataclass(frozen=True, slots=True)
class ReferralFacts:
    """A setting and the group that it is to be pointed to."""

    group_state: str
    is_member: bool
    is_referred: bool


def refusals_to_refer(facts: ReferralFacts) -> list[Reason]:
    """Why a setting cannot be referred to a group now."""
    if facts.group_state in TAKES_NOBODY:
        return [_TAKES_NOBODY[facts.group_state]]
    if facts.is_member:
        return [_MEMBER]
    return [_REFERRED] if facts.is_referred else []


def refusals_to_follow_up(now: ReferralState, wanted: ReferralState, *, is_member: bool) -> list[Reason]:
    """Why a referral cannot be moved so. What memberships say is never contradicted."""
    if not may_move_referral(now, wanted):
        return [_ENDED] if not REFERRAL_TRANSITIONS[now] else [_NOT_BACK]
    if wanted is ReferralState.JOINED:
        return [] if is_member else [_NOT_MEMBER]
    return [_IS_MEMBER] if is_member else []


def refusals_to_ask(
    *,
    kind: Kind,
    wanted_on: date | None,
    group_state: str,
    today: date,
    has_words: bool = True,
    names_person: bool = False,
    names_setting: bool = False,
) -> dict[str, Reason]:
    """Why a group cannot ask for support so, by the field of the form.

    ``names_person``, ``names_setting``: whether it says whom and which setting it is about.
    """
    if group_state == "closed":
        return {"kind": Reason("L4", gettext_noop("This collaboration is closed."))}
    if kind is Kind.ATTEND and wanted_on is None:
        return {"wanted_on": Reason("L4", gettext_noop("Say on which day the meeting is."))}
    if wanted_on is not None and wanted_on < today:
        return {"wanted_on": Reason("L4", gettext_noop("The day must be today or in the future."))}
    if kind in {Kind.ADD_PERSON, Kind.SEND_INVITATION} and not names_setting:
        return {"provider": Reason("L4", gettext_noop("Choose the setting."))}
    says_enough = has_words or kind in NEEDS_NO_WORDS or (kind is Kind.NEW_LEADER and names_person)
    return {} if says_enough else {"words": Reason("L4", gettext_noop("Say what it is about."))}


def refusals_to_move_request(now: RequestState, wanted: RequestState, by: Mover) -> list[Reason]:
    """Why a request for support cannot be moved so."""
    if may_move_request(now, wanted, by):
        return []
    return [_REQUEST_ENDED] if not REQUEST_TRANSITIONS[now] else [_REQUEST_NOT_SO]


_TAKES_NOBODY = {
    "closed": Reason("L4", gettext_noop("The collaboration is closed.")),
    "dormant": Reason("L4", gettext_noop("The collaboration is resting: nobody there would answer.")),
    "dividing": Reason(
        "L4", gettext_noop("The collaboration is dividing: it takes no new members until that is done.")
    ),
    "merging": Reason(
        "L4", gettext_noop("The collaboration is merging: it takes no new members until that is done.")
    ),
    "enquiry": Reason(
        "L4", gettext_noop("This is an enquiry and no group yet: nobody can apply to join it.")
    ),
}
_MEMBER = Reason("L4", gettext_noop("It is a member already, or is to join."))
_REFERRED = Reason("L4", gettext_noop("It has been referred there already, and that referral is still open."))
_ENDED = Reason("L4", gettext_noop("This referral has ended already."))
_NOT_BACK = Reason("L4", gettext_noop("It is recorded already that they are in touch."))
_NOT_MEMBER = Reason(
    "L4",
    gettext_noop(
        "It is no member yet. Record the membership in the collaboration, and this shows by itself."
    ),
)
_IS_MEMBER = Reason("L4", gettext_noop("It has become a member meanwhile. Record that it joined."))
_REQUEST_ENDED = Reason("L4", gettext_noop("This request has ended already."))
_REQUEST_NOT_SO = Reason(
    "L4", gettext_noop("This request is at another step now. Look at it again before you go on.")
)


# --- messages ----------------------------------------------------------------------------------------------

DRAFTS_KEPT = timedelta(days=90)  # since somebody touched it; the timetable throws it away then
MAX_FILES = 3
MAX_FILES_BYTES = 5 * 1024 * 1024  # of all files of one message together
#: A group writes to all its members so often in a day.
MAX_A_DAY = 5


class CopyState(TextChoices):
    """How the email to one person stands."""

    WAITING = "waiting", _("Not sent yet")
    SENT = "sent", _("Sent")
    REFUSED = "refused", _("Address refused")
    LEFT_OUT = "left_out", _("Left out")


class TextName(StrEnum):
    """What may stand in braces in a message, for something of whoever reads it."""

    FIRST_NAME = "first name"
    SETTING = "setting"
    GROUP = "group"


TEXT_FIELDS = MergeFields(TextName)
_GREETING = re.compile(
    r"(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening))(?:[ \t]+[\w{}'’.-]+){0,5}[ \t]*(?:[,!:]|$)",
    re.IGNORECASE | re.MULTILINE,
)


def refusals_of_text(subject: str, text: str) -> dict[str, Reason]:
    """Why a message cannot be kept so, by the field of the form."""
    refusals = {}
    if BRACES.search(subject):
        refusals["subject"] = Reason(
            "L4", gettext_noop("Take { and } out of the subject: it is the same for everybody.")
        )
    if (wrong := TEXT_FIELDS.refusal_of(text, code="L4")) is not None:
        refusals["text"] = wrong
    return refusals


def greets_itself(text: str) -> bool:
    """Whether a text begins with a greeting of its own ("Dear leaders,"): the email adds none then."""
    return _GREETING.match(text) is not None


def refusals_to_attach(sizes: Sequence[int]) -> list[Reason]:
    """Why these files, in bytes each, cannot go together."""
    if len(sizes) > MAX_FILES:
        return [Reason("L4", gettext_noop("Attach at most %(most)s files."), {"most": MAX_FILES})]
    if sum(sizes) > MAX_FILES_BYTES:
        words = gettext_noop("The files must be smaller than %(most)s MB together.")
        return [Reason("L4", words, {"most": MAX_FILES_BYTES // (1024 * 1024)})]
    return []


def refusals_to_write_to_members(*, group_state: str, sent_today: int) -> list[Reason]:
    """Why a group cannot write to all its members now."""
    if group_state == "closed":
        return [Reason("L4", gettext_noop("This collaboration is closed: nobody writes to its members."))]
    if sent_today >= MAX_A_DAY:
        words = gettext_noop(
            "The members have had %(most)s messages of this group today. You can send this one tomorrow."
        )
        return [Reason("L4", words, {"most": MAX_A_DAY})]
    return []


Moves = Mapping[Any, Mapping[Any, Mover]]
#: What each table is of.
TABLES: Mapping[str, Moves] = {"Referral": REFERRAL_TRANSITIONS, "Request for support": REQUEST_TRANSITIONS}


def state_table(moves: Moves) -> str:
    """Every move as a row of a Markdown table."""
    head = ["| from | to | who |", "| --- | --- | --- |"]
    return "\n".join(
        [
            *head,
            *(
                f"| {start} | {end} | {mover} |"
                for start, following in moves.items()
                for end, mover in following.items()
            ),
        ]
    )


def diagram(moves: Moves) -> str:
    """The same moves as a Mermaid state diagram."""
    arrows = [
        f"    {start} --> {end} : {mover}"
        for start, following in moves.items()
        for end, mover in following.items()
    ]
    ends = [f"    {state} --> [*]" for state, following in moves.items() if not following]
    return "\n".join(
        ["```mermaid", "stateDiagram-v2", f"    [*] --> {next(iter(moves))}", *arrows, *ends, "```"]
    )
