"""What the pages of votes share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from collaborations.views.mixins import FormOfCollaboration
from core.views import Crumb, found_or_404
from meetings.selectors import votes as selectors
from meetings.views.bases import OfMeetings, RunsMeetings
from memberships.selectors.conduct import belongs_to

if TYPE_CHECKING:
    from meetings.models.votes import Vote, Voter

#: What a secret ballot is called in a form: nothing of this name is kept or shown when something goes wrong.
SECRET_CHOICE = "secret_choice"  # noqa: S105  a name of a field


class BelowVotes(OfMeetings):
    """A page below ``votes/``."""

    def votes_url(self) -> str:
        return reverse("meetings:votes", args=[self.collaboration.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Votes"), self.votes_url()))


class OfVote(BelowVotes):
    """A page of one vote. That of another group does not exist, and one of members alone for nobody else."""

    @cached_property
    def vote(self) -> Vote:
        vote = found_or_404(selectors.vote_in(self.collaboration, self.kwargs["vote"]))
        if vote.members_only and not belongs_to(self.request.user, self.collaboration, on=self.visitor.on):
            raise Http404
        return vote

    @cached_property
    def voters(self) -> list[Voter]:
        return selectors.voters_of(self.vote)

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.vote  # noqa: B018
        return about

    def may_run(self) -> bool:
        """Whoever runs the group, and whoever chairs the meeting of the vote."""
        meeting = self.vote.meeting
        return super().may_run() or (meeting is not None and meeting.chaired_by_id == self.request.user.pk)

    def address(self, name: str = "vote", *more: Any) -> str:
        return reverse(f"meetings:{name}", args=[self.collaboration.pk, self.vote.pk, *more])

    def get_success_url(self) -> str:
        return self.address()

    def get_cancel_url(self) -> str:
        return self.address()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {"vote": self.vote, "may_run": self.may_run(), "caption": self.vote.title}
        return super().get_context_data(**(context | kwargs))


class FormOfVote(OfVote, FormOfCollaboration):
    """A form about one vote, back to it."""

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.vote.title, self.address()))


class RunsVote(RunsMeetings, FormOfVote):
    """The same for those who run the group, and whoever chairs the meeting of the vote."""
