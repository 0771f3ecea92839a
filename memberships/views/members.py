"""Officers' pages about members and the people of their settings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfCollaboration, OfSeenCollaboration
from core.dates import last_day
from core.views import ConfirmPage, Crumb, found_or_404
from core.wording import date_in_words, last_day_in_words
from memberships.blocks.collaboration import table_of_members
from memberships.blocks.members_table import columns_of_members
from memberships.forms.pages import JoinForm, LeaveForm
from memberships.selectors.members import collaborations_by_setting, membership_in, past_members_of
from memberships.selectors.on_page import members_with_people
from memberships.selectors.on_page_joining import applications_of_page, invitations_of_page
from memberships.selectors.people import people_of
from memberships.services.members import join, leave, withdraw_membership
from memberships.views.bases import FindsASetting
from memberships.views.setting_people import AddsPerson, EndsPerson, WithdrawsPerson

if TYPE_CHECKING:
    from memberships.models.members import Membership
    from providers.models import Provider


class Members(OfSeenCollaboration):
    """What waits, the members today and to come each with its contacts, and those that left (C3)."""

    permission = Permission.VIEW_COLLABORATIONS
    template_name = "memberships/members.html"
    title = _("Members")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        group, visitor = self.collaboration, self.visitor
        visitor.looks_at(groups=[group])
        is_open = group.closed_on is None
        runs_it = self.allows(Permission.RUN_COLLABORATION, group)
        changes = self.allows(Permission.CHANGE_MEMBERS)
        sees_all = self.allows(Permission.VIEW_MEMBERS)
        table = {**table_of_members(visitor, group), "may_change_members": is_open and changes}
        context = {
            "members": table["members"],
            "columns": columns_of_members(table, acts=changes or runs_it),
            "waiting": self.waiting(runs_it=runs_it, changes=changes, sees_all=sees_all),
            "past": list(past_members_of(group, on=visitor.on)) if sees_all or runs_it else [],
            "runs_it": runs_it,
            "may_invite": is_open and (runs_it or changes),
            "may_add": is_open and changes,
            "belongs": not self.allows(Permission.VIEW_COLLABORATIONS),
        }
        return super().get_context_data(**(context | kwargs))

    def waiting(self, *, runs_it: bool, changes: bool, sees_all: bool) -> dict[str, Any]:
        """Applications, invitations and notices: for who runs the group and for the team."""
        if not (runs_it or changes or sees_all):
            return {}
        leaving = [
            member
            for member in members_with_people(self.visitor, self.collaboration)
            if member.left_on is not None and member.joined_on <= self.visitor.on
        ]
        return {
            "applications": applications_of_page(self.visitor),
            "invitations": invitations_of_page(self.visitor),
            "leaving": [(member, last_day(member.left_on)) for member in leaving],
            "may_act": runs_it or changes,
        }


class AddMember(FindsASetting):
    """Search for a setting, choose it, say from when."""

    permission = Permission.CHANGE_MEMBERS
    title = _("Add a member")
    template_name = "memberships/add_member.html"
    form_class = JoinForm
    submit_label = _("Add the member")

    def get_initial(self) -> dict[str, Any]:
        return {"joined_on": timezone.localdate(), **super().get_initial()}

    def get_form_kwargs(self) -> dict[str, Any]:
        ids = [provider.pk for provider in self.found]
        groups = collaborations_by_setting(ids, on=timezone.localdate()) if ids else {}
        return {**super().get_form_kwargs(), "groups": groups}

    def save(self, form: JoinForm) -> None:
        provider = self.chosen(form)
        on = form.cleaned_data["joined_on"]
        join(collaboration=self.collaboration, provider=provider, on=on, by=self.request.user)
        words = {"setting": provider, "day": date_in_words(on)}
        messages.success(self.request, gettext("%(setting)s is a member from %(day)s.") % words)


class OfMember(OfCollaboration):
    """A page below ``members/<row>/``."""

    @cached_property
    def membership(self) -> Membership:
        return found_or_404(membership_in(self.collaboration, self.kwargs["row"]))

    def address(self) -> str:
        return reverse("memberships:member", args=[self.collaboration.pk, self.membership.pk])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.membership.provider, self.address()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"membership": self.membership, **kwargs})


class MemberPage(OfMember, OfSeenCollaboration):
    """One member, for the team and for who runs the group: its time in it, whom to ring and to write to."""

    permission = Permission.RUN_COLLABORATION
    or_permission = Permission.VIEW_MEMBERS
    template_name = "memberships/member.html"

    def record(self) -> Any:
        return self.membership

    def get_title(self) -> str:
        return str(self.membership.provider)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        context = {
            "people": list(people_of(self.membership.provider))
            if self.allows(Permission.VIEW_MEMBERS)
            else [],
            "contacts": [
                role
                for role in people_of(self.membership.provider)
                if role.starts_on <= today and (role.ends_on is None or role.ends_on > today)
            ],
            "telephone": "" if self.membership.provider.is_domestic else self.membership.provider.telephone,
            "sees_all": self.allows(Permission.VIEW_MEMBERS),
            "today": today,
            "may_change_members": self.allows(Permission.CHANGE_MEMBERS),
        }
        return super().get_context_data(**(context | kwargs))


class MemberLeaves(OfMember, FormOfCollaboration):
    permission = Permission.CHANGE_MEMBERS
    form_class = LeaveForm
    submit_label = _("Record that it leaves")
    template_name = "memberships/leave.html"

    def get_title(self) -> str:
        return gettext("%(setting)s leaves") % {"setting": self.membership.provider}

    def save(self, form: LeaveForm) -> None:
        data = form.cleaned_data
        leave(
            membership=self.membership,
            on=data["left_on"],
            reason=data["leaving_reason"],
            by=self.request.user,
        )
        words = {"setting": self.membership.provider, "day": last_day_in_words(data["left_on"])}
        messages.success(self.request, gettext("%(setting)s leaves. Its last day is %(day)s.") % words)


class WithdrawMember(OfMember, FormOfCollaboration, ConfirmPage):
    """Take back a membership that has not begun."""

    permission = Permission.CHANGE_MEMBERS
    destructive = True
    submit_label = _("Take it back")
    success_message = _("The membership is taken back.")
    explanation = _(
        "The setting has not joined yet. Nothing of this membership will be left, except in the audit log."
    )

    def get_title(self) -> str:
        return gettext("Take back the membership of %(setting)s?") % {"setting": self.membership.provider}

    def save(self, form: Any) -> None:
        withdraw_membership(membership=self.membership, today=timezone.localdate(), by=self.request.user)


class OfMembersPeople(OfMember, FormOfCollaboration):
    """People of a member setting, changed from its group."""

    @property
    def setting(self) -> Provider:
        return self.membership.provider

    def get_success_url(self) -> str:
        return self.address()


class AddPerson(AddsPerson, OfMembersPeople):
    pass


class WithdrawPerson(WithdrawsPerson, OfMembersPeople):
    pass


class EndPerson(EndsPerson, OfMembersPeople):
    pass
