"""The pages on which people, or officers for them, say how they are reached (A2)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from accounts.views.mixins import AccountForm, OfPerson
from core.views import Said, SeenPage
from memberships.forms.pages import OwnContactForm, PersonContactForm
from memberships.selectors.person_contacts import contact_of, edition_of_contact
from memberships.services.contacts import change_person_contact

if TYPE_CHECKING:
    from accounts.models import User
    from memberships.models.contacts import PersonContact


class WritesContact(SeenPage):
    """Of whom, the subclass says."""

    title = _("How to reach")
    success_message = _("How to reach is saved.")
    person: User

    @cached_property
    def contact(self) -> PersonContact:
        return contact_of(self.person)

    def mark(self) -> str:
        return edition_of_contact(self.contact)

    def stored(self) -> Said:
        return [(_("Telephone"), self.contact.telephone), (_("Prefers"), self.contact.get_wish_display())]

    def forget(self) -> None:
        del self.contact

    def get_initial(self) -> dict[str, Any]:
        kept = {name: getattr(self.contact, name) for name in ("telephone", "wish", "shown_to_groups")}
        return {**super().get_initial(), **kept}

    def save(self, form: Any) -> None:
        change_person_contact(user=self.person, **form.cleaned_data, by=self.request.user)


class ChangeContact(WritesContact, OfPerson):
    """An officer writes down what somebody told on the telephone."""

    permission = Permission.CHANGE_MEMBERS
    form_class = PersonContactForm

    def get_success_url(self) -> str:
        return reverse("portal:person", args=[self.person.pk])

    get_cancel_url = get_success_url


class OwnContact(WritesContact, AccountForm):
    """Everybody says it of themselves, and who reads the telephone number."""

    title = _("How you are reached")
    form_class = OwnContactForm

    @property
    def person(self) -> User:  # type: ignore[override]
        return self.request.user  # type: ignore[return-value]
