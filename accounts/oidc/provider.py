"""Sign-in with a council's own identity provider: what allauth leaves open is asked for here (decision 0046).

allauth takes the ID token as it came, since it came over TLS, and knows no ``nonce``.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from typing import Any

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest, HttpResponse
from requests import RequestException

from accounts.oidc.tokens import TokenRefused, kept, proved_claims

log = logging.getLogger(__name__)
WELL_KNOWN = "/.well-known/"
#: Addresses in the server's metadata to which we send a person, a code or a token.
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
#: What a server's answer can make of code that expects another one.
MALFORMED = (AttributeError, KeyError, TypeError, ValueError)
PROCESSES = ("login", "connect")


class IdentityProviderAdapter(OpenIDConnectOAuth2Adapter):
    """The council's server: its metadata, and what its answer to one sign-in proves."""

    #: Of the sign-in in hand, as the session keeps it; empty until the answer comes.
    nonce = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """The server's metadata. Raises OAuth2Error where it is away, or not the server that is set."""
        if not hasattr(self, "_openid_config"):
            server = self.get_provider().server_url
            config = self._fetched(server)
            issuer = server.partition(WELL_KNOWN)[0].rstrip("/")
            if str(config.get("issuer", "")).rstrip("/") != issuer:
                raise OAuth2Error("the metadata is of another issuer than OIDC_SERVER")
            scheme = f"{server.partition('://')[0]}://"
            if not all(str(config.get(name, "")).startswith(scheme) for name in ENDPOINTS):
                raise OAuth2Error("the metadata leads to addresses that are missing or not encrypted")
            self._openid_config = config
        return self._openid_config

    def _fetched(self, address: str) -> dict[str, Any]:
        try:
            with get_adapter().get_requests_session() as session:
                answer = session.get(address)
                answer.raise_for_status()
                document = answer.json()
        except (RequestException, ValueError) as error:
            raise OAuth2Error(f"the identity provider is away: {type(error).__name__}") from None
        if not isinstance(document, dict):
            raise OAuth2Error("the identity provider answered something else")
        return document

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **kwargs: Any) -> Any:
        """Whom the answer names. Raises OAuth2Error, unless everything in it is proved."""
        answer: Mapping[str, Any] = kwargs["response"]
        try:
            claims = proved_claims(
                answer.get("id_token"),
                keys=self._fetched(self.openid_config["jwks_uri"]),
                issuer=self.openid_config["issuer"],
                client_id=app.client_id,
                nonce=self.nonce,
            )
        except TokenRefused as refusal:
            log.warning("a sign-in by the identity provider was refused: %s", refusal)
            raise OAuth2Error(str(refusal)) from None
        said = {"id_token": kept(claims)}
        if "userinfo_endpoint" in self.openid_config:
            said["userinfo"] = kept(self._fetch_user_info(token.token))
            if said["userinfo"].get("sub") != claims["sub"]:
                raise OAuth2Error("the user info is of somebody else than the ID token")
        return self.get_provider().sociallogin_from_response(request, said)


class IdentityProvider(OpenIDConnectProvider):
    """allauth's provider, with a ``nonce`` and PKCE in every request, and nothing in it from the visitor."""

    oauth2_adapter_class = IdentityProviderAdapter
    pkce_enabled_default = True
    supports_token_authentication = False

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, Any]:
        """The operator's; what stands in the visitor's address could name another place to come back to."""
        return dict(self.get_auth_params())

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:
        return list(self.get_scope())

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_redirect_from_request_kwargs(request)
        if kwargs["process"] not in PROCESSES:
            kwargs["process"] = PROCESSES[0]
        return kwargs

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        nonce = secrets.token_urlsafe(32)
        kwargs["auth_params"] = {**(kwargs.get("auth_params") or {}), "nonce": nonce}
        try:
            answer: HttpResponse = super().redirect(request, process, next_url, data, nonce=nonce, **kwargs)
        except (OAuth2Error, RequestException, *MALFORMED) as error:
            log.warning("a sign-in by the identity provider cannot begin: %s", type(error).__name__)
            return render_authentication_error(request, self, exception=error)
        return answer


provider_classes = [IdentityProvider]
