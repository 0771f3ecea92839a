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
from supplement.selectors import fund as selectors
from supplement.services import spending as services
from supplement.services.spending import Upload
from supplement.views.fund import OfFund, WritesDecision, WritesFund

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


class Order(WritesDecision, TakesReceipts):
    title = _("Record what you ordered or bought")
    form_class = OrderForm
    submit_label = _("Record it")
    success_message = _("It is recorded.")

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


class Pay(OfSpending, TakesReceipts):
    form_class = PaidForm
    submit_label = _("Record it")
    success_message = _("It is recorded as paid.")

    def get_title(self) -> str:
        return gettext("Paid: %(what)s") % {"what": self.spending.what}

    def get_initial(self) -> dict[str, Any]:
        return {"paid_on": self.visitor.on}

    def save(self, form: PaidForm) -> None:
        receipts = self.receipts(form)
        services.pay(**self.given(), paid_on=form.cleaned_data["paid_on"], receipts=receipts)


class AddReceipts(OfSpending, TakesReceipts):
    form_class = ReceiptsForm
    submit_label = _("Add them")
    success_message = _("The receipts are added.")

    def get_title(self) -> str:
        return gettext("Receipts: %(what)s") % {"what": self.spending.what}

    def save(self, form: ReceiptsForm) -> None:
        services.add_receipts(**self.given(), receipts=self.receipts(form))


class TakeBack(OfSpending, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    form_class = TakeBackForm
    submit_label = _("Take it back")
    success_message = _("It is taken back. It stays on the page, and does not count.")
    explanation = _("It does not count any more, and its sum can be spent again by the same decision.")

    def get_title(self) -> str:
        return gettext("Take back “%(what)s”?") % {"what": self.spending.what}

    def save(self, form: TakeBackForm) -> None:
        services.take_back(**self.given(), **form.cleaned_data)


class OfReceipt(WritesFund, ConfirmPage):
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

    def get_title(self) -> str:
        return gettext("Remove the receipt “%(name)s”?") % {"name": self.receipt.file.name}

    def save(self, form: RemoveReceiptForm) -> None:
        services.remove_receipt(**self.given(), words=form.cleaned_data["words"], at=timezone.now())


class BringReceiptBack(OfReceipt):
    submit_label = _("Bring the receipt back")
    success_message = _("The receipt is back.")
    explanation = _("It counts again.")

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
