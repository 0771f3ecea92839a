"""What is done with a case: assigning it, letting people read it, deciding, and outcomes before publication."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import ConfirmPage, FormPage, found_or_404
from leadership import selectors, services
from leadership.forms import CloseForm, OutcomeForm, PersonForm, PublicationForm
from leadership.views.cases import OneCase


class CaseForm(OneCase, FormPage):
    """Base of the forms about one case; a subclass says what is needed beyond seeing it."""

    asks: str = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not self._may():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def _may(self) -> bool:
        """Asks for the case first: to whoever does not see it, its forms do not exist either."""
        case = self.case
        return self.allows(self.asks) if self.asks else selectors.works_on(self.request.user, case)

    def get_success_url(self) -> str:
        return self.case_url

    get_cancel_url = get_success_url


class AssignCase(CaseForm):
    """To whom the case goes. The person gets a neutral letter and sees the case from now on."""

    asks = Permission.ASSIGN_CASES
    title = _("Assign this case")
    submit_label = _("Assign")
    success_message = _("The case is assigned.")

    def get_form(self) -> PersonForm:
        people = selectors.people_to_assign(on=timezone.localdate())
        return PersonForm(people=people, label=_("Who takes this case?"), name="officer", **self.get_form_kwargs())

    def get_initial(self) -> dict[str, Any]:
        return {"officer": self.case.assigned_to_id}

    def save(self, form: PersonForm) -> None:
        services.assign_case(case_id=self.case.pk, officer=form.cleaned_data["officer"], by=self.request.user, at=timezone.now())


class ShareCase(CaseForm):
    """One more person on the named list of those who may read the case."""

    asks = Permission.ASSIGN_CASES
    title = _("Let somebody else read this case")
    submit_label = _("Let them read it")
    success_message = _("This person can read the case now.")

    def get_form(self) -> PersonForm:
        people = selectors.people_to_assign(on=timezone.localdate())
        return PersonForm(people=people, label=_("Who may read this case?"), name="reader", **self.get_form_kwargs())

    def save(self, form: PersonForm) -> None:
        services.share_case(case_id=self.case.pk, reader=form.cleaned_data["reader"], by=self.request.user, at=timezone.now())


class UnshareCase(CaseForm, ConfirmPage):
    asks = Permission.ASSIGN_CASES
    title = _("Take away the sight of this case")
    submit_label = _("Take it away")
    success_message = _("This person no longer sees the case.")

    @cached_property
    def reader(self) -> Any:
        readers = selectors.named_readers(self.case)
        return found_or_404(next((one for one in readers if one.pk == self.kwargs["user_id"]), None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = gettext("%(person)s will no longer be able to read this case.") % {"person": self.reader}
        return super().get_context_data(**{"explanation": text, **kwargs})

    def save(self, form: Any) -> None:
        services.unshare_case(case_id=self.case.pk, reader=self.reader, by=self.request.user, at=timezone.now())


class CloseCase(CaseForm):
    """The officer's decision (L1): it closes the case, with why."""

    template_name = "leadership/decide.html"
    title = _("Record your decision")
    form_class = CloseForm
    submit_label = _("Record and close the case")
    success_message = _("The case is closed.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"case": self.case, **kwargs})

    def save(self, form: CloseForm) -> None:
        services.close_case(case_id=self.case.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class RecordOutcome(CaseForm):
    title = _("Record an outcome before it is published")
    form_class = OutcomeForm
    success_message = _("The outcome is recorded in this case.")

    def save(self, form: OutcomeForm) -> None:
        services.record_outcome(case_id=self.case.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class PublishOutcome(CaseForm):
    title = _("Record the publication")
    form_class = PublicationForm
    success_message = _("The publication is recorded.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found_or_404(selectors.outcome_in(self.case, self.kwargs["outcome_id"]))
        return super().get_context_data(**kwargs)

    def save(self, form: PublicationForm) -> None:
        outcome = found_or_404(selectors.outcome_in(self.case, self.kwargs["outcome_id"]))
        services.publish_outcome(outcome_id=outcome.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())
