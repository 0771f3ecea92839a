"""The payments of a run as finance works with them (S8, S11): days, files, what waits, closing."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.selectors import current_authority
from core.exports.sheets import FORMATS, Format
from core.tables.pages import ListPage
from core.views import ConfirmPage, FormPage, found_or_404
from core.wording import date_in_words
from documents.views.mixins import as_made
from supplement.forms.payments import NO, PENCE, POUNDS, YES, CloseRunForm, LayoutForm, LetGoForm
from supplement.rules.payments import NOT_APPROVED, Waits
from supplement.rules.runs import RunState
from supplement.selectors import answers as answer_selectors
from supplement.selectors import payment_against, run_against, runs
from supplement.selectors import payments as selectors
from supplement.services import closing, payment_files, payments
from supplement.tables.payments import PaymentsTable
from supplement.views.possible import WhenPossible
from supplement.views.runs import OfRun, state_words

if TYPE_CHECKING:
    from supplement.models.payments import PaymentFile
    from supplement.models.runs import RunClaim


class Payments(ListPage):
    """Every payment."""

    permission = Permission.VIEW_RUNS
    title = _("Payments of the supplement")
    thing, things = _("payment"), _("payments")
    table_class = PaymentsTable
    export = "payments"
    export_permission = Permission.EXPORT
    empty_text = _("There is no payment yet. Payments are made when a payment run is approved.")


class PaymentsOfRun(OfRun):
    """Each day of payment with its totals and files, what waits and why, and the finance system's answers."""

    template_name = "supplement/payments_of_run.html"
    title = _("Payments")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_approved = selectors.is_approved(self.run)
        may_make = is_approved and self.run.state != RunState.CLOSED and self.allows(Permission.MAKE_RUNS)
        waiting = selectors.unpaid_claims(self.run, on=self.visitor.on) if is_approved else []
        may_go = payment_against.may_go_on(self.run, waiting, on=self.visitor.on)
        context = {
            "is_approved": is_approved,
            "days": [
                (day, self.against_file(day, waiting) if may_make and day.takes_more else "")
                for day in selectors.payment_days(self.run)
            ],
            "waiting": [(row, self.mends(row, may_go) if may_make else None) for row in waiting if row.why],
            "paused": selectors.paused_payments(self.run, on=self.visitor.on) if is_approved else [],
            "answers": answer_selectors.answers_of_run(self.run),
            "may_make": may_make,
            "may_answer": may_make and self.run.state != RunState.APPROVED,
            "before_closing": run_against.against_closing(self.run) if may_make else "",
        }
        return super().get_context_data(**(context | kwargs))

    def against_file(self, day: selectors.DayOfPayment, unpaid: Sequence[selectors.ToPay]) -> str:
        return payment_against.against_file(self.run, day.pay_on, on=self.visitor.on, unpaid=unpaid)

    def mends(self, row: selectors.ToPay, may_go: Collection[int]) -> tuple[Any, str] | None:
        """What finance does about a claim that waits: the words and the address; None where it is for others."""
        claim = row.row.claim
        if claim.pk in may_go:
            return _("Let it go on"), self.page_address("let_go", claim.pk)
        if row.why is Waits.ON_HOLD:
            return _("Let it go on"), reverse("supplement:hold_claim", args=[claim.pk])
        if row.why is Waits.NO_REFERENCE:
            without = (each.payee_id for each in row.receivers.values() if not each.reference)
            payee = next((number for number in without if number), 0)
            return _("Enter the reference"), reverse("supplement:reference", args=[payee])
        if row.why in (Waits.FROZEN, Waits.NO_PAYEE):
            return _("See the payee"), reverse("supplement:payee", args=[claim.collaboration_id])
        return None


class DoesWithPayments(OfRun, WhenPossible, ConfirmPage):
    """A deed with the payments of a run, which leads back to them."""

    permission = Permission.MAKE_RUNS

    def get_success_url(self) -> str:
        return self.page_address("run_payments")

    def get_cancel_url(self) -> str:
        return self.page_address("run_payments")


class MakeFile(DoesWithPayments):
    """The file of one day; the address names it as year-month-day."""

    submit_label = _("Make the payment file")
    explanation = _(
        "Everything that is due on this day, and everything that failed before, goes into the file. It is made"
        " once: asked for again it is the same file."
    )

    @cached_property
    def day(self) -> date:
        try:
            return date.fromisoformat(self.kwargs["day"])
        except ValueError:
            raise Http404 from None

    def against(self) -> str:
        return payment_against.against_file(self.run, self.day, on=self.visitor.on)

    def get_title(self) -> str:
        return gettext("Make the payment file for %(day)s?") % {"day": date_in_words(self.day)}

    def permission_object(self) -> None:
        super().permission_object()
        self.day  # noqa: B018  404 before anything else is asked

    def save(self, form: Any) -> HttpResponseBase:
        file = payment_files.make_file(
            run_id=self.run.pk, pay_on=self.day, by=self.request.user, at=timezone.now()
        )
        return HttpResponseRedirect(reverse("supplement:payment_file", args=[self.run.pk, file.pk]))


class OfFile(OfRun):
    """A payment file of a run."""

    @cached_property
    def file(self) -> PaymentFile:
        file = found_or_404(selectors.file_by_id(self.kwargs["file"]))
        if file.run_id != self.run.pk:
            raise Http404
        return file

    def permission_object(self) -> None:
        super().permission_object()
        self.file  # noqa: B018  404 before anything else is asked


class PaymentFilePage(OfFile):
    """Its control totals, and its bytes in each format."""

    template_name = "supplement/payment_file.html"

    def get_title(self) -> str:
        facts = {"number": self.file.number, "day": date_in_words(self.file.pay_on)}
        return gettext("Payment file %(number)d for %(day)s") % facts

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        formats = [(str(wanted), facts.title) for wanted, facts in FORMATS.items()]
        may_take = self.allows(Permission.MAKE_RUNS)
        context = {"file": self.file, "formats": formats, "may_take": may_take}
        return super().get_context_data(**(context | kwargs))


class TakeFile(OfFile):
    """The bytes; that somebody took them is noted."""

    permission = Permission.MAKE_RUNS

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            wanted = Format(self.kwargs["format"])
        except ValueError:
            raise Http404 from None
        content = payment_files.download(
            file=self.file, wanted=wanted, authority=current_authority().name, by=self.visitor.user
        )
        facts = FORMATS[wanted]
        name = f"payments-run-{self.run.number}-{self.file.pay_on}-{self.file.number}.{facts.ending}"
        return as_made(io.BytesIO(content), name=name, content_type=facts.content_type)


class LetGo(DoesWithPayments):
    """A claim that a criterion held back, or whose payee was changed, is paid after all."""

    form_class = LetGoForm
    submit_label = _("Let it go on")
    success_message = _("Its payments are due now. They are in the next payment file.")

    @cached_property
    def row(self) -> RunClaim:
        return found_or_404(runs.run_claim_of(self.run, self.kwargs["claim"]))

    def permission_object(self) -> None:
        super().permission_object()
        self.row  # noqa: B018  404 before anything else is asked

    @cached_property
    def waiting(self) -> selectors.ToPay | None:
        """The claim while it waits."""
        if not selectors.is_approved(self.run):
            return None
        rows = selectors.unpaid_claims(self.run, on=self.visitor.on)
        return next((row for row in rows if row.why and row.row.claim_id == self.row.claim_id), None)

    def against(self) -> str:
        if not selectors.is_approved(self.run):
            return gettext(NOT_APPROVED)
        if self.waiting is None:
            return gettext("This claim does not wait any more.")
        return payment_against.against_letting_go(self.run, self.row.claim_id, on=self.visitor.on)

    def get_title(self) -> str:
        return gettext("Let the payment to %(group)s go on?") % {"group": self.row.claim.collaboration}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        why = self.waiting.why_words if self.waiting is not None else ""
        return super().get_context_data(**{"explanation": why, **kwargs})

    def save(self, form: Any) -> None:
        payments.pay_what_waited(
            run_id=self.run.pk,
            claim_id=self.kwargs["claim"],
            words=form.cleaned_data["words"],
            by=self.request.user,
            at=timezone.now(),
        )


class CloseRun(DoesWithPayments):
    form_class = CloseRunForm
    title = _("Close the run?")
    submit_label = _("Close it")
    success_message = _("The run is closed.")
    warning = _("Nothing more of a closed run is paid.")

    @cached_property
    def left(self) -> selectors.Left:
        return selectors.left_unpaid(self.run, on=self.visitor.on)

    def against(self) -> str:
        if not selectors.is_approved(self.run) or self.run.state == RunState.CLOSED:
            return state_words(self.run)
        return run_against.against_closing(self.run)

    def get_form(self) -> Any:
        form = super().get_form()
        if not self.left.number:
            del form.fields["words"]
        return form

    template_name = "supplement/close_run.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"left": self.left, **kwargs})

    def save(self, form: Any) -> None:
        words = form.cleaned_data.get("words", "")
        closing.close_run(run_id=self.run.pk, words=words, by=self.request.user, at=timezone.now())


class SetLayout(FormPage):
    """How the authority's finance system wants its payment files."""

    permission = Permission.MAKE_RUNS
    title = _("Columns of the payment file")
    template_name = "supplement/payment_layout.html"
    form_class = LayoutForm
    success_message = _("Saved. Payment files that are made from now on are laid out like this.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "layout": self.layout}

    @cached_property
    def layout(self) -> Any:
        return selectors.layout()

    def get_initial(self) -> Mapping[str, Any]:  # type: ignore[override]
        return {
            "date_format": self.layout.date_format,
            "unit": PENCE if self.layout.minor_units else POUNDS,
            "headings": YES if self.layout.has_headings else NO,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"row": selectors.layout_row(), **kwargs})

    def save(self, form: Any) -> None:
        payment_files.set_layout(layout=form.layout(), by=self.request.user, at=timezone.now())

    def get_success_url(self) -> str:
        return reverse("supplement:payment_layout")

    def get_cancel_url(self) -> str:
        return reverse("supplement:runs")
