"""Collaborations as cards and on the map of districts, with the list's
own filters; the outlines that the map is drawn from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.forms.pages import OutlinesForm
from collaborations.views.collaborations import Collaborations
from core.charts import Area, AreaMap, Bar, BarTable, Label, shade_of
from core.frame.places import Hub, hub_address
from core.uploads import was_too_big
from core.views import ConfirmPage, Crumb, FormPage
from memberships.selectors.districts import (
    Reach,
    all_collaborations_by_district,
    collaborations_by_district,
    settings_by_district,
)
from providers.rules.shapes import place_for_label
from providers.selectors import districts, outlines
from providers.services.outlines import load_outlines, remove_outlines

if TYPE_CHECKING:
    pass

COVERAGE_STEPS = (1, 25, 50, 75)  # per cent of a district's settings
COVERAGE_WORDS = (
    (0, gettext_lazy("None in a collaboration")),
    (1, gettext_lazy("Under a quarter")),
    (2, gettext_lazy("A quarter to a half")),
    (3, gettext_lazy("A half to three quarters")),
    (4, gettext_lazy("Three quarters or more")),
)


@dataclass(frozen=True, slots=True)
class DistrictRow:
    """One line of the table beside the map."""

    number: int
    name: str
    url: str
    settings: int
    covered: int
    collaborations: int
    without_leader: int
    pk: int | None

    @property
    def percent(self) -> int:
        return 100 * self.covered // self.settings if self.settings else 0


class CollaborationMap(Collaborations):
    """How far collaborations reach, district by district: a map where
    outlines are loaded, and the table in any case.
    """

    template_name = "collaborations/collaboration_map.html"
    title = _("Map of collaborations")
    shown_as = "map"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = list(self.districts())
        shapes = {outline.district_id: outline for outline in outlines()}
        context = {
            "districts": rows,
            "map": self.drawing(rows, shapes) if shapes else None,
            "chart": None if shapes else bars_of(rows),
            "may_load": self.allows(Permission.CHANGE_SETTINGS),
        }
        return super().get_context_data(**(context | kwargs))

    def page(self) -> PaginatorPage[Any]:
        """No row of the list is shown beside the map; how many there are is asked all the same."""
        rows = self.filtered_rows()
        paginator = Paginator(rows.none(), self.page_size)
        paginator.count = self.table.count(rows, is_narrowed=self.is_narrowed)  # type: ignore[misc]
        return paginator.get_page(1)

    def districts(self) -> Iterator[DistrictRow]:
        """Each district by name, and at the end what is of no district."""
        today = timezone.localdate()
        reach = settings_by_district(on=today)
        groups = (
            collaborations_by_district(self.filtered_rows())
            if self.is_narrowed
            else all_collaborations_by_district(on=today)
        )
        for number, one in enumerate(districts(), 1):
            url = reverse("collaborations:list") + self.address(district=one.pk)
            yield DistrictRow(
                number, one.name, url, *reach.get(one.pk, Reach())[:2], *groups.get(one.pk, (0, 0)), one.pk
            )
        if None in reach or None in groups:
            yield DistrictRow(
                0, gettext("No district"), "", *reach.get(None, Reach())[:2], *groups.get(None, (0, 0)), None
            )

    def drawing(self, rows: Sequence[DistrictRow], shapes: dict[int | None, Any]) -> AreaMap:
        areas = []
        for row in rows:
            shape = shapes.get(row.pk)
            if shape is not None:
                shade = max(shade_of(row.percent, COVERAGE_STEPS), int(row.covered > 0))
                label = Label(*place_for_label(shape.rings))
                areas.append(
                    Area(row.number, row.name, shape.rings, label, shade, reach_in_words(row), row.url)
                )
        return AreaMap(
            name="districts",
            title=_("Map of the districts"),
            summary=_(
                "Each district has its number in the table and a shade for the share of its settings in a"
                " collaboration."
            ),
            areas=areas,
            key=COVERAGE_WORDS,
            attribution=next((shape.attribution for shape in shapes.values()), ""),
        )


def reach_in_words(row: DistrictRow) -> str:
    """3 collaborations; 12 of 40 settings are in one."""
    groups = ngettext("%(number)s collaboration", "%(number)s collaborations", row.collaborations) % {
        "number": row.collaborations
    }
    words = gettext("%(covered)s of %(settings)s settings are in one") % {
        "covered": row.covered,
        "settings": row.settings,
    }
    return f"{groups}; {words}"


def bars_of(rows: Iterable[DistrictRow]) -> BarTable:
    """What stands there as long as there is no map."""
    words = gettext("%(covered)s of %(settings)s")
    bars = [
        Bar(row.name, row.percent, words % {"covered": row.covered, "settings": row.settings}, url=row.url)
        for row in rows
        if row.settings
    ]
    return BarTable(_("Settings in a collaboration"), _("District"), _("Settings"), bars, top=100)


def to_the_map() -> list[Crumb]:
    return [
        Crumb(_("Data"), hub_address(Hub.DATA)),
        Crumb(_("Map"), reverse("collaborations:map")),
    ]


class LoadOutlines(FormPage):
    """Choose the file of boundaries."""

    permission = Permission.CHANGE_SETTINGS
    form_class = OutlinesForm
    template_name = "collaborations/load_outlines.html"
    title = _("Load the outlines of your districts")
    submit_label = _("Load the outlines")

    def breadcrumbs(self) -> Sequence[Crumb]:
        return to_the_map()

    def get_cancel_url(self) -> str:
        return reverse("collaborations:map")

    def get_initial(self) -> dict[str, Any]:
        return {"attribution": next((outline.attribution for outline in outlines()), "")}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"names": [district.name for district in districts()], **kwargs})

    def save(self, form: OutlinesForm) -> HttpResponseBase:
        data = form.cleaned_data
        found = load_outlines(file=data["file"].file, attribution=data["attribution"], by=self.request.user)
        number = len(found.rings)
        said = ngettext(
            "The outline of %(number)s district is loaded.",
            "The outlines of %(number)s districts are loaded.",
            number,
        )
        messages.success(self.request, said % {"number": number})
        if found.missing:
            words = gettext(
                "The file has no outline for: %(names)s. They are in the table and not on the map."
            )
            messages.warning(self.request, words % {"names": ", ".join(found.missing)})
        return HttpResponseRedirect(reverse("collaborations:map"))


class RemoveOutlines(ConfirmPage):
    """Back to the table alone."""

    permission = Permission.CHANGE_SETTINGS
    title = _("Remove the outlines of the districts?")
    explanation = _("The map goes and the table stays. You can load outlines again at any time.")
    submit_label = _("Remove the outlines")
    success_message = _("The outlines are removed.")
    success_url = "collaborations:map"
    cancel_url = "collaborations:map"

    def breadcrumbs(self) -> Sequence[Crumb]:
        return to_the_map()

    def save(self, form: Any) -> None:
        remove_outlines(by=self.request.user)
