"""What an officer does about a claim: begins the check, asks, assesses, waives, decides an appeal (S4, S7)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.forms.numbers import whole_number
from core.money import pounds
from core.views import ConfirmPage, SeenPage, found_or_404
from supplement.forms.evidence import (
    CORRECT,
    STAND,
    AskLeadersForm,
    AssessForm,
    CheckAgainForm,
    DecideAppealForm,
    WaiveForm,
)
from supplement.rules.assessing import (
    BEING_CHECKED,
    refusals_to_take_back,
    refusals_to_waive,
    suggested,
)
from supplement.rules.claims import ClaimState, is_corrected_after_appeal
from supplement.rules.deciding import Standing
from supplement.selectors import officers
from supplement.selectors.closing import closed_in_words
from supplement.services import assessing, waivers
from supplement.views.evidence import OfClaim, criterion_words
from supplement.views.possible import WhenPossible, in_words

if TYPE_CHECKING:
    from core.views import Said
    from supplement.models.claims import ClaimWaiver
    from supplement.rules.deciding import Finding


class DecidesAboutClaim(OfClaim, WhenPossible):
    """A form about a claim. Whoever is tied to the collaboration, or comes when the claim stands elsewhere,
    is led back to its page and told why.
    """

    permission = Permission.ASSESS_CLAIMS
    states: ClassVar[frozenset[str]]

    def against(self) -> str:
        if not self.why_not and self.claim.state not in self.states:
            words = gettext("The claim is “%(state)s”. This cannot be done now.")
            return words % {"state": self.claim.get_state_display()}
        return self.why_not or closed_in_words(self.claim.period)

    def get_success_url(self) -> str:
        return self.page_address()

    def get_cancel_url(self) -> str:
        return self.page_address()


class BeginCheck(DecidesAboutClaim, ConfirmPage):
    states = frozenset({ClaimState.SUBMITTED})
    title = _("Begin the check of this claim?")
    submit_label = _("Begin the check")
    explanation = _("Colleagues see that you check it. The leaders see that their claim is being checked.")
    success_message = _("You check this claim now.")

    def save(self, form: Any) -> None:
        assessing.begin_check(claim_id=self.claim.pk, by=self.request.user, at=timezone.now())


class AskLeaders(DecidesAboutClaim):
    states = frozenset({ClaimState.CHECKING})
    title = _("Ask the leaders a question")
    form_class = AskLeadersForm
    submit_label = _("Send the question")
    success_message = _("The question is sent. The claim comes back to the queue with the answer.")

    def save(self, form: AskLeadersForm) -> None:
        assessing.ask_leaders(
            claim_id=self.claim.pk, words=form.cleaned_data["words"], by=self.request.user, at=timezone.now()
        )


class AssessClaim(DecidesAboutClaim, SeenPage):
    """Says what the criteria come to; nothing is chosen before the officer chooses."""

    states = frozenset({ClaimState.CHECKING})
    template_name = "supplement/evidence/assess.html"
    title = _("Assess this claim")
    form_class = AssessForm
    submit_label = _("Record the assessment")
    success_message = _("The assessment is recorded, and the leaders are told.")

    def mark(self) -> str:
        return assessing.mark_of(self.verdict)

    def stored(self) -> Said:
        return [
            (finding.criterion.kind.label, finding.reason.in_words(gettext))
            for finding in self.verdict.findings
            if finding.standing is not Standing.MET
        ]

    def forget(self) -> None:
        self.__dict__.pop("verdict", None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        suggestion = suggested(self.verdict)
        context = {
            "suggestion": suggestion.assessment.label,
            "because": [self.said(row) for row in suggestion.because],
            "still_open": [self.said(row) for row in suggestion.still_open],
        }
        return super().get_context_data(**(context | kwargs))

    def said(self, finding: Finding) -> str:
        member = self.members.get(finding.member or 0)
        words = finding.reason.in_words(gettext)
        return f"{member.provider}: {words}" if member is not None else words

    def save(self, form: AssessForm) -> None:
        data = form.cleaned_data
        assessing.assess_claim(
            claim_id=self.claim.pk,
            assessment=data["assessment"],
            words=data["words"],
            seen=data["seen"],
            by=self.request.user,
            at=timezone.now(),
        )


class CheckAgain(DecidesAboutClaim):
    states = frozenset({ClaimState.ASSESSED})
    title = _("Check this claim again")
    form_class = CheckAgainForm
    submit_label = _("Check it again")
    success_message = _("The assessment is taken back. You check this claim again.")

    def save(self, form: CheckAgainForm) -> None:
        assessing.check_again(
            claim_id=self.claim.pk, words=form.cleaned_data["words"], by=self.request.user, at=timezone.now()
        )


class WaiveCriterion(DecidesAboutClaim):
    """``member`` is 0 for the collaboration, its leaders or its payee."""

    states = BEING_CHECKED
    template_name = "supplement/evidence/waive.html"
    form_class = WaiveForm
    submit_label = _("Waive it")
    success_message = _("The criterion is waived.")

    @cached_property
    def finding(self) -> Finding:
        asked = (self.kwargs["kind"], self.kwargs["member"] or None)
        findings = self.verdict.findings
        return found_or_404(
            next((row for row in findings if (row.criterion.kind, row.member) == asked), None)
        )

    def permission_object(self) -> None:
        super().permission_object()
        self.finding  # noqa: B018  404 before anything else is asked

    def against(self) -> str:
        state, finding = ClaimState(self.claim.state), self.finding
        return super().against() or in_words(refusals_to_waive(state, finding.criterion, finding, reason=""))

    def get_title(self) -> str:
        words = {"criterion": self.finding.criterion.kind.label, "of": self.of()}
        return gettext("Waive “%(criterion)s” of %(of)s") % words

    def of(self) -> str:
        member = self.members.get(self.finding.member or 0)
        return str(member.provider if member is not None else self.claim.collaboration)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "words": self.finding.reason.in_words(gettext),
            "asks": criterion_words(self.finding),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: WaiveForm) -> None:
        waivers.waive_criterion(
            claim_id=self.claim.pk,
            kind=self.finding.criterion.kind,
            membership_id=self.finding.member,
            reason=form.cleaned_data["reason"],
            by=self.request.user,
            at=timezone.now(),
        )


class TakeWaiverBack(DecidesAboutClaim, ConfirmPage):
    states = BEING_CHECKED
    destructive = True
    title = _("Take this waiver back?")
    submit_label = _("Take it back")
    success_message = _("The waiver is taken back. The criterion counts again.")

    @cached_property
    def waiver(self) -> ClaimWaiver:
        return found_or_404(officers.waivers_in(self.claim).filter(pk=self.kwargs["row"]).first())

    def permission_object(self) -> None:
        super().permission_object()
        self.waiver  # noqa: B018  404 before anything else is asked

    def against(self) -> str:
        is_taken_back = self.waiver.taken_back_at is not None
        refusals = refusals_to_take_back(ClaimState(self.claim.state), is_taken_back=is_taken_back)
        return super().against() or in_words(refusals)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        member = self.waiver.membership
        words = {
            "criterion": self.waiver.get_kind_display(),
            "of": member.provider if member is not None else self.claim.collaboration,
            "by": self.waiver.by,
            "why": self.waiver.reason,
        }
        explanation = gettext("“%(criterion)s” of %(of)s. %(by)s waived it: %(why)s") % words
        return super().get_context_data(**{"explanation": explanation, **kwargs})

    def save(self, form: Any) -> None:
        waivers.take_waiver_back(waiver_id=self.waiver.pk, by=self.request.user, at=timezone.now())


class DecideAppeal(DecidesAboutClaim):
    states = frozenset({ClaimState.APPEALED})
    template_name = "supplement/evidence/appeal.html"
    title = _("Decide the appeal")
    form_class = DecideAppealForm
    submit_label = _("Record the decision")
    success_message = _("The decision is recorded, and the leaders are told.")
    error_fields = {"assessment": "decision"}

    @cached_property
    def is_corrected(self) -> bool:
        """Whether agreeing adds a correction: the sum is approved."""
        return bool(self.claim.stood) and is_corrected_after_appeal(ClaimState(self.claim.stood))

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """What was approved: its key, and the setting with the component and the sum."""
        stands = officers.approved_pence(self.claim)
        names = dict(self.claim.period.scheme.components.order_by().values_list("key", "name"))
        rows = {(row.membership_id, row.component): row for row in officers.approved_lines(self.claim)}
        return [
            (
                f"{membership}.{component}",
                f"{row.provider}: {names.get(component, component)}, {pounds(stands[membership, component])}",
            )
            for (membership, component), row in rows.items()
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "lines": self.lines if self.is_corrected else None}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        steps = officers.appeal_of(self.claim)
        return super().get_context_data(**{"appeal": steps, **kwargs})

    def save(self, form: DecideAppealForm) -> None:
        data = form.cleaned_data
        facts = {
            "claim_id": self.claim.pk,
            "words": data["words"],
            "by": self.request.user,
            "at": timezone.now(),
        }
        if data["decision"] == STAND:
            assessing.let_stand(**facts)
        elif data["decision"] == CORRECT:
            membership, _dot, component = data["line"].partition(".")
            assessing.correct_after_appeal(
                membership_id=whole_number(membership) or 0, component=component, pence=data["pence"], **facts
            )
        else:
            assessing.check_again(**facts)
