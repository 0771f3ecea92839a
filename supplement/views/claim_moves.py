"""What a leader does with the claim (S7): send it, answer a question, withdraw it, appeal."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.rules import LED
from core.views import TwoStepPage
from supplement.forms.claims import AnswerForm, AppealForm, SendClaimForm, WithdrawForm
from supplement.rules.claims import Actor, ClaimState, may_move, moves_from
from supplement.rules.next_steps import leaves_a_run
from supplement.selectors import claims as selectors
from supplement.selectors.closing import closed_in_words
from supplement.selectors.schemes import period_value
from supplement.services import claims as services
from supplement.views.claims import OfClaim
from supplement.views.possible import WhenPossible, in_words


class MovesClaim(OfClaim, WhenPossible):
    """A leader moves the claim to ``to``. Where that cannot be done, or is done already, the claim's page
    opens and says why.
    """

    permission = Permission.LEAD_COLLABORATION
    to: ClassVar[ClaimState]

    def against(self) -> str:
        if self.to not in {row.to for row in moves_from(selectors.claim_facts(self.claim), Actor.LEADER)}:
            words = gettext("The claim is “%(state)s”. This cannot be done now.")
            return words % {"state": self.claim.get_state_display()}
        return closed_in_words(self.claim.period)

    def facts(self, form: Any) -> dict[str, Any]:
        """What every service of a move is given."""
        return {
            "claim_id": self.claim.pk,
            "words": form.cleaned_data["words"],
            "by": self.request.user,
            "at": timezone.now(),
        }

    def get_success_url(self) -> str:
        return self.page_address

    def get_cancel_url(self) -> str:
        return self.page_address


class SendClaim(MovesClaim, TwoStepPage):
    """Words first; then what is sent, with what follows from what is not met. It does not stop the claim."""

    to = ClaimState.SUBMITTED
    form_class = SendClaimForm
    template_name = "supplement/send_claim.html"
    preview_template = "supplement/check_claim.html"
    confirm_label = _("Send the claim")
    success_message = _("The claim is sent. The early years team checks the evidence.")

    def against(self) -> str:
        return super().against() or self.against_sending()

    def against_sending(self) -> str:
        """Outside the days of claims, and where the group is not led."""
        if self.collaboration.state not in LED:
            return gettext(services.NOT_LED)
        facts, period = selectors.claim_facts(self.claim), period_value(self.claim.period)
        return in_words(may_move(facts, self.to, actor=Actor.LEADER, period=period, today=self.visitor.on))

    def get_title(self) -> str:
        return gettext("Send the claim for %(period)s") % {"period": self.claim.period}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        missing = [row for row in self.findings if not row.is_met]
        context = {"claim": self.claim, "missing": missing, "met": len(self.findings) - len(missing)}
        return super().get_context_data(**(context | kwargs))

    def preview(self, form: Any) -> dict[str, Any]:
        return {"words": form.cleaned_data["words"]}

    def save(self, form: Any) -> None:
        services.submit_claim(**self.facts(form))


class AnswerQuestion(MovesClaim):
    to = ClaimState.CHECKING
    form_class = AnswerForm
    template_name = "supplement/answer_question.html"
    title = _("Answer the question")
    submit_label = _("Send the answer")
    success_message = _("The answer is sent. The check goes on.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = selectors.steps_of(self.claim).filter(to=ClaimState.RETURNED).first()
        return super().get_context_data(**{"claim": self.claim, "asked": asked, **kwargs})

    def save(self, form: Any) -> None:
        services.answer_question(**self.facts(form))


class WithdrawClaim(MovesClaim):
    to = ClaimState.WITHDRAWN
    form_class = WithdrawForm
    template_name = "supplement/withdraw_claim.html"
    submit_label = _("Withdraw the claim")
    success_message = _("The claim is withdrawn.")

    def get_title(self) -> str:
        return gettext("Withdraw the claim for %(period)s") % {"period": self.claim.period}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "claim": self.claim,
            "leaves_a_run": leaves_a_run(ClaimState(self.claim.state)),
            "destructive": True,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> None:
        services.withdraw_claim(**self.facts(form))


class AppealClaim(MovesClaim):
    to = ClaimState.APPEALED
    form_class = AppealForm
    template_name = "supplement/appeal_claim.html"
    submit_label = _("Send the appeal")
    success_message = _("The appeal is sent. The early years team decides, and the claim waits until then.")

    def get_title(self) -> str:
        return gettext("Appeal: claim for %(period)s") % {"period": self.claim.period}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"claim": self.claim, **kwargs})

    def save(self, form: Any) -> None:
        services.appeal_claim(**self.facts(form))
