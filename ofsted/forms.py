"""Forms of the loads of Ofsted's file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField
from core.forms.widgets import FileUpload, Select


class UploadForm(Form):
    """The file, and the day that it stands for."""

    file = django_forms.FileField(
        label=_("Ofsted's file of childcare providers and inspections"),
        help_text=_(
            "The national CSV file as Ofsted publishes it, unopened. A zip or gzip of it will do. Up to"
            " 100 MB."
        ),
        widget=FileUpload,
        max_length=200,
        error_messages={
            "required": _("Choose the CSV file that you downloaded from Ofsted"),
            "empty": _("The file is empty. Download it again."),
        },
    )
    listed_on = DateField(
        label=_("What date is the file for?"),
        what=_("the date that the file is for"),
        help_text=_(
            "Ofsted's page says “as at”. Leave it empty if the first lines of the file or its name say it."
        ),
        past=True,
        required=False,
    )

    def __init__(self, *args: Any, too_big: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if too_big:
            self.fields["file"].error_messages["required"] = _(
                "The file is larger than 100 MB. Ofsted's national file is about 25 MB."
            )


class ConfirmForm(Form):
    """The button below the preview; a load that is doubtful asks for a tick as well."""

    many_gone = django_forms.BooleanField(
        label=_("I have checked that these settings have really left Ofsted's register"),
        error_messages={
            "required": _("Tick the box when you have checked the settings that are no longer listed")
        },
    )
    older = django_forms.BooleanField(
        label=_("I want to load this file although it is older than the one loaded last"),
        error_messages={"required": _("Tick the box if you mean to load the older file")},
    )

    def __init__(self, *args: Any, doubts: Collection[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(doubts):
            del self.fields[name]


class NameForm(Form):
    """Which authority of the file this is."""

    name = django_forms.ChoiceField(
        label=_("Which authority in the file is yours?"),
        widget=Select,
        error_messages={"required": _("Choose your authority")},
    )

    def __init__(self, *args: Any, names: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [(name, f"{name} ({count:,})") for name, count in sorted(names.items())]
        self.fields["name"].choices = [("", _("Choose")), *rows]
