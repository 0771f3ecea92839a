"""What stands against paying (S8), before anybody presses: in words, "" where nothing does.

The services ask once more, with the run locked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from memberships.rules.paused import Support
from memberships.selectors.paused import groups_without
from supplement.models.payments import Payment
from supplement.models.runs import Run
from supplement.rules.payments import IS_CLOSED, NOT_APPROVED, NOTHING_DUE, TO_PAY, WHY_NOT, Waits
from supplement.rules.runs import RunState
from supplement.selectors import payments as selectors
from supplement.selectors.payments import ToPay

#: So many names stand in a refusal; the page of the run lists all.
MAX_NAMED = 10


def against_file(run: Run, pay_on: date, *, on: date, unpaid: Sequence[ToPay] | None = None) -> str:
    """Against the payment file of a day. Where there is one and nothing more is due, it is opened."""
    if not selectors.is_approved(run):
        return _(NOT_APPROVED)
    if unpaid is None:
        unpaid = selectors.unpaid_claims(run, on=on)
    rows = Payment.objects.filter(run=run, pay_on=pay_on, state__in=TO_PAY)
    rows = rows.exclude(collaboration__in=groups_without(Support.PAYMENT, on=on))
    now_due = any(due.pay_on == pay_on for row in unpaid if row.why is None for due in row.dues)
    is_due = now_due or rows.exists()
    if not is_due and selectors.files_of(run).filter(pay_on=pay_on).exists():
        return ""
    if run.state == RunState.CLOSED:
        return _(IS_CLOSED)
    nobody = nobody_receives(unpaid, rows.filter(reference="").select_related("collaboration"))
    return nobody or ("" if is_due else _(NOTHING_DUE))


def nobody_receives(waiting: Iterable[ToPay], rows: Iterable[Payment]) -> str:
    """Names the collaborations that nobody can receive for; "" where there are none."""
    none = (Waits.NO_PAYEE, Waits.NO_REFERENCE)
    names = [str(row.row.claim.collaboration) for row in waiting if row.why in none]
    names += [str(row.collaboration) for row in rows if not row.reference]
    if not names:
        return ""
    shown = ", ".join(sorted(names)[:MAX_NAMED])
    if len(names) > MAX_NAMED:
        shown = _("%(names)s and %(number)d more") % {"names": shown, "number": len(names) - MAX_NAMED}
    sentence = ngettext(
        "No file was made: %(names)s has no payee or no supplier reference. Enter it, or put the claim on hold.",
        "No file was made: these have no payee or no supplier reference: %(names)s. Enter them, or put the"
        " claims on hold.",
        len(names),
    )
    return sentence % {"names": shown}


def may_go_on(run: Run, waiting: Iterable[ToPay], *, on: date) -> set[int]:
    """Of claims that a criterion holds back, or whose payee was changed, those that finance can let go on."""
    held = {row.row.claim_id for row in waiting if row.why in (Waits.HELD, Waits.FROZEN)}
    if not held:
        return set()
    let_go = selectors.unpaid_claims(run, on=on, let_go=held)
    return {row.row.claim_id for row in let_go if row.why is None} & held


def against_letting_go(run: Run, claim_id: int, *, on: date) -> str:
    """Against letting a claim go on that waits."""
    rows = selectors.unpaid_claims(run, on=on, let_go={claim_id})
    claim = next((row for row in rows if row.row.claim_id == claim_id), None)
    if claim is None or claim.why is None:
        return ""
    return _(WHY_NOT[claim.why]) % {"group": claim.row.claim.collaboration}
