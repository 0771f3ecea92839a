"""S8, S9, S11: what of an approved run is paid, to whom and on which day, and where one payment stands.

Sums are whole pence, with a sign where they correct.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop


class PaymentState(TextChoices):
    """Paid once. What failed is due again, and goes into a later file."""

    DUE = "due", _("Due")
    IN_FILE = "in_file", _("In a payment file")
    PAID = "paid", _("Paid")
    FAILED = "failed", _("Failed")
    HELD = "held", _("On hold")


class Waits(TextChoices):
    """Why a claim of an approved run is not paid yet."""

    HELD = "held", _("A criterion holds it back")
    FROZEN = "frozen", _("The payee is being changed")
    ON_HOLD = "on_hold", _("The claim is on hold")
    PAUSED = "paused", _("Support is paused")
    NO_PAYEE = "no_payee", _("No payee")
    NO_REFERENCE = "no_reference", _("No supplier reference")


#: A payment that a payment file takes.
TO_PAY = (PaymentState.DUE, PaymentState.FAILED)
#: A payment that the finance system has not answered about.
UNANSWERED = (PaymentState.DUE, PaymentState.IN_FILE)
#: A payment that is not paid when its run is closed: somebody says why.
LEFT = (PaymentState.FAILED, PaymentState.HELD)


class Part(NamedTuple):
    """What one collaboration gets of a claim: pence by the period's days of payment."""

    collaboration_id: int
    pence: tuple[int, ...]


#: Why finance cannot let a claim go on.
WHY_NOT: Mapping[Waits, str] = {
    Waits.ON_HOLD: gettext_noop("The claim of %(group)s is on hold. Let it go on first."),
    Waits.PAUSED: gettext_noop("Support is paused for %(group)s. Its payment waits until support goes on."),
    Waits.HELD: gettext_noop("A criterion holds the claim of %(group)s back."),
    Waits.FROZEN: gettext_noop("%(group)s is changing its payee. Both settings must sign first."),
    Waits.NO_PAYEE: gettext_noop("%(group)s has no payee. It must name one first."),
    Waits.NO_REFERENCE: gettext_noop("Enter the supplier reference of the payee of %(group)s first."),
}
NOT_APPROVED = gettext_noop("The run is not approved yet. Nothing of it can be paid.")
IS_CLOSED = gettext_noop("The run is closed. Nothing more of it is paid.")
NOTHING_DUE = gettext_noop("Nothing is to be paid on this day.")


class Due(NamedTuple):
    """One payment that is to be made."""

    collaboration_id: int
    pay_on: date
    pence: int


@dataclass(frozen=True, slots=True)
class Receives:
    """Who receives for a claim, and what keeps it from being paid. ``was_let_go``: finance let it go on."""

    payee_id: int | None
    reference: str
    is_held: bool = False
    is_frozen: bool = False
    is_on_hold: bool = False
    is_paused: bool = False
    was_let_go: bool = False


def waits_for(receives: Receives) -> Waits | None:
    """S8, S9: why a claim is not paid now; None where it is. What finance let go waits for its
    payee alone, and where support is paused (L3)."""
    tests = (
        (Waits.ON_HOLD, receives.is_on_hold),
        (Waits.PAUSED, receives.is_paused),
        (Waits.HELD, receives.is_held and not receives.was_let_go),
        (Waits.FROZEN, receives.is_frozen),
        (Waits.NO_PAYEE, receives.payee_id is None),
        (Waits.NO_REFERENCE, not receives.reference),
    )
    return next((why for why, holds in tests if holds), None)


def dues_of(parts: Iterable[Part], correction: int, days: Sequence[date]) -> list[Due]:
    """S6, S8: the payments of one claim: one for each recipient and day of payment, none of nothing.

    A correction is paid with the first instalment of the first recipient; one that takes back takes from the
    instalments in their order, and what is left of it is one sum below nothing on the first day. Parts and
    correction together are the payments together. ValueError for parts of other days, and for a correction of
    nobody.
    """
    rows = [(part.collaboration_id, list(part.pence)) for part in parts]
    if any(len(sums) != len(days) for _group, sums in rows):
        raise ValueError("parts of other days")
    rest = correction
    for _group, sums in rows if rest < 0 else ():
        for place, pence in enumerate(sums):
            taken = min(max(pence, 0), -rest)
            sums[place] -= taken
            rest += taken
    if rest:
        if not rows or not days:
            raise ValueError("a correction of nobody")
        rows[0][1][0] += rest
    return [
        Due(group, day, pence) for group, sums in rows for day, pence in zip(days, sums, strict=True) if pence
    ]


def reference_of(run_number: int, payment_id: int) -> str:
    """Our own reference of a payment, which the finance system answers with."""
    return f"SLS{run_number}-{payment_id}"
