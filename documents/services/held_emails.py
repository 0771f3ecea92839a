"""Emails that can wait: held in a table, and given to the day's email of their reader (decision 0060)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from accounts.emails.bases import EmailToUser
from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.emails import Email, Pace, email_kinds, email_named
from core.scoping import current_authority_id
from documents.delivery import EmailChoice, HeldEmail
from documents.rules import Fate, Updates, fate_of, is_collected_on
from documents.selectors import updates_of
from documents.services.outbox import send_email_now


def send_or_hold(*, kind: str, ids: Mapping[str, int | str], at: datetime, occasion: str) -> int:
    """Send an email that was asked for; where it can wait, hold it for the day's email of its reader.

    Returns the number of people who got it now. ``occasion`` names the message that asked for it: done twice
    after a crash, it is held once.
    """
    is_settled = hold(kind=kind, ids=ids, at=at, occasion=occasion)
    return 0 if is_settled else send_email_now(kind=kind, ids=ids, at=at)


def hold(*, kind: str, ids: Mapping[str, int | str], at: datetime, occasion: str) -> bool:
    """Hold an email that can wait. False where it is to go now; True as well where nobody is to have it."""
    email = email_named(kind, ids)
    fate = _fate(email, at)
    if fate == Fate.HELD and isinstance(email, EmailToUser):
        HeldEmail.objects.get_or_create(
            person_id=email.user_id,
            occasion=occasion or _mark(kind, ids),
            defaults={"kind": kind, "ids": dict(ids), "held_at": at},
        )
    return fate != Fate.AT_ONCE


def _fate(email: Email[Any], at: datetime) -> Fate:
    if email.pace == Pace.AT_ONCE or not isinstance(email, EmailToUser):
        return Fate.AT_ONCE
    row = email.load(at)
    if row is None or not email.still_true(row):
        return Fate.NOT_SENT
    return fate_of(
        can_wait=True,
        can_stop=email.pace == Pace.NEWS,
        updates=updates_of(email.user_id),
        needed_by=email.needed_by(row),
        today=timezone.localdate(at),
    )


def _mark(kind: str, ids: Mapping[str, int | str]) -> str:
    return hashlib.sha256(json.dumps([kind, dict(ids)], sort_keys=True).encode()).hexdigest()


@transaction.atomic
def collect_held(*, on: date) -> list[int]:
    """Give what waits to the email of a day. Answers the ids of everybody who has something in that email.

    Done again the same day, nobody gets more: what has come to wait since is for the next one. Kinds that
    this version does not know go on waiting.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('emails held'), %s)", [current_authority_id()])
    done = HeldEmail.objects.filter(sent_on=on).order_by().values_list("person_id", flat=True).distinct()
    has_email = set(done)
    waiting = HeldEmail.objects.filter(sent_on=None, kind__in=list(email_kinds())).exclude(
        person__in=has_email
    )
    people = set(waiting.order_by().values_list("person_id", flat=True).distinct())
    weekly = EmailChoice.objects.filter(person__in=people, updates=Updates.WEEKLY)
    later = set() if is_collected_on(Updates.WEEKLY, on) else set(weekly.values_list("person_id", flat=True))
    waiting.filter(person__in=people - later).update(sent_on=on)
    return sorted(has_email | (people - later))


@transaction.atomic
def choose_updates(*, person: User, updates: Updates, at: datetime) -> None:
    """Choose how emails that can wait come to a person, in the authority in scope. Pressed twice is once."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)  # two at once: the second waits
    if updates_of(person.pk) == updates:
        return
    EmailChoice.objects.update_or_create(person=person, defaults={"updates": updates, "chosen_at": at})
    record(Action.UPDATES_CHOSEN, about=person, by=person, choice=str(updates.label))


@transaction.atomic
def clear_held_emails(*, before: date) -> int:
    """Forget what went out in an email before a day; answers how many."""
    number, _kinds = HeldEmail.objects.filter(sent_on__lt=before).delete()
    return number
