"""The group in which a setting of two is paid (S5): chosen by its manager, and who has not chosen."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.tables.pages import ListPage
from core.views import found_or_404
from providers.views.mixins import FormOfSetting
from supplement.forms.choosing import ChooseGroupForm
from supplement.rules.choosing import Choosing, refusals_to_choose
from supplement.selectors import choosing as selectors
from supplement.services.choosing import choose_group
from supplement.tables.choosing import InTwoGroupsTable
from supplement.views.possible import WhenPossible

if TYPE_CHECKING:
    from providers.models import Provider
    from supplement.models.parts import SchemePeriod


class ChooseGroup(WhenPossible, FormOfSetting):
    """Once there is nothing to choose, the page says why and leads to the setting."""

    template_name = "supplement/choose_group.html"
    form_class = ChooseGroupForm
    submit_label = _("Save the choice")
    success_message = _("The choice is saved. You can change it until the last day.")

    @cached_property
    def period(self) -> SchemePeriod:
        return found_or_404(selectors.period_to_choose(self.kwargs["period"]))

    @cached_property
    def choosing(self) -> Choosing:
        return selectors.choosing_of(self.period, self.provider.pk)

    def permission_object(self) -> Provider:
        provider = super().permission_object()
        self.period  # noqa: B018  404 before anything else is asked
        return provider

    def get_title(self) -> str:
        return gettext("Where your setting is paid for %(period)s") % {"period": self.period.name}

    def against(self) -> str:
        first = self.choosing.groups[0].group_id if self.choosing.groups else 0
        refusals = refusals_to_choose(self.choosing, first, on=self.visitor.on)
        return refusals[0].reason.in_words(gettext) if refusals else ""

    def get_initial(self) -> dict[str, Any]:
        row = selectors.choice_of(self.period.pk, self.provider.pk)
        return {"group": row.collaboration_id} if row is not None else {}

    def get_form_kwargs(self) -> dict[str, Any]:
        groups = [(home.group_id, home.name) for home in self.choosing.groups]
        return {**super().get_form_kwargs(), "groups": groups}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"period": self.period, **kwargs})

    def save(self, form: ChooseGroupForm) -> None:
        choose_group(
            period_id=self.period.pk,
            provider_id=self.provider.pk,
            collaboration_id=form.cleaned_data["group"],
            by=self.request.user,
            at=timezone.now(),
        )


class InTwoGroups(ListPage):
    """Of the period for which settings choose today, for the team."""

    permission = Permission.VIEW_CLAIMS
    template_name = "supplement/in_two_groups.html"
    title = _("Settings in two groups")
    thing, things = _("setting"), _("settings")
    table_class = InTwoGroupsTable
    export = "settings-in-two-groups"
    export_permission = Permission.EXPORT
    empty_text = _(
        "No setting has to choose today: either the scheme says where it is paid, or none is in two."
    )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"period": self.table.period, **kwargs})
