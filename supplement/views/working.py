""" "Show working" (S8): what a figure came from, for finance and for the group; and a run calculated again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import FormPage, found_or_404
from documents.selectors import has_ended
from memberships.selectors.people import settings_of
from supplement.forms.schemes import SimulateForm
from supplement.rules.runs import FIXED
from supplement.rules.snapshot import Difference, Unreadable
from supplement.selectors import runs as selectors
from supplement.selectors.closing import closed_in_words
from supplement.selectors.working import Working, working_in_words
from supplement.services import run_again
from supplement.views.money_of_group import SumsOfGroup
from supplement.views.runs import OfRun

if TYPE_CHECKING:
    from collections.abc import Collection

    from supplement.models.runs import Run, RunClaim


def shown(run: Run, group: int, *, only: Collection[int] | None = None) -> dict[str, Any]:
    """The working of a collaboration as its snapshot has it; without it where nothing can be read."""
    try:
        found = selectors.working_of(run, group)
    except Unreadable:
        found = None
    if found is None:
        return {"working": None, "digest": "", "scheme": run.period.scheme}
    kept, digest = found
    working: Working = working_in_words(kept, only=only)
    return {"working": working, "digest": digest, "scheme": run.period.scheme}


class RunWorking(OfRun):
    """Of one claim of a run, for the team."""

    template_name = "supplement/working.html"

    @cached_property
    def row(self) -> RunClaim:
        return found_or_404(selectors.run_claim_of(self.run, self.kwargs["claim"]))

    def get_title(self) -> str:
        return gettext("Working: %(collaboration)s") % {"collaboration": self.row.claim.collaboration}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        corrects = self.run.state in FIXED and self.allows(Permission.MAKE_RUNS)
        closed = closed_in_words(self.run.period) if corrects else ""
        context = {
            "row": self.row,
            "may_correct": corrects and not closed,
            "closed": closed,
            **shown(self.run, self.row.claim.collaboration_id),
        }
        return super().get_context_data(**(context | kwargs))


class GroupWorking(SumsOfGroup):
    """The same for the group itself once the run is approved: its leaders read all of it, other members their
    own lines and what is of everybody.
    """

    template_name = "supplement/working.html"

    @cached_property
    def run(self) -> Run:
        run = found_or_404(selectors.run_by_id(self.kwargs["run"]))
        if run.state not in FIXED:
            raise Http404
        return run

    @cached_property
    def row(self) -> RunClaim:
        rows = selectors.run_claims(self.run.pk).filter(claim__collaboration=self.collaboration)
        return found_or_404(rows.first())

    def get_title(self) -> str:
        return gettext("How %(period)s was worked out") % {"period": self.run.period}

    def only(self) -> Collection[int] | None:
        """The settings whose lines this person reads; None: all of them."""
        sees_all = self.allows(Permission.VIEW_RUNS) or self.allows(
            Permission.LEAD_COLLABORATION, self.collaboration
        )
        if sees_all:
            return None
        on = self.visitor.on
        return set(settings_of(self.request.user, on=on).values_list("pk", flat=True))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"row": self.row, "run": self.run, "caption": self.collaboration.name}
        context |= shown(self.run, self.collaboration.pk, only=self.only())
        return super().get_context_data(**(context | kwargs))


class RunAgain(OfRun, FormPage):
    """The run calculated again from its snapshot: equal to the penny, or an alarm."""

    template_name = "supplement/run_again.html"
    title = _("Calculate again from the snapshot")
    form_class = SimulateForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        newest = selectors.calculation_again(self.run, done=False)
        done = selectors.calculation_again(self.run, done=True)
        kept = selectors.snapshot_of(self.run)
        context = {
            "digest": kept[1] if kept else "",
            "under_way": newest if newest is not None and not has_ended(newest) else None,
            "done": done,
            "differences": [Difference(*row) for row in done.result["differences"]] if done else [],
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> HttpResponseBase:
        job = run_again.start_again(run_id=self.run.pk, by=self.request.user, at=timezone.now())
        return HttpResponseRedirect(reverse("documents:job", args=[job.pk]))
