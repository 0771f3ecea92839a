"""What is spent by a decision, on its pages (S10): ordered, paid, taken back, and its receipts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.uploads import was_too_big
from core.views import ConfirmPage, found_or_404
from documents.services.files import record_opened
from documents.views.mixins import as_download
from supplement.forms.fund import OrderForm, PaidForm, ReceiptsForm, RemoveReceiptForm, TakeBackForm
from supplement.rules.fund import refusals_to_remove, refusals_to_spend
from supplement.selectors import fund as selectors
from supplement.selectors.receipts import MAX_RECEIPTS, against_bringing_back, receipts_counted
from supplement.selectors.spend_returns import reported_since
from supplement.services import spending as services
from supplement.services.spending import Upload
from supplement.views.fund import OfFund, WritesDecision, WritesFund
from supplement.views.possible import WhenPossible, in_words

if TYPE_CHECKING:
    from supplement.models.fund import Receipt, Spending


class TakesReceipts(WritesFund):
    """A form with photographs and files."""

    error_fields = {"files": "files"}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def receipts(self, form: Any) -> list[Upload]:
        data = form.cleaned_data
        return [Upload(file.file, file.name) for file in (*data.pop("photographs"), *data.pop("files"))]


class Order(WhenPossible, WritesDecision, TakesReceipts):
    title = _("Record what you ordered or bought")
    form_class = OrderForm
    submit_label = _("Record it")
    success_message = _("It is recorded.")

    def against(self) -> str:
        value = selectors.value_of(self.decision)
        if not value.is_closed and not value.left_pence:
            return gettext("Nothing of this decision is left. Decide about more before you spend more.")
        return in_words(refusals_to_spend(value, 1))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.decision.what, **kwargs})

    def save(self, form: OrderForm) -> None:
        receipts = self.receipts(form)
        services.order(**self.given(), **form.cleaned_data, receipts=receipts, at=timezone.now())


class OfSpending(WritesFund):
    """A form about one order."""

    @cached_property
    def spending(self) -> Spending:
        return found_or_404(selectors.spending_in(self.collaboration.pk, self.kwargs["row"]))

    def permission_object(self) -> Any:
        group = super().permission_object()
        if self.allows(self.permission, group):
            self.spending  # noqa: B018  404 before anything else is asked
        return group

    def get_success_url(self) -> str:
        return self.fund_url("spending_decision", self.spending.decision_id)

    def given(self) -> dict[str, Any]:
        """What every service is told."""
        return {
            "collaboration_id": self.collaboration.pk,
            "spending_id": self.spending.pk,
            "by": self.request.user,
            "at": timezone.now(),
        }


class Pay(WhenPossible, OfSpending, TakesReceipts):
    form_class = PaidForm
    submit_label = _("Record it")
    success_message = _("It is recorded as paid.")

    def against(self) -> str:
        if self.spending.taken_back_at is not None:
            return gettext(services.TAKEN_BACK)
        return gettext("It is recorded as paid.") if self.spending.paid_on is not None else ""

    def get_title(self) -> str:
        return gettext("Paid: %(what)s") % {"what": self.spending.what}

    def get_initial(self) -> dict[str, Any]:
        return {"paid_on": self.visitor.on}

    def save(self, form: PaidForm) -> None:
        receipts = self.receipts(form)
        services.pay(**self.given(), paid_on=form.cleaned_data["paid_on"], receipts=receipts)


class AddReceipts(WhenPossible, OfSpending, TakesReceipts):
    form_class = ReceiptsForm
    submit_label = _("Add them")
    success_message = _("The receipts are added.")

    def against(self) -> str:
        number = receipts_counted(self.spending.pk)
        words = gettext("There are %(number)d receipts. Remove one before you add another.")
        return words % {"number": number} if number >= MAX_RECEIPTS else ""

    def get_title(self) -> str:
        return gettext("Receipts: %(what)s") % {"what": self.spending.what}

    def save(self, form: ReceiptsForm) -> None:
        services.add_receipts(**self.given(), receipts=self.receipts(form))


class TakeBack(WhenPossible, OfSpending, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    form_class = TakeBackForm
    submit_label = _("Take it back")
    success_message = _("It is taken back. It stays on the page, and does not count.")
    explanation = _("It does not count any more, and its sum can be spent again by the same decision.")

    def against(self) -> str:
        return gettext("It was taken back.") if self.spending.taken_back_at is not None else ""

    def get_title(self) -> str:
        return gettext("Take back “%(what)s”?") % {"what": self.spending.what}

    def save(self, form: TakeBackForm) -> None:
        services.take_back(**self.given(), **form.cleaned_data)


class OfReceipt(WhenPossible, WritesFund, ConfirmPage):
    """A question about one receipt."""

    template_name = "layouts/confirm_page.html"

    @cached_property
    def receipt(self) -> Receipt:
        return found_or_404(selectors.receipt_in(self.collaboration.pk, self.kwargs["row"]))

    def permission_object(self) -> Any:
        group = super().permission_object()
        if self.allows(self.permission, group):
            self.receipt  # noqa: B018  404 before anything else is asked
        return group

    def get_success_url(self) -> str:
        return self.fund_url("spending_decision", self.receipt.spending.decision_id)

    def given(self) -> dict[str, Any]:
        return {
            "collaboration_id": self.collaboration.pk,
            "receipt_id": self.receipt.pk,
            "by": self.request.user,
        }


class RemoveReceipt(OfReceipt):
    form_class = RemoveReceiptForm
    submit_label = _("Remove the receipt")
    destructive = True
    success_message = _("The receipt is removed. You can bring it back until the spending is reported.")
    explanation = _("It does not count any more. The page still says who removed it, when and why.")

    def against(self) -> str:
        if self.receipt.removed_at is not None:
            return gettext("This receipt was removed.")
        return in_words(refusals_to_remove(reported_since(self.collaboration.pk, self.receipt.added_at)))

    def get_title(self) -> str:
        return gettext("Remove the receipt “%(name)s”?") % {"name": self.receipt.file.name}

    def save(self, form: RemoveReceiptForm) -> None:
        services.remove_receipt(**self.given(), words=form.cleaned_data["words"], at=timezone.now())


class BringReceiptBack(OfReceipt):
    submit_label = _("Bring the receipt back")
    success_message = _("The receipt is back.")
    explanation = _("It counts again.")

    def against(self) -> str:
        row = self.receipt
        if row.removed_at is None:
            return gettext("The receipt is back.")
        reported = in_words(refusals_to_remove(reported_since(self.collaboration.pk, row.removed_at)))
        return reported or against_bringing_back(row)

    def get_title(self) -> str:
        return gettext("Bring the receipt “%(name)s” back?") % {"name": self.receipt.file.name}

    def save(self, form: Any) -> None:
        services.bring_receipt_back(**self.given())


class OpenReceipt(OfFund):
    """The file of a receipt, always as a download. That it was opened, and by whom, is noted."""

    http_method_names = ["get"]

    @cached_property
    def receipt(self) -> Receipt:
        return found_or_404(selectors.kept_receipt_in(self.collaboration.pk, self.kwargs["row"]))

    def permission_object(self) -> Any:
        group = super().permission_object()
        self.receipt  # noqa: B018  404 before anything else is asked
        return group

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = as_download(self.receipt.file)
        record_opened(file=self.receipt.file, by=request.user)
        return response
