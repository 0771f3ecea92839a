"""Pages on which the team takes something away from somebody, corrects a name or an address, or says that two
accounts are one person's; and the page on which the person confirms it (A2, decision 0049).
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.core.exceptions import ValidationError
from django.http import Http404
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.addresses import person_here_with_address
from accounts.decisions import Correction
from accounts.forms import AnswerCorrectionForm, CorrectForm, MergeForm, TakeAwayForm
from accounts.panels import correction_of_link, waiting_correction, what_moves
from accounts.permissions import Permission
from accounts.rules import Kind, Way
from accounts.services.appointments import KINDS
from accounts.services.corrections import (
    PURPOSE,
    confirm_correction,
    correct_person,
    decline_correction,
    holds_role,
    propose_merge,
    take_back_correction,
    way_to_correct,
)
from accounts.services.taking_away import take_away
from accounts.views.mixins import OfPerson, TaskLinkPage
from accounts.views.people import AccountPage
from core.views import FormPage, TwoStepPage, found_or_404

if TYPE_CHECKING:
    from accounts.models import TaskLink, User


class TakeAway(AccountPage):
    """Something that the person is appointed to, of any kind, away from the next request on."""

    permission = Permission.VIEW_PEOPLE
    form_class = TakeAwayForm
    destructive = True
    submit_label = _("Take away now")
    success_message = _("It is taken away and holds no more.")
    explanation = _(
        "It holds no more from now on, and neither does what hangs on it: leading and offices for the same"
        " setting. What began today or later is removed as if it had never been; what began earlier ends today."
        " Who decided it, when and why is kept. The person gets an email, without the reason."
    )

    def permission_object(self) -> None:
        super().permission_object()
        self.require(self.kind.taken_away_with)

    @cached_property
    def kind(self) -> Any:
        kind = KINDS.get(cast("Kind", self.kwargs["kind"]))
        if kind is None or not kind.taken_away_with:
            raise Http404
        return kind

    @cached_property
    def row(self) -> Any:
        rows = self.kind.of_person(self.person)
        return found_or_404(next((row for row in rows if row.pk == self.kwargs["row"]), None))

    def get_title(self) -> str:
        words = {"what": self.kind.in_words(self.row), "person": self.person}
        return gettext("Take “%(what)s” away from %(person)s now?") % words

    def save(self, form: Any) -> None:
        take_away(
            self.kind, self.row, by=self.request.user, at=timezone.now(), reason=form.cleaned_data["reason"]
        )


class Correct(OfPerson, FormPage):
    """A wrong name or address: changed at once, or proposed to the person."""

    permission = Permission.CHANGE_MEMBERS
    title = _("Correct name or address")
    template_name = "accounts/correct.html"
    form_class = CorrectForm
    submit_label = _("Correct")

    @cached_property
    def way(self) -> Way:
        return way_to_correct(self.person)

    def permission_object(self) -> None:
        super().permission_object()
        if self.way is Way.PROPOSED or holds_role(self.person, on=timezone.localdate()):
            self.require(Permission.MANAGE_PEOPLE)

    def get_initial(self) -> dict[str, Any]:
        return {"full_name": self.person.full_name, "email": self.person.email}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"is_proposed": self.way is Way.PROPOSED, **kwargs})

    def save(self, form: Any) -> None:
        waiting = correct_person(
            person=self.person, by=self.request.user, at=timezone.now(), **form.cleaned_data
        )
        self.success_message = gettext("The name or the address is corrected.")
        if waiting is not None:
            words = gettext("%(email)s has a link to confirm the change. Nothing changes before.")
            self.success_message = words % {"email": waiting.email}

    def get_success_url(self) -> str:
        """The person's page; the list, where the person is another row now."""
        is_here = person_here_with_address(self.person.email) == self.person
        return reverse("portal:person", args=[self.person.pk]) if is_here else reverse("accounts:people")

    def get_cancel_url(self) -> str:
        return reverse("portal:person", args=[self.person.pk])


class TakeBackCorrection(AccountPage):
    words = _("Take back what %(person)s is asked to confirm?")
    submit_label = _("Take back")
    success_message = _("It is taken back. Its link no longer works.")
    explanation = _("Nothing changes, and the link in the email stops working.")

    @cached_property
    def correction(self) -> Correction:
        return found_or_404(waiting_correction(self.person))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"correction": self.correction, **kwargs})

    def save(self, form: Any) -> None:
        take_back_correction(correction=self.correction, by=self.request.user, at=timezone.now())


class Merge(OfPerson, TwoStepPage):
    """Two accounts of one person: which one stays, what moves, and then the person is asked."""

    permission = Permission.MANAGE_PEOPLE
    title = _("Two accounts of one person")
    template_name = "accounts/merge.html"
    preview_template = "accounts/merge_preview.html"
    form_class = MergeForm
    confirm_label = _("Ask the person to confirm")

    def accounts(self, form: Any) -> tuple[User, User]:
        """The account that stays and the one that is closed here. Raises ValidationError at "email"."""
        other = person_here_with_address(form.cleaned_data["email"])
        if other is None:
            raise ValidationError({"email": _("Nobody here has this address. Look in the list of people.")})
        if form.cleaned_data["into"] == MergeForm.THIS:
            return self.person, other
        return other, self.person

    def get_form(self) -> Any:
        form = super().get_form()
        if form.is_bound and form.is_valid():
            try:
                self.accounts(form)
            except ValidationError as refusal:
                form.add_error(None, refusal)
        return form

    def preview(self, form: Any) -> dict[str, Any]:
        into, closed = self.accounts(form)
        return {"into": into, "closed": closed, "moves": what_moves(into=into, closed=closed)}

    def save(self, form: Any) -> None:
        into, closed = self.accounts(form)
        reason, by = form.cleaned_data["reason"], self.request.user
        waiting = propose_merge(into=into, closed=closed, reason=reason, by=by, at=timezone.now())  # type: ignore[arg-type]
        words = gettext("%(email)s has a link to confirm it. Nothing moves before.")
        self.success_message = words % {"email": waiting.email}

    def get_success_url(self) -> str:
        return reverse("portal:person", args=[self.person.pk])

    get_cancel_url = get_success_url


class AnswerCorrection(TaskLinkPage):
    """Whoever holds the link of the email confirms or declines. It asks for no account and shows nothing of one
    but the name and address that the team has typed.
    """

    purpose = PURPOSE
    title = _("Please confirm")
    template_name = "accounts/answer_correction.html"
    form_class = AnswerCorrectionForm
    submit_label = _("Send your answer")

    @cached_property
    def correction(self) -> Correction | None:
        return correction_of_link(self.link) if self.link else None

    def task_exists(self) -> bool:
        return self.correction is not None

    def what_was_done(self, link: TaskLink) -> str:
        answered = Correction.objects.filter(pk=link.about_id, answered_at__isnull=False).first()
        if answered is None:
            return ""
        return {
            Correction.State.CONFIRMED: gettext("This is confirmed already. Sign in with the address."),
            Correction.State.DECLINED: gettext("You have said no. Nothing has changed."),
        }.get(Correction.State(answered.state), gettext("The team has taken this back. Nothing has changed."))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"correction": self.correction, **kwargs})

    def save(self, form: Any) -> HttpResponseBase:
        link, at = found_or_404(self.link), timezone.now()
        confirms = form.cleaned_data["answer"] == AnswerCorrectionForm.CONFIRM
        context: dict[str, Any] = {"title": gettext("Thank you for your answer"), "confirmed": confirms}
        if confirms:
            context["person"] = confirm_correction(link=link, at=at)
        else:
            decline_correction(link=link, at=at)
        return TemplateResponse(self.request, "accounts/correction_answered.html", context)
