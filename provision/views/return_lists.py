"""Staff returns: of one collaboration for its leaders, and of the whole authority for officers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration
from core.forms.numbers import whole_number
from core.tables.pages import ListPage
from core.views import ConfirmPage, found_or_404
from provision import selectors
from provision.rules import PeriodState, ReturnState, can_certify
from provision.selectors import newest_period, open_period, period_by_id, state_of_period
from provision.services.reminders import remind_collaboration, start_reminders
from provision.tables import RETURN_COLOURS, ReturnsTable

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from provision.models import ReturnPeriod


class ReturnsOfCollaboration(FormOfCollaboration, ConfirmPage):
    """Who has certified and who owes; one tap reminds those who owe.

    For those who run the group, and for officers.
    """

    permission = Permission.RUN_COLLABORATION
    template_name = "provision/staff_returns.html"
    title = _("Staff numbers")

    def permission_object(self) -> Collaboration:
        if not self.allows(Permission.VIEW_COLLABORATIONS, self.collaboration):
            raise Http404
        return self.collaboration

    def require(self, permission: str, about: Any = None) -> None:
        if not self.allows(permission, about) and not self.allows(Permission.SET_RETURNS):
            raise PermissionDenied

    @cached_property
    def period(self) -> ReturnPeriod | None:
        return open_period(timezone.localdate())

    def members(self) -> list[dict[str, Any]]:
        if self.period is None:
            return []
        today = timezone.localdate()
        state = state_of_period(self.period, on=today)
        rows = list(
            selectors.returns_in(self.period, on=today, collaboration=self.collaboration).order_by(
                "search_text", "pk"
            )
        )
        people = selectors.managers_by_setting([row.pk for row in rows], on=today)
        is_officer = self.allows(Permission.MANAGE_SETTING)
        return [self._line(row, state, people.get(row.pk, []), is_officer) for row in rows]

    def _line(
        self, row: Any, period_state: PeriodState, people: list[Any], is_officer: bool
    ) -> dict[str, Any]:
        state = selectors.state_of_row(row, period_state)
        return {
            "setting": row,
            "state": state.label,
            "colour": RETURN_COLOURS[state],
            "people": people,
            "owes": state in (ReturnState.OWED, ReturnState.LATE),
            "is_asked": row.joined_later is None,
            "url": reverse("provision:staff_return", args=[row.pk]) if is_officer else "",
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        members = self.members()
        today = timezone.localdate()
        owed = [member for member in members if member["owes"]]
        waiting = sum(
            bool(provider["people"]) and provider["setting"].reminded_on != today for provider in owed
        )
        asked = sum(member["is_asked"] for member in members)
        context = {
            "period": self.period,
            "members": members,
            "asked": asked,
            "owed": len(owed),
            "waiting": waiting,
        }
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self) -> str:
        return reverse("provision:staff_returns", args=[self.collaboration.pk])

    def save(self, form: Any) -> None:
        done = remind_collaboration(collaboration=self.collaboration, by=self.request.user, at=timezone.now())
        messages.success(self.request, done.in_words())


class Returns(ListPage):
    """The authority's list for one period: who certified, who owes."""

    permission = Permission.VIEW_RETURNS
    template_name = "provision/returns.html"
    title = _("Staff numbers")
    thing, things = _("setting"), _("settings")
    table_class = ReturnsTable
    export = "staff_returns"
    export_permission = Permission.EXPORT

    @cached_property
    def period(self) -> ReturnPeriod | None:
        asked = whole_number(self.request.GET.get("period"))
        return (period_by_id(asked) if asked else None) or newest_period(timezone.localdate())

    def about(self) -> ReturnPeriod | None:
        return self.period

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_set = self.allows(Permission.SET_RETURNS)
        facts: dict[str, Any] = {"period": self.period, "may_set": may_set}
        if self.period:
            period_state = state_of_period(self.period, on=timezone.localdate())
            owed = selectors.settings_that_owe(self.period).count()
            is_asked = bool(owed) or selectors.settings_asked(self.period).exists()
            facts |= {"owed": owed, "is_asked": is_asked, "period_state": period_state.label}
            facts["may_remind"] = may_set and owed and can_certify(period_state)
            facts["empty_text"] = _("There is no setting to list.")
        else:
            facts["empty_text"] = _("No period has been added, so no setting is asked for its staff number.")
            if may_set:
                facts |= {"empty_url": reverse("provision:add_period"), "empty_action": _("Add a period")}
        return super().get_context_data(**(facts | kwargs))


class RemindEverybody(ConfirmPage):
    """Officers remind every setting that owes; the emails go out in the background."""

    permission = Permission.SET_RETURNS
    submit_label = _("Send the reminders")

    @cached_property
    def period(self) -> ReturnPeriod:
        return found_or_404(period_by_id(self.kwargs["row"]))

    def permission_object(self) -> None:
        found_or_404(self.period)

    def list_address(self) -> str:
        return f"{reverse('provision:returns')}?period={self.period.pk}"

    def get_title(self) -> str:
        return gettext("Remind everybody who owes the staff number for %(period)s?") % {"period": self.period}

    def get_cancel_url(self) -> str:
        return self.list_address()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        owed = selectors.settings_that_owe(self.period).count()
        words = ngettext(
            "%(number)d setting owes it. Each manager gets an email with a link. Whoever had one today gets"
            " no second.",
            "%(number)d settings owe it. Each manager gets an email with a link. Whoever had one today gets"
            " no second.",
            owed,
        )
        return super().get_context_data(**{"explanation": words % {"number": owed}, **kwargs})

    def save(self, form: Any) -> HttpResponseBase:
        about = self.list_address().removeprefix(get_script_prefix())
        job = start_reminders(period=self.period, by=self.request.user, at=timezone.now(), about=about)
        return HttpResponseRedirect(reverse("documents:job", args=[job.pk]))
