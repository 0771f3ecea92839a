"""Periods as finance closes them, and a second person opens them again (S8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, Page, found_or_404
from supplement.forms.closing import ClosePeriodForm, ReopenPeriodForm
from supplement.rules.claims import ClaimState
from supplement.rules.closing import BLOCKS, Open, is_ready, refusals_to_close_period, refusals_to_reopen
from supplement.selectors import closing as selectors
from supplement.services import periods as services
from supplement.tables.closing import PeriodsTable
from supplement.tables.evidence import GOES_ON
from supplement.tables.payments import NOT_ANSWERED, NOT_PAID
from supplement.views.possible import WhenPossible, in_words

if TYPE_CHECKING:
    from supplement.models.closing import PeriodClosing
    from supplement.models.parts import SchemePeriod


#: The list that shows what is open, and the state it is narrowed to.
PLACES: Mapping[Open, tuple[str, str]] = {
    Open.PAYMENTS: ("supplement:payments", NOT_ANSWERED),
    Open.UNPAID: ("supplement:payments", NOT_PAID),
    Open.CLAIMS: ("supplement:evidence", GOES_ON),
    Open.DRAFTS: ("supplement:evidence", ClaimState.DRAFT),
    Open.UNREPORTED: ("supplement:evidence", ClaimState.PAID),
    Open.CORRECTIONS: ("supplement:corrections", ""),
}


class Periods(ListPage):
    """Every period of an approved scheme that was claimed for."""

    permission = Permission.VIEW_RUNS
    title = _("Periods")
    thing, things = _("period"), _("periods")
    table_class = PeriodsTable
    export = "supplement-periods"
    export_permission = Permission.EXPORT
    empty_text = _(
        "Nothing was claimed yet. A period stands here once a collaboration has begun a claim for it."
    )


class _OfPeriod(Page):
    permission = Permission.VIEW_RUNS

    @cached_property
    def period(self) -> SchemePeriod:
        return found_or_404(selectors.period_by_id(self.kwargs["period"]))

    def permission_object(self) -> None:
        self.period  # noqa: B018  404 before anything else is asked

    @cached_property
    def left(self) -> dict[str, int]:
        return selectors.open_of(self.period)

    @cached_property
    def closing(self) -> PeriodClosing | None:
        return selectors.closing_of(self.period)

    @cached_property
    def is_over(self) -> bool:
        return selectors.is_over(self.period, on=self.visitor.on)

    def page_address(self) -> str:
        return reverse("supplement:closing_period", args=[self.period.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.period.name, self.page_address()))

    def place(self, what: Open) -> str:
        """Where what is open can be ended; "" where it is the group that does it."""
        name, state = PLACES.get(what, ("", ""))
        if not name:
            return ""
        asked = {"period": self.period.pk, "state": state} if state else {}
        return f"{reverse(name)}?{urlencode(asked)}" if asked else reverse(name)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "period": self.period,
            "caption": str(self.period.scheme),
            "closing": self.closing,
            "is_over": self.is_over,
            "runs": selectors.runs_open(self.period) if Open.RUNS in self.left else [],
            "is_ready": is_ready(self.left, is_over=self.is_over),
            "open": [
                (Open(key).label, number, key in BLOCKS, self.place(Open(key)))
                for key, number in self.left.items()
            ],
        }
        return super().get_context_data(**(context | kwargs))


class ClosingPeriod(_OfPeriod):
    """What of one period is open, and who closed it or opened it again."""

    template_name = "supplement/period.html"

    def get_title(self) -> str:
        return self.period.name

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "closings": [
                (row, [(Open(key).label, number) for key, number in row.left.items()])
                for row in selectors.closings_of(self.period)
            ],
            "may_close": self.allows(Permission.MAKE_RUNS),
            "may_reopen": self.allows(Permission.APPROVE_RUN)
            and self.closing is not None
            and self.closing.closed_by_id != self.visitor.user.pk,
        }
        return super().get_context_data(**(context | kwargs))


class _DoesWithPeriod(_OfPeriod, WhenPossible, ConfirmPage):
    def get_success_url(self) -> str:
        return self.page_address()

    def get_cancel_url(self) -> str:
        return self.page_address()


class ClosePeriod(_DoesWithPeriod):
    permission = Permission.MAKE_RUNS
    template_name = "supplement/close_period.html"
    form_class = ClosePeriodForm
    title = _("Close the period?")
    submit_label = _("Close the period")
    success_message = _("The period is closed.")
    warning = _("Nothing is begun or changed in a closed period: no claim, no run, no correction, no report.")

    def against(self) -> str:
        is_closed = self.closing is not None
        return in_words(
            refusals_to_close_period(self.left, is_over=self.is_over, is_closed=is_closed, has_words=True)
        )

    def get_form(self) -> Any:
        form = super().get_form()
        if self.left:
            form.fields["words"].required = True
        else:
            del form.fields["words"]
        return form

    def save(self, form: Any) -> None:
        words = form.cleaned_data.get("words", "")
        services.close_period(period_id=self.period.pk, words=words, by=self.visitor.user, at=timezone.now())


class ReopenPeriod(_DoesWithPeriod):
    permission = Permission.APPROVE_RUN
    form_class = ReopenPeriodForm
    title = _("Open the period again?")
    submit_label = _("Open it again")
    success_message = _("The period is open again.")
    explanation = _(
        "Another person than whoever closed it opens it again. Claims that were closed stay closed."
    )

    def against(self) -> str:
        closed_by = self.closing.closed_by_id if self.closing is not None else None
        return in_words(refusals_to_reopen(closed_by=closed_by, by=self.visitor.user.pk, has_words=True))

    def save(self, form: Any) -> None:
        words = form.cleaned_data["words"]
        services.reopen_period(period_id=self.period.pk, words=words, by=self.visitor.user, at=timezone.now())
