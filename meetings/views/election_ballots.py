"""The ballot of an election: opening it, and counting it (G6). Settings vote on the page of the vote."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.views import ConfirmPage
from meetings.forms.elections import AT_MEETING, BallotForm
from meetings.rules.elections import ElectionState
from meetings.rules.voting import MIN_SECRET_VOTERS
from meetings.selectors import elections, planning, votes
from meetings.services import election_ballots as services
from meetings.views.elections import RunsElection
from ways_of_working.panels import ShowsClauses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from meetings.models.planning import Meeting

#: Proposed as the last day of a ballot between meetings.
VOTING = timedelta(days=7)


class OpenBallot(ShowsClauses, RunsElection):
    """Secretly where the members' own words speak of a secret vote, and enough settings have a vote."""

    title = _("Open the ballot")
    template_name = "meetings/elections/open_ballot.html"
    form_class = BallotForm
    submit_label = _("Open the ballot")
    success_message = _("The ballot is open.")

    @property
    def goes_by(self) -> Sequence[str]:  # type: ignore[override]
        return (elections.CHOSEN_BY[self.election.office], "voting")

    @cached_property
    def meeting(self) -> Meeting | None:
        """The meeting of today, in whose room they vote now."""
        on = self.visitor.on
        ahead = planning.meetings_ahead([self.collaboration.pk], on=on)
        return next((row for row in ahead if row.on == on), None)

    @cached_property
    def electorate(self) -> int:
        return len(votes.members_on(self.collaboration, on=self.visitor.on))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "meets_today": self.meeting is not None}

    def get_initial(self) -> dict[str, Any]:
        on = self.visitor.on
        says_so = elections.says_secret(self.collaboration, self.election.office, on=on)
        return {
            "closes_at": on + VOTING,
            "is_secret": says_so and self.electorate >= MIN_SECRET_VOTERS,
            "where": AT_MEETING if self.meeting else "",
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        election, on = self.election, self.visitor.on
        named = elections.facts_of(election, on=on).candidates
        context = {
            "candidates": [row for row in elections.standing(election, on=on) if row.person_id in named],
            "is_last_day": election.state == ElectionState.NOMINATIONS and election.nominate_until == on,
            "silent": [row for row in elections.nominations_of(election) if not row.answer],
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: BallotForm) -> None:
        data = form.cleaned_data
        at_meeting = data.get("where") == AT_MEETING
        services.open_ballot(
            election_id=self.election.pk,
            is_secret=data["is_secret"],
            closes_on=None if at_meeting else data["closes_at"],
            meeting=self.meeting if at_meeting else None,
            by=self.request.user,
            at=timezone.now(),
        )


class CountBallot(RunsElection, ConfirmPage):
    """In the room when all have voted; else once its time is over, or everybody has voted."""

    title = _("Close the ballot and count it?")
    template_name = "layouts/confirm_page.html"
    submit_label = _("Close and count")

    @property
    def explanation(self) -> str:  # type: ignore[override]
        ballot = self.election.ballot
        waiting = len(votes.still_to_vote(ballot, votes.voters_of(ballot))) if ballot else 0
        if not waiting:
            return gettext("Everybody has voted. Nobody can change a vote any more.")
        words = gettext("Still to vote: %(number)d. Nobody can vote any more, and no vote can be changed.")
        return words % {"number": waiting}

    def save(self, form: Any) -> None:
        election = services.count_ballot(
            election_id=self.election.pk, by=self.request.user, at=timezone.now()
        )
        said = {
            ElectionState.TIED: gettext("The votes are equal. Draw a lot, or vote again."),
            ElectionState.NOBODY: gettext("Nobody was voted for."),
        }.get(ElectionState(election.state), gettext("The ballot is counted. Now record who is elected."))
        messages.success(self.request, said)
