"""Forms of the leader's own page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import TextField
from core.forms.widgets import TextArea


class WordsForm(Form):
    """What the leader adds."""

    words = TextField(
        label=_("What would you like to add?"),
        help_text=_(
            "The few people in the team who look after this read it, and whom you let read the page. Do not name a"
            " child."
        ),
        max_length=4000,
        error_messages={"required": _("Write what you would like to add")},
        widget=TextArea(rows=8, count=4000),
    )
