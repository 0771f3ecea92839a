"""The list of cases and the page of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.rules import NOT_FOR_ONESELF, Kind, Step
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from core.wording import date_in_words
from leadership.forms.cases import CloseForm, OutcomeForm, PersonForm, PublicationForm
from leadership.selectors import cases as selectors
from leadership.selectors import steps as step_selectors
from leadership.selectors.sight import take_sight
from leadership.selectors.switches import comes_back
from leadership.services.cases import assign_case, close_case, record_reading, share_case, unshare_case
from leadership.services.outcomes import publish_outcome, record_outcome
from leadership.tables import CasesTable

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User
    from leadership.models.cases import LeadershipCase


class CaseList(ListPage):
    """The cases that this person may see, open ones unless others are asked for."""

    permission = Permission.WORK_ON_CASES
    template_name = "leadership/cases.html"
    title = _("Leadership cases")
    thing, things = _("case"), _("cases")
    empty_text = _("There are no open cases for you.")
    table_class = CasesTable

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        take_sight(request.user)
        return super().get(request, *args, **kwargs)

    def about(self) -> str:
        return "all" if self.request.GET.get("state") in {"closed", "all"} else "open"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sees_all = self.allows(Permission.VIEW_ALL_CASES)
        sweep = selectors.last_sweep() if sees_all else None
        may_word = self.allows(Permission.ASSIGN_CASES)
        return super().get_context_data(
            **{"sweep": sweep, "sees_all": sees_all, "may_word": may_word, **kwargs}
        )


class OneCase(Page):
    """Base of everything about one case: the case that this person may see, or 404. Each page of it that
    somebody opens is noted.
    """

    signed_in = True  # selectors.case_for: the officer assigned, named readers, and whoever sees all cases

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """A subclass asks for its permission before: nobody is noted who was refused."""
        if request.user.is_authenticated and request.method in {"GET", "HEAD"}:
            record_reading(case=self.case, by=request.user)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def case(self) -> LeadershipCase:
        take_sight(self.request.user)
        return found_or_404(selectors.case_for(self.request.user, self.kwargs["pk"]))

    @property
    def case_url(self) -> str:
        return reverse("leadership:case", args=[self.case.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(str(self.case), self.case_url))


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


def hints_of(people: QuerySet[User]) -> dict[int, str]:
    """Beside each person: how many cases are open with them, and whether they are away."""
    hints = {}
    for person, load in step_selectors.loads_of(list(people), on=timezone.localdate()).items():
        cases = ngettext("%(count)d open case", "%(count)d open cases", load.cases) % {"count": load.cases}
        free = cases if load.cases else gettext("No open case")
        away = (
            gettext("Away until %(day)s.") % {"day": date_in_words(load.away_until)}
            if load.away_until
            else ""
        )
        hints[person] = f"{free}. {away}".strip()
    return hints


class AssignCase(CaseForm):
    """To whom the case goes. The person gets a neutral email and sees the case from now on."""

    asks = Permission.ASSIGN_CASES
    title = _("Assign this case")
    submit_label = _("Assign")
    success_message = _("The case is assigned.")

    def get_form(self) -> PersonForm:
        people = selectors.people_to_assign(on=timezone.localdate())
        return PersonForm(
            people=people,
            label=_("Who takes this case?"),
            name="officer",
            hints=hints_of(people),
            **self.get_form_kwargs(),
        )

    def get_initial(self) -> dict[str, Any]:
        return {"officer": self.case.assigned_to_id}

    def save(self, form: PersonForm) -> None:
        assign_case(
            case_id=self.case.pk,
            officer=form.cleaned_data["officer"],
            by=self.request.user,
            at=timezone.now(),
        )


class ShareCase(CaseForm):
    """One more person on the named list of those who may read the case."""

    asks = Permission.ASSIGN_CASES
    title = _("Let somebody else read this case")
    submit_label = _("Let them read it")
    success_message = _("This person can read the case now.")
    template_name = "leadership/share.html"

    @cached_property
    def people(self) -> QuerySet[User]:
        return selectors.people_to_share_with(self.case, on=timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"anybody": self.people.exists(), **kwargs})

    def get_form(self) -> PersonForm:
        form = PersonForm(
            people=self.people, label=_("Who may read this case?"), name="reader", **self.get_form_kwargs()
        )
        if self.request.POST.get("reader") == str(self.request.user.pk):  # nobody is offered oneself
            refused = gettext(NOT_FOR_ONESELF[Kind.CASE_READER, Step.GIVE])
            form.fields["reader"].error_messages["invalid_choice"] = refused
        return form

    def save(self, form: PersonForm) -> None:
        share_case(
            case_id=self.case.pk, reader=form.cleaned_data["reader"], by=self.request.user, at=timezone.now()
        )


class UnshareCase(CaseForm, ConfirmPage):
    asks = Permission.ASSIGN_CASES
    title = _("Stop somebody reading this case")
    submit_label = _("Stop it")
    success_message = _("This person can no longer read the case.")

    @cached_property
    def reader(self) -> Any:
        readers = selectors.named_readers(self.case)
        return found_or_404(next((reader for reader in readers if reader.pk == self.kwargs["user_id"]), None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = gettext("%(person)s will no longer be able to read this case.") % {"person": self.reader}
        return super().get_context_data(**{"explanation": text, **kwargs})

    def save(self, form: Any) -> None:
        unshare_case(case_id=self.case.pk, reader=self.reader, by=self.request.user, at=timezone.now())


class CloseCase(CaseForm):
    """The officer's decision (L1): it closes the case, with why."""

    template_name = "leadership/decide.html"
    title = _("Close this case")
    form_class = CloseForm
    submit_label = _("Close the case")
    success_message = _("The case is closed.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"case": self.case, "comes_back": comes_back(self.case, on=timezone.localdate())}
        return super().get_context_data(**{**context, **kwargs})

    def save(self, form: CloseForm) -> None:
        close_case(case_id=self.case.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class RecordOutcome(CaseForm):
    title = _("Record an outcome before it is published")
    form_class = OutcomeForm
    success_message = _("The outcome is recorded in this case.")

    def save(self, form: OutcomeForm) -> None:
        record_outcome(case_id=self.case.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class PublishOutcome(CaseForm):
    title = _("Record the publication")
    form_class = PublicationForm
    success_message = _("The publication is recorded.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found_or_404(selectors.outcome_in(self.case, self.kwargs["outcome_id"]))
        return super().get_context_data(**kwargs)

    def save(self, form: PublicationForm) -> None:
        outcome = found_or_404(selectors.outcome_in(self.case, self.kwargs["outcome_id"]))
        publish_outcome(outcome_id=outcome.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())
