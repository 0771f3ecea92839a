"""What a manager does to somebody's account in the own authority: block, let in again, end sessions, invite
again.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.forms import BlockForm
from accounts.permissions import Permission
from accounts.services.life import end_sessions_of, invite_again, lock_account, unlock_account
from accounts.tables import PeopleTable
from accounts.views.mixins import OfPerson
from core.tables.pages import ListPage
from core.views import ConfirmPage


class AccountPage(OfPerson, ConfirmPage):
    """A question about one person of this authority."""

    permission = Permission.MANAGE_PEOPLE
    words: ClassVar[Any]

    def get_title(self) -> str:
        return gettext(self.words) % {"person": self.person}

    def get_success_url(self) -> str:
        return reverse("portal:person", args=[self.person.pk])

    get_cancel_url = get_success_url


class Lock(AccountPage):
    words = _("Block %(person)s here?")
    form_class = BlockForm
    destructive = True
    submit_label = _("Block here")
    success_message = _("The person is blocked here.")
    explanation = _(
        "From now on the person cannot open the pages of this authority. Emails stop, and links in emails that"
        " were sent. Their roles and offices stay on record, but have no effect meanwhile. Other authorities are"
        " not affected. The person gets one last email that says so, without the reason, and a page that says"
        " whom to ask."
    )

    def save(self, form: Any) -> None:
        lock_account(user=self.person, by=self.request.user, at=timezone.now(), **form.cleaned_data)


class Unlock(AccountPage):
    words = _("Let %(person)s in again?")
    submit_label = _("Let in again")
    success_message = _("The person can open this authority again.")
    explanation = _(
        "The person can open this authority again and do what they are appointed to. They get an email. Links in"
        " emails of before stay closed."
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
    thing, things = _("person"), _("people")
    table_class = PeopleTable
    export = "people"
    export_permission = Permission.EXPORT
    empty_text = _("Nobody is here yet.")
