"""The demonstration's outbox: every mail that was sent for this authority, open to whoever tries it.

A code to sign in with, a new password and the first sign-in are emails to somebody who is not signed in yet.
Anywhere else these addresses do not exist, whoever asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core import mail
from core.scoping import current_authority_id
from core.views import Crumb, Page, found_or_404

#: A mail's own inline styles, and nothing else: no script, no picture from elsewhere, no form, no way out of
#: its frame.
MAIL_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none';"
    " frame-ancestors 'none'; sandbox"
)


class DemonstrationPage(Page):
    """A page that exists in the demonstration only, where every person is made up."""

    public = True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.DEMONSTRATION:
            raise Http404
        return super().dispatch(request, *args, **kwargs)


class SentMail(DemonstrationPage):
    """The newest messages."""

    template_name = "portal/sent_mail.html"
    title = _("Sent mail")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(sent=mail.sent_mail(current_authority_id()), **kwargs)


class OneMail(DemonstrationPage):
    """A message of this authority."""

    def opened(self) -> mail.OpenedMail:
        return found_or_404(mail.open_mail(current_authority_id(), self.kwargs["key"]))


class SentMailMessage(OneMail):
    """One message: its headers, its text and what is attached."""

    template_name = "portal/sent_mail_message.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        opened = self.opened()
        return super().get_context_data(
            title=opened.summary.subject, opened=opened, facts=mail_facts(opened), **kwargs
        )

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Sent mail"), reverse("portal:sent_mail")),)


class SentMailHtml(OneMail):
    """The HTML part as a mail program would show it, under a policy of its own."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        html = self.opened().html
        if not html:
            raise Http404
        return HttpResponse(
            html, headers={"Content-Security-Policy": MAIL_POLICY, "Cache-Control": "private, no-store"}
        )


def mail_facts(opened: mail.OpenedMail) -> list[dict[str, Any]]:
    """The headers that matter."""
    facts: list[dict[str, Any]] = [
        {"label": _("From"), "value": opened.sender},
        {"label": _("To"), "value": opened.summary.to},
        {"label": _("Sent"), "value": opened.summary.sent_at},
        *({"label": name, "value": value} for name, value in opened.headers),
    ]
    if opened.attachments:
        facts.append({"label": _("Attached"), "value": ", ".join(opened.attachments)})
    return facts
