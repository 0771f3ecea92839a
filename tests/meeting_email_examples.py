"""Examples of the emails about meetings, and all that belongs to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from accounts.models import TaskLink, User
from accounts.services.links import make_link
from core.emails import Email
from documents.models import SentEmail
from meetings.emails.actions import MeetingActionsGiven, written
from meetings.emails.agenda import ItemAnswered, PapersReady
from meetings.emails.booking import BookedForYou, BookingEndedForYou, PlaceBooked, PlaceOffered
from meetings.emails.elections import ElectionCalled, ElectionDue, ElectionResult, Nominated
from meetings.emails.events import EventCancelled, EventChanged, EventInvited
from meetings.emails.first import FirstInvitation, FirstReminder, FirstTold
from meetings.emails.following import FeedbackAsked, PledgeAsked
from meetings.emails.guests import GuestInvited, GuestTold
from meetings.emails.minutes import CorrectionAnswered, CorrectionProposed, MinutesAmended, MinutesReady
from meetings.emails.planning import MeetingCancelled, MeetingMoved, MeetingRestored, MeetingsPlanned
from meetings.emails.taking_back import PlanningTakenBack
from meetings.emails.training import TrainingAskedAgain, TrainingPlanned, TrainingTold
from meetings.emails.visits import IdeaAskedAgain, VisitAsked, VisitTold
from meetings.emails.votes import VoteClosed, VoteOpened, VoteReminder
from meetings.models.programme import EventFeedback
from meetings.models.visits import TrainingPlace
from meetings.rules.attendance import Mark
from meetings.selectors.events import PLACE_OFFER
from meetings.selectors.first import FIRST_MEETING
from meetings.selectors.guests import GUEST_ITEM
from meetings.selectors.programme import FEEDBACK, PLEDGE
from meetings.services import (
    agenda,
    elections,
    events,
    guests,
    minutes_agreed,
    planning,
    taking_back,
    training,
    visits,
)
from meetings.services.voting import close_vote
from memberships.models.members import SettingRole
from tests.factories.elections import called
from tests.factories.events import booked, open_event, past_event
from tests.factories.first import arranged, forming, invited
from tests.factories.groups import Group
from tests.factories.meetings import action_of, agreed, held, meeting_on, sent
from tests.factories.memberships import OfficeHolderFactory
from tests.factories.visits import training_on, visit_on
from tests.factories.votes import vote_on

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
VISIT = date(2026, 12, 19)


def first_meeting(led: Group, amina: User) -> Iterator[Email[Any]]:
    """To somebody at an address, and to the manager of a setting."""
    led.collaboration.refresh_from_db()
    group = forming(f"New {led.collaboration.name}")
    row = arranged(group, amina, TODAY + timedelta(days=21), at=AT)
    for invited_row in invited(row, amina, led.bluebells.provider, at=AT):
        link = TaskLink.objects.get(purpose=FIRST_MEETING, about_id=invited_row.pk)
        about = {"invited_id": invited_row.pk, "link_id": link.pk}
        yield FirstInvitation(**about)
        yield FirstReminder(**about, asked_on=str(TODAY))
        yield FirstTold(**about, edition=row.edition)


def meeting(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Of a meeting that is planned, moved, and prepared; of a cancelled one; to a guest and to who proposed
    an item.
    """
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    winter = meeting_on(led.collaboration, TODAY + timedelta(days=20), led.lena, at=AT)
    yield MeetingsPlanned(meeting_ids=str(winter.pk), **about)
    yield MeetingMoved(meeting_id=winter.pk, edition=0, was_moved=1, **about)
    agenda.open_agenda(meeting_id=winter.pk, by=led.lena)
    proposal = agenda.propose_item(
        meeting_id=winter.pk,
        title="A shared store",
        words="",
        purpose="decision",
        minutes=10,
        by=led.mo,
        provider=led.bluebells.provider,
        at=AT,
    )
    agenda.answer_proposal(item_id=proposal.pk, takes_it=True, answer="", by=led.lena, at=AT)
    yield ItemAnswered(item_id=proposal.pk, **about)
    proposal.refresh_from_db()
    guest = guests.invite_guest(
        item=proposal, name="Gus Gale", email="gus@example.org", words="", by=led.lena, at=AT
    )
    link = TaskLink.objects.get(purpose=GUEST_ITEM, about_id=guest.pk)
    yield GuestInvited(guest_id=guest.pk, link_id=link.pk)
    yield GuestTold(guest_id=guest.pk, link_id=link.pk, edition=winter.edition)
    yield from first_meeting(led, amina)
    begun = meeting_on(led.collaboration, TODAY, led.lena, at=AT)
    action = action_of(begun, led.bluebells.provider, led.lena, at=AT)
    yield MeetingActionsGiven(meeting_id=begun.pk, said=written(action), **about)
    sending = agenda.send_papers(meeting_id=winter.pk, by=led.lena, at=AT)
    assert sending is not None
    yield PapersReady(sending_id=sending.pk, **about)
    other = meeting_on(led.collaboration, TODAY + timedelta(days=40), led.lena, at=AT)
    planning.cancel_meeting(meeting_id=other.pk, because="Snow", by=led.lena, at=AT)
    yield MeetingCancelled(meeting_id=other.pk, edition=1, **about)
    again = meeting_on(led.collaboration, TODAY + timedelta(days=41), led.lena, at=AT)
    planning.cancel_meeting(meeting_id=again.pk, because="Snow", by=led.lena, at=AT)
    planning.restore_meeting(meeting_id=again.pk, by=led.lena, at=AT)
    yield MeetingRestored(meeting_id=again.pk, edition=2, **about)
    wrong = meeting_on(led.collaboration, TODAY + timedelta(days=42), led.lena, at=AT)
    number = wrong.pk
    told = {"person": led.mo, "kind": MeetingsPlanned.name, "reference": f"meetings-planned-{number}"}
    SentEmail.objects.create(**told, subject="Planned", at=AT)
    taking_back.take_back_planning(meeting=wrong, by=led.lena, at=AT)
    yield PlanningTakenBack(meeting_ids=str(number), **about)
    asked = visit_on(led.bluebells, led.acorns, TODAY + timedelta(days=20), led.lena)
    yield VisitAsked(user_id=led.mo.pk, visit_id=asked.pk)
    agreed = visit_on(led.bluebells, led.acorns, TODAY + timedelta(days=21), led.lena)
    visits.answer_visit(visit_id=agreed.pk, agrees=True, answer="", by=led.mo, at=AT)
    yield VisitTold(user_id=led.lena.pk, visit_id=agreed.pk, edition=1, by_id=led.mo.pk)
    was = visit_on(led.acorns, led.bluebells, TODAY - timedelta(days=130), led.mo)
    wrote = visits.write_account(
        visit_id=was.pk, provider=led.bluebells.provider, seen="", idea="Mud", by=led.mo, at=AT
    )
    yield IdeaAskedAgain(user_id=led.mo.pk, visitor_id=wrote.pk)
    evening = training_on(led.collaboration, TODAY + timedelta(days=30), led.lena)
    about_evening = {"training_id": evening.pk, "user_id": led.mo.pk, "by_id": led.lena.pk}
    yield TrainingPlanned(**about_evening)
    yield TrainingTold(edition=0, **about_evening)
    before = training_on(led.collaboration, TODAY - timedelta(days=125), led.lena)
    came = {led.bluebells.provider_id: 2}
    training.record_who_came(training_id=before.pk, came=came, by=led.lena, at=AT)
    place = TrainingPlace.objects.get(training=before)
    yield TrainingAskedAgain(user_id=led.mo.pk, booking_id=place.pk)


def voting(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Of a vote that is open, and of one that is closed."""
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    vote = vote_on(led.collaboration, led.lena, at=AT)
    asked = {"vote_id": vote.pk, "membership_id": led.bluebells.pk, **about}
    yield VoteOpened(**asked)
    yield VoteReminder(**asked, sent_on=str(TODAY))
    other = vote_on(led.collaboration, led.lena, at=AT, title="A training evening")
    closed = close_vote(vote_id=other.pk, by=None, at=AT + timedelta(days=7))
    yield VoteClosed(vote_id=closed.pk, outcome=closed.outcome, **about)


def electing(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Of an election that is called, of somebody nominated in it, of one that is called off, and of a term."""
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    election = called(led.collaboration, led.lena, at=AT)
    yield ElectionCalled(election_id=election.pk, until=str(election.nominate_until), **about)
    role = SettingRole.objects.filter(user=led.mo, provider=led.bluebells.provider_id).earliest("pk")
    row = elections.nominate(election_id=election.pk, role=role, words="You keep time.", by=led.cara, at=AT)
    yield Nominated(user_id=led.mo.pk, nomination_id=row.pk)
    off = called(led.collaboration, led.lena, office="administrator", at=AT)
    elections.call_off_election(election_id=off.pk, because="We take turns.", by=led.lena, at=AT)
    yield ElectionResult(election_id=off.pk, state="withdrawn", **about)
    ends_on = TODAY + timedelta(days=40)
    holder = OfficeHolderFactory(
        membership=led.caras,
        user=led.cara,
        office="administrator",
        starts_on=date(2026, 1, 5),
        ends_on=ends_on,
    )
    yield ElectionDue(user_id=led.lena.pk, holder_id=holder.pk, ends_on=str(ends_on))


def minutes(led: Group, amina: User) -> Iterator[Email[Any]]:
    """Minutes that are with the members, an answer to a correction, and an amendment to agreed ones."""
    about = {"user_id": led.mo.pk, "by_id": led.lena.pk}
    early = meeting_on(led.collaboration, TODAY - timedelta(days=60), led.lena, at=AT)
    recent = meeting_on(led.collaboration, TODAY - timedelta(days=9), led.lena, at=AT)
    for each in (early, recent):
        held(each, {led.acorns: Mark.PRESENT}, led.lena, at=AT)
        sending = sent(each, led.lena, at=AT)
    yield MinutesReady(sending_id=sending.pk, **about)
    correction = minutes_agreed.propose_correction(
        meeting_id=recent.pk,
        item=None,
        words="It was twelve.",
        provider=led.bluebells.provider,
        by=led.mo,
        at=AT,
    )
    minutes_agreed.answer_correction(
        meeting_id=recent.pk,
        correction_id=correction.pk,
        takes_it=True,
        answer="Thank you.",
        by=led.lena,
        at=AT,
    )
    yield CorrectionAnswered(correction_id=correction.pk, **about)
    facts: dict[str, Any] = {
        "meeting_id": recent.pk,
        "item": None,
        "provider": led.bluebells.provider,
        "at": AT,
    }
    waiting = minutes_agreed.propose_correction(**facts, words="It rained.", by=led.mo)
    yield CorrectionProposed(correction_id=waiting.pk, user_id=led.lena.pk, by_id=led.mo.pk)
    agreed(early, recent, led.lena, at=AT)
    amendment = minutes_agreed.amend_minutes(
        meeting_id=early.pk, words="The store is in Mill Road.", by=led.lena, at=AT
    )
    yield MinutesAmended(amendment_id=amendment.pk, **about)


def leaders_days(led: Group, amina: User) -> Iterator[Email[Any]]:
    """The day that Mo is invited to, has a place at, waits for, and that is cancelled."""
    on, provider = date(2026, 12, 8), led.bluebells.provider
    name = f"Leaders’ Day {led.collaboration.pk}"
    facts = {"on": on, "at": AT, "access_notes": "Ring the bell.", "about": "What the new year brings."}
    day = open_event(amina, title=name, **facts)
    yield EventInvited(event_id=day.pk, user_id=led.mo.pk)
    place = booked(day, provider, led.mo, at=AT)
    yield PlaceBooked(booking_id=place.pk, user_id=led.mo.pk)
    yield EventChanged(event_id=day.pk, user_id=led.mo.pk, edition=0, was_moved=1)
    other = open_event(amina, title=f"{name}, booked", **facts)
    yield BookedForYou(booking_id=booked(other, provider, led.mo, at=AT).pk, user_id=led.mo.pk)
    ended = open_event(amina, title=f"{name}, given back", **facts)
    gone_place = booked(ended, provider, led.mo, "cancelled", at=AT)
    yield BookingEndedForYou(booking_id=gone_place.pk, user_id=led.mo.pk)
    full = open_event(amina, title=f"{name}, again", places=1, **facts)
    offer = booked(full, provider, led.mo, "offered", at=AT, answer_by=AT + timedelta(days=2))
    link = make_link(purpose=PLACE_OFFER, about_id=offer.pk, email=led.mo.email, user=led.mo, at=AT)
    yield PlaceOffered(booking_id=offer.pk, user_id=led.mo.pk, link_id=link.pk)
    for days, purpose, kind in ((1, FEEDBACK, FeedbackAsked), (120, PLEDGE, PledgeAsked)):
        row = past_event(amina, provider, led.mo, days=days, title=f"{name}, {days}", audience="everybody")
        make_link(purpose=purpose, about_id=row.pk, email=led.mo.email, user=led.mo, at=AT)
        EventFeedback.objects.create(booking=row, useful=5, pledge="Read outside.", given_at=AT)
        yield kind(booking_id=row.pk, user_id=led.mo.pk)
    gone = open_event(amina, title=f"{name}, no more", **facts)
    booked(gone, provider, led.mo, at=AT)
    events.cancel_event(event_id=gone.pk, because="The hall is closed.", by=amina, at=AT)
    yield EventCancelled(event_id=gone.pk, user_id=led.mo.pk, edition=1)
