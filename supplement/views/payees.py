"""Who receives a group's money (S9): the page of it, and what the leader does about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.rules import LED
from core.views import ConfirmPage, Crumb, found_or_404
from memberships.selectors.people import settings_of
from supplement.forms.payees import EndPayeeForm, NamePayeeForm, WithdrawProposalForm
from supplement.rules.payees import Naming, Part, PayeeState, may_end, may_name
from supplement.selectors import payees as selectors
from supplement.selectors.signing import everything_to_sign
from supplement.services import payee_links, payees
from supplement.tables.payees import PAYEE_COLOURS
from supplement.views.money_of_group import MoneyOfGroup
from supplement.views.possible import WhenPossible, in_words

if TYPE_CHECKING:
    from supplement.models.payees import Payee
    from supplement.selectors.payees import PayeeStanding
    from supplement.selectors.signing import ToSign


class AboutPayee(MoneyOfGroup):
    """A page below the group's Money tab about its payee."""

    @cached_property
    def standing(self) -> PayeeStanding:
        return selectors.standing_of(self.collaboration.pk, on=self.visitor.on)

    def payee_address(self) -> str:
        return reverse("supplement:payee", args=[self.collaboration.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(PayeePage.title, self.payee_address()))


class PayeePage(AboutPayee):
    """The payee, who signed and who not yet, and every earlier one; to each reader what is theirs to do."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "supplement/payee.html"
    title = _("Who receives the money")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    @cached_property
    def managed(self) -> frozenset[int]:
        """The settings that the reader manages today."""
        settings: Iterable[Any] = settings_of(self.request.user, on=self.visitor.on)
        return frozenset(row.pk for row in settings if row.is_managed)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standing, leads = self.standing, self.allows(Permission.LEAD_COLLABORATION, self.collaboration)
        to_sign = everything_to_sign(standing)
        context = {
            "standing": standing,
            "freeze": standing.freeze,
            "may_name": leads and standing.proposal is None and self.collaboration.state in LED,
            "may_withdraw": leads and standing.proposal is not None,
            "may_remind": leads and bool(to_sign),
            "may_end": Part.HAND_OVER in standing.parts_missing and self.allows(Permission.ASSESS_CLAIMS),
            "signs": [row for row in to_sign if row.membership is None],
            "own": [(row, sign_address(row)) for row in to_sign if row.provider.pk in self.managed],
            "managed": self.managed,
            "until_then": [
                row for row in standing.still_for_before if row.membership.provider_id in self.managed
            ],
            "differs": self.differs(),
            "history": list(self.history()),
        }
        return super().get_context_data(**(context | kwargs))

    def differs(self) -> str:
        """The setting that the ways of working name, where that is another one."""
        agreed = selectors.agreed_payee(self.collaboration.pk, on=self.visitor.on)
        target = self.standing.target
        if agreed is None or target is None or agreed == target.provider_id:
            return ""
        rows = self.standing.members
        return next((str(row.provider) for row in rows if row.provider_id == agreed), "")

    def history(self) -> Iterator[tuple[Payee, str, str]]:
        for payee in selectors.history_of(self.collaboration.pk):
            state = selectors.state_on(payee, self.visitor.on)
            yield payee, state.label, PAYEE_COLOURS[state]


def sign_address(row: ToSign) -> str:
    """The page on which something is signed by whoever is signed in."""
    return reverse(f"supplement:{row.part}", args=[row.payee.collaboration_id, row.about_id])


class LeadersStep(AboutPayee, WhenPossible):
    """One step of the leader, that leads back to the payee's page."""

    permission = Permission.LEAD_COLLABORATION

    def get_success_url(self) -> str:
        return self.payee_address()

    def get_cancel_url(self) -> str:
        return self.payee_address()


class NamePayee(LeadersStep):
    """The leader proposes a member; one other than the ways of working name is asked about once."""

    template_name = "supplement/name_payee.html"
    title = _("Name who receives the money")
    form_class = NamePayeeForm
    submit_label = _("Propose it")
    success_message = _("Proposed. Everybody who signs gets an email with a link.")

    @cached_property
    def agreed(self) -> int | None:
        return selectors.agreed_payee(self.collaboration.pk, on=self.visitor.on)

    def against(self) -> str:
        if self.collaboration.state not in LED:
            return gettext(payees.NOT_ACTIVE)
        proposal = self.standing.proposal
        if proposal is None:
            return ""
        other = Naming(str(proposal.provider), True, False, str(proposal.provider))
        return in_words(may_name(other, why=""))

    def name_of(self, provider_id: int | None) -> str:
        rows = self.standing.members
        return next((str(row.provider) for row in rows if row.provider_id == provider_id), "")

    def get_form_kwargs(self) -> dict[str, Any]:
        receives = self.standing.in_force
        settings = [
            (row.provider_id, str(row.provider))
            for row in self.standing.members
            if receives is None or row.provider_id != receives.provider_id
        ]
        return {**super().get_form_kwargs(), "settings": settings}

    def get_initial(self) -> dict[str, Any]:
        return {"provider": selectors.suggested(self.standing)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "agreed": self.name_of(self.agreed),
            "in_force": self.standing.in_force,
            "asks_again": "",
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: NamePayeeForm) -> HttpResponseBase | None:
        chosen, agreed = form.cleaned_data["provider"], self.name_of(self.agreed)
        if agreed and chosen != self.agreed and form.cleaned_data["differs"] != str(chosen):
            form.take_as_said()
            return self.render_to_response(self.get_context_data(form=form, asks_again=self.name_of(chosen)))
        payees.name_payee(
            collaboration_id=self.collaboration.pk,
            provider_id=chosen,
            why=form.cleaned_data["why"],
            by=self.request.user,
            at=timezone.now(),
        )
        return None


class WithdrawProposal(LeadersStep):
    title = _("Withdraw the proposal")
    form_class = WithdrawProposalForm
    submit_label = _("Withdraw it")
    success_message = _("The proposal is withdrawn.")

    @cached_property
    def payee(self) -> Payee:
        payee = found_or_404(selectors.payee_by_id(self.kwargs["row"]))
        is_here = payee.collaboration_id == self.collaboration.pk
        return found_or_404(payee if is_here else None)

    def permission_object(self) -> Any:
        collaboration = super().permission_object()
        self.payee  # noqa: B018  404 before anything else is asked
        return collaboration

    def against(self) -> str:
        state = selectors.state_on(self.payee, self.visitor.on)
        if state is PayeeState.PROPOSED:
            return ""
        if state is PayeeState.WITHDRAWN:
            return gettext("This proposal was withdrawn.")
        return gettext(payees.ALL_SIGNED)

    def save(self, form: WithdrawProposalForm) -> HttpResponseBase | None:
        why = form.cleaned_data["why"]
        payees.withdraw_proposal(payee_id=self.payee.pk, why=why, by=self.request.user, at=timezone.now())
        return None


class EndPayee(AboutPayee, WhenPossible, ConfirmPage):
    """An officer ends a payee that does not hand over."""

    permission = Permission.ASSESS_CLAIMS
    form_class = EndPayeeForm
    submit_label = _("End it")
    destructive = True
    success_message = _("It is ended. Both settings are told.")
    explanation = _(
        "It receives nothing more from today. The next payment waits until the setting that is proposed has"
        " accepted and every member has signed."
    )

    @cached_property
    def payee(self) -> Payee:
        payee = found_or_404(selectors.payee_by_id(self.kwargs["row"]))
        return found_or_404(payee if payee.collaboration_id == self.collaboration.pk else None)

    def require(self, permission: str, about: Any = None) -> None:
        """Of the team: asked about the authority, not about the group."""
        if not self.allows(self.permission):
            raise PermissionDenied
        self.payee  # noqa: B018

    def against(self) -> str:
        if self.payee.ended_by_id is not None:
            return gettext("It is ended.")
        before, missing = self.standing.before, self.standing.parts_missing
        receives = before is not None and before.pk == self.payee.pk
        return in_words(may_end(receives=receives, awaits_hand_over=Part.HAND_OVER in missing, why="–"))

    def get_title(self) -> str:
        return gettext("End that %(setting)s receives the money?") % {"setting": self.payee.provider}

    def save(self, form: EndPayeeForm) -> None:
        why = form.cleaned_data["why"]
        payees.end_payee(payee_id=self.payee.pk, why=why, by=self.request.user, at=timezone.now())

    def get_success_url(self) -> str:
        return self.payee_address()

    def get_cancel_url(self) -> str:
        return self.payee_address()


class RemindSigners(LeadersStep, ConfirmPage):
    title = _("Remind who has not signed")
    submit_label = _("Send the reminders")

    def against(self) -> str:
        return "" if everything_to_sign(self.standing) else gettext(payee_links.NOBODY_TO_REMIND)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        names = ", ".join(sorted({str(row.provider) for row in everything_to_sign(self.standing)}))
        words = gettext("An email with a link goes to: %(names)s.") % {"names": names}
        return super().get_context_data(**{"explanation": words, **kwargs})

    def save(self, form: Any) -> HttpResponseBase | None:
        asked = payee_links.remind_signers(
            collaboration_id=self.collaboration.pk, by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, asked.in_words())
        return None
