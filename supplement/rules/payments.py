"""S9, S11: where one payment stands."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PaymentState(TextChoices):
    """Paid once. What failed is due again, and goes into a later file."""

    DUE = "due", _("Due")
    IN_FILE = "in_file", _("In a payment file")
    PAID = "paid", _("Paid")
    FAILED = "failed", _("Failed")
    HELD = "held", _("On hold")
