"""What was typed into a form whose session had ended: kept for the same person, an hour, on the server.

A form says in a hidden field, signed, whose page it is (``typed_by``, drawn by ``{% csrf_token %}``). Sent
without a session, with a token of an earlier one, or before a second factor was set up, what was typed is
encrypted and lies in the session that the sign-in goes on with. Whoever signs in as somebody else sees
nothing of it, and it is gone then, as it is after signing out: the sentences that promise the hour say so.
Passwords and files are not kept.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import resolve_url
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.translation import gettext

from core.addresses import came_from_here, path_of, safe_next
from core.filling import FOREVER_NEW, filled
from core.keys import Use, box_for

PURPOSE = "typed before signing in"
MARK = "typed_by"
THROW_AWAY = "throw_away"
KEPT = "typed_before_signing_in"
KEPT_SECONDS = 3600
MAX_FORMS = 3
MAX_CHARACTERS = 200_000
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
SECRET_NAME = re.compile(r"passw|secret|token|credential|(^|_)(code|otp|pin)$", re.IGNORECASE)
MAIN = re.compile(r"<main\b[^>]*>")
GetResponse = Callable[[HttpRequest], HttpResponseBase]


@dataclass(frozen=True, slots=True)
class KeptForm:
    """One form: whose, shown at which page, sent where (paths), when (seconds), and what was typed."""

    person: str
    page: str
    sent_to: str
    at: float
    sealed: str

    def typed(self) -> dict[str, list[str]]:
        try:
            opened: dict[str, list[str]] = json.loads(
                box_for(Use.SHORT, PURPOSE).decrypt(self.sealed.encode())
            )
        except InvalidToken:
            return {}
        return opened


def mark_of(user: Any) -> str:
    """The value of the hidden field: who opened the page, signed for this purpose alone."""
    return signing.Signer(salt=PURPOSE).sign(str(user.pk))


def person_of(request: HttpRequest) -> str | None:
    """Whose form was sent: the mark says it, and a session that is there must be the same person's."""
    here = str(request.user.pk) if request.user.is_authenticated else None
    mark = request.POST.get(MARK)
    if mark is None:
        return here
    try:
        person = signing.Signer(salt=PURPOSE).unsign(mark)
    except signing.BadSignature:
        return None
    return person if here in (None, person) else None


def page_of(request: HttpRequest) -> str:
    """The page that showed the form, with its query: of this site and this authority, or else home."""
    referer = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    page = safe_next(request, referer)
    return page if page.startswith(get_script_prefix()) else resolve_url(settings.LOGIN_REDIRECT_URL)


def keep(request: HttpRequest) -> KeptForm | None:
    """Keep what was sent. None when it is nobody's that is known, or not to be kept."""
    person = person_of(request)
    if person is None or request.content_type not in FORM_TYPES or _is_signing_in(request.path):
        return None
    typed = {
        name: values
        for name, values in request.POST.lists()
        if name not in FOREVER_NEW and not SECRET_NAME.search(name)
    }
    text = json.dumps(typed)
    if len(text) > MAX_CHARACTERS:
        return None
    form = KeptForm(
        person,
        page_of(request),
        request.path,
        time.time(),
        box_for(Use.SHORT, PURPOSE).encrypt(text.encode()).decode(),
    )
    others = [
        other
        for other in kept_forms(request)
        if (other.person, other.page, other.sent_to) != (form.person, form.page, form.sent_to)
    ]
    _store(request, [form, *others][:MAX_FORMS])
    request.just_kept = True  # type: ignore[attr-defined]
    if not request.user.is_authenticated:
        request.session.set_expiry(KEPT_SECONDS)  # clearsessions takes it away if nobody signs in
    return form


def kept_forms(request: HttpRequest) -> list[KeptForm]:
    """What is kept in this session and not too old, newest first."""
    oldest = time.time() - KEPT_SECONDS
    forms = [KeptForm(**row) for row in request.session.get(KEPT, ())]
    return [form for form in forms if form.at >= oldest]


def _store(request: HttpRequest, forms: Sequence[KeptForm]) -> None:
    if forms:
        request.session[KEPT] = [
            {name: getattr(form, name) for name in KeptForm.__dataclass_fields__} for form in forms
        ]
    else:
        request.session.pop(KEPT, None)


def _is_signing_in(path: str) -> bool:
    return path.startswith(f"{get_script_prefix()}accounts/")


def comes_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this site sent it. Only then is a form with a wrong token kept."""
    said = request.headers.get("Sec-Fetch-Site")
    if said is not None:
        return said == "same-origin"
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return came_from_here(request, origin)


def is_part(request: HttpRequest) -> bool:
    """Whether a form that saves itself sent it: the page, with what is typed on it, stays as it is."""
    return request.headers.get("HX-Request") == "true"


def not_saved(request: HttpRequest, *, sign_in_url: str = "") -> HttpResponse:
    """The answer to such a form: signed out, or (without an address) signed in anew, with a new token for the
    page, by which it is saved at once.
    """
    context = {"sign_in_url": sign_in_url} if sign_in_url else {"token": get_token(request)}
    headers = {} if sign_in_url else {"HX-Trigger": "save-again-now"}
    return HttpResponse(render_to_string("components/not_saved.html", context), headers=headers)


def tell_saved(answer: HttpResponse, *, but: Iterable[str] = ()) -> HttpResponse:
    """The answer to a form that saves itself, telling the page that everything it sent is saved, ``but``
    these boxes: what the device kept of it goes (``static/app/drafts.js``).
    """
    answer.headers["HX-Trigger"] = json.dumps({"draft-saved": {"but": sorted(but)}})
    return answer


def say_saved(request: HttpRequest, words: str, *, page: str) -> None:
    """Say on the next page that the form of an open page is saved, also to what the device kept of it."""
    messages.success(request, words, extra_tags=page)


def keep_after_csrf_failure(request: HttpRequest) -> str:
    """The page to go back to, when what was typed is kept; else empty."""
    if not hasattr(request, "session") or not hasattr(request, "user") or not comes_from_here(request):
        return ""
    form = keep(request)
    return form.page if form else ""


class KeptFormsMiddleware:
    """Keeps a form that was answered with the sign-in page, and fills it in when its page is shown again."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method not in SAFE_METHODS:
            return self._sent(request, response)
        if request.method == "GET" and request.session.accessed and KEPT in request.session:
            return self._shown(request, response)
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponseBase | None:
        """ "Throw it away" in the banner above a filled form: the token has been checked by now."""
        if request.method != "POST" or THROW_AWAY not in request.POST or not request.user.is_authenticated:
            return None
        sent_to = request.POST[THROW_AWAY]
        _store(request, [form for form in kept_forms(request) if form.sent_to != sent_to])
        messages.success(request, gettext("What you had written is thrown away."))
        return HttpResponseRedirect(request.get_full_path())

    def _sent(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        target = response.headers.get("HX-Redirect") or response.headers.get("Location", "")
        path = path_of(target)
        if _is_signing_in(request.path):
            return response
        if path and path == address_of(settings.LOGIN_URL) and not request.user.is_authenticated:
            return self._to_sign_in(request, response)
        if path and path in (address_of("mfa_activate_totp"), address_of("mfa_reauthenticate")):
            form = keep(request)
            if form:
                messages.warning(
                    request,
                    gettext(
                        "This was not saved yet. What you typed is kept for an hour, unless you sign out."
                    ),
                )
            return response
        is_saved = response.status_code < 400 and not hasattr(request, "just_kept")
        if is_saved and request.user.is_authenticated and KEPT in request.session:
            _store(request, [form for form in kept_forms(request) if form.sent_to != request.path])
        return response

    def _to_sign_in(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        form = keep(request)
        if form:
            said = gettext(
                "You were signed out. Nothing is lost: sign in and your text is there. It is kept for an"
                " hour, unless somebody else signs in here first."
            )
        else:
            said = gettext("You were signed out before this was saved. What you typed could not be kept.")
        messages.warning(request, said)
        back = redirect_to_login(form.page if form else page_of(request), address_of(settings.LOGIN_URL))
        if is_part(request):
            return not_saved(request, sign_in_url=back.url)
        return back

    def _shown(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The page with what was typed, for the person alone who typed it."""
        if not request.user.is_authenticated:
            return response
        forms = [form for form in kept_forms(request) if form.person == str(request.user.pk)]
        if len(forms) != len(request.session[KEPT]):
            _store(request, forms)
        if request.session.get("_session_expiry") == KEPT_SECONDS:
            request.session.set_expiry(None)  # the hour was for the time before the sign-in
        form = next((form for form in forms if path_of(form.page) == request.path), None)
        is_page = not response.streaming and response.headers.get("Content-Type", "").startswith("text/html")
        if form is None or not is_page or request.headers.get("HX-Request") == "true":
            return response
        return self._filled(request, response, form)  # type: ignore[arg-type]

    @staticmethod
    def _filled(request: HttpRequest, response: HttpResponse, form: KeptForm) -> HttpResponse:
        html = response.content.decode(response.charset)
        typed = form.typed()
        page = filled(html, typed, sent_to=form.sent_to, page=request.path)
        loose = [
            value
            for name, values in typed.items()
            if name not in page.placed
            for value in values
            if len(value.split()) > 1
        ]
        context = {"loose": loose, "sent_to": form.sent_to, "token": get_token(request)}
        banner = render_to_string("components/kept_form.html", context)
        html = MAIN.sub(lambda match: match[0] + banner, page.html, count=1)
        response.content = html.encode(response.charset)
        if "Content-Length" in response.headers:
            response.headers["Content-Length"] = str(len(response.content))
        return response


def address_of(name: str) -> str:
    """The address of a named page; "" outside an authority's addresses, which have no sign-in."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
