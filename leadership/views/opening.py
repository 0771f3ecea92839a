"""The page on which an officer opens a case."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.forms.numbers import whole_number
from core.tables.choosing import MAX_TYPED
from core.views import FormPage
from leadership.forms.opening import OpenForm
from leadership.selectors import cases as selectors
from leadership.selectors.sight import take_sight
from leadership.services.opening import open_case

if TYPE_CHECKING:
    from memberships.models.members import LeaderAppointment


class OpenCase(FormPage):
    """Whom a case is about is searched among those who lead today. Whoever opens it has it."""

    permission = Permission.WORK_ON_CASES
    template_name = "leadership/open.html"
    title = _("Open a case")
    submit_label = _("Open the case")
    cancel_url = "leadership:cases"

    @cached_property
    def searched(self) -> str:
        return self.request.GET.get("q", "").strip()[:MAX_TYPED]

    @cached_property
    def offered(self) -> list[LeaderAppointment]:
        """The one that is chosen first, then those found."""
        leaders = selectors.leaders_today(on=timezone.localdate())
        number = whole_number(self.request.POST.get("leader", ""))
        chosen = leaders.filter(pk=number) if number is not None else ()
        found = selectors.leaders_found(self.searched, on=timezone.localdate())
        return list({one.pk: one for one in (*chosen, *found)}.values())

    def get_form(self) -> OpenForm:
        leaders = selectors.leaders_today(on=timezone.localdate())
        return OpenForm(leaders=leaders, offered=self.offered, **self.get_form_kwargs())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(searched=self.searched, offered=self.offered, **kwargs)

    def save(self, form: OpenForm) -> HttpResponseBase:
        user, given = self.request.user, form.cleaned_data
        case = open_case(
            appointment_id=given["leader"].pk,
            inspected_on=given["inspected_on"],
            words=given["words"],
            by=user,
            at=timezone.now(),
        )
        take_sight(user)
        if selectors.case_for(user, case.pk) is None:
            messages.success(
                self.request, _("What you wrote is kept. Talk to a manager about what comes next.")
            )
            return HttpResponseRedirect(reverse("leadership:cases"))
        messages.success(self.request, _("The case is open."))
        return HttpResponseRedirect(reverse("leadership:case", args=[case.pk]))
