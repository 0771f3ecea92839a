"""Forms about many collaborations at once, and moving many to a district.

Which collaborations is in the address: by number (``?collaboration=1&collaboration=2``), by the number
of what was ticked on a list (``?selection=7``) or by the filters of the list of collaborations
(``?district=3&leader=none``), so any list can lead here. What is ticked in the form decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from collaborations.services import set_district
from core.exports.registry import find_export
from core.forms.numbers import whole_number
from core.tables.filters import WrongFilters
from core.tables.kept import SELECTION, ticked_rows
from core.views import Crumb, FormPage, TwoStepPage
from providers.selectors import districts
from support.forms import MoveToDistrictForm
from support.selectors import messages as messages_selectors

if TYPE_CHECKING:
    from collaborations.models import Collaboration


class ChoosesGroups(FormPage):
    """A form about several collaborations."""

    @cached_property
    def candidates(self) -> list[Collaboration]:
        """Those that the address names; all that are not closed where it names none.

        A number that is not there is 404.
        """
        given = self.request.GET
        if SELECTION in given:
            return messages_selectors.chosen_collaborations(ticked_rows(self.request))
        if numbers := given.getlist("collaboration"):
            wanted = {whole_number(text) for text in numbers}
            chosen = messages_selectors.chosen_collaborations(
                [number for number in wanted if number is not None]
            )
            if len(chosen) != len(wanted):
                raise Http404
            return chosen
        export: Any = find_export("collaborations")
        try:
            if not self.is_narrowed:
                return list(self.everything())
            return list(export.matching(export.clean_filters(given.dict()), by=self.request.user))
        except WrongFilters:
            raise Http404 from None

    @property
    def is_narrowed(self) -> bool:
        """Whether the address names collaborations or filters of their list."""
        names = (
            SELECTION,
            "collaboration",
            *(filter_.name for filter_ in find_export("collaborations").filters),
        )
        return any(self.request.GET.get(name) for name in names)

    def everything(self) -> QuerySet[Collaboration]:
        return messages_selectors.open_collaborations()

    def get_initial(self) -> dict[str, Any]:
        return {"collaborations": [group.pk for group in self.candidates]} if self.is_narrowed else {}

    def ticked(self, form: Any) -> list[Collaboration]:
        wanted = set(form.cleaned_data["collaborations"])
        return [group for group in self.candidates if group.pk in wanted]


class MoveToDistrict(ChoosesGroups, TwoStepPage):
    """Many collaborations to one district, or to none."""

    permission = Permission.CHANGE_COLLABORATIONS
    title = _("Move collaborations to a district")
    preview_template = "support/move_preview.html"
    confirm_label = _("Move them")
    success_url = "collaborations:list"
    cancel_url = "collaborations:list"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (Crumb(_("Collaborations"), reverse("collaborations:list")),)

    def get_form(self) -> MoveToDistrictForm:
        return MoveToDistrictForm(groups=self.candidates, districts=districts(), **self.get_form_kwargs())

    def preview(self, form: MoveToDistrictForm) -> dict[str, Any]:
        district = form.cleaned_data["district"]
        there = getattr(district, "pk", None)
        moving = [group for group in self.ticked(form) if group.district_id != there]
        return {
            "district": district,
            "moving": moving,
            "staying": [group for group in self.ticked(form) if group.district_id == there],
            "can_confirm": bool(moving),
        }

    def save(self, form: MoveToDistrictForm) -> None:
        data = form.cleaned_data
        district_id = getattr(data["district"], "pk", None)
        moved = set_district(
            collaboration_ids=data["collaborations"], district_id=district_id, by=self.request.user
        )
        number, stayed = len(moved), len(data["collaborations"]) - len(moved)
        messages.success(
            self.request,
            ngettext("%(n)d collaboration was moved.", "%(n)d collaborations were moved.", number)
            % {"n": number},
        )
        if stayed:
            messages.info(
                self.request,
                ngettext("%(n)d was there already.", "%(n)d were there already.", stayed) % {"n": stayed},
            )
