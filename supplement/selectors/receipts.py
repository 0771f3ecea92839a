"""Reads of the receipts of an order (S10): how many count, and what stands against one more."""

from __future__ import annotations

from django.utils.translation import gettext as _

from supplement.models.fund import Receipt

#: Receipts of one order, and files sent at once.
MAX_RECEIPTS = 10


def receipts_counted(spending_id: int) -> int:
    """How many receipts of an order count."""
    return Receipt.objects.filter(spending=spending_id, removed_at=None).count()


def against_bringing_back(receipt: Receipt) -> str:
    """What stands against counting a receipt again that was removed, in words: the same file, or no place."""
    others = Receipt.objects.filter(spending=receipt.spending_id, removed_at=None)
    if others.filter(file__sha256=receipt.file.sha256).exists():
        return _("The same file was added again in the meantime.")
    if receipts_counted(receipt.spending_id) >= MAX_RECEIPTS:
        return _("At most %(number)d receipts.") % {"number": MAX_RECEIPTS}
    return ""
