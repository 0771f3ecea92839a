"""Naming people who may open a document, and ending that."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.services.appointments import end_appointment
from core.dates import day_after
from core.forms.pages import EndForm
from core.views import found_or_404
from library import selectors
from library.forms import ReaderForm
from library.services import DOCUMENT_READER, name_reader
from library.views.bases import ChoosesPerson, FormOfDocument

if TYPE_CHECKING:
    from library.models import DocumentReader


class NameReader(ChoosesPerson):
    title = _("Name a reader")
    form_class = ReaderForm
    submit_label = _("Name the reader")
    template_name = "library/reader.html"

    def get_initial(self) -> dict[str, Any]:
        return {"starts_on": timezone.localdate()}

    def save(self, form: ReaderForm) -> None:
        facts = {**form.cleaned_data, "person": self.chosen(form)}
        name_reader(document_id=self.document.pk, **facts, by=self.request.user, at=timezone.now())
        messages.success(
            self.request, gettext("%(person)s is named as a reader.") % {"person": facts["person"]}
        )


class EndReader(FormOfDocument):
    form_class = EndForm
    submit_label = _("Record the end")
    success_message = _("The end is recorded.")

    @cached_property
    def reader(self) -> DocumentReader:
        rows = selectors.readers_on(self.document, on=timezone.localdate())
        return found_or_404(next((row for row in rows if row.pk == self.kwargs["reader"]), None))

    def check(self) -> None:
        super().check()
        _there = self.reader

    def get_title(self) -> str:
        return gettext("Until when may %(person)s open it?") % {"person": self.reader.user}

    def get_initial(self) -> dict[str, Any]:
        return {"ends_on": self.reader.ends_on or day_after(timezone.localdate())}

    def save(self, form: EndForm) -> None:
        end_appointment(
            DOCUMENT_READER, self.reader, ends_on=form.cleaned_data["ends_on"], by=self.request.user
        )

    def get_success_url(self) -> str:
        return self.document_url() if self.find() else self.library_url()
