"""Pages about chairs, administrators and safeguarding contacts:
recorded as the members decided, by leaders or officers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.selectors import current_authority
from accounts.services.appointments import end_appointment, withdraw_appointment
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.dates import day_after
from core.forms.pages import EndForm
from core.views import ConfirmPage, Crumb, found_or_404
from core.wording import date_in_words
from memberships.forms.group import OfficeForm
from memberships.rules.terms_of_office import end_of_term
from memberships.selectors.leaders import leaders_of, people_by_setting
from memberships.selectors.offices import office_in, offices_of, past_offices_of
from memberships.services.offices import OFFICE, give_office
from memberships.views.leaders import ChoosesPerson
from ofsted.rules.policy import Verdict
from ofsted.selectors.register import JudgedToday, verdicts_today
from ways_of_working.panels import ShowsClauses
from ways_of_working.selectors.effective import effective_terms

if TYPE_CHECKING:
    from memberships.models.members import LeaderAppointment
    from memberships.models.offices import OfficeHolder


#: How the chair and the administrator are chosen, and for how long.
CHOOSING = (
    *("who_chairs", "chair_election", "chair_term_months"),
    *("who_administers", "administrator_chosen", "administrator_term_months"),
)
#: The offices that have a term.
WITH_TERM = {"chair": _("Chair"), "administrator": _("Administrator")}


class Offices(ShowsClauses, OfSeenCollaboration):
    """Who holds which office, for everybody who sees the collaboration."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("People and offices")
    template_name = "memberships/offices.html"
    goes_by = (*CHOOSING, "leadership_form", "leader_term_months", "leader_resigns")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        leaders = self.leaders(today)
        leads_it = self.allows(Permission.LEAD_COLLABORATION, self.collaboration)
        context = {
            "offices": list(offices_of(self.collaboration, on=today)),
            "past": list(past_offices_of(self.collaboration, on=today)),
            "today": today,
            "leads_it": leads_it,
            "may_appoint": self.allows(Permission.APPOINT_LEADERS),
            "may_ask": self.allows(Permission.RUN_COLLABORATION, self.collaboration),
            "ask_person_url": reverse("support:ask_support", args=[self.collaboration.pk])
            + "?kind=add_person&provider=",
            "leaders": leaders,
            "leading": {leader.row.user_id for leader in leaders},
            "places": people_by_setting(self.collaboration, on=today),
            "team": current_authority(),
            "may_record": leads_it or self.allows(Permission.APPOINT_LEADERS),
        }
        return super().get_context_data(**(context | kwargs))

    def leaders(self, today: date) -> list[ShownLeader]:
        """For the team also what the leading policy says today of each one's setting."""
        rows = list(leaders_of(self.collaboration, on=today))
        judged: dict[int, JudgedToday] = {}
        if rows and self.allows(Permission.APPOINT_LEADERS):
            settings = {row.membership.provider for row in rows}
            judged = verdicts_today(tuple((each.pk, each.agency_id) for each in settings), on=today)
        return [
            ShownLeader(row, judged.get(row.membership.provider_id), row.starts_on > today) for row in rows
        ]


class ShownLeader(NamedTuple):
    row: LeaderAppointment
    judged: JudgedToday | None
    is_to_come: bool

    @property
    def verdict_in_words(self) -> str:
        return gettext(str(self.judged.verdict.label)) if self.judged is not None else ""

    @property
    def colour(self) -> str:
        return VERDICT_COLOURS[self.judged.verdict] if self.judged is not None else ""


VERDICT_COLOURS = {Verdict.MAY_LEAD: "green", Verdict.OFFICER_DECIDES: "yellow", Verdict.BELOW_LINE: "red"}


class OfOffices(OfSeenCollaboration, FormOfCollaboration):
    """A form below ``offices/``."""

    permission = Permission.LEAD_COLLABORATION
    or_permission = Permission.APPOINT_LEADERS

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("People and offices"), self.get_success_url()))

    def get_success_url(self) -> str:
        return reverse("memberships:offices", args=[self.collaboration.pk])


class GiveOffice(OfOffices, ShowsClauses, ChoosesPerson):
    """``?office=chair`` chooses the office and fills in the end of the term that the members agreed on.

    Both can be changed.
    """

    goes_by = (*CHOOSING, "decision_method", "quorum", "tie_rule", "voting")
    title = _("Record an office holder")
    template_name = "memberships/give_office.html"
    form_class = OfficeForm
    submit_label = _("Record the office")
    error_fields = {"membership": "person", "user": "person"}

    def term_ends(self) -> dict[str, date]:
        """By office: the end of a term that begins today."""
        today = timezone.localdate()
        terms = effective_terms(self.collaboration, on=today)
        ends = {office: end_of_term(today, terms.term_months(office)) for office in WITH_TERM}
        return {office: end for office, end in ends.items() if end is not None}

    def get_initial(self) -> dict[str, Any]:
        office, ends = self.request.GET.get("office", ""), self.term_ends()
        same = (
            next(iter(ends.values()))
            if len(ends) == len(WITH_TERM) and len(set(ends.values())) == 1
            else None
        )
        return {**super().get_initial(), "office": office, "ends_on": ends.get(office, same)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ends = [
            {"office": office, "label": WITH_TERM[office], "ends_on": end}
            for office, end in self.term_ends().items()
        ]
        return super().get_context_data(**{"term_ends": ends, **kwargs})

    def save(self, form: OfficeForm) -> None:
        data = form.cleaned_data
        role, membership = self.chosen(form)
        row = give_office(
            membership=membership,
            user=role.user,
            office=data["office"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            decision=data["decision"],
            by=self.request.user,
        )
        words = {
            "person": role.user,
            "office": row.get_office_display().lower(),
            "day": date_in_words(row.starts_on),
        }
        messages.success(self.request, gettext("%(person)s is %(office)s from %(day)s.") % words)


class OfOffice(OfOffices):
    """A page below ``offices/<row>/``."""

    @cached_property
    def office(self) -> OfficeHolder:
        return found_or_404(office_in(self.collaboration, self.kwargs["row"]))

    def words(self) -> dict[str, Any]:
        return {"person": self.office.user, "office": self.office.get_office_display().lower()}


class EndOffice(OfOffice):
    form_class = EndForm
    submit_label = _("Record the end")
    success_message = _("The end is recorded.")

    def get_title(self) -> str:
        return gettext("End the time of %(person)s as %(office)s") % self.words()

    def get_initial(self) -> dict[str, Any]:
        return {"ends_on": self.office.ends_on or day_after(timezone.localdate())}

    def save(self, form: EndForm) -> None:
        end_appointment(OFFICE, self.office, ends_on=form.cleaned_data["ends_on"], by=self.request.user)


class WithdrawOffice(OfOffice, ConfirmPage):
    """Take back an office that has not begun."""

    destructive = True
    submit_label = _("Take it back")
    success_message = _("The office is taken back.")
    explanation = _("The time in office has not begun. Nothing of it will be left, except in the audit log.")

    def get_title(self) -> str:
        return gettext("Take back that %(person)s is to be %(office)s?") % self.words()

    def save(self, form: Any) -> None:
        withdraw_appointment(OFFICE, self.office, today=timezone.localdate(), by=self.request.user)
