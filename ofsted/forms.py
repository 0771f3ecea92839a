"""Forms of the loads of Ofsted's file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.base import Form
from core.forms.fields import DateField
from core.forms.widgets import FileUpload, Select
from ofsted.rules.doubts import Doubt


class UploadForm(Form):
    """The file, and the day that it stands for."""

    file = django_forms.FileField(
        label=_("The file"),
        help_text=_(
            "The national CSV file as it is published, unopened. A zip or gzip of it will do. Up to 100 MB."
        ),
        widget=FileUpload,
        max_length=200,
        error_messages={
            "required": _("Choose the CSV file that you downloaded"),
            "empty": _("The file is empty. Download it again."),
        },
    )
    listed_on = DateField(
        label=_("What date is the file for?"),
        what=_("the date that the file is for"),
        help_text=_(
            "The page that you downloaded it from says “as at”. Leave it empty if the first lines of the file or its"
            " name say it."
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
    """The button below the preview; each doubt about the load asks for its own tick."""

    def __init__(self, *args: Any, doubts: Sequence[Doubt] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for doubt in doubts:
            self.fields[doubt.code] = django_forms.BooleanField(
                label=doubt.sentence.in_words(gettext),
                error_messages={"required": doubt.unticked(gettext)},
            )

    @property
    def accepted(self) -> list[str]:
        """The codes of the doubts that were ticked."""
        return [code for code, is_ticked in self.cleaned_data.items() if is_ticked]


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
