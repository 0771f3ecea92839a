"""The form of the map's outlines."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core import forms


class OutlinesForm(forms.Form):
    """A file of boundaries, and where it comes from."""

    file = django_forms.FileField(
        label=_("GeoJSON file of the districts"),
        help_text=_("One area for each district, named as here. Longitude and latitude or British National Grid. Up to 20 MB."),
        widget=forms.FileUpload,
        max_length=200,
        error_messages={"required": _("Choose the GeoJSON file"), "empty": _("The file is empty. Download it again.")},
    )
    attribution = django_forms.CharField(
        label=_("Where the boundaries come from"),
        help_text=_("This line stands below the map, as the licence of the boundaries asks for it."),
        max_length=300,
        error_messages={"required": _("Enter the line that says where the boundaries come from")},
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _("The file is larger than 20 MB. Choose generalised boundaries.")
