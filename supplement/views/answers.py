"""What the finance system answered (S11): uploaded, looked at line by line, recorded; and marks by hand."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.uploads import was_too_big
from core.views import ConfirmPage, FormPage, found_or_404
from supplement.forms.payments import MarkPaymentForm, UploadAnswersForm
from supplement.rules.answers import HEADINGS, Outcome
from supplement.rules.payments import PaymentState, reference_of
from supplement.selectors import answers as selectors
from supplement.selectors import payments as payment_selectors
from supplement.services import payment_answers as services
from supplement.tables.payments import OUTCOME_COLOURS
from supplement.views.runs import OfRun

if TYPE_CHECKING:
    from supplement.models.answers import PaymentAnswers
    from supplement.models.payments import Payment
    from supplement.rules.answers import Answer

#: So many lines stand on the page, what cannot be recorded first; all are recorded.
MAX_SHOWN = 500


class UploadAnswers(OfRun, FormPage):
    permission = Permission.MAKE_RUNS
    title = _("Upload the answer of the finance system")
    template_name = "supplement/upload_answers.html"
    form_class = UploadAnswersForm
    submit_label = _("Upload and look at it")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"headings": list(HEADINGS.items()), **kwargs})

    def save(self, form: Any) -> HttpResponseBase:
        upload = form.cleaned_data["file"]
        answers = services.keep_answers(
            run_id=self.run.pk, file=upload.file, name=upload.name, by=self.request.user, at=timezone.now()
        )
        return HttpResponseRedirect(reverse("supplement:answers", args=[self.run.pk, answers.pk]))

    def get_cancel_url(self) -> str:
        return self.page_address("run_payments")


class Answers(OfRun, ConfirmPage):
    """Each line and what it does; the button records it. What is recorded already does nothing again."""

    permission = Permission.MAKE_RUNS
    template_name = "supplement/answers.html"
    submit_label = _("Record it")

    @cached_property
    def answers(self) -> PaymentAnswers:
        answers = found_or_404(selectors.answers_by_id(self.kwargs["answers"]))
        if answers.run_id != self.run.pk:
            raise Http404
        return answers

    def permission_object(self) -> None:
        super().permission_object()
        self.answers  # noqa: B018  404 before anything else is asked

    def get_title(self) -> str:
        return self.answers.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        judged = selectors.judged_of(self.answers, today=self.visitor.on)
        counts = selectors.counts_of(judged)
        refused_first = sorted(judged, key=lambda answer: answer.outcome is not Outcome.REFUSED)
        context = {
            "answers": self.answers,
            "counts": [(outcome.label, number) for outcome, number in counts.items()],
            "lines": [_shown(answer) for answer in refused_first[:MAX_SHOWN]],
            "more": max(0, len(judged) - MAX_SHOWN),
            "may_record": counts[Outcome.PAID] + counts[Outcome.FAILED] > 0,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: Any) -> None:
        judged = services.apply_answers(answers_id=self.answers.pk, by=self.request.user, at=timezone.now())
        counts = selectors.counts_of(judged)
        words = gettext("Recorded: %(paid)d paid, %(failed)d failed.")
        facts = {"paid": counts[Outcome.PAID], "failed": counts[Outcome.FAILED]}
        messages.success(self.request, words % facts)

    def get_success_url(self) -> str:
        return self.page_address("run_payments")

    def get_cancel_url(self) -> str:
        return self.page_address("run_payments")


def _shown(answer: Answer) -> dict[str, Any]:
    return {
        "line": answer.line,
        "outcome": answer.outcome.label,
        "colour": OUTCOME_COLOURS[answer.outcome],
        "why": answer.why,
    }


class MarkPayment(OfRun, FormPage):
    """One payment: what it is, and for finance what became of it."""

    permission = Permission.VIEW_RUNS
    template_name = "supplement/mark_payment.html"
    form_class = MarkPaymentForm
    submit_label = _("Record it")
    success_message = _("Recorded.")

    @cached_property
    def payment(self) -> Payment:
        payment = found_or_404(payment_selectors.payment_by_id(self.kwargs["payment"]))
        if payment.run_id != self.run.pk:
            raise Http404
        return payment

    def permission_object(self) -> None:
        super().permission_object()
        self.payment  # noqa: B018  404 before anything else is asked

    def record(self) -> Payment:
        return self.payment

    def get_title(self) -> str:
        return gettext("Payment to %(group)s") % {"group": self.payment.collaboration}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "payment": self.payment,
            "ours": reference_of(self.run.number, self.payment.pk),
            "may_mark": self.payment.state == PaymentState.IN_FILE and self.allows(Permission.MAKE_RUNS),
        }
        return super().get_context_data(**(context | kwargs))

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.require(Permission.MAKE_RUNS)
        return super().post(request, *args, **kwargs)

    def save(self, form: Any) -> None:
        data = form.cleaned_data
        services.mark_payment(
            payment_id=self.payment.pk,
            outcome=Outcome(data["outcome"]),
            on=data["on"],
            finance_reference=data["finance_reference"],
            words=data["words"],
            by=self.request.user,
            at=timezone.now(),
        )

    def get_success_url(self) -> str:
        return self.page_address("run_payments")

    def get_cancel_url(self) -> str:
        return self.page_address("run_payments")
