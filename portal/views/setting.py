"""The pages of one setting: for its managers, and for those who read the register."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.blocks import Column, blocks_for
from core.frame.sections import Section
from memberships.selectors.members import memberships_of
from memberships.selectors.pages import people_today
from memberships.selectors.people import people_of
from ofsted.selectors.differences import differences_of
from ofsted.selectors.imports import import_history
from portal.selectors.history import deeds_about
from portal.selectors.home import shown
from portal.selectors.setting_page import head_of, judgements_for, lines_for
from providers.rules.contacts import page_at_ofsted
from providers.selectors import numbers_of, predecessors_of, sees_private_addresses, successors_of
from providers.views.mixins import OfSeenSetting
from provision.selectors import consent_of, returns_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.views import Crumb

MAX_LOADS = 20
#: The block at the side that a phone shows first to the team: whom to ring. A manager first sees what is to do.
FIRST_FOR_TEAM = "reach"


class SettingPage(OfSeenSetting):
    """``in_full``: the overview says more in its head than the pages below it."""

    in_full: ClassVar[bool] = False

    def get_title(self) -> str:
        return str(self.title or self.provider)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = {
            "head": head_of(self.visitor, self.provider, in_full=self.in_full),
            "reads_register": self.allows(Permission.VIEW_SETTINGS),
            "is_theirs": self.allows(Permission.MANAGE_SETTING, self.provider),
            "today": self.visitor.on,
        }
        return super().get_context_data(**(context | kwargs))


class SettingHome(SettingPage):
    """The overview: blocks that the apps contribute. Nothing on it is of a case, for anybody (O6)."""

    template_name = "portal/setting.html"
    in_full = True

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        self.visitor.looks_at(settings=[self.provider])
        blocks = blocks_for(Section.SETTING, self.visitor, self.provider)
        first = FIRST_FOR_TEAM if self.allows(Permission.VIEW_SETTINGS) else ""
        side = [block for block in blocks if block.column is Column.SIDE]
        context = {
            "lines": [
                shown(line, self.visitor.on, several_settings=False)
                for line in lines_for(self.visitor, self.provider)
            ],
            "main": [block for block in blocks if block.column is Column.MAIN],
            "first": [block for block in side if block.key == first],
            "side": [block for block in side if block.key != first],
            "wide": [block for block in blocks if block.column is Column.WIDE],
            "actions": self.actions(),
        }
        return super().get_context_data(**(context | kwargs))

    def actions(self) -> list[tuple[Any, str]]:
        """What an officer does with a setting, the most usual first."""
        pk = self.provider.pk
        offered = (
            (Permission.GIVE_SUPPORT, _("Refer"), f"{reverse('support:refer')}?setting={pk}"),
            (
                Permission.LINK_SETTINGS,
                _("Record a take-over"),
                reverse("admin:providers_provider_take_over", args=[pk]),
            ),
            (
                Permission.CHANGE_MEMBERS,
                _("Add a person"),
                reverse("memberships:add_person_at_setting", args=[pk]),
            ),
        )
        return [(label, url) for permission, label, url in offered if self.allows(permission)]


class SettingPeople(SettingPage):
    """Who works there now, and who did."""

    title = _("People")
    template_name = "portal/setting_people.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        of_team = self.allows(Permission.VIEW_PEOPLE)
        today = self.visitor.on
        context = {
            "people": people_today(self.provider, on=today, of_team=of_team),
            "earlier": [role for role in people_of(self.provider) if role.ends_on and role.ends_on <= today],
            "opens_people": of_team,
            "changes_people": self.allows(Permission.CHANGE_MEMBERS),
        }
        return super().get_context_data(**(context | kwargs))


class SettingJudgements(SettingPage):
    """Every published inspection, area by area, and the registrations before this one (O2 to O4)."""

    title = _("Judgements")
    template_name = "portal/setting_judgements.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = judgements_for(self.visitor, self.provider)
        context = {"judgements": found, "ofsted_url": page_at_ofsted(self.provider.urn)}
        return super().get_context_data(**(context | kwargs))


class SettingCollaborations(SettingPage):
    """The groups that it is in, was in and is to join."""

    title = _("Collaborations")
    template_name = "portal/setting_collaborations.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = self.visitor.on
        memberships = list(memberships_of(self.provider))
        context = {
            "memberships": [each for each in memberships if each.left_on is None or each.left_on > today],
            "earlier": [each for each in memberships if each.left_on is not None and each.left_on <= today],
            "predecessors": list(predecessors_of(self.provider)),
            "successors": list(successors_of(self.provider)),
        }
        return super().get_context_data(**(context | kwargs))


class SettingNumbers(SettingPage):
    """Staff numbers of every period, places, free places and partnerships."""

    title = _("Numbers and places")
    template_name = "portal/setting_numbers.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sees_numbers = self.allows(Permission.VIEW_RETURNS) or self.allows(
            Permission.MANAGE_SETTING, self.provider
        )
        self.visitor.looks_at(settings=[self.provider])
        context = {
            "returns": list(returns_of(self.provider)) if sees_numbers else [],
            "numbers": numbers_of([self.provider.pk]).get(self.provider.pk, []),
            "blocks": blocks_for(Section.SETTING, self.visitor, self.provider, only=("places",)),
        }
        return super().get_context_data(**(context | kwargs))


class SettingPublic(SettingPage):
    """What anybody may read of a home, and the consent to it."""

    title = _("Public page")
    template_name = "portal/setting_public.html"
    permission = Permission.MANAGE_SETTING

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"consent": consent_of(self.provider), **kwargs})


class SettingHistory(SettingPage):
    """What was done about the setting, and what each load of Ofsted's file changed. Nothing confidential."""

    title = _("History")
    template_name = "portal/setting_history.html"

    def permission_object(self) -> Any:
        found = super().permission_object()
        self.require(Permission.VIEW_IMPORTS)
        return found

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        sees_homes = sees_private_addresses(self.request.user)
        loads = [
            {"row": row, "differences": differences_of(row, with_home_fields=sees_homes)}
            for row in import_history(self.provider)[:MAX_LOADS]
        ]
        context = {"deeds": deeds_about(self.provider, user=self.request.user), "loads": loads}
        return super().get_context_data(**(context | kwargs))
