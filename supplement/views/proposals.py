"""Spending decisions that the members vote on, on the pages of their fund (S10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.forms.numbers import whole_number
from core.frame.deciding import decided_about
from core.views import ConfirmPage, Crumb, found_or_404
from meetings.selectors.planning import meetings_ahead
from supplement.forms.fund import AT_THE_MEETING, EndProposalForm, ProposeForm
from supplement.rules.fund import ProposalState, refusals_to_end
from supplement.selectors import fund
from supplement.selectors import proposals as selectors
from supplement.services import proposals as services
from supplement.tables.fund import PROPOSAL_COLOURS
from supplement.views.fund import OfFund, WritesFund
from supplement.views.possible import WhenPossible, in_words

if TYPE_CHECKING:
    from meetings.models.planning import Meeting
    from supplement.selectors.proposals import ProposalLine

#: A vote between meetings is open until the end of its last day.
END_OF_DAY = time(23, 59)


class Propose(WritesFund):
    """The leader puts a spending decision to the vote; what is free is asked now, and again at the result."""

    template_name = "supplement/propose.html"
    title = _("Put a spending decision to the vote")
    form_class = ProposeForm
    submit_label = _("Open the vote")
    error_fields = {"closes_at": "closes_on", "title": "what", "proposal": "what"}

    @cached_property
    def objectives(self) -> list[tuple[int, str]]:
        return [(row.pk, row.aim) for row in fund.objectives_to_serve(self.collaboration.pk)]

    @cached_property
    def meeting(self) -> Meeting | None:
        """The meeting of today, in whose room it can be voted now."""
        ahead = meetings_ahead([self.collaboration.pk], on=self.visitor.on).first()
        return ahead if ahead is not None and ahead.on == self.visitor.on else None

    def get_initial(self) -> dict[str, Any]:
        """Less is put to the vote instead of what was carried while less was free."""
        number = whole_number(self.request.GET.get("instead", ""))
        line = selectors.proposal_in(self.collaboration.pk, number) if number else None
        if line is None or line.state is not ProposalState.CARRIED:
            return super().get_initial()
        free = max(0, fund.balance_of(self.collaboration.pk).free_pence)
        return {
            "what": line.row.what,
            "pence": min(free, line.row.pence) or None,
            "objective": line.row.objective_id,
            "words": line.row.words,
        }

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = {"objectives": self.objectives, "at_the_meeting": self.meeting is not None}
        return {**super().get_form_kwargs(), **kwargs}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        balance = fund.balance_of(self.collaboration.pk)
        context = {
            "balance": balance,
            "waiting_pence": selectors.waiting_pence(self.collaboration.pk),
            "has_plan": bool(self.objectives),
            "is_possible": bool(self.objectives) and balance.free_pence > 0,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: ProposeForm) -> HttpResponseBase:
        data = form.cleaned_data
        at_meeting = data.get("where") == AT_THE_MEETING
        last_moment = None if at_meeting else datetime.combine(data["closes_on"], END_OF_DAY)
        row = services.propose_spending(
            collaboration_id=self.collaboration.pk,
            what=data["what"],
            pence=data["pence"],
            objective_id=data["objective"],
            words=data["words"],
            closes_at=timezone.make_aware(last_moment) if last_moment is not None else None,
            meeting=self.meeting if at_meeting else None,
            is_secret=data["is_secret"],
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("The vote is open. Everybody who votes gets an email."))
        return HttpResponseRedirect(self.fund_url("spending_proposal", row.pk))


class OfProposal(OfFund):
    """A page of one proposal."""

    @cached_property
    def line(self) -> ProposalLine:
        return found_or_404(selectors.proposal_in(self.collaboration.pk, self.kwargs["row"]))

    def permission_object(self) -> Any:
        group = super().permission_object()
        if self.allows(self.permission, group):
            self.line  # noqa: B018  404 before anything else is asked
        return group

    def breadcrumbs(self) -> Sequence[Crumb]:
        page = self.fund_url("spending_proposal", self.line.row.pk)
        return (*super().breadcrumbs(), Crumb(self.line.row.what, page))

    def given(self) -> dict[str, Any]:
        """What every service is told."""
        return {
            "collaboration_id": self.collaboration.pk,
            "proposal_id": self.line.row.pk,
            "by": self.request.user,
            "at": timezone.now(),
        }


class ProposalPage(OfProposal):
    """What is proposed, how the vote stands or ended, and what came of it."""

    template_name = "supplement/proposal.html"

    def get_title(self) -> str:
        return self.line.row.what

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line = self.line
        decided = decided_about(self.visitor, selectors.SPENDING, line.row.pk, self.collaboration)
        waits = line.state in (ProposalState.CARRIED, ProposalState.EQUAL)
        context = {
            "proposal": line.row,
            "state": line.state,
            "colour": PROPOSAL_COLOURS[line.state],
            "blocks": [decided.block] if decided is not None else [],
            "balance": fund.balance_of(self.collaboration.pk),
            "may_decide": self.writes() and not selectors.against_deciding(line),
            "may_end": self.writes() and waits,
        }
        context["may_put_less"] = (
            self.writes() and line.state is ProposalState.CARRIED and context["balance"].free_pence > 0
        )
        return super().get_context_data(**(context | kwargs))


class _WritesProposal(WhenPossible, OfProposal, WritesFund, ConfirmPage):
    template_name = "layouts/confirm_page.html"

    def get_success_url(self) -> str:
        return self.fund_url("spending_proposal", self.line.row.pk)


class DecideProposal(_WritesProposal):
    """What was carried while less was free is decided now."""

    submit_label = _("Decide it now")
    success_message = _("It is decided. Its sum is kept for it.")
    explanation = _("The members carried it, and less was free then. From now on its sum is kept for it.")

    def against(self) -> str:
        return selectors.against_deciding(self.line)

    def get_title(self) -> str:
        return gettext("Decide “%(what)s” now?") % {"what": self.line.row.what}

    def save(self, form: Any) -> HttpResponseBase:
        decision = services.decide_carried(**self.given())
        messages.success(self.request, self.success_message)
        return HttpResponseRedirect(
            reverse("supplement:spending_decision", args=[self.collaboration.pk, decision.pk])
        )


class EndProposal(_WritesProposal):
    form_class = EndProposalForm
    submit_label = _("End it")
    success_message = _("It is ended. It stays on the page of the fund.")
    explanation = _("Nothing more comes of it. Put it to the vote anew if your members want it later.")

    def against(self) -> str:
        if self.line.state is ProposalState.ENDED:
            return gettext("It has ended.")
        return in_words(refusals_to_end(self.line.state))

    def get_title(self) -> str:
        return gettext("End “%(what)s”?") % {"what": self.line.row.what}

    def save(self, form: EndProposalForm) -> None:
        services.end_proposal(**self.given(), words=form.cleaned_data["words"])
