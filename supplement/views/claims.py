"""The claim of a collaboration (S7): begun, read by the group and the team, with everything that it waits
for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.rules import LED
from core.views import ConfirmPage, Page, found_or_404
from core.wording import date_in_words
from supplement.rules.claims import Actor, ClaimState, moves_from
from supplement.rules.next_steps import Window, window_on
from supplement.selectors import claims as selectors
from supplement.selectors.choosing import chosen_in_claim
from supplement.selectors.closing import closed_in_words
from supplement.selectors.estimates import estimate_of
from supplement.selectors.group_money import STILL_DECIDED, step_of
from supplement.selectors.members import members_counted
from supplement.selectors.numbers import Numbers, numbers_of
from supplement.selectors.schemes import criteria_of, period_value
from supplement.selectors.standing import verdict_of
from supplement.services import claims as services
from supplement.views.findings import FindingRow, finding_rows
from supplement.views.money_of_group import MoneyOfGroup
from supplement.views.possible import WhenPossible

if TYPE_CHECKING:
    from supplement.models.claims import Claim
    from supplement.models.parts import SchemePeriod


class OfClaim(MoneyOfGroup):
    """A page below one claim of the collaboration."""

    @cached_property
    def claim(self) -> Claim:
        return found_or_404(selectors.claim_of(self.collaboration.pk, self.kwargs["claim"]))

    def permission_object(self) -> Any:
        collaboration = super().permission_object()
        self.claim  # noqa: B018  404 before anything else is asked
        if not self.sees_money:
            raise PermissionDenied
        return collaboration

    @property
    def page_address(self) -> str:
        return reverse("supplement:claim", args=[self.collaboration.pk, self.claim.pk])

    @cached_property
    def leads(self) -> bool:
        return self.allows(Permission.LEAD_COLLABORATION, self.collaboration)

    @cached_property
    def reads_all(self) -> bool:
        """Who runs the group, and who sees claims for the team, read about every member; members about their
        own setting.
        """
        return self.allows(Permission.VIEW_CLAIMS) or self.allows(
            Permission.RUN_COLLABORATION, self.collaboration
        )

    @cached_property
    def own_settings(self) -> list[int]:
        """The reader's own settings among the members of the count date."""
        members = {row.pk: row for row in members_counted([self.collaboration.pk], self.period)}
        own = selectors.own_memberships(self.request.user, list(members.values()), on=self.visitor.on)
        return [members[number].provider_id for number in own]

    @cached_property
    def findings(self) -> list[FindingRow]:
        members = {row.pk: row for row in members_counted([self.collaboration.pk], self.period)}
        own = (
            None
            if self.reads_all
            else selectors.own_memberships(self.request.user, list(members.values()), on=self.visitor.on)
        )
        return finding_rows(
            criteria_of(self.claim.period.scheme_id),
            verdict_of(self.claim, on=self.visitor.on),
            members=members,
            collaboration_id=self.collaboration.pk,
            seen=own,
            mends=self.leads and self.claim.state in STILL_DECIDED,
        )

    @cached_property
    def period(self) -> Any:
        return period_value(self.claim.period)


class ClaimPage(OfClaim, Page):
    """For the group and the team: each criterion with its evidence, who owes a number, and what happens next."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "supplement/claim.html"

    def get_title(self) -> str:
        return gettext("Claim for %(period)s") % {"period": self.claim.period}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on, claim = self.visitor.on, self.claim
        facts = selectors.claim_facts(claim)
        closed = closed_in_words(claim.period)
        moves = moves_from(facts, Actor.LEADER) if self.leads and not closed else []
        deeds = {row.to: row.deed for row in moves}
        is_open = window_on(self.period, on) is Window.OPEN
        numbers = None
        if self.reads_all and claim.state in STILL_DECIDED:
            numbers = numbers_of(self.collaboration, claim.period.count_on, on=on)
        context = {
            "claim": claim,
            "step": step_of(claim, claim.period, on=on),
            "findings": self.findings if claim.state in STILL_DECIDED else [],
            "is_decided": claim.state not in STILL_DECIDED,
            "numbers": numbers,
            "to_ask": numbers.to_ask(on) if numbers is not None and self.leads else 0,
            "estimate": estimate_of(claim, on=on) if numbers is not None else None,
            "in_two": chosen_in_claim(claim, None if self.reads_all else self.own_settings),
            "steps": selectors.steps_of(claim),
            "reads_all": self.reads_all,
            "may_send": ClaimState.SUBMITTED in deeds and is_open and self.collaboration.state in LED,
            "may_answer": claim.state == ClaimState.RETURNED and ClaimState.CHECKING in deeds,
            "may_withdraw": ClaimState.WITHDRAWN in deeds,
            "may_appeal": ClaimState.APPEALED in deeds,
        }
        return super().get_context_data(**(context | kwargs))


class BeginClaim(MoneyOfGroup, WhenPossible, ConfirmPage):
    """Begin the claim of a period. Where it is begun, its page opens."""

    permission = Permission.LEAD_COLLABORATION
    submit_label = _("Begin the claim")

    @cached_property
    def period(self) -> SchemePeriod:
        period = found_or_404(selectors.period_by_id(self.kwargs["period"]))
        return found_or_404(period if period.scheme.state == "approved" else None)

    def permission_object(self) -> Any:
        collaboration = super().permission_object()
        self.period  # noqa: B018  404 before anything else is asked
        return collaboration

    def get_title(self) -> str:
        return gettext("Claim the supplement for %(period)s") % {"period": self.period}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        words = gettext(
            "You see what is met and what is missing, and who still owes the staff number of %(count)s. You can"
            " send the claim until %(until)s. Members see that it is begun."
        ) % {
            "count": date_in_words(self.period.count_on),
            "until": date_in_words(self.period.claims_until_on),
        }
        return super().get_context_data(**{"explanation": words, **kwargs})

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        existing = selectors.claims_for_time_of(self.period).filter(collaboration=self.collaboration).first()
        if existing is not None:
            return HttpResponseRedirect(self.address_of(existing))
        return super().get(request, *args, **kwargs)

    def against(self) -> str:
        if window_on(period_value(self.period), self.visitor.on) is not Window.OPEN:
            return gettext("No claim can be sent for this period now.")
        return "" if self.collaboration.state in LED else gettext(services.NOT_LED)

    def save(self, form: Any) -> HttpResponseBase:
        claim = services.open_claim(
            period_id=self.period.pk,
            collaboration_id=self.collaboration.pk,
            by=self.request.user,
            at=timezone.now(),
        )
        return HttpResponseRedirect(self.address_of(claim))

    def address_of(self, claim: Claim) -> str:
        return reverse("supplement:claim", args=[self.collaboration.pk, claim.pk])

    def get_cancel_url(self) -> str:
        return reverse("supplement:of_group", args=[self.collaboration.pk])


class AskForNumbers(OfClaim, WhenPossible, ConfirmPage):
    """One email to each member that owes its staff number, with the link that answers it; once a day."""

    permission = Permission.LEAD_COLLABORATION
    title = _("Ask for the staff numbers?")
    submit_label = _("Ask them by email")

    @cached_property
    def numbers(self) -> Numbers:
        return numbers_of(self.collaboration, self.claim.period.count_on, on=self.visitor.on)

    def against(self) -> str:
        if not self.numbers.is_open:
            day = date_in_words(self.claim.period.count_on)
            return gettext("The staff number of %(day)s is not asked for now.") % {"day": day}
        if not self.numbers.owing:
            return gettext("Nobody owes it. Nobody needs a reminder.")
        return ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        names = [str(row.setting) for row in self.numbers.owing]
        words = gettext(
            "Each manager gets an email with a link that opens the question. Childminders are asked how many work"
            " with them. Whoever had one today gets no second. Owing: %(names)s."
        ) % {"names": ", ".join(names)}
        return super().get_context_data(**{"explanation": words, **kwargs})

    def save(self, form: Any) -> None:
        done = services.ask_for_numbers(claim=self.claim, by=self.request.user, at=timezone.now())
        messages.success(self.request, done.in_words())

    def get_success_url(self) -> str:
        return self.page_address

    def get_cancel_url(self) -> str:
        return self.page_address
