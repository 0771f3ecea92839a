"""One's own sessions: where a person is signed in, and the end of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.rules import device_in_words
from accounts.selectors import sessions_of
from accounts.services.sessions import end_session, end_sessions
from accounts.views.mixins import BelowAccount
from core.views import ConfirmPage, Crumb, found_or_404


class Sessions(BelowAccount):
    """Every session of the person, this one marked."""

    title = _("Where you are signed in")
    template_name = "accounts/sessions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        here = self.request.session.session_key
        rows = [
            {
                "pk": session.pk,
                "device": device_in_words(session.user_agent).in_words(gettext),
                "started_at": session.created_at,
                "seen_at": session.last_seen_at,
                "is_this": session.session_key == here,
            }
            for session in sessions_of(self.request.user)
        ]
        others = any(not row["is_this"] for row in rows)
        return super().get_context_data(sessions=rows, has_others=others, **kwargs)


class EndingPage(BelowAccount, ConfirmPage):
    success_url = cancel_url = reverse_lazy("accounts:sessions")
    submit_label = _("Sign out there")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(Sessions.title, reverse("accounts:sessions")))


class EndOthers(EndingPage):
    title = _("Sign out everywhere else?")
    explanation = _("Every other session of your account ends at once. You stay signed in here.")
    success_message = _("You are signed out everywhere else.")

    def save(self, form: Any) -> None:
        end_sessions(user=self.request.user, keep=self.request)


class EndOne(EndingPage):
    title = _("Sign out of this session?")
    explanation = _("Whoever uses it has to sign in again.")
    success_message = _("The session has ended.")

    def save(self, form: Any) -> None:
        found_or_404(end_session(user=self.request.user, session_id=self.kwargs["pk"]) or None)
