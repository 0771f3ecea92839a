"""The page behind a link in an email: opening it shows the task, its button does it, once. And the pages of a
person, and those below the own account.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.rules import EventKind
from accounts.selectors import link_of, open_link, person_here
from core.frame.sections import Section
from core.scoping import acting_as
from core.views import Crumb, FormPage, Page, found_or_404

if TYPE_CHECKING:
    from accounts.models import TaskLink, User


#: The button on the page of a link that no longer works.
SEND_AGAIN = "send_again"


#: The word in the address of a result, and how long it is kept.
RESULT, RESULT_SECONDS = "result", 600


def to_result(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """To the page that says what was done, by GET: loading it again asks nobody to send the form again. A link
    that is used up leads to no page of its own, so the page itself is kept, under a name that nobody guesses.
    Without the cache it is shown as the answer.
    """
    if isinstance(response, TemplateResponse):
        response.render()
    key, page = secrets.token_urlsafe(16), response.content.decode()  # type: ignore[attr-defined]
    cache.set(_result_key(request, key), page, RESULT_SECONDS)
    if cache.get(_result_key(request, key)) != page:
        return response
    return HttpResponseRedirect(f"{request.path}?{urlencode({RESULT: key})}")


def kept_result(request: HttpRequest) -> str | None:
    """The page of a result of this very address; None where there is none, or not any more."""
    key = request.GET.get(RESULT, "") if request.method == "GET" else ""
    return cache.get(_result_key(request, key)) if key else None


def _result_key(request: HttpRequest, key: str) -> str:
    return f"result:{hashlib.sha256(f'{request.path} {key}'.encode()).hexdigest()}"


class TaskLinkPage(FormPage):
    """A subclass names its ``purpose``, its form and, in ``save``,
    the one service, which uses ``self.link`` up.

    ``task_exists`` says whether what the link is about is still to be done. Mail scanners open links: a GET
    changes nothing.
    """

    public = True
    purpose: ClassVar[str]
    was_sent = False

    @cached_property
    def link(self) -> TaskLink | None:
        return open_link(self.kwargs["token"], purpose=self.purpose, at=timezone.now())

    def is_done(self) -> bool:
        """Whether the button was pressed with success: the link is used up, or a new one is on its way."""
        return (
            self.was_sent or open_link(self.kwargs["token"], purpose=self.purpose, at=timezone.now()) is None
        )

    def task_exists(self) -> bool:
        """Hook: False when the task has gone although the link has not."""
        return True

    def what_was_done(self, link: TaskLink) -> str:
        """Hook: what came of the task of a used or old link, in a sentence; "" for nothing."""
        return ""

    def may_send_again(self, link: TaskLink) -> bool:
        """Hook: whether the task is still open, so that a new link may be asked for."""
        return False

    def send_again(self, link: TaskLink) -> None:
        """Hook: the one service that sends a new link to the address of the old one."""
        raise NotImplementedError

    def show_gone(self, request: HttpRequest) -> HttpResponseBase:
        """What the link was used for; where its task is open, a button that sends a new one.

        A forged or foreign link gets no more than that it does not work.
        """
        link = link_of(self.kwargs["token"], purpose=self.purpose)
        context: dict[str, Any] = {"known": link}
        if link is not None:
            context["done"] = self.what_was_done(link)
            context["may_send"] = may_send = not context["done"] and self.may_send_again(link)
            if may_send and request.method == "POST" and SEND_AGAIN in request.POST:
                with acting_as(link.user_id):
                    self.send_again(link)
                self.was_sent = True
                return render(request, "accounts/link_gone.html", {**context, "was_sent": True})
        request.refusal = EventKind.LINK_REFUSED  # type: ignore[attr-defined]
        return render(request, "accounts/link_gone.html", context, status=404)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase
        if (result := kept_result(request)) is not None:
            response = HttpResponse(result)
        elif self.link is None or not self.task_exists():
            response = self.show_gone(request)
        else:
            with acting_as(self.link.user_id or request.user.pk):
                response = super().dispatch(request, *args, **kwargs)
        if request.method == "POST" and response.status_code == 200 and self.is_done():
            response = to_result(request, response)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = (
            "same-origin"  # "no-referrer" makes browsers post with Origin: null, which is refused
        )
        return response


class OfPerson(Page):
    """A page below ``people/<pk>/``. Somebody of another authority does not exist, whoever asks."""

    permission = Permission.VIEW_PEOPLE

    @cached_property
    def person(self) -> User:
        return found_or_404(person_here(self.kwargs["pk"]))

    def permission_object(self) -> None:
        self.person  # noqa: B018  a person of another authority does not exist, whoever asks

    def section(self) -> tuple[Section, User] | None:
        return Section.PERSON, self.person

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (
            Crumb(_("People"), reverse("accounts:people")),
            Crumb(self.person, reverse("portal:person", args=[self.person.pk])),
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"person": self.person, **kwargs})


class BelowAccount(Page):
    """A page that the account leads to, and that leads back there."""

    signed_in = True

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Your account"), reverse("accounts:account")),)


class AccountForm(BelowAccount, FormPage):
    """A form about the person who is signed in."""

    success_url = cancel_url = reverse_lazy("accounts:account")
