"""What a manager does to somebody's account in the own authority: lock, unlock, end sessions, invite again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.selectors import people_here
from accounts.services.life import end_sessions_of, invite_again, lock_account, unlock_account
from accounts.tables import PeopleTable
from core.forms.base import Form
from core.tables.pages import ListPage
from core.views import ConfirmPage, found_or_404

if TYPE_CHECKING:
    from accounts.models import User


class AccountPage(ConfirmPage):
    """A question about one person of this authority. Asks for no reason: that is for the personnel file."""

    permission = Permission.MANAGE_PEOPLE
    words: ClassVar[Any]

    @cached_property
    def person(self) -> User:
        return found_or_404(people_here().filter(pk=self.kwargs["pk"]).first())

    def permission_object(self) -> None:
        self.person  # noqa: B018  a person of another authority does not exist, whoever asks

    def get_title(self) -> str:
        return gettext(self.words) % {"person": self.person}

    def get_success_url(self) -> str:
        return reverse("portal:person", args=[self.person.pk])

    get_cancel_url = get_success_url


class LockForm(Form):
    has_left = forms.BooleanField(
        label=_("This person has left: end every role over this authority today"), required=False
    )


class Lock(AccountPage):
    words = _("Lock the account of %(person)s?")
    form_class = LockForm
    destructive = True
    submit_label = _("Lock the account")
    success_message = _("The account is locked.")
    explanation = _(
        "The person is signed out and cannot open this authority from now on. Links in emails to them stop"
        " working. What they are appointed to stays recorded and does not hold while the account is locked. Other"
        " authorities are not concerned. The person gets an email."
    )

    def save(self, form: Any) -> None:
        has_left = form.cleaned_data["has_left"]
        lock_account(user=self.person, by=self.request.user, at=timezone.now(), has_left=has_left)


class Unlock(AccountPage):
    words = _("Unlock the account of %(person)s?")
    submit_label = _("Unlock the account")
    success_message = _("The account is unlocked.")
    explanation = _(
        "The person can open this authority again and do what they are appointed to. They get an email."
    )

    def save(self, form: Any) -> None:
        unlock_account(user=self.person, by=self.request.user, at=timezone.now())


class EndSessions(AccountPage):
    words = _("Sign %(person)s out everywhere?")
    submit_label = _("Sign the person out")
    success_message = _("The sessions have ended.")
    explanation = _(
        "Every session of the person ends at once, for example because a telephone was lost. They can sign in"
        " again, and get an email."
    )

    def save(self, form: Any) -> None:
        end_sessions_of(user=self.person, by=self.request.user, at=timezone.now())


class InviteAgain(AccountPage):
    words = _("Give %(person)s more time to sign in?")
    submit_label = _("Give 28 more days")
    success_message = _("The person can sign in for the first time within 28 days.")
    explanation = _(
        "An account that nobody has signed in to within 28 days can no longer be opened. The person gets an"
        " email."
    )

    def save(self, form: Any) -> None:
        invite_again(user=self.person, by=self.request.user, at=timezone.now())


class People(ListPage):
    """Everybody who has or had something to do with this authority."""

    permission = Permission.VIEW_PEOPLE
    title = _("People")
    things = _("people")
    table_class = PeopleTable
    export = "people"
    export_permission = Permission.EXPORT
    empty_text = _("Nobody is here yet.")
