"""S7: where a claim stands in plain words, what happens next, and by which day: for a leader and for members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_noop

from core.reasons import Fact, Reason
from supplement.rules.claims import CODE, Assessment, ClaimState
from supplement.rules.schemes import Period


class Window(StrEnum):
    """How the days of claims of a period lie to a day."""

    COMING = "coming"
    OPEN = "open"
    OVER = "over"


def window_on(period: Period, today: date) -> Window:
    """Whether a claim can be sent on a day. The last day belongs to it."""
    if today < period.claims_from_on:
        return Window.COMING
    return Window.OPEN if today <= period.claims_until_on else Window.OVER


def pays_on(period: Period, today: date) -> date:
    """The next day of payment of a period; the last one, where all are over."""
    days = sorted(part.pay_on for part in period.instalments)
    return next((day for day in days if day >= today), days[-1])


@dataclass(frozen=True, slots=True)
class NextStep:
    """``now``: where it stands; ``then``: what happens next, None where nothing does; ``due_on``: the last
    day on which a leader can do something about it, None where the team or nobody has the next word.
    """

    now: Reason
    then: Reason | None = None
    due_on: date | None = None


def next_step(
    state: ClaimState | None,
    period: Period,
    *,
    assessment: Assessment | None = None,
    waits: bool = False,
    today: date,
) -> NextStep:
    """S7: what to tell of the claim of a period. ``state`` None: nobody has begun it. ``waits``: its sum is
    approved, and something keeps it from being paid.
    """
    window = window_on(period, today)
    if state is None or state is ClaimState.DRAFT:
        return _before_sending(state, period, window)
    now, then = _not_eligible() if _is_refused(state, assessment) else _WORDS[state]
    if waits and state is ClaimState.APPROVED:
        now, then = _WAITS
    elif state in _AFTER_ALL_DAYS and then == _WORDS[state][1] and pays_on(period, today) < today:
        then = _AFTER_ALL_DAYS[state]
    facts: dict[str, Fact] = {
        "period": period.name,
        "pay": pays_on(period, today),
        "evidence": period.evidence_until_on,
    }
    due_on = period.evidence_until_on if state is ClaimState.RETURNED else None
    return NextStep(
        Reason(CODE, now, facts),
        Reason(CODE, then, facts) if then else None,
        due_on if due_on is not None and due_on >= today else None,
    )


def leaves_a_run(state: ClaimState) -> bool:
    """Whether a run has calculated a claim that is withdrawn now: the run goes on without it."""
    return state in (ClaimState.CALCULATED, ClaimState.REVIEWED)


def _before_sending(state: ClaimState | None, period: Period, window: Window) -> NextStep:
    facts: dict[str, Fact] = {
        "period": period.name,
        "from": period.claims_from_on,
        "until": period.claims_until_on,
    }
    now, then = _UNSENT[window, state is not None]
    due_on = period.claims_until_on if window is Window.OPEN else None
    return NextStep(Reason(CODE, now, facts), Reason(CODE, then, facts), due_on)


def _is_refused(state: ClaimState, assessment: Assessment | None) -> bool:
    return state is ClaimState.ASSESSED and assessment is Assessment.NOT


def _not_eligible() -> tuple[str, str]:
    return (
        gettext_noop("The claim was assessed: it is not eligible, and nothing is paid."),
        gettext_noop("If the group thinks that this is wrong, its leader can appeal with a reason."),
    )


_NOT_SENT = gettext_noop("If you think that this is wrong, ask the early years team.")
#: By window, and whether somebody has begun the claim.
_UNSENT: dict[tuple[Window, bool], tuple[str, str]] = {
    (Window.COMING, False): (
        gettext_noop("Claims for %(period)s are not open yet."),
        gettext_noop("A leader can begin the claim on %(from)s."),
    ),
    (Window.COMING, True): (
        gettext_noop("The claim is being written."),
        gettext_noop("A leader can send it from %(from)s on."),
    ),
    (Window.OPEN, False): (
        gettext_noop("Nobody has begun the claim yet."),
        gettext_noop("A leader begins it, and sends it by %(until)s."),
    ),
    (Window.OPEN, True): (
        gettext_noop("The claim is being written."),
        gettext_noop("A leader sends it by %(until)s."),
    ),
    (Window.OVER, False): (gettext_noop("No claim was sent by %(until)s, the last day."), _NOT_SENT),
    (Window.OVER, True): (gettext_noop("The claim was not sent by %(until)s, the last day."), _NOT_SENT),
}

_S = ClaimState
_IN_A_RUN = gettext_noop(
    "A second person checks and approves the sums of all groups. The next day of payment is %(pay)s."
)
_TO_BE_APPROVED = gettext_noop("A second person checks and approves the sums of all groups.")
#: Where no day of payment is to come: what is said without one.
_AFTER_ALL_DAYS: dict[ClaimState, str] = {
    _S.ASSESSED: gettext_noop("The finance team works out the sum."),
    _S.CALCULATED: _TO_BE_APPROVED,
    _S.REVIEWED: _TO_BE_APPROVED,
    _S.APPROVED: gettext_noop("It goes out with the next payment file."),
}
_WAITS = (
    gettext_noop("The sum is approved, and its payment waits."),
    gettext_noop("“Show working” below says why. Ask the early years team what is still needed."),
)
_WORDS: dict[ClaimState, tuple[str, str]] = {
    _S.SUBMITTED: (
        gettext_noop("The claim is with the early years team."),
        gettext_noop(
            "They check the evidence. What is still open can be met until its day; the last day for evidence is"
            " %(evidence)s."
        ),
    ),
    _S.CHECKING: (
        gettext_noop("The early years team checks the evidence."),
        gettext_noop("They assess the claim, or send it back with a question."),
    ),
    _S.RETURNED: (
        gettext_noop("The early years team has sent the claim back with a question."),
        gettext_noop("A leader answers. The check goes on after the answer."),
    ),
    _S.ASSESSED: (
        gettext_noop("The claim was assessed, and can be paid."),
        gettext_noop("The finance team works out the sum. The next day of payment is %(pay)s."),
    ),
    _S.CALCULATED: (gettext_noop("The sum is worked out, and not approved yet."), _IN_A_RUN),
    _S.REVIEWED: (gettext_noop("The sum is worked out and reviewed, and not approved yet."), _IN_A_RUN),
    _S.APPROVED: (
        gettext_noop("The sum is approved."),
        gettext_noop("It goes out with the next payment file. The next day of payment is %(pay)s."),
    ),
    _S.IN_RUN: (
        gettext_noop("The payment is on its way."),
        gettext_noop("The finance team records it once it has arrived."),
    ),
    _S.PAID: (
        gettext_noop("The money is paid."),
        gettext_noop("The group decides what it is spent on, and a leader reports the spending."),
    ),
    _S.ADJUSTED: (
        gettext_noop("The money is paid, and a correction follows."),
        gettext_noop("The correction is part of the next payment run."),
    ),
    _S.REPORTED: (
        gettext_noop("The spending is reported."),
        gettext_noop("The finance team looks at the report and closes the claim."),
    ),
    _S.CLOSED: (gettext_noop("The claim is closed."), ""),
    _S.ON_HOLD: (
        gettext_noop("The claim waits. The finance team has put it on hold."),
        gettext_noop("It goes on where it stood, once the reason is settled."),
    ),
    _S.APPEALED: (
        gettext_noop("The group has appealed."),
        gettext_noop("The early years team decides. Until then the claim waits."),
    ),
    _S.WITHDRAWN: (
        gettext_noop("The claim was withdrawn. Nothing is paid for %(period)s."),
        gettext_noop("There is one claim a period, so it cannot be claimed again."),
    ),
}
