"""The form with which the team shares a data pack (L4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField


class ShareForm(Form):
    as_at = DateField(
        label=_("As at which day?"),
        what=_("the day as at which everything is counted"),
        help_text=_(
            "Today or earlier. Leaders read the county, without numbers that could tell of another group, and their own"
            " groups."
        ),
    )
