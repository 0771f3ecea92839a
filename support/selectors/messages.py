"""Reads about messages to many: drafts, what was sent and to whom, templates."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from django.db.models import Case, CharField, Count, Prefetch, Q, QuerySet, Value, When

from accounts.models import User
from accounts.permissions import Permission
from accounts.selectors import people_to_write_to
from collaborations.models import Collaboration
from collaborations.selectors import collaborations
from memberships.selectors.reaching import Reached, reached_at_settings, reached_in_groups
from providers.models import Provider
from providers.selectors import settings_by_ids
from support.models import Message, MessageCopy, MessageFile, MessageTemplate
from support.rules import CopyState

# --- whom a message reaches --------------------------------------------------------------------------------


def people_reached(message: Message, *, on: date, user_ids: Collection[int] | None = None) -> list[Reached]:
    """Whom a draft would go to on a day, or which of these people a message that was sent is still for, by
    name. A group's own message does not go to its writer.
    """
    wanted = set(message.person_ids) or None
    if user_ids is not None:
        wanted = set(user_ids) if wanted is None else wanted & set(user_ids)
    if message.of_group_id is not None:
        rows = reached_in_groups([message.of_group_id], message.audiences, on=on, user_ids=wanted)
        return [row for row in rows if row.user.pk != message.sent_by_id]
    if message.setting_ids:
        return reached_at_settings(message.setting_ids, message.audiences, on=on, user_ids=wanted)
    return reached_in_groups(groups_of(message), message.audiences, on=on, user_ids=wanted)


def groups_of(message: Message) -> list[int]:
    """The groups that a message is to; of a draft to all, those that are not closed now."""
    if message.all_collaborations and message.sent_at is None:
        return list(open_collaborations().order_by().values_list("pk", flat=True))
    return list(message.collaboration_ids)


def open_collaborations() -> QuerySet[Collaboration]:
    return collaborations().exclude(state="closed")


def chosen_collaborations(ids: Collection[int]) -> list[Collaboration]:
    """Those of the groups that are there, by name."""
    return list(collaborations().filter(pk__in=ids)) if ids else []


def chosen_settings(ids: Collection[int]) -> list[Provider]:
    """Those of the settings that are there, by name."""
    return settings_by_ids(ids) if ids else []


def fingerprint_of(message: Message, people: Sequence[Reached]) -> str:
    """Of what somebody looks at before it goes: the words, the files, and who gets it."""
    facts = [
        message.subject,
        message.text,
        message.audience,
        list(message.files.order_by("pk").values_list("pk", flat=True)),
        sorted(person.user.pk for person in people),
    ]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:24]


# --- messages ----------------------------------------------------------------------------------------------


def messages() -> QuerySet[Message]:
    """What was sent, newest first, with how many people it is to, how many have it and how many do not get
    it: refused, or left out.
    """
    return (
        Message.objects.filter(sent_at__isnull=False)
        .select_related("sent_by", "job", "of_group")
        .annotate(
            people=Count("copies"),
            sent=Count("copies", filter=Q(copies__sent_at__isnull=False)),
            refused=Count("copies", filter=Q(copies__refused_at__isnull=False)),
            left_out=Count("copies", filter=Q(copies__left_out_at__isnull=False)),
        )
        .order_by("-sent_at", "-pk")
    )


def messages_of_team() -> QuerySet[Message]:
    """Those that officers sent."""
    return messages().filter(of_group=None)


def messages_of_group(collaboration: Collaboration) -> QuerySet[Message]:
    """Those that a group sent to its own members."""
    return messages().filter(of_group=collaboration)


def messages_matching(rows: QuerySet[Message], text: str) -> QuerySet[Message]:
    """Those with every word in their subject or in the names of their collaborations."""
    for word in text.split():
        rows = rows.filter(Q(subject__icontains=word) | Q(about__icontains=word))
    return rows


def message_by_id(message_id: int) -> Message | None:
    return messages().filter(pk=message_id).first()


def may_see_message(user: User, message: Message) -> bool:
    """A draft is its writer's; what a group wrote is read by who runs it, and anything else by the team."""
    if message.sent_at is None and message.sent_by_id != user.pk:
        return False
    if message.of_group is not None:
        return bool(user.has_perm(Permission.RUN_COLLABORATION, message.of_group))
    return bool(user.has_perm(Permission.SEND_MESSAGES))


def sent_on(collaboration_id: int, *, on: date) -> int:
    """How many messages a group has sent to its members on a day."""
    return Message.objects.filter(of_group=collaboration_id, sent_at__date=on).count()


def said_already(message: Message, *, about: str, since: datetime) -> bool:
    """Whether the same person has sent the same to the same groups or settings, and it is not written again."""
    return (
        not message.person_ids
        and Message.objects.filter(
            sent_by=message.sent_by_id,
            subject=message.subject,
            text=message.text,
            audience=message.audience,
            about=about,
            of_group=message.of_group_id,
            person_ids=[],
            sent_at__gte=since,
        ).exists()
    )


# --- drafts ------------------------------------------------------------------------------------------------


def drafts_of(user: User, *, of_group: Collaboration | None) -> QuerySet[Message]:
    """What a person has begun and not sent, the newest first: for a group, or (None) as one of the team."""
    rows = Message.objects.filter(sent_at=None, sent_by=user, of_group=of_group)
    return rows.select_related("of_group", "sent_by").order_by("-written_at", "-pk")


def drafts_untouched_since(instant: datetime) -> QuerySet[Message]:
    """Drafts of anybody that were last written before an instant."""
    return Message.objects.filter(sent_at=None, written_at__lt=instant).order_by("pk")


def draft_for_update(message_id: int) -> Message | None:
    """A draft, or what has become of it, locked to the end of the transaction."""
    rows = Message.objects.select_for_update(of=("self",), no_key=True).select_related("of_group", "sent_by")
    return rows.filter(pk=message_id).first()


def same_draft(message: Message, *, within: timedelta, at: datetime) -> Message | None:
    """The draft that the same button, pressed before, has made."""
    names = ("sent_by_id", "of_group_id", "subject", "text", "audience", "all_collaborations")
    facts = {
        name: getattr(message, name) for name in (*names, "collaboration_ids", "setting_ids", "person_ids")
    }
    return Message.objects.filter(sent_at=None, written_at__gte=at - within, **facts).first()


def files_of(message: Message) -> list[MessageFile]:
    return list(MessageFile.objects.filter(message=message).select_related("file").order_by("pk"))


def message_file(file_id: int) -> MessageFile | None:
    rows = MessageFile.objects.select_related("file", "message__of_group")
    return rows.filter(pk=file_id).first()


def templates_for(user: User) -> QuerySet[MessageTemplate]:
    """A person's own templates and, for one of the team, the team's, by name."""
    mine = Q(person=user)
    if user.has_perm(Permission.SEND_MESSAGES):
        mine |= Q(for_team=True)
    return MessageTemplate.objects.filter(mine).order_by("name__in_order", "pk")


# --- copies ------------------------------------------------------------------------------------------------


def copies() -> QuerySet[MessageCopy]:
    """Who gets a message, by name, and how each stands (``state``)."""
    state = Case(
        When(sent_at__isnull=False, then=Value(CopyState.SENT.value)),
        When(refused_at__isnull=False, then=Value(CopyState.REFUSED.value)),
        When(left_out_at__isnull=False, then=Value(CopyState.LEFT_OUT.value)),
        default=Value(CopyState.WAITING.value),
        output_field=CharField(),
    )
    return (
        MessageCopy.objects.select_related("user")
        .annotate(state=state)
        .order_by("user__full_name__in_order", "pk")
    )


def copies_of(message: Message) -> QuerySet[MessageCopy]:
    return copies().filter(message=message)


def without_it(message: Message) -> QuerySet[MessageCopy]:
    """The copies that have not arrived and will not by themselves."""
    ended = message.job is not None and message.job.ended_at is not None
    rows = copies_of(message).filter(sent_at=None)
    return rows if ended else rows.exclude(refused_at=None, left_out_at=None)


def next_copy(message_id: int) -> MessageCopy | None:
    """A copy that is to be sent and that nobody else is sending, locked to the end of the transaction."""
    waiting = MessageCopy.objects.select_for_update(of=("self",), skip_locked=True, no_key=True).filter(
        message=message_id, sent_at=None, refused_at=None, left_out_at=None
    )
    files = Prefetch("message__files", MessageFile.objects.select_related("file").order_by("pk"))
    rows = waiting.select_related("user", "message__sent_by", "message__of_group", "authority")
    return rows.prefetch_related(files).order_by("pk").first()


def still_for(copy: MessageCopy, *, on: date) -> bool:
    """Whether the person of a copy is still one of those whom the message is for, and can work here."""
    message = copy.message
    if message.of_group_id is None and not message.setting_ids and not message.collaboration_ids:
        return people_to_write_to([copy.user_id]).exists()  # sent before it was kept to which groups
    return bool(people_reached(message, on=on, user_ids=[copy.user_id]))
