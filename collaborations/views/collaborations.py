"""The list of collaborations, the page of one, and the pages that start one and change its details."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations import services
from collaborations.forms import CollaborationForm, EnquiryForm, StartForm
from collaborations.tables import CollaborationsTable
from collaborations.views.mixins import FormOfCollaboration, OfCollaboration, way_to
from core.tables.pages import ListPage
from core.views import Crumb, FormPage
from memberships.rules.size import size_advice
from memberships.selectors.leaders import leaders_of
from memberships.selectors.members import members_of, past_members_of
from reorganisation.panels import lineage_for
from ways_of_working.panels import shown_drift
from ways_of_working.selectors.clauses import clauses_from
from ways_of_working.selectors.drift import drift_in
from ways_of_working.selectors.effective import effective_terms

if TYPE_CHECKING:
    from collaborations.models import Collaboration
    from ways_of_working.panels import ShownDrift
    from ways_of_working.rules.effective import EffectiveTerms


class Collaborations(ListPage):
    """Every collaboration, for officers and for those who read everything."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Collaborations")
    template_name = "collaborations/collaborations.html"
    things = _("collaborations")
    table_class = CollaborationsTable
    export = "collaborations"
    export_permission = Permission.EXPORT
    empty_text = _("There are no collaborations yet.")
    shown_as: ClassVar[str] = "list"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_start = self.allows(Permission.ADD_COLLABORATIONS)
        start = {"start_url": reverse("collaborations:start")} if may_start else {}
        empty = (
            {"empty_url": start["start_url"], "empty_action": _("Start the first one")} if may_start else {}
        )
        context = {"ways": self.ways(), **self.with_all_of_them()}
        return super().get_context_data(**{**context, **start, **empty, **kwargs})

    def with_all_of_them(self) -> dict[str, str]:
        """What can be done with all that the filters leave: where it is shown first and then done."""
        pages = {
            "write_url": ("support:write_message", Permission.SEND_MESSAGES),
            "move_url": ("support:move_to_district", Permission.CHANGE_COLLABORATIONS),
        }
        return {
            name: reverse(page) + self.address()
            for name, (page, permission) in pages.items()
            if self.allows(permission)
        }

    def ways(self) -> list[tuple[Any, str, bool]]:
        """The other ways to look at the same collaborations, with the same filters."""
        names = (("list", _("List")), ("map", _("Districts")))
        return [
            (label, reverse(f"collaborations:{name}") + self.address(), name == self.shown_as)
            for name, label in names
        ]


class CollaborationPage(OfCollaboration):
    """A collaboration for officers, for those who read everything, and for its leaders and members.

    To others it does not exist.
    """

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "collaborations/collaboration.html"

    def permission_object(self) -> Collaboration:
        if not self.allows(self.permission, self.collaboration):
            raise Http404
        return self.collaboration

    def get_title(self) -> str:
        return self.collaboration.name

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        memberships = list(members_of(self.collaboration, on=today))
        leaders = list(leaders_of(self.collaboration, on=today))
        members = [membership for membership in memberships if membership.joined_on <= today]
        runs_it = self.allows(Permission.RUN_COLLABORATION, self.collaboration)
        context = {
            "members": memberships,
            "leaders": leaders,
            "today": today,
            "runs_it": runs_it,
            "drift": self.drift() if runs_it or self.allows(Permission.VIEW_COLLABORATIONS) else [],
            "past": list(past_members_of(self.collaboration, on=today))
            if self.allows(Permission.VIEW_MEMBERS)
            else [],
            **self.size(len(members)),
            **self.permissions_here(),
            **lineage_for(self, self.collaboration),
        }
        return super().get_context_data(**(context | kwargs))

    @cached_property
    def terms(self) -> EffectiveTerms:
        return effective_terms(self.collaboration, on=timezone.localdate())

    def drift(self) -> list[ShownDrift]:
        """How practice differs from the agreement, for those who run the group and for officers."""
        found = drift_in(self.collaboration, terms=self.terms, on=timezone.localdate())
        return shown_drift(found, self.terms, collaboration_id=self.collaboration.pk)

    def size(self, number: int) -> dict[str, Any]:
        """The number of members against the advice, and against what the ways of working say (C2)."""
        advice = size_advice(number, self.terms.optimum_size)
        clauses = clauses_from(self.terms, ["optimum_size"], collaboration_id=self.collaboration.pk)
        return {
            "number": number,
            "advice": advice.in_words(gettext) if advice else "",
            "size_clauses": clauses if advice else [],
        }

    def permissions_here(self) -> dict[str, bool]:
        """What this person may do here. Nobody is added to a closed collaboration."""
        is_open = self.collaboration.closed_on is None
        return {
            "may_change": self.allows(Permission.CHANGE_COLLABORATIONS),
            "sees_life": self.allows(Permission.VIEW_COLLABORATIONS)
            or self.allows(Permission.RUN_COLLABORATION, self.collaboration),
            "may_change_members": is_open and self.allows(Permission.CHANGE_MEMBERS),
            "may_appoint": is_open and self.allows(Permission.APPOINT_LEADERS),
            "sees_all": self.allows(Permission.VIEW_MEMBERS),
        }


class StartCollaboration(FormPage):
    permission = Permission.ADD_COLLABORATIONS
    title = _("Start a collaboration")
    form_class = StartForm
    submit_label = _("Start the collaboration")
    cancel_url = "collaborations:list"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def get_initial(self) -> dict[str, Any]:
        return {"started_on": timezone.localdate()}

    def save(self, form: StartForm) -> HttpResponseBase:
        collaboration = services.start_collaboration(
            **form.cleaned_data, by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, gettext("%(name)s is recorded.") % {"name": collaboration})
        page = "life" if form.cleaned_data["state"] == StartForm.ENQUIRY else "detail"
        return HttpResponseRedirect(reverse(f"collaborations:{page}", args=[collaboration.pk]))


class ChangeCollaboration(FormOfCollaboration):
    permission = Permission.CHANGE_COLLABORATIONS
    title = _("Change the details")
    form_class = CollaborationForm
    success_message = _("The details are saved.")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return way_to(self.collaboration, sees_all=True)

    def get_form(self) -> CollaborationForm:
        """Who asked is put right here too, while there is something to put right."""
        form_class = EnquiryForm if self.collaboration.enquiry else CollaborationForm
        names = form_class.base_fields.keys() - {"is_another"}
        initial = {name: getattr(self.collaboration, name) for name in names}
        return form_class(**(self.get_form_kwargs() | {"initial": initial}))

    def save(self, form: CollaborationForm) -> None:
        changes = dict(form.cleaned_data)
        is_another = changes.pop("is_another", False)
        services.change_collaboration(
            collaboration=self.collaboration, changes=changes, is_another=is_another, by=self.request.user
        )
