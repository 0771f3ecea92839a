"""What a request tells of a visit: the client, the browser's mark of earlier sign-ins, and what happened.

Between requests and the services of limits and security events, which know no requests.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from allauth.account.internal.flows.email_verification_by_code import EMAIL_VERIFICATION_CODE_SESSION_KEY
from allauth.account.internal.stagekit import unstash_login
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.addresses import normal_address, person_with_address
from accounts.rules import EventKind
from accounts.services.limits import Guess, Visitor, hashed
from accounts.services.security import Noted
from core.addresses import client_address, client_network

#: A browser that has signed in keeps a mark: which it is, and of whom, as short hashes. It opens nothing.
DEVICE_COOKIE = "__Host-device" if settings.SECURED else "device"
DEVICE_SECONDS = 180 * 24 * 3600
MAX_PEOPLE_OF_DEVICE = 8
_SALT = "accounts.device"


def note(request: HttpRequest | None, kind: EventKind, *, person: Any = None, address: str = "") -> None:
    """Note an event, to be written after the answer. Outside a request (commands, tests) nothing is noted."""
    events = getattr(request, "security_events", None)
    if events is not None:
        person_id = person.pk if person is not None else None
        events.append(Noted(kind, person_id, address or (person.email if person is not None else "")))


def visitor_of(request: HttpRequest, address: str) -> Visitor:
    """Who tries something at an email address."""
    device, people = _read_mark(request)
    return Visitor(client_network(request), device if _short(address) in people else "")


def remember_device(request: HttpRequest, response: HttpResponse, address: str) -> None:
    """Mark the browser as one that has signed in to this address."""
    device, people = _read_mark(request)
    people = [*(short for short in people if short != _short(address)), _short(address)]
    mark = signing.dumps([device or secrets.token_hex(8), people[-MAX_PEOPLE_OF_DEVICE:]], salt=_SALT)
    response.set_cookie(
        DEVICE_COOKIE, mark, max_age=DEVICE_SECONDS, secure=settings.SECURED, httponly=True, samesite="Lax"
    )


def _read_mark(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        device, people = signing.loads(
            request.COOKIES.get(DEVICE_COOKIE, ""), salt=_SALT, max_age=DEVICE_SECONDS
        )
    except (signing.BadSignature, ValueError):
        return "", []
    return device, people


def _short(address: str) -> str:
    return hashed(address)[:16]


@dataclass(frozen=True, slots=True)
class CountedGuess:
    """A guess that was let through."""

    guess: Guess

    def was_wrong(self) -> None:
        self.guess.was_wrong(at=timezone.now())

    def was_right(self) -> None:
        self.guess.was_right()


def begin_guess(request: HttpRequest, kind: str, address: str) -> CountedGuess:
    """Count a guess before it is compared. Raises ValidationError, which says how long to wait.

    A person with several addresses is one: guesses count, and the browser is known, by the main address.
    """
    person = person_with_address(address)
    main = normal_address(person.email if person is not None else address)
    guess = Guess(kind, main, visitor_of(request, main))
    if seconds := guess.begin(at=timezone.now()):
        note(request, EventKind.LIMITED, person=person, address=address)
        raise ValidationError(wait_in_words(seconds, kind), code="limited")
    return CountedGuess(guess)


#: Pages on which an address is typed to which an email then goes.
EMAIL_PAGES = frozenset({"account_request_login_code", "account_reset_password", "account_email"})
#: Pages on which the code of an email is typed; their button sends another.
CODE_PAGES = frozenset({"account_confirm_login_code", "account_email_verification_sent"})
RESEND = "resend"


def asked_for(request: HttpRequest, page: str) -> str:
    """The address to which a form of signing in asks for an email; "" where it asks for none."""
    if page in EMAIL_PAGES:
        return normal_address(request.POST.get("email", ""))
    if page in CODE_PAGES and request.POST.get("action") == RESEND:
        return normal_address(_address_of_code(request, page))
    return ""


def _address_of_code(request: HttpRequest, page: str) -> str:
    """Where the code went that is waited for, as the session says; "" when none is."""
    if page == "account_email_verification_sent":
        state = request.session.get(EMAIL_VERIFICATION_CODE_SESSION_KEY)
        return state.get("email", "") if isinstance(state, dict) else ""
    login = unstash_login(request, peek=True)
    return (login.email or "") if login is not None else ""


def wait_in_words(seconds: int, kind: str) -> str:
    minutes = -(-seconds // 60)
    time = (
        ngettext("%(n)d second", "%(n)d seconds", seconds) % {"n": seconds}
        if seconds <= 90
        else ngettext("%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    )
    if kind == "password":
        return _(
            "There were too many tries with a wrong password. Wait %(time)s and try again, or sign in with a"
            " code that we email to you."
        ) % {"time": time}
    if kind == "factor":
        return _("There were too many tries with a wrong code. Wait %(time)s and try again.") % {"time": time}
    return _("Too many emails were asked for. Wait %(time)s and try again.") % {"time": time}


def known_address(request: HttpRequest) -> str:
    """The client's address for a record; "" when it is unknown."""
    return client_address(request) or ""
