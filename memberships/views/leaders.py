"""Pages about leaders: those of officers, and the one on which the members record their own decision."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.services.appointments import end_appointment, withdraw_appointment
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.dates import day_after
from core.forms.pages import EndForm
from core.views import ConfirmPage, found_or_404
from core.wording import date_in_words
from memberships.forms.group import DecideLeaderForm
from memberships.forms.pages import LeaderForm
from memberships.rules.terms_of_office import end_of_term
from memberships.selectors.leaders import leader_in, people_who_could_lead
from memberships.selectors.members import membership_of_provider
from memberships.selectors.people import person_key
from memberships.services.leaders import LEADER, appoint_leader
from ofsted.selectors.words import verdicts_today
from ways_of_working.panels import ShowsClauses
from ways_of_working.selectors.effective import effective_terms

if TYPE_CHECKING:
    from memberships.models.members import LeaderAppointment, Membership, SettingRole


class ChoosesPerson(FormOfCollaboration):
    """A form that asks for one of the member settings' people, and from when."""

    @cached_property
    def people(self) -> list[SettingRole]:
        return list(people_who_could_lead(self.collaboration, on=timezone.localdate()))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "people": self.people}

    def get_initial(self) -> dict[str, Any]:
        """``?person=`` names somebody by the id, as a request for a new leader does."""
        named = self.request.GET.get("person", "")
        keys = [person_key(role) for role in self.people if named == str(role.user_id)]
        return {"starts_on": timezone.localdate(), **({"person": keys[0]} if keys else {})}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"people": self.people, **kwargs})

    def chosen(self, form: Any) -> tuple[SettingRole, Membership]:
        """The person, and the membership of the person's setting on the first day.

        Raises ValidationError when there is none.
        """
        data = form.cleaned_data
        role = next(person for person in self.people if person_key(person) == data["person"])
        membership = membership_of_provider(self.collaboration, role.provider_id, on=data["starts_on"])
        if membership is None:
            words = {"setting": role.provider, "day": date_in_words(data["starts_on"])}
            raise ValidationError({"starts_on": gettext("%(setting)s is not a member on %(day)s.") % words})
        return role, membership


class ProposesTerm(ShowsClauses, ChoosesPerson):
    """Such a form for a leader: the end of the term that the members
    agreed on is filled in, and can be changed.
    """

    def get_initial(self) -> dict[str, Any]:
        today = timezone.localdate()
        months = effective_terms(self.collaboration, on=today).term_months("leader")
        return {**super().get_initial(), "ends_on": end_of_term(today, months)}


class AppointLeader(ProposesTerm):
    """Choose one of the member settings' people (L1). Where the leading policy says no, the page says why."""

    permission = Permission.APPOINT_LEADERS
    title = _("Appoint a leader")
    template_name = "memberships/appoint_leader.html"
    goes_by = ("leadership_form", "leader_term_months", "leading_means")
    form_class = LeaderForm
    submit_label = _("Appoint the leader")
    error_fields = {"membership": "person", "user": "person"}

    def get_form_kwargs(self) -> dict[str, Any]:
        """Beside each person, what the leading policy says of the setting today."""
        ids = [role.provider_id for role in self.people] if self.allows(Permission.VIEW_POLICY) else []
        verdicts = verdicts_today(ids, on=timezone.localdate())
        return {**super().get_form_kwargs(), "verdicts": verdicts}

    def save(self, form: LeaderForm) -> None:
        data = form.cleaned_data
        role, membership = self.chosen(form)
        appoint_leader(
            membership=membership,
            user=role.user,
            manner=data["manner"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            officers_decision=data["may_lead_because"],
            by=self.request.user,
        )
        say_who_leads(self, role, data["starts_on"])


class DecideLeader(OfSeenCollaboration, ProposesTerm):
    """Leaders record whom the members have chosen (L1).

    Where the leading policy does not by itself let the person lead, the page asks them to talk to the early
    years team, and says neither which nor why.
    """

    permission = Permission.LEAD_COLLABORATION
    title = _("Record who leads")
    template_name = "memberships/decide_leader.html"
    goes_by = ("leadership_form", "leader_term_months", "decision_method", "quorum", "tie_rule", "voting")
    form_class = DecideLeaderForm
    submit_label = _("Record the decision")
    error_fields = {"membership": "person", "user": "person"}

    def save(self, form: DecideLeaderForm) -> None:
        data = form.cleaned_data
        role, membership = self.chosen(form)
        appoint_leader(
            membership=membership,
            user=role.user,
            manner=data["manner"],
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            members_decision=data["members_decision"],
            by=self.request.user,
        )
        say_who_leads(self, role, data["starts_on"])


def say_who_leads(page: ChoosesPerson, role: SettingRole, day: date) -> None:
    words = {"person": role.user, "day": date_in_words(day)}
    messages.success(page.request, gettext("%(person)s leads from %(day)s.") % words)


class OfLeader(FormOfCollaboration):
    """A page below ``leaders/<row>/``."""

    permission = Permission.APPOINT_LEADERS

    @cached_property
    def appointment(self) -> LeaderAppointment:
        return found_or_404(leader_in(self.collaboration, self.kwargs["row"]))


class EndLeader(ShowsClauses, OfLeader):
    template_name = "memberships/form_with_clauses.html"
    goes_by = ("leader_resigns", "leadership_form")
    form_class = EndForm
    submit_label = _("Record the end")
    success_message = _("The end is recorded.")

    def get_title(self) -> str:
        return gettext("End the time of %(person)s as leader") % {"person": self.appointment.user}

    def get_initial(self) -> dict[str, Any]:
        return {"ends_on": self.appointment.ends_on or day_after(timezone.localdate())}

    def save(self, form: EndForm) -> None:
        end_appointment(LEADER, self.appointment, ends_on=form.cleaned_data["ends_on"], by=self.request.user)


class WithdrawLeader(OfLeader, ConfirmPage):
    """Take back an appointment that has not begun."""

    destructive = True
    submit_label = _("Take it back")
    success_message = _("The appointment is taken back.")
    explanation = _(
        "The person does not lead yet. Nothing of this appointment will be left, except in the audit log."
    )

    def get_title(self) -> str:
        return gettext("Take back the appointment of %(person)s?") % {"person": self.appointment.user}

    def save(self, form: Any) -> None:
        withdraw_appointment(LEADER, self.appointment, today=timezone.localdate(), by=self.request.user)
