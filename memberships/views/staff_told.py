"""Pages about what the staff of the members know (C9): the
confirmation, its reminders, the link of an email, the summary.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.views.mixins import TaskLinkPage
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.pdf import PdfUnavailable
from core.views import ConfirmPage, Crumb, found_or_404
from core.wording import date_in_words
from memberships.forms.group import StaffToldForm
from memberships.selectors.staff_told import (
    STAFF_TOLD,
    confirmed_since,
    manages_setting,
    membership_on,
    staff_told_line,
    staff_told_lines,
    was_reminded_lately,
)
from memberships.services.staff_told import (
    confirm_staff_told,
    remind_of_staff_told,
    send_staff_told_link_again,
)
from providers.rules.workforce import Workforce
from ways_of_working import pdf
from ways_of_working.panels import address_of_clause
from ways_of_working.services.summaries import open_staff_summary

if TYPE_CHECKING:
    from accounts.models import TaskLink
    from memberships.models.members import Membership
    from memberships.selectors.staff_told import StaffToldLine

CONFIRM = {
    Workforce.ALONE: _("Confirm that your staff know"),
    Workforce.WITH_ASSISTANTS: _("Confirm that your assistants know"),
    Workforce.EMPLOYS: _("Confirm that your staff know"),
}
BUTTON = {
    Workforce.ALONE: _("Confirm that they know"),
    Workforce.WITH_ASSISTANTS: _("Confirm that my assistants know"),
    Workforce.EMPLOYS: _("Confirm that our staff know"),
}
THANKS = {
    Workforce.ALONE: _("Thank you. It is recorded that they know."),
    Workforce.WITH_ASSISTANTS: _("Thank you. It is recorded that your assistants know."),
    Workforce.EMPLOYS: _("Thank you. It is recorded that your staff know."),
}


class ConfirmStaffTold(OfSeenCollaboration, FormOfCollaboration):
    """The manager of a member setting confirms, or an officer on behalf."""

    permission = Permission.MANAGE_SETTING
    template_name = "memberships/staff_told.html"
    form_class = StaffToldForm

    @cached_property
    def membership(self) -> Membership:
        membership = membership_on(self.kwargs["row"], on=timezone.localdate())
        if membership is None or membership.collaboration_id != self.collaboration.pk:
            raise Http404
        return membership

    def permission_object(self) -> Any:
        super().permission_object()
        return self.membership.provider

    @cached_property
    def line(self) -> StaffToldLine:
        return staff_told_line(self.membership, on=timezone.localdate())

    def get_title(self) -> Any:
        return CONFIRM[self.line.workforce]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "membership": self.membership,
            "line": self.line,
            "submit_label": BUTTON[self.line.workforce],
        }
        return super().get_context_data(**{**context, **kwargs})

    def get_form_kwargs(self) -> dict[str, Any]:
        manages = manages_setting(self.request.user.pk, self.membership.provider_id, on=timezone.localdate())
        return {**super().get_form_kwargs(), "on_behalf": not manages}

    def save(self, form: StaffToldForm) -> None:
        confirm_staff_told(
            membership=self.membership, how=form.cleaned_data["how"], by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, str(THANKS[self.line.workforce]))


class StaffToldReminders(OfSeenCollaboration, FormOfCollaboration, ConfirmPage):
    """Who owes the confirmation, and one button that writes to them.

    Whoever was written to within a week is left in peace.
    """

    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.CHANGE_MEMBERS
    title = _("Staff know")
    template_name = "memberships/staff_told_reminders.html"
    submit_label = _("Remind those who owe it")

    @cached_property
    def lines(self) -> list[StaffToldLine]:
        return staff_told_lines(self.collaboration, on=timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        to_remind = [
            line for line in self.lines if line.owes and not was_reminded_lately(line, at=timezone.now())
        ]
        context = {
            "lines": self.lines,
            "owing": sum(line.owes for line in self.lines),
            "asked": sum(line.workforce.has_staff for line in self.lines),
            "to_remind": to_remind,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> None:
        number = remind_of_staff_told(
            collaboration=self.collaboration, by=self.request.user, at=timezone.now()
        )
        if number:
            said = ngettext(
                "An email goes to %(number)d setting.", "Emails go to %(number)d settings.", number
            )
            messages.success(self.request, said % {"number": number})
        else:
            messages.info(
                self.request,
                gettext(
                    "Everybody who owes it has been reminded within the last week, or nobody can sign in"
                    " there."
                ),
            )

    def get_success_url(self) -> str:
        return reverse("memberships:staff_told_reminders", args=[self.collaboration.pk])

    def get_cancel_url(self) -> str:
        return reverse("collaborations:detail", args=[self.collaboration.pk])


class StaffToldLink(TaskLinkPage):
    """The page behind the link of a reminder: the manager confirms without signing in, once."""

    purpose = STAFF_TOLD
    template_name = "memberships/staff_told.html"
    form_class = StaffToldForm

    @cached_property
    def membership(self) -> Membership | None:
        return membership_on(self.link.about_id, on=timezone.localdate()) if self.link else None

    def task_exists(self) -> bool:
        """While the setting is a member, and the person who got the email still manages it."""
        if self.link is None or self.membership is None:
            return False
        return manages_setting(self.link.user_id, self.membership.provider_id, on=timezone.localdate())

    @cached_property
    def line(self) -> StaffToldLine:
        return staff_told_line(found_or_404(self.membership), on=timezone.localdate())

    def get_title(self) -> Any:
        return CONFIRM[self.line.workforce]

    def what_was_done(self, link: TaskLink) -> str:
        row = confirmed_since(link)
        on = timezone.localdate()
        if row is None or not manages_setting(link.user_id, row.membership.provider_id, on=on):
            return ""
        words = {"person": row.confirmed_by, "day": date_in_words(row.confirmed_on)}
        return gettext("%(person)s confirmed on %(day)s that the staff know of the group.") % words

    def may_send_again(self, link: TaskLink) -> bool:
        today = timezone.localdate()
        membership = membership_on(link.about_id, on=today)
        if membership is None or not manages_setting(link.user_id, membership.provider_id, on=today):
            return False
        return staff_told_line(membership, on=today).owes

    def send_again(self, link: TaskLink) -> None:
        send_staff_told_link_again(link=link, at=timezone.now())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        membership = found_or_404(self.membership)
        context = {
            "membership": membership,
            "collaboration": membership.collaboration,
            "line": self.line,
            "submit_label": BUTTON[self.line.workforce],
            "by_link": True,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: StaffToldForm) -> HttpResponseBase:
        link, membership = found_or_404(self.link), found_or_404(self.membership)
        how = form.cleaned_data["how"]
        confirm_staff_told(
            membership=membership, how=how, by=found_or_404(link.user), at=timezone.now(), link=link
        )
        context = {"membership": membership, "workforce": self.line.workforce}
        return render(self.request, "memberships/staff_told_done.html", context)


class StaffSummary(OfSeenCollaboration):
    """One page about the collaboration, for the staff of its members."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "memberships/staff_summary.html"

    def get_title(self) -> str:
        return gettext("Summary of %(group)s for staff") % {"group": self.collaboration.name}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        facts = pdf.staff_summary(self.collaboration, on=timezone.localdate())
        clauses = facts["safeguarding"]
        address = {"safeguarding_url": address_of_clause(clauses[0])} if clauses else {}
        return super().get_context_data(**{**facts, "title": self.get_title(), **address, **kwargs})


class StaffSummaryPdf(OfSeenCollaboration):
    """The same to print. It is made once while nothing in it changes."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("The summary cannot be made at the moment")
    template_name = "memberships/no_pdf.html"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            *super().breadcrumbs(),
            Crumb(_("Summary for staff"), reverse("memberships:staff_summary", args=[self.collaboration.pk])),
        )

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            file = open_staff_summary(collaboration=self.collaboration, by=request.user, at=timezone.now())
        except PdfUnavailable as problem:
            return self.render_to_response(self.get_context_data(problem=str(problem)), status=503)
        content = default_storage.open(file.storage_key)
        headers = {"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"}
        return FileResponse(
            content, as_attachment=True, filename=file.name, content_type=file.content_type, headers=headers
        )
