"""How allauth behaves here: accounts are made by officers, not by
anybody who asks; mail is neutral and branded.
"""

from __future__ import annotations

import base64
import logging
import secrets
import time
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core import context as current
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.addresses import account_of_invited
from accounts.identity_provider import claimed_address, proved_address
from accounts.rules import EventKind
from accounts.selectors import may_set_up_first_factor
from accounts.services.notices import tell_of_account
from accounts.visits import begin_guess, note
from core.addresses import client_address, host_name, is_our_own
from core.keys import Use, box_for
from core.mail import AUTHORITY_HEADER

log = logging.getLogger(__name__)


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
        """Not for the first second factor, right after a password: allauth counts no sign-in as recent."""
        if app == "allauth.mfa" and may_set_up_first_factor(current.request, at=time.time()):
            return False
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
        authority = getattr(current.request, "authority", None)
        message = self.render_mail(template_prefix, email, {**context, "authority": authority})
        if authority is not None:
            message.extra_headers[AUTHORITY_HEADER] = str(authority.pk)
        message.extra_headers["Auto-Submitted"] = "auto-generated"
        message.send()


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
