"""Sessions of an account: ended by every change of how one signs in, and by whoever may end them (A2, A3)."""

from __future__ import annotations

import time
from datetime import datetime

from allauth.account.internal.flows.login import record_authentication
from allauth.usersessions.models import UserSession
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.http import HttpRequest

from accounts import rules
from accounts.models import User
from accounts.selectors import MAX_IDLE_KEY, SEEN_KEY, STARTED_KEY, forget_what_was_read

#: A session in use is written again after so many seconds, not at every request.
WRITTEN_AGAIN_SECONDS = 60


@transaction.atomic
def end_sessions(*, user: User, keep: HttpRequest | None = None) -> None:
    """End every session of an account; the one of ``keep`` goes on, where it is this person's.

    Sessions end by the hash that each holds of the account, so one that nobody has listed ends too.
    """
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])
    if keep is not None and keep.user.is_authenticated and keep.user.pk == user.pk:
        keep_session(request=keep)
    listed = UserSession.objects.filter(user=user)
    if keep is not None and keep.session.session_key:
        listed = listed.exclude(session_key=keep.session.session_key)
    Session.objects.filter(session_key__in=listed.values("session_key")).delete()
    listed.delete()


def keep_session(*, request: HttpRequest) -> None:
    """Let the session that made a change go on, under a new key."""
    person, before = request.user, request.session.session_key
    person.refresh_from_db(fields=["session_epoch", "email", "password"])  # type: ignore[union-attr]
    forget_what_was_read(person)  # type: ignore[arg-type]
    update_session_auth_hash(request, person)  # type: ignore[arg-type]
    UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)


@transaction.atomic
def end_session(*, user: User, session_id: int) -> bool:
    """End one listed session of a person. Answers whether there was one."""
    session = UserSession.objects.filter(user=user, pk=session_id).first()
    if session is None:
        return False
    session.end()
    return True


def start_session(*, request: HttpRequest, user: User) -> None:
    """Note when a session began; the first one claims the account (A2)."""
    request.session[STARTED_KEY] = request.session[SEEN_KEY] = int(time.time())
    if user.claim_by is not None:
        User.objects.filter(pk=user.pk).update(claim_by=None)
        user.claim_by = None


def record_factor_set_up(*, request: HttpRequest, user: User, factor_id: int, factor_type: str) -> None:
    """Note in the session that set up a second factor that it has proved one, just now.

    Whoever set it up had to confirm who they are: the page of recovery codes that follows asks no more.
    """
    record_authentication(request, user, "mfa", id=factor_id, type=factor_type, reauthenticated=True)


def is_over(request: HttpRequest) -> bool:
    """Whether the session has ended by its age or for want of use."""
    session = request.session
    now = time.time()
    max_idle = rules.MAX_IDLE if session.get(MAX_IDLE_KEY) else rules.MAX_SESSION
    started, seen = session.setdefault(STARTED_KEY, int(now)), session.setdefault(SEEN_KEY, int(now))
    return rules.session_is_over(started=started, seen=seen, now=now, max_idle=max_idle)


def limit_idle_time(*, request: HttpRequest) -> None:
    """From now on the session has the short limit, on every page: its person works for an authority."""
    if not request.session.get(MAX_IDLE_KEY):
        request.session[MAX_IDLE_KEY] = True


def note_use(*, request: HttpRequest, at: datetime) -> None:
    """Note that a person uses the session, at most once a minute."""
    now = int(time.time())
    if now - request.session.get(SEEN_KEY, 0) >= WRITTEN_AGAIN_SECONDS:
        request.session[SEEN_KEY] = now
        UserSession.objects.filter(session_key=request.session.session_key).update(last_seen_at=at)


def end_for_want_of_use(*, request: HttpRequest) -> None:
    """Sign out of a session that is over; what follows in the request is nobody's."""
    UserSession.objects.filter(session_key=request.session.session_key).delete()
    logout(request)


def clear_sessions() -> None:
    """Remove rows of sessions that have expired, and the list entries of sessions that are no more."""
    call_command("clearsessions")
    there = Session.objects.filter(session_key=OuterRef("session_key"))
    UserSession.objects.filter(~Exists(there)).delete()
