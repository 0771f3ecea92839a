"""Reads about messages to many groups."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from accounts.models import User
from collaborations.models import Collaboration
from collaborations.selectors import collaborations
from memberships.selectors.people import leaders_to_write_to, managers_to_write_to
from support.models import Message, MessageCopy


def people_to_write_to(audience: str, collaboration_ids: Collection[int], *, on: date) -> QuerySet[User]:
    """The people of an audience (``Message.Audience``)."""
    to_leaders = audience == Message.Audience.LEADERS
    return (leaders_to_write_to if to_leaders else managers_to_write_to)(collaboration_ids, on=on)


def chosen_collaborations(ids: Collection[int]) -> list[Collaboration]:
    """Those of the groups that are there, by name."""
    return list(collaborations().filter(pk__in=ids)) if ids else []


def messages() -> QuerySet[Message]:
    """Every message, newest first, with how many people it is to and how many have it."""
    return (
        Message.objects.select_related("sent_by", "job")
        .annotate(people=Count("copies"), sent=Count("copies", filter=Q(copies__sent_at__isnull=False)))
        .order_by("-sent_at", "-pk")
    )


def messages_matching(rows: QuerySet[Message], text: str) -> QuerySet[Message]:
    """Those with every word in their subject or in the names of their collaborations."""
    for word in text.split():
        rows = rows.filter(Q(subject__icontains=word) | Q(about__icontains=word))
    return rows


def message_by_id(message_id: int) -> Message | None:
    return messages().filter(pk=message_id).first()


def copies_of(message: Message) -> QuerySet[MessageCopy]:
    """Who gets a message, by name."""
    return (
        MessageCopy.objects.filter(message=message)
        .select_related("user")
        .order_by("user__full_name__in_order", "pk")
    )


def next_copy(message_id: int, *, but: Collection[int]) -> MessageCopy | None:
    """A copy that is to be sent and that nobody else is sending, locked to the end of the transaction."""
    waiting = MessageCopy.objects.select_for_update(of=("self",), skip_locked=True, no_key=True).filter(
        message=message_id, sent_at=None
    )
    return waiting.exclude(pk__in=but).select_related("user", "message", "authority").order_by("pk").first()


def copies_counted(message_id: int) -> tuple[int, int]:
    """How many copies there are, and how many were sent."""
    rows = MessageCopy.objects.filter(message=message_id).aggregate(
        all=Count("pk"), sent=Count("pk", filter=Q(sent_at__isnull=False))
    )
    return rows["all"], rows["sent"]


def said_already(*, by: User, subject: str, text: str, about: str, since: datetime) -> Message | None:
    """The same message of the same person to the same groups."""
    return Message.objects.filter(
        sent_by=by, subject=subject, text=text, about=about, sent_at__gte=since
    ).first()
