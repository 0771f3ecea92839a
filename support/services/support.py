"""Requests for support (L4).

Officers come to a group by its invitation alone; accepting it is the only way in.
"""

from __future__ import annotations

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from core.saving import save_in_words
from core.text import has_something_to_see, one_line, several_lines
from documents.services.outbox import send_email
from memberships.rules.paused import OF_REQUEST, Support, refusals_to_ask, refusals_to_come
from memberships.selectors.leaders import people_who_could_lead
from memberships.selectors.members import membership_of_provider
from memberships.selectors.paused import paused_for, pauses
from memberships.selectors.people import leaders_to_write_to
from providers.models import Provider
from support import rules
from support.emails.requests import SupportAnswered, SupportAsked, SupportForOfficer, SupportWithdrawn
from support.models import SupportRequest
from support.rules import Mover, RequestState
from support.selectors import requests as requests_selectors

ASKED_ALREADY = gettext_noop(
    "Your collaboration has asked for this already. You can follow it in the list of your requests."
)


@transaction.atomic
def ask_support(
    *,
    collaboration_id: int,
    kind: str,
    wanted_on: date | None,
    place: str,
    words: str,
    by: User,
    at: datetime,
    person: User | None = None,
    provider: Provider | None = None,
) -> SupportRequest:
    """Ask the early years team for something, in a group's name; of a member setting or its person, if given.

    Raises ValidationError at the field that the rule refuses, at "person" or "provider" of another group, and
    when the group waits for the same already.
    """
    collaboration = collaboration_for_update(collaboration_id)
    refused = rules.refusals_to_ask(
        kind=rules.Kind(kind),
        wanted_on=wanted_on,
        group_state=collaboration.state,
        today=timezone.localdate(at),
        has_words=has_something_to_see(words),
        names_person=person is not None,
        names_setting=provider is not None,
    )
    paused = _paused(collaboration.pk, on=timezone.localdate(at))
    if waits := refusals_to_ask(OF_REQUEST.get(kind), paused):
        refused = {"kind": waits[0]}
    if refused:
        raise ValidationError({field: reason.in_words(_) for field, reason in refused.items()})
    _must_be_of_group(collaboration, kind, person, provider, on=timezone.localdate(at))
    request = SupportRequest(
        collaboration=collaboration,
        kind=kind,
        wanted_on=wanted_on,
        place=one_line(place),
        words=several_lines(words),
        person=person,
        provider=provider,
        asked_by=by,
        asked_at=at,
    )
    _must_be_new(request)
    save_in_words(request)
    asked = request.get_kind_display()
    record(Action.SUPPORT_ASKED, about=request, by=by, collaboration=collaboration, kind=asked)
    send_email(SupportAsked(request_id=request.pk))
    return request


def _paused(collaboration_id: int, *, on: date) -> list[Support]:
    return paused_for(collaboration_id, pauses(on=on), person_id=None)


def _must_be_new(request: SupportRequest) -> None:
    """Raises ValidationError where the group waits for the same already."""
    same = requests_selectors.open_requests_like(
        collaboration=request.collaboration,
        kind=request.kind,
        wanted_on=request.wanted_on,
        words=request.words,
        person=request.person,
        provider=request.provider,
    )
    if same.exists():
        raise ValidationError(_(ASKED_ALREADY))


def _must_be_of_group(
    collaboration: Collaboration, kind: str, person: User | None, provider: Provider | None, *, on: date
) -> None:
    if kind == rules.Kind.SEND_INVITATION:
        return  # it is of a setting that is no member yet
    roles = people_who_could_lead(collaboration, on=on)
    if person is not None and not roles.filter(user=person).exists():
        raise ValidationError({"person": _("Choose somebody who works at a member setting.")})
    if provider is not None and membership_of_provider(collaboration, provider.pk, on=on) is None:
        raise ValidationError({"provider": _("Choose a setting that is a member.")})


@transaction.atomic
def accept_request(
    *,
    request_id: int,
    officer: User | None,
    words: str,
    by: User,
    at: datetime,
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> SupportRequest:
    """Accept an invitation or request and say who comes, and from when until when on its day.

    Raises ValidationError when it is not waiting, nobody who may is named, or it ends before it begins.
    """
    request = requests_selectors.request_for_update(request_id)
    if (
        request.state == SupportRequest.State.ACCEPTED
        and officer is not None
        and request.officer_id == officer.pk
    ):
        return request  # pressed twice
    _must_move(request, RequestState.ACCEPTED, Mover.OFFICER)
    paused = _paused(request.collaboration_id, on=timezone.localdate(at))
    if refused := refusals_to_come(OF_REQUEST.get(request.kind), paused):
        raise ValidationError([reason.in_words(_) for reason in refused])
    if officer is None:
        raise ValidationError({"officer": _("Choose who helps them.")})
    if not requests_selectors.people_giving_support(on=timezone.localdate(at)).filter(pk=officer.pk).exists():
        raise ValidationError(
            {"officer": _("%(person)s does not give support to collaborations.") % {"person": officer}}
        )
    if request.wanted_on is None:
        starts_at = ends_at = None
    if ends_at is not None and (starts_at is None or ends_at <= starts_at):
        raise ValidationError({"ends_at": _("The end must be after the beginning, on the same day.")})
    request.officer, request.starts_at, request.ends_at = officer, starts_at, ends_at
    _answer(request, RequestState.ACCEPTED, words=words, by=by, at=at)
    if officer.pk != by.pk:
        _notify_officer(request)
    return request


@transaction.atomic
def decline_request(*, request_id: int, words: str, by: User, at: datetime) -> SupportRequest:
    """Decline, or say that it cannot be done after all. The words go to the group.

    Raises ValidationError at "words" when there are none, and when the request has ended.
    """
    request = requests_selectors.request_for_update(request_id)
    if request.state == SupportRequest.State.DECLINED and request.answer == several_lines(words):
        return request  # pressed twice
    _must_move(request, RequestState.DECLINED, Mover.OFFICER)
    if not several_lines(words):
        raise ValidationError({"words": _("Say why not, or what they can do instead.")})
    _answer(request, RequestState.DECLINED, words=words, by=by, at=at)
    return request


@transaction.atomic
def finish_request(*, request_id: int, by: User, at: datetime) -> SupportRequest:
    """Record that the support was given.

    Raises ValidationError before its day, and when nobody has accepted it.
    """
    request = requests_selectors.request_for_update(request_id)
    if request.state == SupportRequest.State.DONE:
        return request  # pressed twice
    _must_move(request, RequestState.DONE, Mover.OFFICER)
    if request.wanted_on is not None and request.wanted_on > timezone.localdate(at):
        raise ValidationError(_("The day has not come yet. Record it when you have been there."))
    request.state = RequestState.DONE.value
    request.save(update_fields=["state"])
    record(Action.SUPPORT_DONE, about=request, by=by, collaboration=request.collaboration)
    return request


@transaction.atomic
def withdraw_request(*, request_id: int, by: User, at: datetime) -> SupportRequest:
    """The group no longer needs it.

    Whoever was to come is told. Raises ValidationError when the request has ended.
    """
    request = requests_selectors.request_for_update(request_id)
    if request.state == SupportRequest.State.WITHDRAWN:
        return request  # pressed twice
    _must_move(request, RequestState.WITHDRAWN, Mover.GROUP)
    was_accepted = request.state == SupportRequest.State.ACCEPTED
    request.state = RequestState.WITHDRAWN.value
    request.save(update_fields=["state"])
    record(Action.SUPPORT_WITHDRAWN, about=request, by=by, collaboration=request.collaboration)
    if was_accepted:
        _notify_officer(request)
    else:
        send_email(SupportWithdrawn(request_id=request.pk))
    return request


def _must_move(request: SupportRequest, wanted: RequestState, by: Mover) -> None:
    if refused := rules.refusals_to_move_request(RequestState(request.state), wanted, by):
        raise ValidationError([reason.in_words(_) for reason in refused])


def _answer(request: SupportRequest, state: RequestState, *, words: str, by: User, at: datetime) -> None:
    before = request.state
    request.state, request.answer = state.value, several_lines(words)
    request.answered_by, request.answered_at = by, at
    fields = ["state", "answer", "answered_by", "answered_at", "officer", "starts_at", "ends_at"]
    request.save(update_fields=fields)
    details = {"state": [before, state.value], "officer": request.officer_id}
    outcome = request.get_state_display()
    record(
        Action.SUPPORT_ANSWERED,
        about=request,
        by=by,
        details=details,
        collaboration=request.collaboration,
        outcome=outcome,
    )
    was_accepted = before == RequestState.ACCEPTED.value and state is RequestState.DECLINED
    _notify_group(request, on=timezone.localdate(at), was_accepted=was_accepted)
    if was_accepted and request.officer_id not in (None, by.pk):
        _notify_officer(request)


def _notify_officer(request: SupportRequest) -> None:
    if request.officer_id is not None:
        send_email(SupportForOfficer(request_id=request.pk, user_id=request.officer_id, state=request.state))


def _notify_group(request: SupportRequest, *, on: date, was_accepted: bool) -> None:
    """Whoever asked, and the leaders of the day, each once."""
    people = {
        request.asked_by_id,
        *leaders_to_write_to([request.collaboration_id], on=on).values_list("pk", flat=True),
    }
    for user_id in sorted(people):
        email = SupportAnswered(
            request_id=request.pk, user_id=user_id, state=request.state, was_accepted=int(was_accepted)
        )
        send_email(email)
