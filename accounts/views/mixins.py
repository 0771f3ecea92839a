"""The page behind a link in an email: opening it shows the task, its button does it, once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from accounts.rules import EventKind
from accounts.selectors import open_link
from core.scoping import acting_as
from core.views import FormPage

if TYPE_CHECKING:
    from accounts.models import TaskLink


class TaskLinkPage(FormPage):
    """A subclass names its ``purpose``, its form and, in ``save``,
    the one service, which uses ``self.link`` up.

    ``task_exists`` says whether what the link is about is still to be done. Mail scanners open links: a GET
    changes nothing.
    """

    public = True
    purpose: ClassVar[str]

    @cached_property
    def link(self) -> TaskLink | None:
        return open_link(self.kwargs["token"], purpose=self.purpose, at=timezone.now())

    def task_exists(self) -> bool:
        """Hook: False when the task has gone although the link has not."""
        return True

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if self.link is None or not self.task_exists():
            request.refusal = EventKind.LINK_REFUSED  # type: ignore[attr-defined]
            response: HttpResponseBase = render(request, "accounts/link_gone.html", status=404)
        else:
            with acting_as(self.link.user_id or request.user.pk):
                response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = (
            "same-origin"  # "no-referrer" makes browsers post with Origin: null, which is refused
        )
        return response
