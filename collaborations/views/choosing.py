"""Which collaboration: before a form that is begun from a list, and not from the page of a collaboration."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.selectors import person_here
from collaborations.selectors import collaborations_of, collaborations_open, collaborations_search
from core.frame.jobs import JOBS, Job
from core.searching import matching, words_in
from core.tables.choosing import Choice, ChoosePage
from core.views import Crumb

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

    from accounts.models import User
    from core.searching import Matches


class ChooseCollaboration(ChoosePage):
    """Then the one form that there is for the job is opened for it."""

    signed_in = True
    choose_label = _("Which collaboration?")
    choose_hint = _("Its name, or a part of it")
    none_text = _("No collaboration that is open has these words in its name.")
    shows_first = True
    carries = ("person",)

    @property
    def job(self) -> Job:
        job = JOBS.get(self.kwargs["job"])
        if job is None:
            raise Http404
        return job

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.require(self.job.permission)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def person(self) -> User | None:
        """Whose appointment it will be, where the address says it and the reader may know."""
        number = self.carried.get("person")
        return person_here(number) if number is not None and self.allows(Permission.VIEW_PEOPLE) else None

    def get_title(self) -> Any:
        return self.job.title

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def matches(self, text: str) -> Matches:
        """With a person, first of all those groups that the person belongs to."""
        rows = collaborations_open()
        if self.person is not None:
            rows = rows.filter(
                pk__in=collaborations_of(self.person, on=timezone.localdate()).order_by().values("pk")
            )
        return matching(rows, text, collaborations_search(lambda: words_in(rows, "name")))

    def choices(self, rows: Sequence[Any]) -> list[Choice]:
        return [
            Choice(
                group.name,
                ", ".join(str(part) for part in (group.district, group.get_state_display()) if part),
                reverse(self.job.url_name, args=[group.pk]),
            )
            for group in rows
        ]
