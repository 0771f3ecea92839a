"""The leader's own page of a case (L3): for the leader, and for whom the leader lets read it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.views import ConfirmPage, Crumb, FormPage, Page, found_or_404
from documents.views.mixins import as_download
from leadership.forms.cases import PersonForm
from leadership.forms.leader_page import WordsForm
from leadership.selectors import leader_page as selectors
from leadership.selectors import letters, sight
from leadership.services.cases import record_reading
from leadership.services.leader_page import add_words, end_reading_page, let_read_page

if TYPE_CHECKING:
    from accounts.models import User
    from leadership.models.cases import LeadershipCase


class OwnCase(Page):
    """Base: the case of the leader concerned, or 404; each page that is opened is noted. ``writes``: for the
    leader alone.
    """

    signed_in = True  # selectors.own_case_for: the leader, and whom the leader lets read it
    writes = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            sight.take_sight(request.user)
            if not selectors.is_of(request.user, self.case) and self.writes:
                raise PermissionDenied
            if request.method in {"GET", "HEAD"}:
                record_reading(case=self.case, by=request.user)
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def case(self) -> LeadershipCase:
        now = timezone.now()
        found = selectors.own_case_for(
            self.request.user, self.kwargs["pk"], on=timezone.localdate(now), at=now
        )
        return found_or_404(found)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Home"), reverse("home")),)

    @property
    def own_url(self) -> str:
        return reverse("leadership:own_case", args=[self.case.pk])


class OwnCasePage(OwnCase):
    """What was agreed, what happens next, who helps, and who reads it."""

    template_name = "leadership/leader/page.html"
    title = _("For you")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        case, today = self.case, timezone.localdate()
        context = {
            "case": case,
            "leader": case.appointment.user,
            "group": case.appointment.membership.collaboration,
            "is_mine": selectors.is_of(self.request.user, case),
            "agreed": selectors.agreed_in(case),
            "has_led": selectors.has_led(case),
            "next": selectors.next_for(case),
            "support": [letters.support_in_words(row) for row in letters.support_of(case)],
            "letters": list(letters.sent_letters_of(case)),
            "contact": selectors.team_contact(case, on=today),
            "readers": selectors.page_readers(case),
            "words": list(selectors.leaders_words_of(case)),
            "kept_until": selectors.page_kept_until(case),
        }
        return super().get_context_data(**{**context, **kwargs})


class OwnLetter(OwnCase):
    """A letter to the leader, as it was sent."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        letter = found_or_404(letters.letter_in(self.case, kwargs["letter"]))
        file = found_or_404(letter.file)
        return as_download(file)


class OwnForm(OwnCase, FormPage):
    """A form of the leader's, on the own page."""

    writes = True

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(OwnCasePage.title, self.own_url))

    def get_success_url(self) -> str:
        return self.own_url

    get_cancel_url = get_success_url


class AddWords(OwnForm):
    """The leader's own words."""

    title = _("Add your own words")
    form_class = WordsForm
    submit_label = _("Add them")
    success_message = _("Thank you. The person who looks after this in the team can read your words now.")

    def save(self, form: WordsForm) -> None:
        add_words(case_id=self.case.pk, **form.cleaned_data, by=self.request.user, at=timezone.now())


class LetReadPage(OwnForm):
    """One more person of the setting who may read the page."""

    template_name = "leadership/leader/let_read.html"
    title = _("Let somebody at your setting read this")
    submit_label = _("Let them read it")
    success_message = _("This person can read the page now. You can end it at any time.")

    @cached_property
    def people(self) -> Any:
        return selectors.people_to_let_in(self.case, on=timezone.localdate())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"anybody": bool(self.people), **kwargs})

    def get_form(self) -> forms.BaseForm:
        return PersonForm(
            people=self.people, label=_("Who may read this page?"), name="reader", **self.get_form_kwargs()
        )

    def save(self, form: Any) -> None:
        let_read_page(
            case_id=self.case.pk, reader=form.cleaned_data["reader"], by=self.request.user, at=timezone.now()
        )


class EndReadingPage(OwnForm, ConfirmPage):
    """Somebody no longer reads the page."""

    title = _("Stop somebody reading this")
    submit_label = _("Stop it")
    success_message = _("This person can no longer read the page.")

    @cached_property
    def reader(self) -> User:
        readers = selectors.page_readers(self.case)
        return found_or_404(next((one for one in readers if one.pk == self.kwargs["user_id"]), None))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        text = gettext("%(person)s will no longer be able to read this page.") % {"person": self.reader}
        return super().get_context_data(**{"explanation": text, **kwargs})

    def save(self, form: Any) -> None:
        end_reading_page(case_id=self.case.pk, reader=self.reader, by=self.request.user, at=timezone.now())
