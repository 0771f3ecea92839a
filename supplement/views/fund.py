"""A collaboration's fund on its own pages (S10): read by its members and the team that sees money, written by
its leader; what it had before is recorded by the team.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration
from core.saving import edition_of
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, SeenPage, found_or_404
from core.wording import date_in_words
from supplement.forms.fund import ELSEWHERE, CloseForm, DecideForm, EffectForm, OpeningForm
from supplement.rules.fund import ProposalState, refusals_to_close
from supplement.selectors import fund as selectors
from supplement.selectors.leavers import leavers_of
from supplement.selectors.proposals import proposals_of
from supplement.selectors.spend_returns import claims_to_report, last_reported_at, returns_of
from supplement.services import fund as services
from supplement.services.fund import Decided
from supplement.services.leavers import ENDED
from supplement.tables.fund import PROPOSAL_COLOURS, EntriesTable, SpendingTable
from supplement.views.money_of_group import SumsOfGroup
from supplement.views.possible import WhenPossible, in_words

if TYPE_CHECKING:
    from core.views import Said
    from supplement.models.fund import SpendingDecision

#: What is asked for at most in one line of a choice.
MAX_CHOICE = 120


class OfFund(SumsOfGroup):
    """A page of a fund: for the group's members, and for the team without whoever sees no money."""

    def writes(self) -> bool:
        return self.allows(Permission.LEAD_COLLABORATION, self.collaboration)

    def fund_url(self, name: str, *more: Any) -> str:
        return reverse(f"supplement:{name}", args=[self.collaboration.pk, *more])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("The fund"), self.fund_url("fund")))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"writes": self.writes(), **kwargs})


class WritesFund(OfFund, FormOfCollaboration):
    """A form of its leader."""

    permission = Permission.LEAD_COLLABORATION
    template_name = "layouts/seen_page.html"

    def get_success_url(self) -> str:
        return self.fund_url("fund")


class Fund(OfFund):
    """Where the fund stands: what came, what was decided about, what is free; by member and by objective."""

    template_name = "supplement/fund.html"
    title = _("The fund")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        group = self.collaboration.pk
        made = list(selectors.decisions_of(group))
        opens = self.allows(Permission.MAKE_RUNS) or self.allows(Permission.ASSESS_CLAIMS)
        entries = list(selectors.entries_of(group)[:5])
        balance, proposals = selectors.balance_of_rows(group, made), proposals_of(group)
        waiting = [line.row for line in proposals if line.state is ProposalState.CARRIED]
        context = {
            "balance": balance,
            "carried": waiting if self.writes() else [],
            "decisions": [(row, selectors.value_of(row)) for row in made],
            "proposals": [(line, PROPOSAL_COLOURS[line.state]) for line in proposals],
            "entries": entries,
            "members": selectors.brought_by_members(group),
            "objectives": selectors.by_objective(made),
            "may_open": opens and not selectors.is_opened(group),
            "hands_on": opens and self.collaboration.state in ENDED,
            "to_report": list(claims_to_report([group])),
            "returns": returns_of(group),
            "leavers": list(leavers_of(group)),
        }
        return super().get_context_data(**(context | kwargs))


class _ListOfFund(OfFund, ListPage):
    export_permission = Permission.EXPORT

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}


class FundEntries(_ListOfFund):
    """Everything that came and went."""

    title = _("What came and went")
    thing, things = _("entry"), _("entries")
    table_class = EntriesTable
    export = "fund-entries"
    empty_text = _("Nothing has come yet. A payment of the supplement stands here once it is paid.")


class FundSpending(_ListOfFund):
    """Everything that was ordered and paid."""

    title = _("What was spent")
    thing, things = _("order"), _("orders")
    table_class = SpendingTable
    export = "fund-spending"
    empty_text = _("Nothing is spent yet. The leader records it on the page of a decision.")


class OpenFund(OfFund, WhenPossible, FormOfCollaboration):
    """Finance or an officer."""

    permission = Permission.MAKE_RUNS
    or_permission = Permission.ASSESS_CLAIMS
    title = _("Record the opening balance")
    form_class = OpeningForm
    submit_label = _("Record it")
    success_message = _("The opening balance is recorded.")

    def require(self, permission: str, about: Any = None) -> None:
        """Of the team: asked about the authority, not about the group."""
        if not (self.allows(self.permission) or self.allows(self.or_permission)):
            raise PermissionDenied

    def against(self) -> str:
        is_opened = selectors.is_opened(self.collaboration.pk)
        return gettext("There is an opening balance already.") if is_opened else ""

    def get_success_url(self) -> str:
        return self.fund_url("fund")

    def save(self, form: OpeningForm) -> None:
        services.open_fund(
            collaboration_id=self.collaboration.pk,
            **form.cleaned_data,
            by=self.request.user,
            at=timezone.now(),
        )


class Decide(WritesFund):
    """Record a decision to spend: the votes and minutes of the group that it can rest on are offered."""

    template_name = "supplement/decide.html"
    title = _("Record a decision to spend")
    form_class = DecideForm
    submit_label = _("Record the decision")
    success_message = _("The decision is recorded. The members of your group read it in their news.")

    @cached_property
    def objectives(self) -> list[tuple[int, str]]:
        return [(row.pk, row.aim) for row in selectors.objectives_to_serve(self.collaboration.pk)]

    def bases(self) -> list[tuple[str, str]]:
        votes = [
            (f"vote-{row.pk}", self._choice(gettext("Vote"), row.closed_at, row.title))
            for row in selectors.votes_to_rest_on(self.collaboration.pk)
        ]
        minutes = [
            (f"minutes-{row.pk}", self._choice(gettext("Minutes"), row.minutes.meeting.on, row.words))
            for row in selectors.minutes_to_rest_on(self.collaboration.pk)
        ]
        return votes + minutes

    @staticmethod
    def _choice(kind: str, on: Any, words: str) -> str:
        day = date_in_words(on if not hasattr(on, "tzinfo") else timezone.localdate(on))
        return f"{kind}, {day}: {Truncator(' '.join(words.split())).chars(MAX_CHOICE)}"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "objectives": self.objectives, "bases": self.bases()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        balance = selectors.balance_of(self.collaboration.pk)
        context = {
            "balance": balance,
            "has_plan": bool(self.objectives),
            "is_possible": bool(self.objectives) and balance.free_pence > 0,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: DecideForm) -> None:
        data = form.cleaned_data
        kind, _sep, number = data["decided"].partition("-")
        decided = Decided(
            vote_id=int(number) if kind == "vote" else None,
            decision_id=int(number) if kind == "minutes" else None,
            words=data["words"] if kind == ELSEWHERE else "",
            on=data["on"],
        )
        services.decide(
            collaboration_id=self.collaboration.pk,
            what=data["what"],
            pence=data["pence"],
            objective_id=data["objective"],
            decided=decided,
            by=self.request.user,
            at=timezone.now(),
        )


class OfDecision(OfFund):
    """A page of one decision."""

    @cached_property
    def decision(self) -> SpendingDecision:
        return found_or_404(selectors.decision_in(self.collaboration.pk, self.kwargs["decision"]))

    def permission_object(self) -> Any:
        group = super().permission_object()
        if self.allows(self.permission, group):
            self.decision  # noqa: B018  404 before anything else is asked
        return group

    def breadcrumbs(self) -> Sequence[Crumb]:
        page = self.fund_url("spending_decision", self.decision.pk)
        return (*super().breadcrumbs(), Crumb(self.decision.what, page))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        value = selectors.value_of(self.decision)
        return super().get_context_data(**{"decision": self.decision, "value": value, **kwargs})


class DecisionPage(OfDecision):
    """What was decided where, what was ordered and paid, its receipts, and what it changed."""

    template_name = "supplement/decision.html"

    def get_title(self) -> str:
        return self.decision.what

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "spending": selectors.spending_of(self.decision),
            "reported_at": last_reported_at(self.collaboration.pk),
            "before_closing": in_words(refusals_to_close(selectors.value_of(self.decision))),
        }
        return super().get_context_data(**(context | kwargs))


class WritesDecision(OfDecision, WritesFund):
    """A form of its leader about one decision."""

    def get_success_url(self) -> str:
        return self.fund_url("spending_decision", self.decision.pk)

    def given(self) -> dict[str, Any]:
        """What every service is told."""
        return {
            "collaboration_id": self.collaboration.pk,
            "decision_id": self.decision.pk,
            "by": self.request.user,
        }


class CloseDecision(WhenPossible, WritesDecision, ConfirmPage):
    template_name = "layouts/confirm_page.html"
    form_class = CloseForm
    submit_label = _("Close the decision")
    explanation = _("What is left of it is free again. A decision that is closed is not opened again.")

    def against(self) -> str:
        if self.decision.closed_at is not None:
            return gettext("This decision is closed.")
        return in_words(refusals_to_close(selectors.value_of(self.decision)))

    def get_title(self) -> str:
        return gettext("Close “%(what)s”?") % {"what": self.decision.what}

    def save(self, form: CloseForm) -> HttpResponseBase:
        services.close_decision(**self.given(), **form.cleaned_data, at=timezone.now())
        messages.success(self.request, gettext("The decision is closed."))
        return HttpResponseRedirect(self.get_success_url())


class TellEffect(WritesDecision, SeenPage):
    """What the money changed."""

    title = _("What it changed for children")
    form_class = EffectForm
    success_message = _("What it changed is saved.")

    def mark(self) -> str:
        return edition_of(self.decision.changed)

    def stored(self) -> Said:
        return [(EffectForm.base_fields["changed"].label, self.decision.changed)]

    def forget(self) -> None:
        del self.decision

    def get_initial(self) -> dict[str, Any]:
        return {**super().get_initial(), "changed": self.decision.changed}

    def save(self, form: EffectForm) -> None:
        services.say_what_changed(**self.given(), **form.cleaned_data)
