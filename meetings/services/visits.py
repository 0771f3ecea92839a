"""Peer visits (K): asked for, answered, moved, cancelled, and what the visitors take home."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, cast

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from collaborations.models import Collaboration
from collaborations.selectors import collaboration_for_update
from collaborations.services import refuse
from core.saving import refuse_older_text, save_in_words
from core.text import one_line
from core.wording import date_in_words
from documents.services.outbox import send_email
from meetings.emails.visits import IdeaAskedAgain, VisitAsked, VisitTold
from meetings.models.visits import PeerVisit, Visitor
from meetings.rules.visits import (
    ASK_AGAIN_AFTER,
    LIVE,
    VisitState,
    refusals_of_account,
    refusals_of_day,
    refusals_of_move,
    refusals_of_times,
    refusals_of_visit,
)
from meetings.selectors import visits as selectors
from providers.models import Provider


@transaction.atomic
def ask_for_visit(
    *,
    collaboration: Collaboration,
    host: Provider | None,
    visitors: Sequence[Provider],
    on: date,
    focus: str,
    words: str,
    starts_at: time | None,
    ends_at: time | None,
    own: Collection[int],
    for_anybody: bool,
    by: User,
    at: datetime,
) -> PeerVisit:
    """Ask for a visit, or invite to one. The same one pressed twice is one.

    ``own``: the settings at which ``by`` works; ``for_anybody``: whether one of them need not take part, as
    for whoever runs the group. A visit of a day that is over is recorded as agreed, and nobody is written to.
    Raises ValidationError at "host", "visitors" or "ends_at".
    """
    collaboration = collaboration_for_update(collaboration.pk)
    today = timezone.localdate(at)
    ids = [provider.pk for provider in visitors]
    _must_be_among_members(collaboration, host, ids, min(on, today), own=None if for_anybody else own)
    refuse(refusals_of_times(starts_at, ends_at))
    host = cast("Provider", host)
    same = selectors.same_visit(collaboration, host=host, visitors=ids, on=on, focus=one_line(focus))
    if same is not None:
        return same
    facts: dict[str, Any] = {
        "focus": one_line(focus),
        "words": words,
        "starts_at": starts_at,
        "ends_at": ends_at,
    }
    visit = PeerVisit(collaboration=collaboration, host=host, on=on, **facts, asked_by=by, asked_at=at)
    visit.asked_by_host = host.pk in own
    visit.state = VisitState.AGREED if on < today else VisitState.ASKED
    save_in_words(visit)
    for provider in visitors:
        save_in_words(Visitor(visit=visit, provider=provider))
    _record(Action.VISIT_ASKED, visit, by)
    visit = selectors.visit_for_update(visit.pk)
    if visit.state == VisitState.ASKED:
        _ask(visit, by, today)
    return visit


@transaction.atomic
def answer_visit(*, visit_id: int, agrees: bool, answer: str, by: User, at: datetime) -> PeerVisit:
    """Say yes, or not this time: whoever asked hears of it. The same answer pressed twice is one.

    Raises ValidationError when it was answered otherwise or cancelled, and once its day is over.
    """
    visit = selectors.visit_for_update(visit_id)
    to = VisitState.AGREED if agrees else VisitState.DECLINED
    if visit.state == to:
        return visit
    refuse(refusals_of_move(VisitState(visit.state), to, on=visit.on, today=timezone.localdate(at)))
    visit.state, visit.answer = to, one_line(answer)
    visit.edition += 1
    save_in_words(visit, fields=["state", "answer", "edition"])
    action = Action.VISIT_AGREED if agrees else Action.VISIT_DECLINED
    _record(action, visit, by)
    _tell(visit, selectors.asking_side(visit) if not agrees else selectors.everyone_in(visit), by, at)
    return visit


@transaction.atomic
def change_visit(
    *, visit_id: int, seen: str | None, values: Mapping[str, Any], by: User, at: datetime
) -> PeerVisit:
    """Put a visit on another day or time, or say more of it: everybody in it hears of a new day or time.

    ``values`` are fields of ``PeerVisit``. Raises ValidationError for an older text, and once it is over.
    """
    visit = selectors.visit_for_update(visit_id)
    changed = {name: value for name, value in values.items() if getattr(visit, name) != value}
    if not changed:
        return visit
    refuse_older_text(seen=seen, mark=selectors.edition_of_visit(visit))
    state, today = VisitState(visit.state), timezone.localdate(at)
    refuse(refusals_of_day(state, on=visit.on, to_on=values.get("on", visit.on), today=today))
    for name, value in changed.items():
        setattr(visit, name, value)
    refuse(refusals_of_times(visit.starts_at, visit.ends_at))
    was_moved = bool({"on", "starts_at", "ends_at"} & set(changed))
    visit.edition += was_moved
    save_in_words(visit, fields=[*sorted(changed), "edition"])
    _record(Action.VISIT_CHANGED, visit, by)
    if was_moved:
        _tell(visit, selectors.everyone_in(visit), by, at)
    return visit


@transaction.atomic
def cancel_visit(*, visit_id: int, because: str, by: User, at: datetime) -> PeerVisit:
    """Cancel a visit: everybody in it hears of it. Pressed twice is once. Raises ValidationError once its day
    is over.
    """
    visit = selectors.visit_for_update(visit_id)
    if visit.state == VisitState.CANCELLED:
        return visit
    today = timezone.localdate(at)
    refuse(refusals_of_move(VisitState(visit.state), VisitState.CANCELLED, on=visit.on, today=today))
    visit.state, visit.answer = VisitState.CANCELLED, one_line(because)
    visit.edition += 1
    save_in_words(visit, fields=["state", "answer", "edition"])
    _record(Action.VISIT_CANCELLED, visit, by)
    _tell(visit, selectors.everyone_in(visit), by, at)
    return visit


@transaction.atomic
def write_account(
    *, visit_id: int, provider: Provider, seen: str, idea: str, by: User, at: datetime
) -> Visitor:
    """Write what the people of a visiting setting saw, and the one idea that they take home.

    Raises ValidationError at "idea" before its day, and when the visit does not take place.
    """
    visit = selectors.visit_for_update(visit_id)
    today = timezone.localdate(at)
    refuse(refusals_of_account(VisitState(visit.state), on=visit.on, today=today, idea=idea))
    row = Visitor.objects.select_for_update(of=("self",)).get(visit=visit, provider=provider)
    if (row.seen, row.idea) == (seen, one_line(idea)):
        return row
    row.seen, row.idea, row.written_by = seen, one_line(idea), by
    save_in_words(row, fields=["seen", "idea", "written_by"])
    record(Action.VISIT_WRITTEN, about=visit, by=by, collaboration=visit.collaboration, setting=provider.name)
    return row


@transaction.atomic
def say_what_became(*, visitor_id: int, became: str, words: str, by: User) -> Visitor:
    """Say what became of the idea. It can be said again."""
    row = Visitor.objects.select_for_update(of=("self",)).select_related("visit__collaboration", "provider")
    visitor = row.get(pk=visitor_id)
    if (visitor.became, visitor.became_words) != (became, one_line(words)):
        visitor.became, visitor.became_words = became, one_line(words)
        save_in_words(visitor, fields=["became", "became_words"])
        visit = visitor.visit
        facts: dict[str, Any] = {"setting": visitor.provider.name}
        record(Action.IDEA_FOLLOWED, about=visit, by=by, collaboration=visit.collaboration, **facts)
    return visitor


@transaction.atomic
def ask_what_became(*, on: date) -> int:
    """Write, a term after a visit, to each visitor that took an idea home, once. Answers to how many
    settings. Run twice on a day, the second time is nothing.
    """
    number = 0
    rows = selectors.ideas_to_ask_again(until=on - ASK_AGAIN_AFTER).filter(asked_again_on=None)
    for visitor in rows.select_for_update(of=("self",), skip_locked=True):
        visitor.asked_again_on = on
        visitor.save(update_fields=["asked_again_on"])
        for person in selectors.managers_of([visitor.provider_id], on=on):
            send_email(IdeaAskedAgain(user_id=person.pk, visitor_id=visitor.pk))
        number += 1
    return number


def _must_be_among_members(
    collaboration: Collaboration,
    host: Provider | None,
    ids: list[int],
    on: date,
    *,
    own: Collection[int] | None,
) -> None:
    members = {provider.pk for provider in selectors.members_on(collaboration, on=on)}
    host_id = host.pk if host is not None else None
    refuse(refusals_of_visit(host=host_id, visitors=ids, members=members, asks_for=own))


def _ask(visit: PeerVisit, by: User, on: date) -> None:
    """Who manages the settings that are asked hears of it, apart from who asked."""
    for person in selectors.managers_of(selectors.asked_side(visit), on=on):
        if person.pk != by.pk:
            send_email(VisitAsked(user_id=person.pk, visit_id=visit.pk))


def _record(action: Action, visit: PeerVisit, by: User) -> None:
    facts: dict[str, Any] = {"host": visit.host.name, "day": date_in_words(visit.on)}
    record(action, about=visit, by=by, collaboration=visit.collaboration, **facts)


def _tell(visit: PeerVisit, provider_ids: Collection[int], by: User, at: datetime) -> None:
    """What has become of it, to who manages those settings, apart from who did it."""
    if visit.state in LIVE or visit.on >= timezone.localdate(at):
        for person in selectors.managers_of(provider_ids, on=timezone.localdate(at)):
            if person.pk != by.pk:
                send_email(
                    VisitTold(user_id=person.pk, visit_id=visit.pk, edition=visit.edition, by_id=by.pk)
                )
