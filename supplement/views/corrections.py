"""Corrections of what was approved (S8), proposals of the night, and a claim that finance holds (S7)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from core.views import ConfirmPage, FormPage, found_or_404
from core.wording import pounds
from supplement.forms.corrections import (
    TAKE,
    AddCorrectionForm,
    BringInForm,
    DecideCorrectionForm,
    HoldForm,
    TakeBackForm,
)
from supplement.rules.claims import Actor, ClaimState, moves_from
from supplement.rules.corrections import AGREED_FIRST, refusals_to_agree, refusals_to_take_back
from supplement.selectors import claims as claim_selectors
from supplement.selectors import corrections as selectors
from supplement.selectors.closing import closed_in_words
from supplement.services import corrections as services
from supplement.services.claim_moves import move_claim
from supplement.tables.corrections import CorrectionsTable
from supplement.views.possible import WhenPossible, in_words

if TYPE_CHECKING:
    from supplement.models.checks import ProposedCorrection
    from supplement.models.claims import Claim
    from supplement.models.runs import Adjustment

#: The ways of correcting a whole member.
IN, OUT = "in", "out"


class Corrections(ListPage):
    """Every correction; above them what the night proposes."""

    permission = Permission.VIEW_RUNS
    template_name = "supplement/corrections.html"
    title = _("Corrections")
    thing, things = _("correction"), _("corrections")
    table_class = CorrectionsTable
    export = "supplement-corrections"
    export_permission = Permission.EXPORT
    empty_text = _("Nothing was corrected yet. Add a correction from the working of a claim in a run.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "proposals": selectors.proposals(),
            "waiting": selectors.waiting_corrections(),
            "agreed_first": AGREED_FIRST,
            "may_decide": self.allows(Permission.MAKE_RUNS),
            "may_agree": self.allows(Permission.APPROVE_RUN),
        }
        return super().get_context_data(**(context | kwargs))


class _OfPaidClaim(WhenPossible):
    """A correction of a claim that an approved run pays for."""

    permission = Permission.MAKE_RUNS

    @cached_property
    def claim(self) -> Claim:
        return found_or_404(selectors.claim_to_correct(self.kwargs["claim"]))

    def permission_object(self) -> None:
        self.claim  # noqa: B018  404 before anything else is asked

    def against(self) -> str:
        return closed_in_words(self.claim.period)

    def get_success_url(self) -> str:
        return reverse("supplement:corrections")

    def get_cancel_url(self) -> str:
        return reverse("supplement:corrections")


class AddCorrection(_OfPaidClaim):
    """Of one line."""

    title = _("Add a correction")
    form_class = AddCorrectionForm
    submit_label = _("Add it")
    success_message = _("Added. The next run of this collaboration carries it.")

    def get_form_kwargs(self) -> dict[str, Any]:
        names = dict(self.claim.period.scheme.components.order_by().values_list("key", "name"))
        lines = [
            (
                f"{line.membership_id}:{line.component}",
                f"{line.provider}, {names.get(line.component, line.component)}: {pounds(line.pence)}",
            )
            for line in selectors.lines_to_correct(self.claim)
        ]
        return {**super().get_form_kwargs(), "lines": lines}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": str(self.claim), **kwargs})

    def save(self, form: Any) -> None:
        data = form.cleaned_data
        member, _colon, component = data["line"].partition(":")
        services.add_correction(
            claim_id=self.claim.pk,
            membership_id=int(member),
            component=component,
            cause=data["cause"],
            pence=data["pence"] or 0,
            words=data["words"],
            by=self.request.user,
            at=timezone.now(),
        )


class BringIn(_OfPaidClaim):
    """A member was left out of an approved run, or was in it wrongly."""

    template_name = "supplement/bring_in.html"
    title = _("Bring a member in, or take one out")
    form_class = BringInForm
    submit_label = _("Add the correction")
    success_message = _(
        "Added. A second person agrees to it, and then the next run of this collaboration carries it."
    )

    @cached_property
    def members(self) -> list[tuple[str, str]]:
        brought = selectors.members_left_out(self.claim)
        taken = selectors.members_to_take_out(self.claim)
        return [
            *(
                (f"{IN}:{row.membership_id}", gettext("%(member)s was left out: %(sum)s") % _named(row))
                for row in brought
            ),
            *(
                (
                    f"{OUT}:{row.membership_id}",
                    gettext("%(member)s was counted wrongly: %(sum)s") % _named(row),
                )
                for row in taken
            ),
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "members": self.members}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"caption": str(self.claim), "has_members": bool(self.members)}
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> None:
        way, _colon, member = form.cleaned_data["member"].partition(":")
        services.bring_in_or_take_out(
            claim_id=self.claim.pk,
            membership_id=int(member),
            is_in=way == IN,
            words=form.cleaned_data["words"],
            by=self.visitor.user,
            at=timezone.now(),
        )


def _named(row: selectors.Member) -> dict[str, str]:
    return {"member": row.name, "sum": pounds(row.pence)}


class _OfCorrection(WhenPossible, ConfirmPage):
    """A deed with one correction that waits."""

    template_name = "supplement/one_correction.html"

    @cached_property
    def correction(self) -> Adjustment:
        return found_or_404(selectors.corrections().filter(pk=self.kwargs["row"]).first())

    def permission_object(self) -> None:
        self.correction  # noqa: B018  404 before anything else is asked

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        together = list(selectors.together_with(self.correction).order_by("component", "pk"))
        context = {
            "correction": self.correction,
            "sum": sum(row.pence for row in together),
            "caption": str(self.correction.claim),
        }
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self) -> str:
        return reverse("supplement:corrections")

    def get_cancel_url(self) -> str:
        return reverse("supplement:corrections")


class AgreeToCorrection(_OfCorrection):
    """A second person agrees that a member is brought in, or taken out."""

    permission = Permission.APPROVE_RUN
    title = _("Agree to this correction?")
    submit_label = _("Agree")
    success_message = _("Agreed. The next run of this collaboration carries it.")

    def against(self) -> str:
        row = self.correction
        if row.agreed_at is not None:
            return gettext("%(person)s has agreed to this correction.") % {"person": row.agreed_by}
        is_taken_back = row.taken_back_at is not None
        by = self.visitor.user.pk
        return in_words(
            refusals_to_agree(cause=row.cause, added_by=row.by_id, by=by, is_taken_back=is_taken_back)
        )

    def save(self, form: Any) -> None:
        services.agree_to_correction(row_id=self.correction.pk, by=self.visitor.user, at=timezone.now())


class TakeCorrectionBack(_OfCorrection):
    """Until an approved run carries it."""

    permission = Permission.MAKE_RUNS
    title = _("Take this correction back?")
    form_class = TakeBackForm
    submit_label = _("Take it back")
    success_message = _("It is taken back. A run that was calculated with it is calculated again.")

    def against(self) -> str:
        row = self.correction
        return in_words(
            refusals_to_take_back(
                is_taken_back=row.taken_back_at is not None,
                is_approved=selectors.is_carried_for_good(row),
                is_share=row.settlement_id is not None,
            )
        )

    def save(self, form: Any) -> None:
        words = form.cleaned_data["words"]
        services.take_correction_back(
            row_id=self.correction.pk, words=words, by=self.visitor.user, at=timezone.now()
        )


class DecideCorrection(WhenPossible):
    """One proposal: it becomes a correction, or is put aside."""

    permission = Permission.MAKE_RUNS
    template_name = "supplement/decide_correction.html"
    title = _("A staff number was corrected")
    form_class = DecideCorrectionForm
    success_message = _("Recorded.")

    @cached_property
    def proposal(self) -> ProposedCorrection:
        return found_or_404(selectors.proposal_by_id(self.kwargs["row"]))

    def permission_object(self) -> None:
        self.proposal  # noqa: B018  404 before anything else is asked

    def against(self) -> str:
        if self.proposal.decided_at is None:
            return ""
        if self.proposal.adjustment_id:
            return gettext("Somebody has made this a correction.")
        return gettext("Somebody has put this aside.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "proposal": self.proposal,
            "caption": str(self.proposal.line.claim),
            "closed": closed_in_words(self.proposal.run.period),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> None:
        deed = {"proposal_id": self.proposal.pk, "by": self.request.user, "at": timezone.now()}
        if form.cleaned_data["decision"] == TAKE:
            services.take_proposal(**deed)
        else:
            services.put_proposal_aside(**deed, words=form.cleaned_data["words"])

    def get_success_url(self) -> str:
        return reverse("supplement:corrections")

    def get_cancel_url(self) -> str:
        return reverse("supplement:corrections")


class HoldClaim(FormPage):
    """Put a claim on hold, or let it go on where it stood. Its payments wait with it."""

    permission = Permission.MAKE_RUNS
    template_name = "supplement/hold_claim.html"
    form_class = HoldForm

    @cached_property
    def claim(self) -> Claim:
        return found_or_404(claim_selectors.claims().filter(pk=self.kwargs["claim"]).first())

    def permission_object(self) -> None:
        self.claim  # noqa: B018  404 before anything else is asked

    @property
    def is_held(self) -> bool:
        return self.claim.state == ClaimState.ON_HOLD

    @property
    def to(self) -> ClaimState | None:
        """Where the button leads; None where finance can do neither now."""
        rows = moves_from(claim_selectors.claim_facts(self.claim), Actor.FINANCE)
        ends = [row.to for row in rows if self.is_held or row.to is ClaimState.ON_HOLD]
        return ends[0] if ends else None

    @cached_property
    def closed(self) -> str:
        return closed_in_words(self.claim.period)

    def get_title(self) -> str:
        return gettext("Let the claim go on?") if self.is_held else gettext("Put the claim on hold?")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "claim": self.claim,
            "caption": str(self.claim),
            "may_move": self.to is not None and not self.closed,
            "closed": self.closed,
            "submit_label": gettext("Let it go on") if self.is_held else gettext("Put it on hold"),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> HttpResponseBase | None:
        move_claim(
            claim_id=self.claim.pk,
            to=self.to or ClaimState.ON_HOLD,
            actor=Actor.FINANCE,
            by=self.visitor.user,
            at=timezone.now(),
            words=form.cleaned_data["words"],
        )
        return None

    def get_success_url(self) -> str:
        return reverse("supplement:hold_claim", args=[self.claim.pk])

    def get_cancel_url(self) -> str:
        return reverse("supplement:runs")
