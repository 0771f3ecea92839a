"""The pages at which somebody stops emails that can be stopped, by the address in the email (RFC 8058)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt

from accounts.selectors import person_of_news_token, wants_news
from accounts.services.news import choose_news
from core.scoping import acting_as
from core.views import ConfirmPage, found_or_404
from documents.rules import Updates
from documents.selectors import updates_of
from documents.services.held_emails import choose_updates

if TYPE_CHECKING:
    from accounts.models import User


class ChoiceByLink(ConfirmPage):
    """Opening it changes nothing: its button does, and so does the one click of a mail program (RFC 8058).

    The address is the permission, good for nothing else. A mail program sends no token against forgery.
    """

    public = True
    template_name = "portal/news_choice.html"
    about: ClassVar[str]

    @cached_property
    def person(self) -> User:
        return found_or_404(person_of_news_token(self.kwargs["token"], about=self.about))

    @property
    def is_wanted(self) -> bool:
        """Hook: whether the emails come."""
        raise NotImplementedError

    def choose(self, *, wanted: bool) -> None:
        """Hook: the one service."""
        raise NotImplementedError

    @property
    def submit_label(self) -> Any:  # type: ignore[override]
        return _("Stop it") if self.is_wanted else _("Send it again")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """One click always stops; the button does what it says."""
        wanted = "start" in request.POST and "List-Unsubscribe" not in request.POST
        with acting_as(self.person.pk):
            self.choose(wanted=wanted)
        if "List-Unsubscribe" in request.POST:
            return self.render_to_response(self.get_context_data())  # it follows no redirect (RFC 8058)
        return HttpResponseRedirect(request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"is_wanted": self.is_wanted, **kwargs})


@method_decorator(csrf_exempt, name="dispatch")
class NewsChoice(ChoiceByLink):
    """Of the weekly email."""

    about = "news"

    def get_title(self) -> Any:
        return _("Stop the weekly email?") if self.is_wanted else _("The weekly email is off")

    @property
    def is_wanted(self) -> bool:
        return wants_news(self.person)

    @property
    def explanation(self) -> Any:  # type: ignore[override]
        if self.is_wanted:
            return _(
                "It says once a week what is new in your groups. Without it you still get emails about what"
                " you are to do, and everything stays on the pages."
            )
        return _("You get no news by email. Emails about what you are to do come all the same.")

    def choose(self, *, wanted: bool) -> None:
        choose_news(user=self.person, wanted=wanted, at=timezone.now())


@method_decorator(csrf_exempt, name="dispatch")
class UpdatesChoice(ChoiceByLink):
    """Of emails that can wait and ask for nothing."""

    about = "updates"

    def get_title(self) -> Any:
        return _("Stop these emails?") if self.is_wanted else _("These emails are off")

    @property
    def is_wanted(self) -> bool:
        return updates_of(self.person.pk) != Updates.OFF

    @property
    def submit_label(self) -> Any:  # type: ignore[override]
        return _("Stop them") if self.is_wanted else _("Send them again, once a day")

    @property
    def explanation(self) -> Any:  # type: ignore[override]
        if self.is_wanted:
            return _(
                "They say that an agenda and papers are there, that your item was answered, and other news of"
                " your groups. Without them you still get emails about what you are to do and about days that"
                " change, and everything stays on the pages."
            )
        return _(
            "News of your groups comes by no email. Emails about what you are to do and about days that change"
            " come all the same: they cannot be stopped."
        )

    def choose(self, *, wanted: bool) -> None:
        choose_updates(
            person=self.person, updates=Updates.DAILY if wanted else Updates.OFF, at=timezone.now()
        )
