"""The form that records a review (W1)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.forms.fields import DateField
from core.forms.pages import SeenForm, words_field


class ReviewForm(SeenForm):
    done_on = DateField(label=_("On which day?"), what=_("the day of the review"), past=True)
    words = words_field(
        _("What did you find and agree?"),
        required=True,
        rows=8,
        help_text=_("A few sentences that members who were not there understand. Name no child."),
    )
