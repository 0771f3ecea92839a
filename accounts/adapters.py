"""How allauth behaves here: accounts are made by officers, not by
anybody who asks; mail is neutral and branded.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as current
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render

from accounts.addresses import account_of_invited
from accounts.identity_provider import claimed_address, proved_address
from core.mail import AUTHORITY_HEADER


def _lock() -> Fernet:
    key = hashlib.sha256(b"second factor:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account alone: an officer adds the person, who then signs in by a one-time code."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        authority = getattr(current.request, "authority", None)
        message = self.render_mail(template_prefix, email, {**context, "authority": authority})
        if authority is not None:
            message.extra_headers[AUTHORITY_HEADER] = str(authority.pk)
        message.extra_headers["Auto-Submitted"] = "auto-generated"
        message.send()


class SocialAccountAdapter(DefaultSocialAccountAdapter):
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
            context = {"address": claimed_address(answer), "is_proved": bool(address)}
            raise ImmediateHttpResponse(render(request, "socialaccount/not_added.html", context, status=403))
        sociallogin.connect(request, user)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of authenticator apps and recovery codes are kept
    encrypted with a key made from ``SECRET_KEY``.
    """

    def encrypt(self, text: str) -> str:
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _lock().decrypt(encrypted_text.encode()).decode()

    def get_totp_issuer(self) -> str:
        return "Early years collaborations"
