"""A setting's vacancies, and whether a childminder may be named in public."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.addresses import safe_next
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, found_or_404
from core.wording import date_in_words
from memberships.selectors.people import belongs_to_a_setting
from providers.views.mixins import FormOfSetting, OfSetting
from provision import rules, selectors
from provision.forms import ChangeVacancyForm, VacancyForm
from provision.services.offers import (
    add_vacancy,
    change_vacancy,
    confirm_vacancy,
    give_consent,
    remove_vacancy,
    withdraw_consent,
)
from provision.tables import VacanciesTable

if TYPE_CHECKING:
    from provision.models import PublicConsent, Vacancy


class AllVacancies(ListPage):
    """For officers, and for everybody who works at a setting today;
    they find a home only if it agreed to be named.
    """

    signed_in = True
    template_name = "provision/all_vacancies.html"
    title = _("Free places")
    thing, things = _("free place"), _("free places")
    table_class = VacanciesTable
    export = "vacancies"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No setting lists a free place at the moment. A listing fades when the setting has not confirmed it"
        " for 28 days."
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not self.may_look():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_look(self) -> bool:
        return self.sees_all or belongs_to_a_setting(self.request.user, on=timezone.localdate())

    @cached_property
    def sees_all(self) -> bool:
        return self.allows(Permission.VIEW_SETTINGS)

    def breadcrumbs(self) -> Sequence[Crumb]:
        if self.allows(Permission.VIEW_COLLABORATIONS):
            return (Crumb(_("Collaborations"), reverse("collaborations:list")),)
        return (Crumb(_("Home"), reverse("home")),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"sees_all": self.sees_all, **kwargs})


class Vacancies(OfSetting):
    """What the setting lists, faded or not, each with one tap to say that it is still free."""

    template_name = "provision/vacancies.html"
    title = _("Free places")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        shown = [
            {
                "vacancy": vacancy,
                "is_shown": rules.is_shown(vacancy.confirmed_on, today),
                "fades_on": rules.fades_on(vacancy.confirmed_on),
            }
            for vacancy in selectors.vacancies_of(self.provider)
        ]
        consent = selectors.consent_of(self.provider) if self.provider.is_domestic else None
        return super().get_context_data(
            **{
                "listed": shown,
                "consent": consent,
                "days": rules.DAYS_SHOWN,
                "today": today,
                "all_url": reverse("provision:all_vacancies"),
                **kwargs,
            }
        )


class FormOfVacancies(FormOfSetting):
    def get_success_url(self) -> str:
        return reverse("provision:vacancies", args=[self.provider.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Free places"), self.get_success_url()))


class AddVacancy(FormOfVacancies):
    title = _("Add free places")
    form_class = VacancyForm
    submit_label = _("List it")

    def save(self, form: VacancyForm) -> None:
        today = timezone.localdate()
        add_vacancy(provider=self.provider, **form.cleaned_data, by=self.request.user, on=today)
        last = date_in_words(rules.fades_on(today))
        messages.success(
            self.request,
            gettext("The free places are listed. Unless you confirm them, they fade on %(day)s.")
            % {"day": last},
        )


class OfVacancy(FormOfVacancies):
    @cached_property
    def vacancy(self) -> Vacancy:
        return found_or_404(selectors.vacancy_of(self.provider, self.kwargs["row"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        if self.allows(self.permission, about):
            found_or_404(self.vacancy)
        return about


class ChangeVacancy(OfVacancy):
    form_class = ChangeVacancyForm

    def get_title(self) -> str:
        return gettext("Change the free places: %(what)s") % {"what": self.vacancy.in_words()}

    def get_initial(self) -> dict[str, Any]:
        return {name: getattr(self.vacancy, name) for name in ("places", "from_on", "note")}

    def save(self, form: ChangeVacancyForm) -> None:
        change_vacancy(
            vacancy=self.vacancy, **form.cleaned_data, by=self.request.user, on=timezone.localdate()
        )
        messages.success(
            self.request, gettext("The free places are changed, and shown for 28 days from today.")
        )


class ConfirmVacancy(OfVacancy):
    """One tap: still free."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            vacancy = confirm_vacancy(vacancy=self.vacancy, by=request.user, on=timezone.localdate())
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            words = {
                "what": vacancy.in_words(),
                "day": date_in_words(rules.fades_on(vacancy.confirmed_on)),
            }
            messages.success(request, gettext("Still free: %(what)s. It is shown until %(day)s.") % words)
        return HttpResponseRedirect(safe_next(request, request.POST.get("next")) or self.get_success_url())


class RemoveVacancy(OfVacancy, ConfirmPage):
    destructive = True
    submit_label = _("Remove it")
    success_message = _("The free places are removed.")
    explanation = _("Nobody sees it any more. You can list it again at any time.")

    def get_title(self) -> str:
        return gettext("Remove the free places: %(what)s?") % {"what": self.vacancy.in_words()}

    def save(self, form: Any) -> None:
        remove_vacancy(vacancy_id=self.vacancy.pk, by=self.request.user)


class OfConsent(FormOfSetting, ConfirmPage):
    """Only where the setting is somebody's home: any other name is public."""

    @cached_property
    def consent(self) -> PublicConsent | None:
        return selectors.consent_of(self.provider)

    def permission_object(self) -> Any:
        about = super().permission_object()
        if self.allows(self.permission, about) and not self.provider.is_domestic:
            raise Http404
        return about


class GiveConsent(OfConsent):
    template_name = "provision/consent.html"
    title = _("May other settings and the public page name you?")
    submit_label = _("I agree to be named")
    success_message = _(
        "From today other settings and the public page may name you. You can withdraw that at any time."
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"consent": self.consent, **kwargs})

    def save(self, form: Any) -> None:
        give_consent(provider=self.provider, by=self.request.user, on=timezone.localdate())


class WithdrawConsent(OfConsent):
    title = _("Withdraw your consent?")
    submit_label = _("Withdraw it")
    destructive = True
    success_message = _("Other settings and the public page do not name you any more.")
    explanation = _(
        "The public page and the list of free places for settings stop naming you now. The public page may"
        " take a minute."
    )

    def save(self, form: Any) -> None:
        withdraw_consent(provider=self.provider, by=self.request.user, on=timezone.localdate())
