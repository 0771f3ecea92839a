"""All adopted ways of working of the authority as one file (W4), for officers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import FormPage
from ways_of_working.forms.printing import PrintForm
from ways_of_working.selectors.printing import adopted_by_district, adopted_versions
from ways_of_working.services.print_batches import start_batch

if TYPE_CHECKING:
    from providers.models import District


class PrintTerms(FormPage):
    """Choose which, and have them packed; the page of the job shows how far it is."""

    permission = Permission.PRINT_TERMS
    title = _("Print ways of working")
    template_name = "ways_of_working/print.html"
    form_class = PrintForm
    submit_label = _("Make the file")

    @cached_property
    def number(self) -> int:
        return adopted_versions().count()

    @cached_property
    def districts(self) -> list[tuple[District, int]]:
        return adopted_by_district()

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "districts": self.districts, "number": self.number}

    def get_cancel_url(self) -> str:
        return reverse("collaborations:list")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"number": self.number, **kwargs})

    def save(self, form: PrintForm) -> HttpResponseBase:
        job = start_batch(district=form.chosen, by=self.request.user, at=timezone.now())
        return HttpResponseRedirect(reverse("documents:job", args=[job.pk]))
