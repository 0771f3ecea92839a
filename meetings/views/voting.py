"""What people do with a vote (G6): vote, stand aside, count hands, close, settle, withdraw, remind."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters

from core.views import CONFIRMED, ConfirmPage, found_or_404
from core.wording import date_in_words
from meetings.forms.votes import HandsForm, SettleVoteForm, StandAsideForm, WithdrawVoteForm
from meetings.selectors import votes as selectors
from meetings.services import voting as services
from meetings.views.vote_bases import SECRET_CHOICE, FormOfVote, OfVote, RunsVote
from memberships.selectors.members import membership_in

if TYPE_CHECKING:
    from meetings.models.votes import Voter
    from memberships.models.members import Membership


class ForOwnVoter(OfVote):
    """For who manages a setting; another's does not exist, for officers neither: they have no vote."""

    @cached_property
    def membership(self) -> Membership:
        membership = found_or_404(membership_in(self.collaboration, self.kwargs["membership"]))
        if not selectors.may_vote_for(self.request.user, membership, on=self.visitor.on):
            raise Http404
        return membership

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.membership  # noqa: B018
        return about


@method_decorator(sensitive_post_parameters("choice", SECRET_CHOICE), name="dispatch")
class CastVote(ForOwnVoter):
    """One press votes. A second one of the same button changes nothing. A secret vote cannot be changed, so
    it is asked once more; nothing of the answer is kept between the two.
    """

    http_method_names = ["post"]
    template_name = "meetings/votes/confirm.html"
    title = _("Is this your vote?")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        choice = request.POST.get(SECRET_CHOICE if self.vote.is_secret else "choice", "")
        voted = any(row.has_voted for row in self.voters if row.membership_id == self.membership.pk)
        if self.vote.is_secret and not voted and CONFIRMED not in request.POST:
            chosen = next(
                (said for said in selectors.as_rule(self.vote).choices if str(said) == choice), None
            )
            if chosen is not None:
                context = {
                    "value": choice,
                    "name": SECRET_CHOICE,
                    "label": selectors.label_of(self.vote, chosen),
                    "caption": self.membership.provider,
                    "back_url": self.address(),
                }
                return self.render_to_response(self.get_context_data(**context))
        try:
            services.cast_vote(
                vote_id=self.vote.pk,
                membership=self.membership,
                choice=choice,
                client_key=request.POST.get("key", ""),
                by=request.user,
                at=timezone.now(),
            )
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        else:
            words = gettext("%(setting)s has voted.") % {"setting": self.membership.provider}
            messages.success(request, words)
        return HttpResponseRedirect(self.address())


class StandAside(ForOwnVoter, FormOfVote):
    """A setting declares an interest: it counts on no side."""

    title = _("Declare an interest and stand aside")
    template_name = "meetings/votes/stand_aside.html"
    form_class = StandAsideForm
    submit_label = _("Stand aside")
    success_message = _("Your setting stands aside.")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"caption": self.membership.provider, **kwargs})

    def save(self, form: StandAsideForm) -> None:
        services.stand_aside(
            vote_id=self.vote.pk,
            membership=self.membership,
            interest=form.cleaned_data["interest"],
            by=self.request.user,
            at=timezone.now(),
        )


class RecordHands(RunsVote):
    """Whoever chairs writes down how each setting votes in the room. What is written is shown again."""

    title = _("Count hands")
    template_name = "meetings/votes/hands.html"
    form_class = HandsForm
    submit_label = _("Save the votes")
    success_message = _("The votes are written down.")

    @cached_property
    def may_say(self) -> list[Voter]:
        base = selectors.base_of(self.vote, self.voters)
        return [voter for voter in self.voters if voter.membership_id in base]

    def get_form_kwargs(self) -> dict[str, Any]:
        choices = [
            (str(choice), selectors.label_of(self.vote, choice))
            for choice in selectors.as_rule(self.vote).choices
        ]
        return {**super().get_form_kwargs(), "voters": self.may_say, "choices": choices}

    def get_initial(self) -> dict[str, Any]:
        said = selectors.said_now(self.vote, self.voters)
        return {HandsForm.name_of(voter): str(said.get(voter.membership_id, "")) for voter in self.may_say}

    def save(self, form: HandsForm) -> None:
        services.record_hands(
            vote_id=self.vote.pk, hands=form.hands(self.may_say), by=self.request.user, at=timezone.now()
        )


class CloseVote(RunsVote, ConfirmPage):
    title = _("Close the vote?")
    template_name = "layouts/confirm_page.html"
    submit_label = _("Close the vote")
    success_message = _("The vote is closed. The result stands here, and everybody in the group hears of it.")

    @property
    def explanation(self) -> str:  # type: ignore[override]
        waiting = len(selectors.still_to_vote(self.vote, self.voters))
        if not waiting:
            return gettext("Everybody has voted. Nobody can change a vote any more.")
        words = gettext("Still to vote: %(number)d. Nobody can vote any more, and no vote can be changed.")
        return words % {"number": waiting}

    def save(self, form: Any) -> None:
        services.close_vote(vote_id=self.vote.pk, by=self.request.user, at=timezone.now())


class SettleVote(RunsVote):
    """What the chair, or the lot, said of an equal vote."""

    title = _("Settle the equal vote")
    template_name = "meetings/votes/settle.html"
    form_class = SettleVoteForm
    submit_label = _("Record it")
    success_message = _("The vote is decided.")

    def may_run(self) -> bool:
        chairs = selectors.chairs_of(self.vote, on=self.visitor.on)
        return super().may_run() or self.request.user.pk in chairs

    def save(self, form: SettleVoteForm) -> None:
        services.settle_vote(
            vote_id=self.vote.pk,
            is_carried=form.cleaned_data["is_carried"] == "yes",
            by=self.request.user,
            at=timezone.now(),
        )


class WithdrawVote(RunsVote):
    title = _("Withdraw this vote?")
    form_class = WithdrawVoteForm
    submit_label = _("Withdraw it")
    success_message = _("The vote is withdrawn.")

    def save(self, form: WithdrawVoteForm) -> None:
        services.withdraw_vote(
            vote_id=self.vote.pk,
            because=form.cleaned_data["because"],
            by=self.request.user,
            at=timezone.now(),
        )


class RemindOfVote(RunsVote, ConfirmPage):
    title = _("Remind those who have not voted?")
    template_name = "layouts/confirm_page.html"
    submit_label = _("Send the reminder")

    @property
    def explanation(self) -> str:  # type: ignore[override]
        waiting = len(selectors.still_to_vote(self.vote, self.voters))
        words = gettext("Still to vote: %(number)d. Only the managers of these settings get an email.")
        return words % {"number": waiting}

    def save(self, form: Any) -> None:
        number = services.remind(vote_id=self.vote.pk, by=self.request.user, at=timezone.now())
        if number:
            messages.success(self.request, gettext("The reminder is on its way."))
        else:
            words = gettext("Nobody is to be reminded, or a reminder went today (%(day)s).")
            messages.info(self.request, words % {"day": date_in_words(timezone.localdate())})
