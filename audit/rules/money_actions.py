"""What can be written in the audit log about periods, receipts and proposals of the supplement."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from audit.rules.deeds import Deed


class MoneyAction(Deed):
    PERIOD_CLOSED = "period_closed", gettext_noop("Period of the supplement closed")
    PERIOD_REOPENED = "period_reopened", gettext_noop("Period of the supplement opened again")
    RECEIPT_REMOVED = "receipt_removed", gettext_noop("Receipt removed")
    RECEIPT_RESTORED = "receipt_restored", gettext_noop("Receipt brought back")
    PROPOSAL_ENDED = "proposal_ended", gettext_noop("Proposal to spend ended")
