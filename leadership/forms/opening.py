"""The form with which an officer opens a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField, TextField
from core.forms.searched import SearchedChoiceField
from core.forms.widgets import TextArea
from memberships.models.members import LeaderAppointment


class OpenForm(Form):
    """Whom the case is about, and what was told or another reason."""

    leader = SearchedChoiceField(label=_("Leader"), error_messages={"required": _("Choose a leader")})
    inspected_on = DateField(
        label=_("Date of the inspection"),
        what=_("the date of the inspection"),
        past=True,
        required=False,
        help_text=_("If you were told an outcome that is not published yet. For example, 27 3 2026"),
    )
    words = TextField(
        label=_("What was said, or why you open a case"),
        help_text=_("It stays inside this case. Do not name a child."),
        max_length=4000,
        widget=TextArea(count=4000),
    )

    def __init__(
        self, *args: Any, leaders: QuerySet[Any], offered: Sequence[LeaderAppointment], **kwargs: Any
    ) -> None:
        """``leaders`` who may be chosen at all, and those that the page shows."""
        super().__init__(*args, **kwargs)
        field: Any = self.fields["leader"]
        field.queryset = leaders
        field.offer(offered, hints={one.pk: str(one.membership.provider) for one in offered})
        field.widget.choices = [(one.pk, str(one.user)) for one in offered]
