"""How allauth behaves here: accounts are made by officers, not by
anybody who asks; mail is neutral and branded.
"""

from __future__ import annotations

import base64
import logging
import secrets
import time
from collections.abc import Mapping
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.manage_email import emit_email_changed
from allauth.account.internal.stagekit import clear_login
from allauth.core import context as current
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.addresses import AddressRefused, account_of_invited, person_with_address
from accounts.emails.bases import named_by_authority, platform, short_name
from accounts.identity_provider import claimed_address, proved_address
from accounts.rules import EventKind, device_in_words
from accounts.selectors import may_set_up_first_factor, proved_second_factor_just_now
from accounts.services.notices import tell_of_account
from accounts.services.own_account import change_own_address
from accounts.visits import begin_guess, note
from core import mail
from core.addresses import client_address, host_name, is_our_own
from core.keys import Use, box_for
from core.mail import Link, OutgoingEmail
from core.wording import duration_in_words

log = logging.getLogger(__name__)
#: The pages that show recovery codes: a factor proved at sign-in a moment ago is enough for them.
SHOW_CODES = frozenset({"mfa_view_recovery_codes", "mfa_download_recovery_codes"})


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account alone: an officer adds the person, who then signs in by a one-time code."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""

    def is_safe_url(self, url: str | None) -> bool:
        """Where ``next`` may lead."""
        return url is not None and is_our_own(url)

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or ""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not for the first second factor, right after a password: allauth counts no sign-in as recent.

        Nor for looking at recovery codes right after a second factor; every change asks again.
        """
        request = current.request
        if app == "allauth.mfa" and may_set_up_first_factor(request, at=time.time()):
            return False
        match = request.resolver_match
        if match is not None and match.view_name in SHOW_CODES:
            return not proved_second_factor_just_now(request, at=time.time())
        required: bool = super().is_reauthentication_required(app=app, **kwargs)
        return required

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Compare a password, unless the client has guessed too often. Raises ValidationError in words."""
        guess = begin_guess(request, "password", str(credentials.get("email", "")))
        user = super().authenticate(request, **credentials)
        if user is None:
            guess.was_wrong()
        else:
            guess.was_right()
        return user

    def confirm_email(self, request: HttpRequest, email_address: Any) -> bool:
        """The code was right. Of somebody signed in, the address takes the place of the main one, which is told.

        Refused in words that say nothing of another account.
        """
        user = request.user
        if (
            not user.is_authenticated
            or user.pk != email_address.user_id
            or email_address.email.lower() == user.email.lower()
        ):
            confirmed: bool = super().confirm_email(request, email_address)
            return confirmed
        try:
            before = change_own_address(user=user, email=email_address.email, at=timezone.now())
        except AddressRefused:
            failed = "account/messages/email_confirmation_failed.txt"
            self.add_message(request, messages.ERROR, failed, {"email": email_address.email})
            return False
        emit_email_changed(request, before, email_address)
        changed = "account/messages/email_confirmed.txt"
        self.add_message(request, messages.SUCCESS, changed, {"email": email_address.email})
        return True

    def get_email_verification_redirect_url(self, email_address: Any) -> str:
        return account_page() if self.request.user.is_authenticated else reverse("account_login")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return account_page()

    def pre_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse | None:
        """Nobody claims an account that was left unclaimed too long (A2): a manager invites again."""
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        if response is None and user.claim_by is not None and user.claim_by <= timezone.now():
            clear_login(request)
            response = HttpResponseRedirect(reverse("account_inactive"))
        return response

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Changes of password, address and council account, by our own email and outbox (A2).

        News of second factors is told in the transaction of the change (``accounts.receivers``).
        """
        folder, _slash, kind = template_prefix.rpartition("/")
        if folder == "mfa/email":
            return
        context = context or {}
        detail = context.get("to_email") or context.get("deleted_email") or ""
        tell_of_account(user=user, kind=kind, at=timezone.now(), email=email or "", detail=detail)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """The package's emails of signing in, as all our emails are: sender, foot, how long, from where."""
        request = current.request
        authority = getattr(request, "authority", None)
        words = render_to_string(f"{template_prefix}_subject.txt", context).strip()
        device = device_in_words(request.META.get("HTTP_USER_AGENT", "") if request else "").in_words(_)
        kind = template_prefix.rpartition("/")[2]
        user = context.get("user") or person_with_address(email)
        outgoing = OutgoingEmail(
            to=email,
            subject=named_by_authority(words, authority),
            template=f"{template_prefix}_message.txt",
            context={
                "name": short_name(user.full_name) if user is not None else "",
                "email": email,
                "at": timezone.now(),
                "device": device,
                "lasts": duration_in_words(_seconds_of(kind, with_code="code" in context)),
                "phone": authority.contact_phone if authority is not None else "",
            },
            link=_link_of(kind, context),
            code=context.get("code", ""),
        )
        mail.send(outgoing, authority=authority or platform())


def account_page() -> str:
    """Where somebody comes back to who has changed something of the own account.

    The platform's own pages know no account page; there it is the page of the second step.
    """
    try:
        return reverse("accounts:account")
    except NoReverseMatch:
        return reverse("mfa_index")


def _link_of(kind: str, context: Mapping[str, Any]) -> Link | None:
    """Where an email of signing in leads. One with a code leads nowhere: the page that asked is open."""
    if "code" in context:
        return None
    links = {
        "password_reset_key": (_("Choose a new password"), "password_reset_url"),
    }
    label, name = links.get(kind, (_("Sign in"), ""))
    return Link(label, context[name] if name else "")


def _seconds_of(kind: str, *, with_code: bool) -> float:
    """How long what an email of signing in holds works."""
    if kind == "login_code":
        return app_settings.LOGIN_BY_CODE_TIMEOUT
    if kind.startswith("password_reset"):
        return app_settings.PASSWORD_RESET_BY_CODE_TIMEOUT if with_code else settings.PASSWORD_RESET_TIMEOUT
    return app_settings.EMAIL_VERIFICATION_BY_CODE_TIMEOUT


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def on_authentication_error(self, request: HttpRequest, provider: Any, **facts: Any) -> None:
        note(request, EventKind.SIGN_IN_FAILED)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The council's identity provider vouches for the address: connect it to whoever has it.

        Somebody who is invited here and has no account yet gets one, and then sees the invitation. Anybody
        else is told which address came, and that an officer must add it.
        """
        if sociallogin.is_existing:
            return
        answer = sociallogin.account.extra_data or {}
        address = proved_address(
            answer, domains=settings.OIDC_DOMAINS, vouches=settings.OIDC_VOUCHES_FOR_DOMAINS
        )
        user = account_of_invited(address) if address else None
        if user is None or not user.is_active:
            note(request, EventKind.SIGN_IN_FAILED, address=claimed_address(answer))
            context = {"address": claimed_address(answer), "is_proved": bool(address)}
            raise ImmediateHttpResponse(render(request, "socialaccount/not_added.html", context, status=403))
        sociallogin.connect(request, user)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of authenticator apps and recovery codes are kept encrypted with keys of their own."""

    def encrypt(self, text: str) -> str:
        return box_for(Use.SECOND_FACTORS).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret; one that no key opens counts as a secret that nobody has, so that every code is wrong."""
        try:
            return box_for(Use.SECOND_FACTORS).decrypt(encrypted_text.encode()).decode()
        except (InvalidToken, ValueError):
            log.error("a second factor cannot be read with the keys of this service")
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def get_totp_issuer(self) -> str:
        return "Early years collaborations"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys belong to the base address, whatever a request calls the host."""
        return {"id": host_name(), "name": self.get_totp_issuer()}
