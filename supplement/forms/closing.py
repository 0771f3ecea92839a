"""Forms of a period that finance closes, or opens again (S8)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from supplement.forms.payments import reason_field


class ClosePeriodForm(Form):
    """The reason is asked where something stays open."""

    words = reason_field(_("Why does that stay open?"), required=False)


class ReopenPeriodForm(Form):
    words = reason_field(_("Why is it opened again?"))
