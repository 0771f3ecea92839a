"""The page before a form that begins elsewhere than on the page of its thing: which one it is about.

Nobody chooses from a list of hundreds: what is typed is searched, and the one hit is opened at once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseRedirect

from core.forms.numbers import whole_number
from core.views import Page

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

    from core.searching import Matches

#: So many are shown; a further word finds the others.
MAX_SHOWN = 20
MAX_TYPED = 100


def with_query(url: str, values: Mapping[str, Any]) -> str:
    return f"{url}?{urlencode(values)}" if values else url


class Choice(NamedTuple):
    """Something that can be chosen: its name, what tells it from others of that name, and where it leads."""

    label: str
    hint: str
    url: str


class ChoosePage(Page):
    """A subclass names the permission, says what the text that was typed finds, and where a hit leads."""

    template_name = "layouts/choose_page.html"
    #: Above the search box, and how to search: "Name", "Name, Ofsted URN or postcode".
    choose_label: Any = ""
    choose_hint: Any = ""
    none_text: Any = ""
    #: Whether the first ones are shown before anything is typed.
    shows_first: ClassVar[bool] = False
    #: Ids that the address may bring along and that each hit's address then holds: whom the form is about.
    carries: ClassVar[tuple[str, ...]] = ()

    def matches(self, text: str) -> Matches:
        """What the text finds."""
        raise NotImplementedError

    def choices(self, rows: Sequence[Any]) -> list[Choice]:
        """The hits as they are shown."""
        raise NotImplementedError

    @cached_property
    def searched(self) -> str:
        return self.request.GET.get("q", "").strip()[:MAX_TYPED]

    @cached_property
    def found(self) -> tuple[list[Choice], Any]:
        """The first hits, and what was corrected of the text."""
        if not self.searched and not self.shows_first:
            return [], None
        matches = self.matches(self.searched)
        choices = self.choices(list(matches.rows[: MAX_SHOWN + 1]))
        return [
            choice._replace(url=with_query(choice.url, self.carried)) for choice in choices
        ], matches.correction

    @cached_property
    def carried(self) -> dict[str, int]:
        """What the address brought along; no other text of it goes on."""
        numbers = {name: whole_number(self.request.GET.get(name, "")) for name in self.carries}
        return {name: number for name, number in numbers.items() if number is not None}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """One hit is the one, unless the spelling had to be corrected: then a person looks."""
        choices, correction = self.found
        if self.searched and len(choices) == 1 and correction is None:
            return HttpResponseRedirect(choices[0].url)
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        choices, correction = self.found
        context = {
            "searched": self.searched,
            "carried": self.carried,
            "choices": choices[:MAX_SHOWN],
            "many": len(choices) > MAX_SHOWN,
            "correction": correction,
            "choose_label": self.choose_label,
            "choose_hint": self.choose_hint,
            "none_text": self.none_text,
        }
        return super().get_context_data(**(context | kwargs))
