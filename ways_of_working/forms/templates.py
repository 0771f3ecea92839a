"""Forms of the authority's templates of ways of working."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, TextField
from core.forms.widgets import TextArea


class PublishTemplateForm(Form):
    """From when a version holds, and what is new in it."""

    in_force_from = DateField(
        label=_("In force from"),
        what=_("the day from which it holds"),
        help_text=_("Today or later. Its answers hold from that day on."),
    )
    note = TextField(
        label=_("What is new"),
        required=False,
        max_length=2000,
        widget=TextArea(rows=4, count=2000),
        help_text=_("In a sentence or two. The first version needs none."),
    )
