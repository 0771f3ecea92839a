"""Beginning a plan: from a collaboration's page, or by choosing several to merge."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration
from core.views import Crumb, FormPage
from reorganisation.forms import ReasonForm
from reorganisation.selectors import plans as selectors
from reorganisation.services import plans as services
from reorganisation.views.bases import LIST
from ways_of_working.panels import ShowsClauses

if TYPE_CHECKING:
    from collaborations.models import Collaboration

MAX_CHOSEN = 12


class StartDivision(ShowsClauses, FormOfCollaboration):
    """Begin to divide the collaboration whose page one comes from."""

    permission = Permission.REORGANISE
    form_class = ReasonForm
    template_name = "reorganisation/start_division.html"
    goes_by = ("optimum_size", "dividing", "leads_after_dividing")
    submit_label = _("Begin the plan")

    def get_title(self) -> str:
        return gettext("Plan to divide %(name)s") % {"name": self.collaboration}

    def save(self, form: ReasonForm) -> None:
        facts = {"collaborations": [self.collaboration], "reason": form.cleaned_data["reason"]}
        self.begun = services.start_plan(kind="divide", **facts, by=self.request.user, at=timezone.now())

    def succeed(self) -> HttpResponseBase:
        return HttpResponseRedirect(reverse("reorganisation:plan", args=[self.begun.pk]))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "may_begin": selectors.may_be_planned(self.collaboration, "divide"),
            "open_plan": selectors.open_plan_of(self.collaboration),
        }
        return super().get_context_data(**(context | kwargs))


class StartMerger(FormPage):
    """Choose several by links, which stay in the address, and begin. Works without script."""

    permission = Permission.REORGANISE
    title = _("Plan to merge collaborations")
    form_class = ReasonForm
    template_name = "reorganisation/start_merger.html"
    submit_label = _("Begin the plan")
    cancel_url = "reorganisation:plans"

    def breadcrumbs(self) -> tuple[Crumb, ...]:
        return (
            Crumb(_("Collaborations"), reverse("collaborations:list")),
            Crumb(LIST.label, reverse("reorganisation:plans")),
        )

    @cached_property
    def searched(self) -> str:
        return self.request.GET.get("q", "")[:100]

    @cached_property
    def chosen(self) -> list[Collaboration]:
        given = [
            int(text)
            for text in self.request.GET.getlist("with")[:MAX_CHOSEN]
            if text.isdecimal() and len(text) < 19
        ]
        return selectors.collaborations_chosen(given)

    def with_(self, ids: list[int]) -> str:
        return "?" + urlencode(
            [("with", pk) for pk in ids] + ([("q", self.searched)] if self.searched else [])
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        ids = [collaboration.pk for collaboration in self.chosen]
        matches = selectors.collaborations_to_merge(self.searched, chosen=ids)
        collaborations = list(matches.rows)
        context = {
            "searched": self.searched,
            "correction": matches.correction,
            "chosen": [
                (collaboration, self.with_([pk for pk in ids if pk != collaboration.pk]))
                for collaboration in self.chosen
            ],
            "found": [(one, self.with_([*ids, one.pk])) for one in collaborations],
            "many": len(collaborations) == selectors.MAX_TO_MERGE,
            "enough": len(ids) > 1,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: ReasonForm) -> None:
        facts = {"collaborations": self.chosen, "reason": form.cleaned_data["reason"]}
        self.begun = services.start_plan(kind="merge", **facts, by=self.request.user, at=timezone.now())

    def succeed(self) -> HttpResponseBase:
        return HttpResponseRedirect(reverse("reorganisation:plan", args=[self.begun.pk]))
