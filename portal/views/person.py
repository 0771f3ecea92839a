"""The pages of one person, for those who read the list of people. Only what is of this authority (A2)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.panels import signing_in_of
from accounts.permissions import Permission
from accounts.views.mixins import OfPerson
from collaborations.selectors import collaborations_of
from core.frame.blocks import Column, blocks_for
from core.frame.sections import Section
from documents.selectors import emails_to
from memberships.selectors.pages import appointments_of
from portal.selectors.history import deeds_about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.views import Crumb

MAX_EMAILS = 100


class PersonPage(OfPerson):
    """The overview: blocks that the apps contribute. Nothing on it is of a case, for anybody (O6)."""

    template_name = "portal/person.html"

    def record(self) -> Any:
        return self.person

    def get_title(self) -> str:
        return str(self.person)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        blocks = blocks_for(Section.PERSON, self.visitor, self.person)
        appointments = self.visitor.once(appointments_of, self.person, on=self.visitor.on)
        context = {
            "main": [block for block in blocks if block.column is not Column.SIDE],
            "side": [block for block in blocks if block.column is Column.SIDE],
            "here": [
                each for each in appointments if not each.has_ended and each.starts_on <= self.visitor.on
            ],
            "signing_in": self.visitor.once(signing_in_of, self.person),
            "actions": self.actions(),
        }
        return super().get_context_data(**(context | kwargs))

    def actions(self) -> list[tuple[Any, str]]:
        """The forms that give the person something to do; each begins with the person. Nobody gives it to
        themselves (A1).
        """
        if self.person.pk == self.visitor.user.pk:
            return []
        offered: list[tuple[Any, str, Permission]] = [
            (_("Add at a setting"), reverse("memberships:choose_setting"), Permission.CHANGE_MEMBERS)
        ]
        if self.works_at_a_member():
            offered += [
                (label, reverse("collaborations:choose", args=[job]), Permission.APPOINT_LEADERS)
                for label, job in (
                    (_("Appoint as leader"), "appoint-leader"),
                    (_("Give an office"), "record-office"),
                )
            ]
        offered.append(
            (
                _("Give a role in the team"),
                reverse("admin:accounts_roleappointment_add"),
                Permission.MANAGE_PEOPLE,
            )
        )
        return [
            (label, f"{url}?person={self.person.pk}") for label, url, allows in offered if self.allows(allows)
        ]

    def works_at_a_member(self) -> bool:
        """Whether there is a group that the person could lead or hold an office in."""
        return collaborations_of(self.person, on=self.visitor.on).exists()


class PersonEmails(OfPerson):
    """What went to the person in the name of this authority. None about a concern or a case: none is noted."""

    title = _("Emails")
    template_name = "portal/person_emails.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"emails": list(emails_to(self.person)[:MAX_EMAILS]), **kwargs})


class PersonHistory(OfPerson):
    """What was done about the person's account and roles here. Nothing confidential."""

    title = _("History")
    template_name = "portal/person_history.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deeds = deeds_about(self.person, user=self.request.user)  # type: ignore[arg-type]
        return super().get_context_data(**{"deeds": deeds, **kwargs})
