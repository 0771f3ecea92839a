"""Votes (G6): the list, one vote on a phone, and what whoever runs the group does with it."""

from __future__ import annotations

from datetime import datetime, time
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration
from core.forms.numbers import whole_number
from core.frame.deciding import Put, subject_named
from core.tables.pages import ListPage
from core.views import found_or_404
from meetings.forms.votes import (
    AT_THE_MEETING,
    PutToVoteForm,
)
from meetings.rules.outcomes import OutcomeKind, TieRule
from meetings.rules.vote_words import method_words, quorum_words, tie_words
from meetings.selectors import agenda, planning
from meetings.selectors import votes as selectors
from meetings.selectors.elections import election_of_ballot
from meetings.services import voting as services
from meetings.tables.votes import AllVotesTable, VotesTable
from meetings.views.bases import OfMeetings, RunsMeetings
from meetings.views.vote_bases import SECRET_CHOICE, BelowVotes, OfVote
from ways_of_working.panels import ShowsClauses

if TYPE_CHECKING:
    from meetings.models.agenda import AgendaItem
    from meetings.models.planning import Meeting
    from meetings.models.votes import Vote
    from meetings.rules.voting import Said

CLAUSES = ("decision_method", "quorum", "tie_rule", "voting")
#: A vote between meetings is open until the end of its last day.
END_OF_DAY = time(23, 59)


class Votes(OfMeetings, ListPage):
    """The votes of a group."""

    title = _("Votes")
    template_name = "meetings/votes/list.html"
    things = _("votes")
    table_class = VotesTable
    export = "votes"
    export_permission = Permission.EXPORT
    empty_text = _("Nothing has been put to the vote here yet.")

    def scope(self) -> dict[str, str]:
        return {"collaboration": str(self.collaboration.pk)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"may_run": self.may_run(), **kwargs})


class AllVotes(ListPage):
    """The votes of all groups, for the team."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Votes of groups")
    things = _("votes")
    table_class = AllVotesTable
    export = "votes"
    export_permission = Permission.EXPORT
    empty_text = _("No group has put anything to the vote here yet.")


class PutToVote(RunsMeetings, ShowsClauses, BelowVotes, FormOfCollaboration):
    """Put a proposal to the vote: of one's own, of an item of an agenda, of something from elsewhere, or an
    equal vote once more.
    """

    title = _("Put to the vote")
    template_name = "meetings/votes/put.html"
    form_class = PutToVoteForm
    goes_by = CLAUSES
    submit_label = _("Open the vote")
    success_message = _("The vote is open.")

    @cached_property
    def item(self) -> AgendaItem | None:
        number = whole_number(self.request.GET.get("item", ""))
        item = agenda.item_by_id(number) if number is not None else None
        return item if item is not None and item.meeting.collaboration_id == self.collaboration.pk else None

    @cached_property
    def follows(self) -> Vote | None:
        number = whole_number(self.request.GET.get("follows", ""))
        return selectors.vote_in(self.collaboration, number) if number is not None else None

    @cached_property
    def put(self) -> Put | None:
        """What is put to the vote from elsewhere. What this person may not put does not exist."""
        kind, _sep, pk = self.request.GET.get("subject", "").partition("-")
        number = whole_number(pk)
        if not kind:
            return None
        subject = found_or_404(subject_named(kind))
        return found_or_404(
            subject.find(self.visitor, self.collaboration, number) if number is not None else None
        )

    @cached_property
    def meeting(self) -> Meeting | None:
        """The meeting in whose room it is voted now: that of the item, or the one of today."""
        today = timezone.localdate()
        if self.item is not None:
            return self.item.meeting if self.item.meeting.on == today else None
        return next(
            (row for row in planning.meetings_ahead([self.collaboration.pk], on=today) if row.on == today),
            None,
        )

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.put  # noqa: B018
        return about

    def get_cancel_url(self) -> str:
        return self.put.url if self.put is not None else self.votes_url()

    def get_success_url(self) -> str:
        return self.votes_url()

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "at_the_meeting": self.meeting is not None}

    def get_initial(self) -> dict[str, Any]:
        if self.put is not None:
            return {"title": self.put.title, "proposal": self.put.proposal}
        if self.follows is not None:
            return {"title": self.follows.title, "proposal": self.follows.proposal}
        if self.item is not None:
            return {"title": self.item.title, "proposal": self.item.words}
        return {}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        members = selectors.members_on(self.collaboration, on=timezone.localdate())
        context = {"put": self.put, "members_count": len(members), "meeting": self.meeting}
        return super().get_context_data(**(context | kwargs))

    def save(self, form: PutToVoteForm) -> HttpResponseBase:
        data, put = form.cleaned_data, self.put
        at_the_meeting = data.get("where") == AT_THE_MEETING
        closes_at = (
            None if at_the_meeting else timezone.make_aware(datetime.combine(data["closes_at"], END_OF_DAY))
        )
        meeting = self.meeting if at_the_meeting else (self.item.meeting if self.item else None)
        vote = services.put_to_vote(
            collaboration=self.collaboration,
            title=data["title"],
            proposal=data["proposal"],
            is_secret=data["is_secret"],
            closes_at=closes_at,
            meeting=meeting,
            item=self.item,
            subject=(put.kind, put.pk) if put else None,
            stands_aside=put.stands_aside if put else {},
            members_only=put.members_only if put else False,
            follows=self.follows,
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, self.success_message)
        return HttpResponseRedirect(reverse("meetings:vote", args=[self.collaboration.pk, vote.pk]))


class VotePage(OfVote):
    """One vote: what is proposed, how it is decided, a button for each answer, and what came of it."""

    template_name = "meetings/votes/vote.html"

    def get_title(self) -> str:
        return self.vote.title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        vote, voters, on = self.vote, self.voters, self.visitor.on
        base = selectors.base_of(vote, voters)
        rule = selectors.rule_of(vote)
        is_over = selectors.as_rule(vote).is_closed(timezone.now())
        tie = tie_words(rule)
        subject = subject_named(vote.subject_kind)
        is_election = vote.kind == vote.Kind.ELECTION
        election = election_of_ballot(vote.pk) if is_election else None
        context = {
            "caption": "",  # the heading is the title already
            "is_open": vote.is_open and not is_over,
            "is_being_counted": vote.is_open and is_over,
            "how": [
                words.in_words(gettext)
                for words in (method_words(rule), quorum_words(rule, len(base)), tie)
                if words
            ]
            if vote.kind == vote.Kind.PROPOSAL
            else [],
            "own": self.own(base) if vote.is_open and not is_over else [],
            "lines": self.lines(base),
            "voted": sum(voter.has_voted for voter in voters if voter.membership_id in base),
            "base_count": len(base),
            "waiting": len(selectors.still_to_vote(vote, voters)),
            "counts": self.counts(),
            "may_settle": self.may_settle(on),
            "may_close": vote.is_open
            and (vote.at_the_meeting or is_over or not selectors.still_to_vote(vote, voters)),
            "may_withdraw": vote.is_open and not any(voter.has_voted for voter in voters),
            "may_repeat": vote.outcome == OutcomeKind.VOTE_AGAIN,
            "is_election": is_election,
            "election_url": reverse("meetings:election", args=[self.collaboration.pk, election.pk])
            if election
            else "",
            "subject_url": subject.url(self.visitor, vote) if subject is not None else "",
            "subject_label": subject.link_label if subject is not None else "",
        }
        return super().get_context_data(**(context | kwargs))

    def own(self, base: frozenset[int]) -> list[dict[str, Any]]:
        """The settings of the reader that have a vote, each with its buttons and a new name for the press."""
        providers = [voter.membership.provider_id for voter in self.voters]
        managed = selectors.managed_by(self.request.user, providers, on=self.visitor.on)
        said = selectors.said_now(self.vote, self.voters)
        eligible = selectors.eligible(self.vote, self.voters)
        return [
            {
                "voter": voter,
                "said": self.label(said[voter.membership_id]) if voter.membership_id in said else "",
                "choices": self.choices() if voter.membership_id in base else [],
                "may_vote": voter.membership_id in base and not (self.vote.is_secret and voter.has_voted),
                "key": "" if self.vote.is_secret else str(uuid4()),
                "name": SECRET_CHOICE if self.vote.is_secret else "choice",
            }
            for voter in self.voters
            if voter.membership.provider_id in managed and voter.membership_id in eligible
        ]

    def choices(self) -> list[tuple[str, str]]:
        return [(str(choice), self.label(choice)) for choice in selectors.as_rule(self.vote).choices]

    def label(self, choice: Said) -> str:
        return selectors.label_of(self.vote, choice)

    def lines(self, base: frozenset[int]) -> list[dict[str, Any]]:
        """Each setting, and in an open vote what it says. Of a secret vote nobody's name."""
        if self.vote.is_secret:
            return []
        said = selectors.said_now(self.vote, self.voters)
        eligible = selectors.eligible(self.vote, self.voters)
        return [
            {
                "voter": voter,
                "said": self.label(said[voter.membership_id]) if voter.membership_id in said else "",
            }
            for voter in self.voters
            if voter.membership_id in eligible
        ]

    def counts(self) -> list[tuple[str, int]]:
        """The numbers, once they may be shown: of an open vote at once, of a secret one when it is closed."""
        stored = self.vote.counts
        if self.vote.is_open and not self.vote.is_secret:
            stored = {}
            for choice in selectors.said_now(self.vote, self.voters).values():
                stored[str(choice)] = stored.get(str(choice), 0) + 1
        if stored is None:
            return []
        return [
            (self.label(choice), stored.get(str(choice), 0))
            for choice in selectors.as_rule(self.vote).choices
        ]

    def may_settle(self, on: Any) -> bool:
        if self.vote.outcome not in selectors.SETTLED_BY_PEOPLE:
            return False
        chairs = selectors.chairs_of(self.vote, on=on) if self.vote.tie_rule == TieRule.CHAIR else frozenset()
        return self.request.user.pk in chairs if chairs else self.may_run()
