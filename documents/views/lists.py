"""What a person keeps of a list: columns, rows of a page, filters under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl, urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from core.addresses import safe_next
from core.forms.numbers import whole_number
from core.tables.pages import LIST_PAGES
from core.views import Page, found_or_404
from documents import selectors
from documents.services import lists

if TYPE_CHECKING:
    from accounts.models import User


class OfOneList(Page):
    """Something about a list, which the address names; the list itself asks who may open it."""

    signed_in = True  # a person keeps what is theirs; the list asks who may open it
    http_method_names = ("post",)

    @property
    def by(self) -> User:
        return cast("User", self.request.user)

    @property
    def name(self) -> str:
        name: str = self.kwargs["name"]
        if name not in LIST_PAGES:
            raise Http404
        return name

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self.act()
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
        return HttpResponseRedirect(safe_next(request, request.POST.get("back")) or reverse("home"))

    def act(self) -> None:
        """Hook: the one service."""
        raise NotImplementedError


class KeepList(OfOneList):
    """Which columns, and how many rows a page has."""

    def act(self) -> None:
        sent = self.request.POST
        columns = [] if "reset" in sent else sent.getlist("column")
        size = whole_number(sent.get("size", "")) or 0
        lists.keep_list(
            name=self.name,
            columns=columns,
            size=0 if "reset" in sent else size,
            by=self.by,
            at=timezone.now(),
        )


class SaveList(OfOneList):
    """The filters of a list under a name."""

    def act(self) -> None:
        sent = self.request.POST
        lists.save_list(
            list_name=self.name,
            name=sent.get("name", ""),
            query=urlencode(parse_qsl(sent.get("query", ""))),
            for_team="for_team" in sent,
            by=self.by,
            at=timezone.now(),
        )
        messages.success(self.request, _("The list is saved. You find it above the list."))


class ForgetList(OfOneList):
    """Remove what one saved."""

    def act(self) -> None:
        kept = found_or_404(selectors.saved_lists_of(self.by).filter(pk=self.kwargs["pk"]).first())
        lists.forget_list(kept_id=kept.pk, by=self.by)
        messages.success(self.request, _("The saved list is removed."))
