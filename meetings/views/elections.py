"""Elections of a group (G6): who is in post, calling one, its page, and what whoever runs the group records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration
from core.dates import last_day
from core.moves import next_moves
from core.tables.pages import ListPage
from core.views import ConfirmPage, Crumb, SeenPage, found_or_404
from core.wording import date_in_words
from meetings.forms.elections import CallElectionForm, CallOffForm, ChangeElectionForm, DaysForm, DeclareForm
from meetings.rules.election_words import STAGE_COLOURS
from meetings.rules.elections import ELECTION_MOVES, UNDER_WAY, ElectionState, may_close, term_of
from meetings.rules.moves import Actor
from meetings.selectors import elections, votes
from meetings.selectors.election_stages import left_early, stage_now
from meetings.services import elections as services
from meetings.tables.elections import ElectionsTable
from meetings.views.bases import OfMeetings, RunsMeetings

if TYPE_CHECKING:
    from core.views import Said
    from meetings.models.elections import Election

#: Proposed when an election is called: two weeks for nominations, and the term begins two weeks after that.
NOMINATING, BEFORE_TERM = timedelta(days=14), timedelta(days=28)


def shown_stage(election: Election) -> tuple[str, str]:
    """Where an election stands, in words, and the colour of their tag."""
    stage = stage_now(election)
    return str(stage.label), STAGE_COLOURS[stage]


class OfElections(OfMeetings):
    """A page below ``elections/``."""

    def elections_url(self) -> str:
        return reverse("meetings:elections", args=[self.collaboration.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Elections"), self.elections_url()))


class Elections(OfElections):
    """The offices with who is in post until when, elections under way, and earlier ones."""

    template_name = "meetings/elections/elections.html"
    title = _("Elections")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on = self.visitor.on
        earlier = elections.elections_of(self.collaboration).exclude(state__in=UNDER_WAY)
        seats = elections.seats_of(self.collaboration, on=on)
        context = {
            "seats": [(seat, shown_stage(seat.election) if seat.election else None) for seat in seats],
            "earlier": [(row, stage_now(row)) for row in earlier[:12]],
            "may_run": self.may_run(),
            "on": on,
        }
        return super().get_context_data(**(context | kwargs))


class AllElections(ListPage):
    """The elections of all groups, for the team."""

    permission = Permission.VIEW_COLLABORATIONS
    title = _("Elections in groups")
    things = _("elections")
    table_class = ElectionsTable
    export = "elections"
    export_permission = Permission.EXPORT
    empty_text = _("No group has called an election here yet. Its leader calls one on the group's page.")


class CallElection(RunsMeetings, OfElections, FormOfCollaboration):
    """``?office=chair`` chooses the office; the days are proposed from the end of the term that runs."""

    title = _("Call an election")
    template_name = "meetings/elections/call.html"
    form_class = CallElectionForm
    submit_label = _("Call the election")

    def get_cancel_url(self) -> str:
        return self.elections_url()

    def get_initial(self) -> dict[str, Any]:
        office, today = self.request.GET.get("office", ""), self.visitor.on
        until = today + NOMINATING
        return {
            "office": office if office in elections.OFFICES else "",
            "nominate_until": until,
            "starts_on": max(self.next_first_day(office) or today + BEFORE_TERM, until),
            "begins": "now",
        }

    def next_first_day(self, office: str) -> date | None:
        """The day on which whoever holds an office now is no longer in post."""
        ends = [
            holder.ends_on
            for seat in elections.seats_of(self.collaboration, on=self.visitor.on)
            if seat.office == office
            for holder in seat.holders
            if holder.ends_on is not None
        ]
        return max(ends, default=None)

    def save(self, form: CallElectionForm) -> HttpResponseBase:
        data = form.cleaned_data
        election = services.call_election(
            collaboration=self.collaboration,
            office=data["office"],
            nominate_until=data["nominate_until"],
            starts_on=data["starts_on"],
            words=data["words"],
            opens_now=data["begins"] == "now",
            by=self.request.user,
            at=timezone.now(),
        )
        is_open = election.state == ElectionState.NOMINATIONS
        said = gettext("The election is called. Everybody in the group hears of it.")
        messages.success(self.request, said if is_open else gettext("The election is called."))
        return HttpResponseRedirect(reverse("meetings:election", args=[self.collaboration.pk, election.pk]))


class OfElection(OfElections):
    """A page of one election. That of another group does not exist."""

    @cached_property
    def election(self) -> Election:
        return found_or_404(elections.election_in(self.collaboration, self.kwargs["election"]))

    def permission_object(self) -> Any:
        about = super().permission_object()
        self.election  # noqa: B018  404 before anything else is asked
        return about

    def address(self, name: str = "election", *more: Any) -> str:
        return reverse(f"meetings:{name}", args=[self.collaboration.pk, self.election.pk, *more])

    def election_words(self) -> str:
        words = {"office": self.election.office_words, "day": date_in_words(self.election.starts_on)}
        return gettext("Election of the %(office)s from %(day)s") % words

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.election_words(), self.address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"election": self.election, "may_run": self.may_run(), **kwargs})


class ElectionPage(OfElection):
    """One election: its days, who stands, and what can be done now."""

    template_name = "meetings/elections/election.html"

    def get_title(self) -> str:
        return self.election_words()

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        election, on, user = self.election, self.visitor.on, self.request.user
        nominations = list(elections.nominations_of(election))
        stand = {row.pk for row in elections.standing(election, on=on)}
        state = ElectionState(election.state)
        takes_nominations = state is ElectionState.NOMINATIONS and on <= election.nominate_until
        works_here = takes_nominations and elections.may_nominate(user, self.collaboration, on=on)
        context = {
            "stage": shown_stage(election),
            "candidates": [row for row in nominations if row.pk in stand],
            "silent": [row for row in nominations if not row.answer],
            "others": [row for row in nominations if row.answer and row.pk not in stand],
            "own": next((row for row in nominations if row.person_id == user.pk), None),
            "may_nominate": works_here
            or (takes_nominations and self.allows(Permission.CHANGE_COLLABORATIONS)),
            "moves": self.moves(state) if self.may_run() else [],
            "waits_until": self.waits_until,
            "ballot": self.ballot(),
            "may_change": self.may_run() and state in (ElectionState.CALLED, ElectionState.NOMINATIONS),
            "term": self.term(),
            "left_early": left_early(self.election),
        }
        return super().get_context_data(**(context | kwargs))

    def moves(self, state: ElectionState) -> list[tuple[Any, str]]:
        """The deed of each page by which this election can go on now, with its address."""
        pages = {
            ElectionState.NOMINATIONS: "open_nominations",
            ElectionState.WITHDRAWN: "call_off_election",
            ElectionState.BALLOT: "open_ballot",
            ElectionState.ELECTED: "declare_elected",
            ElectionState.NOBODY: "record_nobody",
        }
        if elections.is_being_voted(self.election):
            return [(gettext("Close the ballot and count it"), self.address("count_ballot"))]
        facts = elections.facts_of(self.election, on=self.visitor.on)
        shown = []
        for move in next_moves(ELECTION_MOVES, state, Actor.ORGANISER):
            closes = state is ElectionState.NOMINATIONS and move.to is not ElectionState.WITHDRAWN
            if move.to not in pages or (closes and self.waits_until):
                continue
            if elections.can_go(facts, move.to):
                shown.append((gettext(move.deed), self.address(pages[move.to])))
        return shown

    def ballot(self) -> dict[str, Any] | None:
        """The latest ballot, and how far it is."""
        ballot = self.election.ballot
        if ballot is None:
            return None
        voters = votes.voters_of(ballot)
        base = votes.base_of(ballot, voters)
        return {
            "vote": ballot,
            "voted": sum(voter.has_voted for voter in voters if voter.membership_id in base),
            "base": len(base),
            "is_over": ballot.closes_at is not None and ballot.closes_at <= timezone.now(),
            "level": elections.level_candidates(self.election, on=self.visitor.on)
            if self.election.state == ElectionState.TIED
            else [],
        }

    @property
    def waits_until(self) -> date | None:
        """The last day for nominations where they cannot be closed before it."""
        election = self.election
        is_open = election.state == ElectionState.NOMINATIONS
        until = election.nominate_until
        return until if is_open and may_close(until, today=self.visitor.on) else None

    def term(self) -> date | None:
        """The last day of the term as it is planned, or as it was given."""
        election = self.election
        if election.state == ElectionState.ELECTED:
            return last_day(election.ends_on)
        return last_day(term_of(election.starts_on, election.term_months).end)


class FormOfElection(OfElection, FormOfCollaboration):
    """A form about one election; back to its page."""

    def get_success_url(self) -> str:
        return self.address()

    def get_cancel_url(self) -> str:
        return self.address()


class RunsElection(RunsMeetings, FormOfElection):
    """The same for those who run the group."""


class OpenNominations(RunsElection):
    title = _("Open nominations")
    form_class = DaysForm
    submit_label = _("Open nominations")
    success_message = _("Nominations are open. Everybody in the group hears of it.")

    def get_initial(self) -> dict[str, Any]:
        until = max(self.election.nominate_until, self.visitor.on)
        if self.election.state == ElectionState.NOBODY:
            until = self.visitor.on + NOMINATING
        return {"nominate_until": until, "starts_on": max(self.election.starts_on, until)}

    def save(self, form: DaysForm) -> None:
        services.open_nominations(
            election_id=self.election.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )


class ChangeElection(RunsElection, SeenPage):
    title = _("Change the days")
    form_class = ChangeElectionForm
    success_message = _("The election is changed. If nominations end on another day, everybody hears of it.")

    def mark(self) -> str:
        return elections.edition_of_election(self.election)

    def stored(self) -> Said:
        election, labels = self.election, ChangeElectionForm.base_fields
        shown = {
            "nominate_until": date_in_words(election.nominate_until),
            "starts_on": date_in_words(election.starts_on),
            "words": election.words,
        }
        return [(labels[name].label, value) for name, value in shown.items()]

    def forget(self) -> None:
        del self.election

    def get_initial(self) -> dict[str, Any]:
        names = ("nominate_until", "starts_on", "words")
        return {**super().get_initial(), **{name: getattr(self.election, name) for name in names}}

    def save(self, form: ChangeElectionForm) -> None:
        data = dict(form.cleaned_data)
        services.change_election(
            election_id=self.election.pk,
            seen=data.pop("seen"),
            values=data,
            by=self.request.user,
            at=timezone.now(),
        )


class CallOffElection(RunsElection):
    title = _("Call off this election?")
    form_class = CallOffForm
    submit_label = _("Call it off")
    success_message = _("The election is called off.")
    error_fields = {"words": "because"}

    def save(self, form: CallOffForm) -> None:
        services.call_off_election(
            election_id=self.election.pk,
            because=form.cleaned_data["because"],
            by=self.request.user,
            at=timezone.now(),
        )


class DeclareElected(RunsElection):
    """Who is elected, with the term that the members agreed on; it can be changed."""

    title = _("Record who is elected")
    template_name = "meetings/elections/declare.html"
    form_class = DeclareForm
    submit_label = _("Record the result")
    success_message = _("The result is recorded. Everybody in the group hears of it.")

    def get_initial(self) -> dict[str, Any]:
        starts_on = max(self.election.starts_on, self.visitor.on)
        return {"starts_on": starts_on, "ends_on": term_of(starts_on, self.election.term_months).end}

    def get_form_kwargs(self) -> dict[str, Any]:
        level = {row.person_id: str(row.person) for row in self.level}
        return {**super().get_form_kwargs(), "level": level}

    @cached_property
    def level(self) -> list[Any]:
        """Those with equal votes, where a lot decides."""
        if self.election.state != ElectionState.TIED:
            return []
        return elections.level_candidates(self.election, on=self.visitor.on)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        on = self.visitor.on
        context = {
            "elected": elections.who_is_elected(self.election, on=on),
            "silent": [row for row in elections.nominations_of(self.election) if not row.answer],
            "is_last_day": self.election.state == ElectionState.NOMINATIONS
            and self.election.nominate_until == on,
        }
        return super().get_context_data(**(context | kwargs))

    def save(self, form: DeclareForm) -> None:
        data = form.cleaned_data
        services.declare_elected(
            election_id=self.election.pk,
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            drawn=data.get("drawn"),
            by=self.request.user,
            at=timezone.now(),
        )


class RecordNobody(RunsElection, ConfirmPage):
    title = _("Record that nobody is elected?")
    template_name = "layouts/confirm_page.html"
    explanation = _(
        "Everybody in the group hears of it. Talk about who could do it; you can open nominations again."
    )
    submit_label = _("Record that nobody is elected")
    success_message = _("It is recorded that nobody is elected.")

    def save(self, form: Any) -> None:
        services.record_nobody(election_id=self.election.pk, by=self.request.user, at=timezone.now())
