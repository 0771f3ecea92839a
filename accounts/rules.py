"""What holds for every appointment, be it a role, a person of a setting, a leader, an office or a reader
(A1), and the life of an account (A2).

An appointment lasts for ``[starts_on, ends_on)``: the end is the first day without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils.translation import gettext_noop

from core.dates import Span, last_day, shared_span
from core.reasons import Reason

CODE = "A1"


class Kind(StrEnum):
    """What somebody may be appointed to."""

    ROLE = "role"
    SETTING_ROLE = "setting_role"
    LEADER = "leader"
    OFFICE = "office"
    DOCUMENT_READER = "document_reader"
    CASE_READER = "case_reader"


class Step(StrEnum):
    """What is done to an appointment."""

    GIVE = "give"
    END = "end"
    WITHDRAW = "withdraw"


#: What nobody does for himself or herself, and the sentence that refuses it: giving, of every kind. To refuse
#: more, add the kind and the step.
NOT_FOR_ONESELF: Mapping[tuple[Kind, Step], str] = {
    (Kind.ROLE, Step.GIVE): gettext_noop("You cannot give yourself a role. Ask another manager."),
    (Kind.SETTING_ROLE, Step.GIVE): gettext_noop(
        "You cannot add yourself to a setting. Ask its manager or another officer."
    ),
    (Kind.LEADER, Step.GIVE): gettext_noop(
        "You cannot make yourself a leader. Ask another leader or an officer."
    ),
    (Kind.OFFICE, Step.GIVE): gettext_noop(
        "You cannot give yourself an office. Ask a leader or an officer to record it."
    ),
    (Kind.DOCUMENT_READER, Step.GIVE): gettext_noop(
        "You cannot name yourself as a reader. Ask whoever owns the document."
    ),
    (Kind.CASE_READER, Step.GIVE): gettext_noop("You cannot let yourself into a case. Ask a manager."),
    (Kind.ROLE, Step.END): gettext_noop("You cannot end your own role. Ask another manager."),
    (Kind.ROLE, Step.WITHDRAW): gettext_noop("You cannot take back your own role. Ask another manager."),
}
#: Of kinds that are taken back on their first day instead of ended.
TOO_EARLY = gettext_noop(
    "The last day must be %(day)s, the first day, or later. If it was given by mistake, take it back instead."
)


@dataclass(frozen=True, slots=True)
class EndTerms:
    """How an appointment of one kind may end.

    The sentences may name ``%(day)s``: the first day, the end recorded before.
    """

    too_early: str
    #: Refuses a later end than the one recorded. Empty where the end may be moved to a later day.
    ended_before: str = ""
    #: Whether it may end on its first day, so that it never held.
    may_end_on_first_day: bool = False


def refused_for_oneself(kind: Kind, step: Step, *, person_id: int, by_id: int | None) -> Reason | None:
    """A1. ``by_id`` None is the software itself, which is nobody."""
    sentence = NOT_FOR_ONESELF.get((kind, step))
    return Reason(CODE, sentence) if sentence and person_id == by_id else None


def refused_time(time: Span) -> Reason | None:
    """Why nothing can be given for this time."""
    return (
        Reason(CODE, gettext_noop("The last day must be the first day or later.")) if time.is_empty else None
    )


def overlaps(time: Span, others: Iterable[Span]) -> bool:
    """Whether there is a day that a time has in common with any of the others."""
    return any(shared_span(time, other) is not None for other in others)


def refused_end(time: Span, ends_on: date, terms: EndTerms) -> Reason | None:
    """Why an appointment cannot end on a day."""
    if ends_on < time.start or (ends_on == time.start and not terms.may_end_on_first_day):
        return Reason(CODE, terms.too_early, {"day": time.start})
    if terms.ended_before and time.end is not None and time.end < ends_on:
        return Reason(CODE, terms.ended_before, {"day": last_day(time.end)})
    return None


def refused_withdrawal(starts_on: date, *, today: date, on_first_day: bool = False) -> Reason | None:
    """What has begun is ended, never taken back: history stays.

    A kind that cannot end on its first day is taken back on that day: it was given by mistake (A2).
    """
    if starts_on > today or (on_first_day and starts_on == today):
        return None
    return Reason(CODE, gettext_noop("This began on %(day)s, so it can only be ended."), {"day": starts_on})


class EventKind(StrEnum):
    """What is recorded of signing in and of being refused (A3)."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    SIGN_IN_FAILED = "sign_in_failed"
    CODE_FAILED = "code_failed"
    FACTOR_FAILED = "factor_failed"
    LIMITED = "limited"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    LINK_REFUSED = "link_refused"
    FORM_REFUSED = "form_refused"
    HOST_REFUSED = "host_refused"
    MALWARE_FOUND = "malware_found"


KIND_LABELS: Mapping[EventKind, str] = {
    EventKind.SIGNED_IN: gettext_noop("Signed in"),
    EventKind.SIGNED_OUT: gettext_noop("Signed out"),
    EventKind.SIGN_IN_FAILED: gettext_noop("Wrong password"),
    EventKind.CODE_FAILED: gettext_noop("Wrong code from an email"),
    EventKind.FACTOR_FAILED: gettext_noop("Wrong second factor"),
    EventKind.LIMITED: gettext_noop("Asked to wait after too many tries"),
    EventKind.FORBIDDEN: gettext_noop("Refused a page"),
    EventKind.NOT_FOUND: gettext_noop("Asked for something that is not there for them"),
    EventKind.LINK_REFUSED: gettext_noop("Opened a link that no longer works"),
    EventKind.FORM_REFUSED: gettext_noop("Sent a form that was too old or came from elsewhere"),
    EventKind.HOST_REFUSED: gettext_noop("Asked for another web address"),
    EventKind.MALWARE_FOUND: gettext_noop("Uploaded a file with something harmful in it"),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries at once, then one after a wait that doubles. It slows down and never shuts out.

    Times are in seconds. ``forget_after``: so long after the last try it begins anew.
    """

    free: int
    first_wait: int
    max_wait: int
    forget_after: int

    def wait_after(self, number: int) -> int:
        """How long to wait for the next try after so many."""
        over = number - self.free
        return 0 if over < 0 else min(self.first_wait * 2 ** min(over, 20), self.max_wait)


HOUR = 3600
#: Guesses of a password or of a second factor (A3), by one client at one person's address; by a browser that
#: has signed in to it before; at one address by everybody else; and by one client at all addresses.
GUESSES_OF_CLIENT = Limit(free=5, first_wait=15, max_wait=60, forget_after=HOUR)
GUESSES_OF_DEVICE = Limit(free=10, first_wait=15, max_wait=60, forget_after=HOUR)
GUESSES_AT_ADDRESS = Limit(free=100, first_wait=15, max_wait=60, forget_after=24 * HOUR)
GUESSES_OF_CLIENT_IN_ALL = Limit(free=100, first_wait=0, max_wait=0, forget_after=HOUR)
#: Once a client has guessed so often, each address is guessed once from there and then after a wait.
GUESSES_OF_BUSY_CLIENT = Limit(free=1, first_wait=15, max_wait=60, forget_after=HOUR)
#: Emails that anybody may ask for by typing an address: by one client to one address, to one address, and by
#: one client to all addresses.
EMAILS_OF_CLIENT = Limit(free=3, first_wait=60, max_wait=600, forget_after=HOUR)
EMAILS_TO_ADDRESS = Limit(free=5, first_wait=300, max_wait=HOUR, forget_after=24 * HOUR)
EMAILS_OF_CLIENT_IN_ALL = Limit(free=60, first_wait=10, max_wait=60, forget_after=HOUR)
#: A calendar read by its address: programs ask every few minutes at most.
CALENDAR_READS = Limit(free=60, first_wait=30, max_wait=300, forget_after=HOUR)
#: Addresses of calendars that open nothing, asked for by one client.
CALENDAR_MISSES = Limit(free=60, first_wait=10, max_wait=300, forget_after=HOUR)
#: The present password, typed to change it.
PASSWORD_CHANGES = Limit(free=10, first_wait=15, max_wait=60, forget_after=HOUR)
# --- the life of an account (A2) ----------------------------------------------------------------------------

LIFE = "A2"
LAST_MANAGER = gettext_noop("This is the only manager who can work here. Give another person the role first.")
#: Without a request for so long, a session of somebody with a role over the authority has ended.
MAX_IDLE = timedelta(minutes=30)
#: So long after signing in, or without a request, any session has ended.
MAX_SESSION = timedelta(hours=12)


class AccountState(StrEnum):
    """How an account stands in one authority."""

    INVITED = "invited"
    LAPSED = "lapsed"
    ACTIVE = "active"
    LOCKED = "locked"
    MERGED = "merged"
    CLOSED = "closed"


class AccountStep(StrEnum):
    """What moves an account, or ends what it has open."""

    CLAIM = "claim"
    LAPSE = "lapse"
    INVITE_AGAIN = "invite_again"
    END_SESSIONS = "end_sessions"
    LOCK = "lock"
    UNLOCK = "unlock"
    MERGE = "merge"
    CLOSE = "close"
    REOPEN = "reopen"


class Mover(StrEnum):
    """Who moves an account. Nobody locks or unlocks themselves; the operator works at the machine."""

    PERSON = "person"
    MANAGER = "manager"
    OPERATOR = "operator"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Transition:
    """From which states a step leads where, and who takes it."""

    before: frozenset[AccountState]
    after: AccountState | None
    by: frozenset[Mover]


def _transition(before: Iterable[AccountState], after: AccountState | None, *by: Mover) -> Transition:
    return Transition(frozenset(before), after, frozenset(by))


_OPEN = (AccountState.INVITED, AccountState.LAPSED, AccountState.ACTIVE)
#: ``after`` None leaves the state, or what it was before the lock.
TRANSITIONS: Mapping[AccountStep, Transition] = {
    AccountStep.CLAIM: _transition([AccountState.INVITED], AccountState.ACTIVE, Mover.PERSON),
    AccountStep.LAPSE: _transition([AccountState.INVITED], AccountState.LAPSED, Mover.TIME),
    AccountStep.INVITE_AGAIN: _transition(
        [AccountState.INVITED, AccountState.LAPSED], AccountState.INVITED, Mover.MANAGER
    ),
    AccountStep.END_SESSIONS: _transition(
        [AccountState.ACTIVE, AccountState.LOCKED], None, Mover.PERSON, Mover.MANAGER
    ),
    AccountStep.LOCK: _transition(_OPEN, AccountState.LOCKED, Mover.MANAGER),
    AccountStep.UNLOCK: _transition([AccountState.LOCKED], None, Mover.MANAGER),
    AccountStep.MERGE: _transition([*_OPEN, AccountState.LOCKED], AccountState.MERGED, Mover.PERSON),
    AccountStep.CLOSE: _transition(
        [*_OPEN, AccountState.LOCKED, AccountState.MERGED], AccountState.CLOSED, Mover.OPERATOR
    ),
    AccountStep.REOPEN: _transition([AccountState.CLOSED], None, Mover.OPERATOR),
}
STATE_NAMES: Mapping[AccountState, str] = {
    AccountState.INVITED: gettext_noop("Added, has not signed in yet"),
    AccountState.LAPSED: gettext_noop("Was not claimed in time"),
    AccountState.ACTIVE: gettext_noop("May sign in"),
    AccountState.LOCKED: gettext_noop("Blocked here"),
    AccountState.MERGED: gettext_noop("Merged into another account"),
    AccountState.CLOSED: gettext_noop("Closed"),
}


def account_state(
    *,
    is_active: bool,
    locked_at: datetime | None,
    claim_by: datetime | None,
    at: datetime,
    is_merged: bool = False,
) -> AccountState:
    """How an account stands in an authority at a moment. ``claim_by`` None: it has been claimed."""
    if not is_active:
        return AccountState.CLOSED
    if is_merged:
        return AccountState.MERGED
    if locked_at is not None:
        return AccountState.LOCKED
    if claim_by is None:
        return AccountState.ACTIVE
    return AccountState.LAPSED if claim_by <= at else AccountState.INVITED


def refused_step(
    step: AccountStep, *, state: AccountState, by: Mover, to_oneself: bool, is_last_manager: bool = False
) -> Reason | None:
    """Why nobody of this kind takes the step with an account in this state (A2)."""
    transition = TRANSITIONS[step]
    if by not in transition.by:
        return Reason(LIFE, gettext_noop("You may not do this to an account."))
    if by is Mover.MANAGER and to_oneself:
        return Reason(LIFE, gettext_noop("You cannot do this to your own account. Ask another manager."))
    if state not in transition.before:
        return Reason(LIFE, gettext_noop("The account has changed in the meantime. Look at it again."))
    return Reason(LIFE, LAST_MANAGER) if step is AccountStep.LOCK and is_last_manager else None


def refused_taking_away(
    time: Span, *, today: date, person_id: int, by_id: int, is_last_manager: bool = False
) -> Reason | None:
    """Why an appointment cannot be taken away at once (A2). ``is_last_manager``: it is the role of the only
    manager who can work, as two find who take away each other's at once.
    """
    if person_id == by_id:
        return Reason(LIFE, gettext_noop("You cannot take away what is your own. Ask another manager."))
    if time.end is not None and time.end <= today:
        return Reason(LIFE, gettext_noop("This has ended already."))
    return Reason(LIFE, LAST_MANAGER) if is_last_manager else None


def is_withdrawn_when_taken_away(starts_on: date, *, today: date) -> bool:
    """Whether what is taken away never held: it begins today or later. Begun earlier, it ends today (A2)."""
    return starts_on >= today


#: So long a person may leave a change of name or address, or a merge, unanswered.
CORRECTION_PERIOD = timedelta(days=14)


class Way(StrEnum):
    """How a name or an address is corrected (A2)."""

    AT_ONCE = "at_once"
    PROPOSED = "proposed"


def refused_correction(
    *, to_oneself: bool, changes: bool, is_open: bool, way: Way, manages: bool, of_team: bool
) -> Reason | None:
    """Why somebody cannot correct another person's name or address.

    ``manages``: whoever corrects manages people. ``of_team``: the person has a role, today or later.
    """
    if to_oneself:
        return Reason(LIFE, gettext_noop("Change your own name and address under Your account."))
    if not is_open:
        return Reason(LIFE, gettext_noop("This account is blocked, merged or closed. Open it again first."))
    if not manages and (way is Way.PROPOSED or of_team):
        return Reason(LIFE, gettext_noop("Only a manager of the team can change this. Ask one."))
    if not changes:
        return Reason(LIFE, gettext_noop("Change the name or the address. Both are as they were."))
    return None


def refused_merge(*, same: bool, has_own: bool, into_is_open: bool) -> Reason | None:
    """Why two accounts cannot become one here. ``has_own``: one of them is of whoever asks (A1)."""
    if same:
        return Reason(LIFE, gettext_noop("These are the same account. Enter the address of the other one."))
    if has_own:
        return Reason(LIFE, gettext_noop("You cannot merge your own account. Ask another manager."))
    if not into_is_open:
        return Reason(
            LIFE,
            gettext_noop("The account that stays must be accepted and open. Choose the other one to stay."),
        )
    return None


def session_is_over(*, started: float, seen: float, now: float, max_idle: timedelta) -> bool:
    """Whether a session has ended by its age or for want of use; moments in seconds since 1970 (A3)."""
    return now - started >= MAX_SESSION.total_seconds() or now - seen >= max_idle.total_seconds()


_BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_DEVICES = (
    ("iPhone", gettext_noop("%(browser)s on an iPhone")),
    ("iPad", gettext_noop("%(browser)s on an iPad")),
    ("Android", gettext_noop("%(browser)s on an Android telephone or tablet")),
    ("CrOS", gettext_noop("%(browser)s on a Chromebook")),
    ("Windows", gettext_noop("%(browser)s on Windows")),
    ("Macintosh", gettext_noop("%(browser)s on a Mac")),
    ("Linux", gettext_noop("%(browser)s on Linux")),
)


def device_in_words(user_agent: str) -> Reason:
    """What a browser says of itself, as people call it. What it says is its own word, and only for show."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    sentence = next((words for mark, words in _DEVICES if mark in user_agent), "")
    if not browser or not sentence:
        return Reason(LIFE, gettext_noop("A device that we do not recognise"))
    return Reason(LIFE, sentence, {"browser": browser})
