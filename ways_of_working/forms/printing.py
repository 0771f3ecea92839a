"""Which ways of working to print."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.forms.base import Form
from core.forms.widgets import Select
from providers.models import District

EVERYWHERE = "all"


class PrintForm(Form):
    """All that are adopted, or those of a district. Each choice says how many there are."""

    district = django_forms.ChoiceField(label=gettext_lazy("Which collaborations?"), widget=Select)

    def __init__(
        self, *args: Any, districts: Sequence[tuple[District, int]], number: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["district"]
        everything = _("All of them: %(agreements)s") % {"agreements": _agreements(number)}
        field.choices = [
            (EVERYWHERE, everything),
            *((one.pk, f"{one}: {_agreements(count)}") for one, count in districts),
        ]
        self.by_id = {str(one.pk): one for one, _count in districts}

    @property
    def chosen(self) -> District | None:
        return self.by_id.get(self.cleaned_data["district"])


def _agreements(number: int) -> str:
    return ngettext("%(number)d agreement", "%(number)d agreements", number) % {"number": number}
