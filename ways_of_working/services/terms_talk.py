"""The thread under a member's answer to ways of working: between that member and who runs the group (W2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.saving import save_in_words
from core.text import several_lines
from documents.services.outbox import send_email
from memberships.selectors.joining import people_to_tell
from memberships.selectors.staff_told import managers_of
from ways_of_working.emails import TermsDiscussed
from ways_of_working.models import TermsReply, WaysOfWorking
from ways_of_working.selectors.agreement import answer_for_update, last_reply_of

#: A thread is open until the version is adopted or put aside: while it is changed there is something to talk
#: about too.
OPEN = frozenset({WaysOfWorking.State.DRAFT, WaysOfWorking.State.CIRCULATED})


@transaction.atomic
def reply_to_answer(*, answer_id: int, words: str, by: User, at: datetime) -> TermsReply:
    """Add a reply to the thread under an answer; the other side hears that there is one.

    The same words again, with nothing in between, are the button pressed twice. Raises ValidationError at
    "words".
    """
    answer, words = answer_for_update(answer_id), several_lines(words)
    if not words:
        raise ValidationError({"words": _("Write your reply.")})
    if answer.ways.state not in OPEN:
        raise ValidationError(
            {"words": _("This version is settled. What there is to say goes into the next one.")}
        )
    last = last_reply_of(answer)
    if last is not None and (last.by_id, last.words) == (by.pk, words):
        return last
    reply = TermsReply(answer=answer, words=words, by=by, at=at)
    save_in_words(reply)
    setting, group = answer.membership.provider, answer.ways.collaboration
    record(Action.TERMS_REPLIED, about=answer, by=by, setting=setting, collaboration=group)
    today = timezone.localdate(at)
    people = {*managers_of(setting, on=today), *people_to_tell(group, on=today)}
    _notify(answer.ways, people, by=by, occasion=f"terms-reply-{reply.pk}")
    return reply


def notify_who_runs_it(ways: WaysOfWorking, *, by: User, on: date, occasion: str) -> None:
    """Let those know who hear for the group that a member asks for a change."""
    _notify(ways, people_to_tell(ways.collaboration, on=on), by=by, occasion=occasion)


def _notify(ways: WaysOfWorking, people: Iterable[User], *, by: User, occasion: str) -> None:
    for user_id in sorted({person.pk for person in people} - {by.pk}):
        send_email(TermsDiscussed(ways_id=ways.pk, user_id=user_id, occasion=occasion))
