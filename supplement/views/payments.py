"""The payments of a run as finance works with them (S8, S11): days, files, what waits, closing."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
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
from supplement.rules.payments import Waits
from supplement.rules.runs import RunState
from supplement.selectors import answers as answer_selectors
from supplement.selectors import payments as selectors
from supplement.selectors import runs
from supplement.services import closing, payment_files, payments
from supplement.tables.payments import PaymentsTable
from supplement.views.runs import OfRun

if TYPE_CHECKING:
    from supplement.models.payments import PaymentFile
    from supplement.models.runs import RunClaim

#: What finance can let go on by itself.
MAY_BE_LET_GO = (Waits.HELD, Waits.FROZEN)


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
        context = {
            "is_approved": is_approved,
            "days": selectors.payment_days(self.run),
            "waiting": [(row, may_make and row.why in MAY_BE_LET_GO) for row in waiting if row.why],
            "paused": selectors.paused_payments(self.run, on=self.visitor.on) if is_approved else [],
            "answers": answer_selectors.answers_of_run(self.run),
            "may_make": may_make,
            "may_answer": may_make and self.run.state != RunState.APPROVED,
        }
        return super().get_context_data(**(context | kwargs))


class DoesWithPayments(OfRun, ConfirmPage):
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
    def why(self) -> str:
        """Why it waits, "" where it does not."""
        if not selectors.is_approved(self.run):
            return ""
        rows = selectors.unpaid_claims(self.run, on=self.visitor.on)
        return next((row.why_words for row in rows if row.row.claim_id == self.row.claim_id), "")

    def get_title(self) -> str:
        return gettext("Let the payment to %(group)s go on?") % {"group": self.row.claim.collaboration}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.why:
            messages.info(request, gettext("This claim does not wait any more."))
            return HttpResponseRedirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"explanation": self.why, **kwargs})

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

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not selectors.is_approved(self.run) or self.run.state == RunState.CLOSED:
            words = gettext("The run is “%(state)s” now.") % {"state": self.run.get_state_display()}
            messages.info(request, words)
            return HttpResponseRedirect(self.page_address("run_payments"))
        return super().get(request, *args, **kwargs)

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
