"""Pages about concerns (C8).

They are there for people of the member settings alone: to everybody else, officers too, they do not exist.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.views.mixins import FormOfCollaboration, OfCollaboration, way_to
from core.frame.deciding import Decided, decided_about
from core.views import Crumb, found_or_404
from memberships.forms.group import ConcernForm, DecisionForm, StepForm
from memberships.rules.conduct import ConcernDecision, ConcernState, next_state
from memberships.selectors.conduct import (
    GroupToday,
    belongs_to,
    concern_seen,
    concerns_seen,
    members_to_raise_about,
    readings_of,
    steps_of,
)
from memberships.services.conduct import move_concern, raise_concern, record_reading_of_concern
from ways_of_working.panels import ShowsClauses
from ways_of_working.rules.catalogue.behaving import SAFEGUARDING_PART

if TYPE_CHECKING:
    from memberships.models.conduct import ConductConcern
    from memberships.models.members import Membership
    from memberships.selectors.conduct import SeenConcern

STATE_COLOURS = {
    ConcernState.RAISED: "blue",
    ConcernState.DISCUSSED: "yellow",
    ConcernState.DECIDED: "purple",
    ConcernState.CLOSED: "grey",
}
STEP_TITLES = {
    ConcernState.DISCUSSED: _("Record the discussion"),
    ConcernState.DECIDED: _("Record what the group decided"),
    ConcernState.CLOSED: _("Close the concern"),
}


class OfConcerns(OfCollaboration):
    """A page below ``concerns/``: for whoever works at a member setting today.

    No right over the authority opens it.
    """

    signed_in = True  # selectors.belongs_to, and selectors.concern_seen for one concern

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not belongs_to(
            request.user, self.collaboration, on=timezone.localdate()
        ):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return way_to(self.collaboration, sees_all=False)

    def list_url(self) -> str:
        return reverse("memberships:concerns", args=[self.collaboration.pk])


class Concerns(ShowsClauses, OfConcerns):
    """The concerns that this person may see. Others may be there; nothing here says so."""

    title = _("How we work together")
    template_name = "memberships/concerns.html"
    goes_by = ("conduct", *SAFEGUARDING_PART)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        seen = concerns_seen(self.request.user, self.collaboration, on=timezone.localdate())
        rows = [
            {"concern": one.concern, "colour": STATE_COLOURS[ConcernState(one.concern.state)]} for one in seen
        ]
        return super().get_context_data(**{"rows": rows, **kwargs})


class RaiseConcern(ShowsClauses, OfConcerns, FormOfCollaboration):
    title = _("Raise a concern")
    template_name = "memberships/raise_concern.html"
    goes_by = SAFEGUARDING_PART
    form_class = ConcernForm
    submit_label = _("Raise the concern")
    success_message = _("The concern is raised.")

    @cached_property
    def members(self) -> list[Membership]:
        return members_to_raise_about(self.request.user, self.collaboration, on=timezone.localdate())

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "members": self.members}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"members": self.members, **kwargs})

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Concerns"), self.list_url()))

    def get_success_url(self) -> str:
        return self.list_url()

    def save(self, form: ConcernForm) -> None:
        about = next(member for member in self.members if member.pk == form.cleaned_data["about"])
        words = form.cleaned_data["words"]
        raise_concern(
            collaboration=self.collaboration,
            about=about,
            words=words,
            by=self.request.user,
            at=timezone.now(),
        )


class OneConcern(OfConcerns):
    """A page below ``concerns/<row>/``: the concern that this person may see, or 404."""

    @cached_property
    def seen(self) -> SeenConcern:
        today = timezone.localdate()
        return found_or_404(concern_seen(self.request.user, self.collaboration, self.kwargs["row"], on=today))

    @property
    def concern(self) -> ConductConcern:
        return self.seen.concern

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Concerns"), self.list_url()))

    def get_title(self) -> str:
        return gettext("Concern about %(setting)s") % {"setting": self.concern.about.provider}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"concern": self.concern, "may_move": self.seen.may_move, **kwargs})


class ConcernPage(OneConcern):
    """All of one concern. Reading it is noted, once a person and day."""

    template_name = "memberships/concern.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        record_reading_of_concern(concern=self.concern, by=request.user, at=timezone.now())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        state = ConcernState(self.concern.state)
        wanted = next_state(state)
        context = {
            "colour": STATE_COLOURS[state],
            "steps": list(steps_of(self.concern)),
            "readings": list(readings_of(self.concern)[:50]) if self.seen.may_move else [],
            "next_title": STEP_TITLES[wanted] if wanted and self.seen.may_move else "",
            "nobody_moves": wanted is not None and not self.may_be_moved(),
            "is_removal": self.concern.decision == ConcernDecision.REMOVAL,
        }
        return super().get_context_data(**(context | kwargs))

    def may_be_moved(self) -> bool:
        return self.seen.may_move or GroupToday(
            self.collaboration.pk, on=timezone.localdate()
        ).has_somebody_to_move(self.concern)


class MoveConcern(OneConcern, FormOfCollaboration):
    """Record the next step. Whoever sees the concern and may not is told so (403)."""

    submit_label = _("Record the step")
    success_message = _("The step is recorded.")
    template_name = "memberships/move_concern.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and not self.seen.may_move:
            raise PermissionDenied(
                _(
                    "Another leader, or the chair, records what happened: nobody of that setting, and not who"
                    " raised it while somebody else can."
                )
            )
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def wanted(self) -> ConcernState:
        """What the person was asked about: as sent, or the next state when the form is opened."""
        sent = self.request.POST.get("to_state", "")
        return (
            ConcernState(sent)
            if sent in STEP_TITLES
            else found_or_404(next_state(ConcernState(self.concern.state)))
        )

    def get_title(self) -> Any:
        return STEP_TITLES[self.wanted]

    def get_form(self) -> StepForm:
        kind = DecisionForm if self.wanted is ConcernState.DECIDED else StepForm
        raised_it = self.concern.raised_by_id == self.request.user.pk
        return kind(**self.get_form_kwargs(), asks_who_agreed=raised_it)

    @cached_property
    def decided(self) -> Decided | None:
        """What the members decided by vote: it fills the words, and whoever records the step confirms them."""
        if self.wanted is not ConcernState.DECIDED:
            return None
        return decided_about(self.visitor, "conduct", self.concern.pk, self.collaboration)

    def get_initial(self) -> dict[str, Any]:
        initial = {"to_state": self.wanted, "on": timezone.localdate()}
        if self.decided is None or self.decided.is_carried is None:
            return initial
        return {**initial, "on": self.decided.decided_on, "words": self.decided.words}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **{"wanted": self.wanted, "blocks": [self.decided.block] if self.decided else [], **kwargs}
        )

    def get_success_url(self) -> str:
        return reverse("memberships:concern", args=[self.collaboration.pk, self.concern.pk])

    def save(self, form: StepForm) -> None:
        move_concern(concern_id=self.concern.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())
