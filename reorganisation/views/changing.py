"""The tasks of drawing up a plan."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.views import ConfirmPage, found_or_404
from memberships.selectors.people import person_key
from reorganisation.forms import PlacesForm, PlannedLeaderForm, SuccessorForm, TermsOfPlanForm
from reorganisation.rules.plans import share_field
from reorganisation.selectors import plans as selectors
from reorganisation.services import planning as services
from reorganisation.views.bases import ChangesPlan
from ways_of_working.selectors.clauses import clauses_of

if TYPE_CHECKING:
    from memberships.models.members import Membership, SettingRole
    from reorganisation.models import PlannedLeader, PlannedSuccessor
    from ways_of_working.rules.clauses import Clause


class PlanSuccessors(ChangesPlan):
    """The new collaborations so far, and one more."""

    title = _("The new collaborations")
    template_name = "reorganisation/successors.html"
    form_class = SuccessorForm
    submit_label = _("Add it")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        successors = selectors.successors_planned(self.plan)
        asks_for_more = self.plan.kind == "divide" or not successors
        return super().get_context_data(
            **{"successors": successors, "asks_for_more": asks_for_more, **kwargs}
        )

    def save(self, form: SuccessorForm) -> None:
        data = form.cleaned_data
        services.add_successor(**self.seen(form), name=data["name"], district=data["district"])

    def get_success_url(self) -> str:
        return self.address("plan_successors")


class OfSuccessor(ChangesPlan):
    """A page below ``successors/<row>/``."""

    @cached_property
    def successor(self) -> PlannedSuccessor:
        return found_or_404(selectors.successor_in(self.plan, self.kwargs["row"]))

    def permission_object(self) -> None:
        _row = self.successor

    def get_success_url(self) -> str:
        return self.address("plan_successors")

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class ChangeSuccessor(OfSuccessor):
    form_class = SuccessorForm

    def get_title(self) -> str:
        return gettext("Change %(name)s") % {"name": self.successor}

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "name": self.successor.name, "district": self.successor.district_id}

    def save(self, form: SuccessorForm) -> None:
        data = form.cleaned_data
        services.change_successor(
            **self.seen(form), successor_id=self.successor.pk, name=data["name"], district=data["district"]
        )


class RemoveSuccessor(OfSuccessor, ConfirmPage):
    destructive = True
    submit_label = _("Take it out")
    explanation = _("Members who were to go there have no place again.")

    def get_title(self) -> str:
        return gettext("Take %(name)s out of the plan?") % {"name": self.successor}

    def save(self, form: Any) -> None:
        services.remove_successor(**self.seen(form), successor_id=self.successor.pk)


class PlanPlaces(ChangesPlan):
    """One choice a member."""

    title = _("Who goes where?")
    template_name = "reorganisation/places.html"
    form_class = PlacesForm

    @cached_property
    def memberships(self) -> list[Membership]:
        return selectors.memberships_to_place(
            self.plan, on=selectors.day_of(self.plan, today=timezone.localdate())
        )

    @cached_property
    def successors(self) -> list[PlannedSuccessor]:
        return selectors.successors_planned(self.plan)

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "memberships": self.memberships, "successors": self.successors}

    def get_initial(self) -> dict[str, Any]:
        said = {
            f"place_{place.membership_id}": str(place.successor_id)
            if place.successor_id
            else ("leaves" if place.leaves else "")
            for place in self.facts.places
        }
        return {**super().get_initial(), **said}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{"memberships": self.memberships, "successors": self.successors, **kwargs}
        )

    def save(self, form: PlacesForm) -> None:
        services.place_members(
            **self.seen(form), going=form.going(), leaving=form.leaving(), at=timezone.now()
        )


class PlanLeaders(ChangesPlan):
    """Who is planned to lead where, and one more."""

    title = _("Who leads?")
    template_name = "reorganisation/leaders.html"
    form_class = PlannedLeaderForm
    submit_label = _("Plan this leader")
    error_fields: Mapping[str, str] = {
        "may_lead_because": "officers_decision",
        "membership": "person",
        "user": "person",
    }

    @cached_property
    def people(self) -> dict[str, tuple[Membership, SettingRole]]:
        people = selectors.people_to_lead(
            self.plan, on=selectors.day_of(self.plan, today=timezone.localdate())
        )
        return {person_key(role): (membership, role) for membership, role in people}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "people": self.people}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        leaders = selectors.leaders_planned(self.plan)
        refused = {
            leader.person: [refusal.in_words(gettext) for refusal in leader.refusals]
            for leader in self.facts.leaders
            if leader.refusals
        }
        context = {"leaders": leaders, "refused": refused, "people": self.people, "clauses": self.clauses()}
        return super().get_context_data(**(context | kwargs))

    def clauses(self) -> list[Clause]:
        """What the group that divides agreed about who leads afterwards."""
        sources = selectors.sources_of(self.plan) if self.plan.kind == "divide" else []
        keys, today = ("leads_after_dividing", "dividing"), timezone.localdate()
        return [clause for source in sources for clause in clauses_of(source.collaboration, keys, on=today)]

    def save(self, form: PlannedLeaderForm) -> None:
        data = form.cleaned_data
        membership, role = self.people[data["person"]]
        facts = {name: data[name] for name in ("manner", "ends_on", "officers_decision")}
        services.plan_leader(
            **self.seen(form), membership=membership, user=role.user, **facts, at=timezone.now()
        )

    def get_success_url(self) -> str:
        return self.address("plan_leaders")


class RemovePlannedLeader(ChangesPlan, ConfirmPage):
    submit_label = _("Take out of the plan")

    @cached_property
    def leader(self) -> PlannedLeader:
        return found_or_404(selectors.planned_leader_in(self.plan, self.kwargs["row"]))

    def permission_object(self) -> None:
        _row = self.leader

    def get_title(self) -> str:
        return gettext("Take %(person)s out of the plan?") % {"person": self.leader}

    def save(self, form: Any) -> None:
        services.unplan_leader(**self.seen(form), leader_id=self.leader.pk)

    def get_success_url(self) -> str:
        return self.address("plan_leaders")

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class PlanTerms(ChangesPlan):
    title = _("First day, records and balance")
    form_class = TermsOfPlanForm

    def get_initial(self) -> dict[str, Any]:
        shares = {share_field(row.pk): row.share_percent for row in self.sharing}
        terms = {name: getattr(self.plan, name) for name in services.TERMS}
        return {**super().get_initial(), **terms, **shares}

    @cached_property
    def sharing(self) -> list[PlannedSuccessor]:
        """Those among whom the balance is shared: of a merger there is one, which gets all of it."""
        return selectors.successors_planned(self.plan) if self.plan.kind == "divide" else []

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "successors": self.sharing}

    def save(self, form: TermsOfPlanForm) -> None:
        terms = {name: form.cleaned_data[name] for name in services.TERMS}
        services.set_terms(**self.seen(form), **terms, shares=form.shares())
