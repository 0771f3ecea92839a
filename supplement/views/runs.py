"""Payment runs as finance and the manager work with them (S8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.forms.numbers import whole_number
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from supplement.forms.runs import ApproveRunForm, CancelRunForm, LookForm, SendBackForm, StartRunForm
from supplement.rules.runs import Actor, RunFacts, RunState, may_move
from supplement.selectors import run_against
from supplement.selectors import runs as selectors
from supplement.services import runs as services
from supplement.tables.runs import RUN_COLOURS, RunClaimsTable, RunsTable, unusual_words
from supplement.views.possible import WhenPossible

if TYPE_CHECKING:
    from supplement.models.parts import SchemePeriod
    from supplement.models.runs import Run, RunClaim


class Runs(ListPage):
    """Every run."""

    permission = Permission.VIEW_RUNS
    template_name = "supplement/runs.html"
    title = _("Payment runs")
    thing, things = _("run"), _("runs")
    table_class = RunsTable
    export = "payment-runs"
    export_permission = Permission.EXPORT
    empty_text = _("There is no payment run yet. Finance begins one when claims of a period are assessed.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_make": self.allows(Permission.MAKE_RUNS), **kwargs})


class StartRun(FormPage):
    permission = Permission.MAKE_RUNS
    template_name = "supplement/start_run.html"
    title = _("Begin a payment run")
    form_class = StartRunForm
    submit_label = _("Begin")

    @cached_property
    def periods(self) -> list[SchemePeriod]:
        return selectors.periods_to_pay()

    def get_form_kwargs(self) -> dict[str, Any]:
        choices = [(str(row.pk), f"{row.name} ({row.scheme})") for row in self.periods]
        return {**super().get_form_kwargs(), "periods": choices}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"has_periods": bool(self.periods), **kwargs})

    def save(self, form: Any) -> HttpResponseBase:
        period = whole_number(form.cleaned_data["period"]) or 0
        run = services.start_run(period_id=period, by=self.request.user, at=timezone.now())
        return HttpResponseRedirect(reverse("supplement:run", args=[run.pk]))

    def get_cancel_url(self) -> str:
        return reverse("supplement:runs")


class OfRun(Page):
    """A page of one run."""

    permission = Permission.VIEW_RUNS

    @cached_property
    def run(self) -> Run:
        return found_or_404(selectors.run_by_id(self.kwargs["run"]))

    def permission_object(self) -> None:
        self.run  # noqa: B018  404 before anything else is asked

    def page_address(self, name: str = "run", *args: Any) -> str:
        return reverse(f"supplement:{name}", args=[self.run.pk, *args])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(str(self.run), self.page_address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"run": self.run, "caption": str(self.run), **kwargs})


class RunPage(OfRun):
    """One run: control totals, what is unusual, what can be done, and its steps."""

    template_name = "supplement/run.html"

    def record(self) -> Any:
        return self.run

    def get_title(self) -> str:
        return str(self.run)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        has_figures = self.run.state in selectors.CALCULATED
        context = {
            "caption": str(self.run.period.scheme),
            "colour": RUN_COLOURS[RunState(self.run.state)],
            "has_figures": has_figures,
            "is_calculating": selectors.is_calculating(self.run),
            "waiting": None if has_figures else selectors.waiting_for(self.run.period_id),
            "totals": selectors.totals_of(self.run) if has_figures else None,
            "exceptions": [
                (row, unusual_words(row)) for row in selectors.exceptions_in(self.run) if has_figures
            ],
            "steps": selectors.steps_of(self.run),
            **self.deeds(),
        }
        return super().get_context_data(**(context | kwargs))

    def deeds(self) -> dict[str, Any]:
        """What this person is offered now."""
        state, makes = self.run.state, self.allows(Permission.MAKE_RUNS)
        approves = self.allows(Permission.APPROVE_RUN)
        facts = RunFacts(RunState(state), self.run.calculated_by_id)
        refusals = may_move(facts, RunState.APPROVED, actor=Actor.APPROVER, by=self.request.user.pk)
        may_calculate = state in (RunState.OPEN, RunState.CALCULATED, RunState.REVIEWED)
        is_stuck = state == RunState.CALCULATING and not selectors.is_calculating(self.run)
        takes = not run_against.against_calculating(self.run)
        stands = run_against.against_review(self.run) if state == RunState.CALCULATED else ""
        return {
            "may_calculate": makes and (may_calculate or is_stuck) and takes,
            "may_look": makes and state == RunState.CALCULATED,
            "may_review": makes and state == RunState.CALCULATED and not stands,
            "before_review": stands if makes else "",
            "may_approve": approves and state == RunState.REVIEWED and not refusals,
            "is_own": approves and state == RunState.REVIEWED and bool(refusals),
            "may_send_back": approves and state == RunState.REVIEWED,
            "may_cancel": makes and may_calculate,
        }


class RunClaims(OfRun, ListPage):
    """What each collaboration comes to, beside its last period."""

    title = _("By collaboration")
    things = _("collaborations")
    template_name = "supplement/run_claims.html"
    table_class = RunClaimsTable
    export = "run-claims"
    export_permission = Permission.EXPORT
    empty_text = _("There are no figures yet. Calculate the run first.")

    def scope(self) -> Mapping[str, str]:
        return {"run": str(self.run.pk)}


def state_words(run: Run) -> str:
    return gettext("The run is “%(state)s” now.") % {"state": run.get_state_display()}


class DoesWithRun(OfRun, WhenPossible, ConfirmPage):
    """A deed with a run; what cannot be done now leads back to its page, with the reason."""

    permission = Permission.MAKE_RUNS
    when: ClassVar[tuple[RunState, ...]] = ()

    def against(self) -> str:
        return "" if self.run.state in self.when else state_words(self.run)

    def get_success_url(self) -> str:
        return self.page_address()

    def get_cancel_url(self) -> str:
        return self.page_address()

    def deed(self) -> dict[str, Any]:
        """What every service of a run is told."""
        return {"run_id": self.run.pk, "by": self.request.user, "at": timezone.now()}


class CalculateRun(DoesWithRun):
    title = _("Calculate the run?")
    submit_label = _("Calculate")
    when = (RunState.OPEN, RunState.CALCULATING, RunState.CALCULATED, RunState.REVIEWED)
    explanation = _(
        "Every claim that is assessed as eligible is calculated from what is known today. Earlier figures of this"
        " run are replaced."
    )
    warning = _("Whoever calculates the run cannot approve it.")

    def against(self) -> str:
        return super().against() or run_against.against_calculating(self.run)

    def save(self, form: Any) -> None:
        services.calculate_run(**self.deed())


class ReviewRun(DoesWithRun):
    title = _("Record the review?")
    submit_label = _("Record the review")
    when = (RunState.CALCULATED,)
    explanation = _(
        "You have looked at the totals and at everything unusual. A second person can then approve it."
    )
    success_message = _("The review is recorded. A second person can approve the run now.")

    def against(self) -> str:
        return super().against() or run_against.against_review(self.run)

    def save(self, form: Any) -> None:
        services.review_run(**self.deed())


class ApproveRun(DoesWithRun):
    """With all that is approved."""

    permission = Permission.APPROVE_RUN
    template_name = "supplement/approve_run.html"
    form_class = ApproveRunForm
    title = _("Approve the run?")
    submit_label = _("Approve it for good")
    when = (RunState.REVIEWED,)
    warning = _("An approved run never changes. A mistake is corrected by a signed line in a later run.")
    success_message = _("The run is approved.")

    def against(self) -> str:
        return super().against() or run_against.against_approval(self.run, by=self.request.user.pk)

    def get_initial(self) -> dict[str, Any]:
        return {"seen": self.run.input_hash}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"totals": selectors.totals_of(self.run), **kwargs})

    def save(self, form: Any) -> None:
        services.approve_run(**self.deed(), seen=form.cleaned_data["seen"])


class SendBackRun(DoesWithRun):
    permission = Permission.APPROVE_RUN
    form_class = SendBackForm
    title = _("Send the run back?")
    submit_label = _("Send it back")
    when = (RunState.REVIEWED,)
    explanation = _("It waits for another review. Whoever works on it reads your reason.")

    def save(self, form: Any) -> None:
        services.send_back(**self.deed(), words=form.cleaned_data["words"])


class CancelRun(DoesWithRun):
    form_class = CancelRunForm
    title = _("Call the run off?")
    submit_label = _("Call it off")
    destructive = True
    when = (RunState.OPEN, RunState.CALCULATED, RunState.REVIEWED)
    explanation = _("Nothing of it is paid. Its claims wait for another run.")

    def save(self, form: Any) -> None:
        services.cancel_run(**self.deed(), words=form.cleaned_data["words"])


class LookAtClaim(OfRun, WhenPossible):
    """What is unusual about one claim, and what was found."""

    permission = Permission.MAKE_RUNS
    template_name = "supplement/look.html"
    form_class = LookForm
    submit_label = _("Record it")
    success_message = _("Recorded.")

    @cached_property
    def row(self) -> RunClaim:
        return found_or_404(selectors.run_claim_of(self.run, self.kwargs["claim"]))

    def against(self) -> str:
        if self.run.state != RunState.CALCULATED:
            return state_words(self.run)
        return "" if self.row.exceptions else gettext("There is nothing unusual about this claim any more.")

    def get_title(self) -> str:
        return gettext("What is unusual about %(group)s?") % {"group": self.row.claim.collaboration}

    def get_initial(self) -> dict[str, Any]:
        return {"words": self.row.seen_words}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"row": self.row, "unusual": unusual_words(self.row), **kwargs})

    def save(self, form: Any) -> None:
        words, claim = form.cleaned_data["words"], self.row.claim_id
        services.look_at(
            run_id=self.run.pk, claim_id=claim, words=words, by=self.request.user, at=timezone.now()
        )

    def get_success_url(self) -> str:
        return self.page_address()

    def get_cancel_url(self) -> str:
        return self.page_address()
