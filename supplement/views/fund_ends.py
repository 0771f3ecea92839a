"""Spend returns, shares of leavers and balances of groups that ended, on their pages (S10, S5)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration
from core.views import ConfirmPage, SeenPage, found_or_404
from supplement.forms.fund_ends import (
    AUTHORITY,
    BY_PLAN,
    BY_RUN,
    HandOnForm,
    ReportForm,
    SettleForm,
    TakeShareOutForm,
)
from supplement.rules.claims import ClaimState
from supplement.rules.leavers import WITH_PAYMENTS, Goes
from supplement.rules.steps import Step
from supplement.selectors import fund, leavers
from supplement.selectors import spend_returns as returns
from supplement.selectors.closing import closed_in_words
from supplement.services import leavers as leaver_services
from supplement.services.leaver_lines import MOVED, NOT_SETTLED, take_share_out_of_runs
from supplement.services.leavers import ENDED, Said, mark_of_free
from supplement.services.spend_returns import report_spending
from supplement.views.fund import OfFund, WritesFund
from supplement.views.possible import WhenPossible

if TYPE_CHECKING:
    from core.views import Said as Stored
    from memberships.models.members import Membership
    from supplement.models.claims import Claim


class _OfClaim(OfFund):
    @cached_property
    def claim(self) -> Claim:
        return found_or_404(returns.claim_of(self.collaboration.pk, self.kwargs["claim"]))

    def permission_object(self) -> Any:
        group = super().permission_object()
        if self.allows(self.permission, group):
            self.claim  # noqa: B018  404 before anything else is asked
        return group


class ReportSpending(_OfClaim, WhenPossible, WritesFund):
    """A leader reports what was done with the money of a claim: the figures are there, words are asked."""

    template_name = "supplement/report.html"
    form_class = ReportForm
    submit_label = _("Send the report")
    success_message = _("Thank you. The report is with the early years team.")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Reported, it is read; before it is paid there is nothing to report."""
        if self.claim.state != ClaimState.PAID:
            return HttpResponseRedirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def against(self) -> str:
        return closed_in_words(self.claim.period)

    def back_to(self) -> str:
        return self.get_success_url()

    def get_title(self) -> str:
        return gettext("Report the spending: %(period)s") % {"period": self.claim.period.name}

    def get_success_url(self) -> str:
        return self.fund_url("spend_return", self.claim.pk)

    def get_cancel_url(self) -> str:
        return self.fund_url("fund")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "figures": returns.figures_of(self.claim),
            "missing": list(fund.paid_without_receipt([self.collaboration.pk])),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: ReportForm) -> None:
        report_spending(
            collaboration_id=self.collaboration.pk,
            claim_id=self.claim.pk,
            **form.cleaned_data,
            by=self.request.user,
            at=timezone.now(),
        )


class SpendReturnPage(_OfClaim):
    """What was reported, as it was sent."""

    template_name = "supplement/spend_return.html"

    def get_title(self) -> str:
        return gettext("Spend return: %(period)s") % {"period": self.claim.period.name}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_due = self.claim.state == ClaimState.PAID
        closed = closed_in_words(self.claim.period) if is_due else ""
        context = {
            "figures": returns.return_of(self.claim),
            "claim": self.claim,
            "closed": closed,
            "may_report": self.writes() and is_due and not closed,
        }
        return super().get_context_data(**(context | kwargs))


class LeaverPage(OfFund, FormOfCollaboration):
    """A leaver's share: what the ways of working say, every step of the sum, and what became of it.

    The leader or an officer settles it, once, after the last day.
    """

    template_name = "supplement/leaver.html"
    form_class = SettleForm
    submit_label = _("Settle the share")
    success_message = _("The share is settled.")
    error_fields = {"next_group": "next_group"}

    @cached_property
    def leaver(self) -> Membership:
        return found_or_404(leavers.leaver_in(self.collaboration.pk, self.kwargs["row"]))

    def permission_object(self) -> Any:
        group = super().permission_object()
        if self.allows(self.permission, group):
            self.leaver  # noqa: B018  404 before anything else is asked
        return group

    @cached_property
    def working(self) -> leavers.Working:
        return leavers.working_of(self.leaver, on=self.visitor.on)

    @cached_property
    def next_groups(self) -> list[tuple[int, str]]:
        rows = leavers.next_groups(self.leaver, on=self.visitor.on)
        return [(row.collaboration_id, row.collaboration.name) for row in rows]

    def settles(self) -> bool:
        return self.writes() or self.allows(Permission.ASSESS_CLAIMS)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.settles():
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def get_title(self) -> str:
        return gettext("Share of %(setting)s") % {"setting": self.leaver.provider}

    def get_success_url(self) -> str:
        return self.fund_url("leaver", self.leaver.pk)

    def get_cancel_url(self) -> str:
        return self.fund_url("fund")

    def get_form_kwargs(self) -> dict[str, Any]:
        votes = fund.votes_to_rest_on(self.collaboration.pk) if self.working.members_decide else []
        return {
            **super().get_form_kwargs(),
            "members_decide": self.working.members_decide,
            "may_go_with_payments": self.working.members_decide
            or (self.working.share.goes in WITH_PAYMENTS and self.working.share.moves),
            "votes": [(row.pk, row.title) for row in votes],
            "groups": self.next_groups,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        settlement = leavers.settlement_of(self.leaver)
        has_left = self.leaver.left_on is not None and self.leaver.left_on <= self.visitor.on
        steps: Sequence[Step] = (
            self.working.share.steps
            if settlement is None
            else [Step(row["key"], row["facts"]) for row in settlement.steps]
        )
        source = self.working.terms.source("leaver_funding")
        lines = leavers.lines_of(settlement) if settlement is not None else []
        standing = [row for row in lines if row.taken_back_at is None]
        may_take_out = self.settles() and bool(standing) and not leavers.is_moved(lines)
        context = {
            "leaver": self.leaver,
            "settlement": settlement,
            "steps": [step.reason.in_words(gettext) for step in steps],
            "source": source.reason.in_words(gettext) if source is not None else "",
            "settles": self.settles() and settlement is None and has_left,
            "has_left": has_left,
            "lines": lines,
            "may_take_out": may_take_out,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: SettleForm) -> None:
        data = form.cleaned_data
        groups = self.next_groups
        following = data.get("next_group") or (groups[0][0] if len(groups) == 1 else None)
        said = Said(
            goes=Goes(data["goes"]) if data.get("goes") else "",
            vote_id=data.get("decided"),
            next_group_id=following,
            words=data["words"],
            by_run=data.get("by_run") == BY_RUN,
        )
        leaver_services.settle_share(
            collaboration_id=self.collaboration.pk,
            membership_id=self.leaver.pk,
            said=said,
            by=self.request.user,
            at=timezone.now(),
        )


class TakeShareOut(OfFund, WhenPossible, FormOfCollaboration, ConfirmPage):
    """A share that waits for the next payments is transferred by the groups themselves after all."""

    form_class = TakeShareOutForm
    title = _("Take the share out of the next payments?")
    submit_label = _("Take it out")
    success_message = _("The share is out of the next payments. It is recorded in the fund.")
    explanation = _("The groups transfer the money themselves, and their funds’ books say so from now on.")

    @cached_property
    def leaver(self) -> Membership:
        return found_or_404(leavers.leaver_in(self.collaboration.pk, self.kwargs["row"]))

    def require(self, permission: str, about: Any = None) -> None:
        """Of whoever settles it: the leader, or an officer."""
        if not (self.writes() or self.allows(Permission.ASSESS_CLAIMS)):
            raise PermissionDenied
        self.leaver  # noqa: B018  404 before anything else is asked

    def against(self) -> str:
        settlement = leavers.settlement_of(self.leaver)
        if settlement is None:
            return gettext(NOT_SETTLED)
        if not settlement.by_run:
            return gettext("The share is out of the next payments already.")
        return gettext(MOVED) if leavers.is_moved(leavers.lines_of(settlement)) else ""

    def get_success_url(self) -> str:
        return self.fund_url("leaver", self.leaver.pk)

    def get_cancel_url(self) -> str:
        return self.get_success_url()

    def save(self, form: TakeShareOutForm) -> None:
        take_share_out_of_runs(
            collaboration_id=self.collaboration.pk,
            membership_id=self.leaver.pk,
            words=form.cleaned_data["words"],
            by=self.visitor.user,
            at=timezone.now(),
        )


class HandOnBalance(OfFund, FormOfCollaboration, SeenPage):
    """The balance of a group that ended, or ends by a plan: to a group of the plan, or back."""

    permission = Permission.MAKE_RUNS
    or_permission = Permission.ASSESS_CLAIMS
    template_name = "supplement/hand_on.html"
    title = _("Hand on the balance")
    form_class = HandOnForm
    submit_label = _("Record it")
    success_message = _("It is recorded.")

    def require(self, permission: str, about: Any = None) -> None:
        """Of the team: asked about the authority, not about the group."""
        if not (self.allows(self.permission) or self.allows(self.or_permission)):
            raise PermissionDenied
        if self.collaboration.state not in ENDED:
            raise Http404

    @property
    def free_pence(self) -> int:
        return max(0, fund.balance_of(self.collaboration.pk).free_pence)

    def mark(self) -> str:
        return mark_of_free(fund.balance_of(self.collaboration.pk).free_pence)

    def stored(self) -> Stored:
        return [(gettext("Free"), fund.balance_of(self.collaboration.pk).free_pence)]

    def get_success_url(self) -> str:
        return self.fund_url("fund")

    def get_form_kwargs(self) -> dict[str, Any]:
        groups = [(row.pk, row.name) for row in fund.successors_of(self.collaboration.pk)]
        has_shares = bool(fund.due_by_plan(self.collaboration.pk, self.free_pence))
        return {**super().get_form_kwargs(), "groups": groups, "has_shares": has_shares}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        group = self.collaboration.pk
        context = {
            "balance": fund.balance_of(group),
            "is_possible": self.free_pence > 0,
            "plan": fund.plan_of_end(group),
            "by_plan": fund.parts_by_plan(group, self.free_pence),
            "parts": fund.parts_by_members(group, self.free_pence),
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: HandOnForm) -> None:
        data = form.cleaned_data
        given = {
            "collaboration_id": self.collaboration.pk,
            "words": data["words"],
            "seen": data["seen"],
            "by": self.request.user,
            "at": timezone.now(),
        }
        if data["to"] == BY_PLAN:
            leaver_services.hand_on_by_plan(**given)
            return
        leaver_services.hand_on_balance(
            **given,
            to_id=None if data["to"] == AUTHORITY else int(data["to"]),
            pence=data["pence"],
            otherwise=data.get("otherwise", ""),
        )
