"""Around the cases: the days of each step, and who of the team is away (L3)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from core.wording import date_in_words, last_day_in_words
from leadership.forms.steps import AwayForm, DaysForm
from leadership.selectors import cases as case_selectors
from leadership.selectors import steps as selectors
from leadership.services.deadlines import record_away, remove_away, set_days


class SetDays(FormPage):
    """Within how many days each step of a case is to be done."""

    permission = Permission.ASSIGN_CASES
    title = _("Days of the steps of a case")
    form_class = DaysForm
    success_message = _("The days are saved. They hold for open cases too.")

    def get_initial(self) -> dict[str, Any]:
        days = selectors.days_in_force()
        steps = {f"{stage}_days": number for stage, number in days.of_stage.items()}
        return {**steps, "remind_days": days.remind}

    def get_success_url(self) -> str:
        return reverse("leadership:cases")

    get_cancel_url = get_success_url

    def save(self, form: DaysForm) -> None:
        set_days(**form.cleaned_data, by=self.request.user)


class WhoIsAway(Page):
    """Times away that are not over: of everybody for managers, else one's own."""

    permission = Permission.WORK_ON_CASES
    title = _("Time away")
    template_name = "leadership/away.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        sees_all = self.allows(Permission.ASSIGN_CASES)
        rows = selectors.away_from(today, user=None if sees_all else self.request.user)
        context = {
            "sees_all": sees_all,
            "times": [
                {
                    "person": str(row.user),
                    "days": gettext("%(first)s to %(last)s")
                    % {"first": date_in_words(row.starts_on), "last": last_day_in_words(row.ends_on)},
                    "is_now": row.starts_on <= today,
                    "url": reverse("leadership:remove_away", args=[row.pk]),
                }
                for row in rows
            ],
            "people": case_selectors.people_to_assign(on=today) if sees_all else (),
        }
        return super().get_context_data(**context, **kwargs)


class AboutAway(FormPage):
    """Base of what is done about time away: one's own, and of others by a manager."""

    permission = Permission.WORK_ON_CASES
    person: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Whose it is comes first: somebody of another authority does not exist here."""
        if request.user.is_authenticated and self.person.pk != request.user.pk:
            self.require(Permission.ASSIGN_CASES)
        return super().dispatch(request, *args, **kwargs)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Time away"), self.get_success_url()))

    def get_success_url(self) -> str:
        return reverse("leadership:away")

    get_cancel_url = get_success_url


class RecordAway(AboutAway):
    title = _("Note time away")
    form_class = AwayForm
    success_message = _("It is noted. No case is given to this person on these days.")

    @cached_property
    def person(self) -> Any:
        people = case_selectors.people_to_assign(on=timezone.localdate())
        return found_or_404(people.filter(pk=self.kwargs["user_id"]).first())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": str(self.person), **kwargs})

    def get_initial(self) -> dict[str, Any]:
        return {"starts_on": timezone.localdate()}

    def save(self, form: AwayForm) -> None:
        record_away(user=self.person, **form.cleaned_data, by=self.request.user, at=timezone.now())


class RemoveAway(AboutAway, ConfirmPage):
    title = _("Take time away back")
    submit_label = _("Take it back")
    success_message = _("The days are taken back.")

    @cached_property
    def row(self) -> Any:
        return found_or_404(selectors.away_row(self.kwargs["pk"]))

    @property
    def person(self) -> Any:
        return self.row.user

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = {"person": self.row.user, "last": last_day_in_words(self.row.ends_on)}
        text = gettext("%(person)s is then no longer noted as away until %(last)s.") % facts
        return super().get_context_data(**{"explanation": text, **kwargs})

    def save(self, form: Any) -> None:
        remove_away(away_id=self.row.pk, by=self.request.user)
