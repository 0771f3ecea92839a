"""The way out to the council's identity provider, and the way back with its answer."""

from __future__ import annotations

from hmac import compare_digest
from typing import Any

from allauth.account.internal.decorators import login_not_required
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.http import Http404, HttpRequest, HttpResponse
from requests import RequestException

from accounts.oidc.provider import MALFORMED, IdentityProviderAdapter


class AnswerView(OAuth2CallbackView):
    """The server's answer to a sign-in that this session began, each answered once."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            self._refuse_other_issuer(request)
            answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        except (OAuth2Error, RequestException, *MALFORMED) as error:
            return render_authentication_error(request, self.adapter.get_provider(), exception=error)
        return answer

    def _refuse_other_issuer(self, request: HttpRequest) -> None:
        """An answer that says whose it is (RFC 9207) must be the configured server's."""
        said = request.GET.get("iss")
        if said is not None and not compare_digest(
            said.encode(), self.adapter.openid_config["issuer"].encode()
        ):
            raise OAuth2Error("the answer is of another issuer")

    def _get_state(self, request: HttpRequest, provider: Any) -> Any:
        state, answer = super()._get_state(request, provider)
        if state is not None:
            self.adapter.nonce = state.get("nonce", "")
        return state, answer


@login_not_required
def login(request: HttpRequest, provider_id: str) -> HttpResponse:
    return _viewed(OAuth2LoginView, request, provider_id)


@login_not_required
def callback(request: HttpRequest, provider_id: str) -> HttpResponse:
    return _viewed(AnswerView, request, provider_id)


def _viewed(view: Any, request: HttpRequest, provider_id: str) -> HttpResponse:
    try:
        answer: HttpResponse = view.adapter_view(IdentityProviderAdapter(request, provider_id))(request)
    except SocialApp.DoesNotExist:
        raise Http404 from None
    return answer
