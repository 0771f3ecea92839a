"""A setting's home: what it owes, what it has of its collaborations, what it offers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.views import Crumb, Page, found_or_404
from portal.selectors.setting import setting_facts
from providers.selectors import setting_by_id
from ways_of_working.selectors.clauses import clauses_from

if TYPE_CHECKING:
    from providers.models import Provider
    from reorganisation.selectors.brought import GroupOfSetting
    from ways_of_working.rules.clauses import Clause


class SettingHome(Page):
    """For its managers, and for those who read the register.

    To others of the authority the page does not exist.
    """

    permission = Permission.VIEW_SETTINGS
    template_name = "portal/setting.html"

    @cached_property
    def provider(self) -> Provider:
        return found_or_404(setting_by_id(self.kwargs["pk"]))

    def permission_object(self) -> Provider:
        if not self.allows(self.permission, self.provider):
            raise Http404
        return self.provider

    def get_title(self) -> str:
        return str(self.provider)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Home"), reverse("home")),)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today, may_act = timezone.localdate(), self.allows(Permission.MANAGE_SETTING, self.provider)
        facts = setting_facts(self.provider, on=today, may_act=may_act)
        for row in facts["groups"]:
            row["clauses"] = expected_of(row["group"])
        return super().get_context_data(
            **{"provider": self.provider, "may_act": may_act, "today": today, **facts, **kwargs}
        )


def expected_of(group: GroupOfSetting) -> list[Clause]:
    """What attendance is expected in a group, and where that is agreed (C7)."""
    clauses = clauses_from(
        group.terms, ["attendance_threshold"], collaboration_id=group.membership.collaboration_id
    )
    return clauses if group.has_begun else []
