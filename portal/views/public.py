"""The authority's page for anybody. It does not exist until a manager switches it on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _

from core.tables.pages import PageLink
from portal.selectors.public import (
    PublicDistrict,
    RunningGroups,
    free_places,
    public_districts,
    public_groups,
    public_vacancy,
)
from portal.views.duties import OfFoot

SECONDS_KEPT = 60
GROUPS_ON_A_PAGE = 20
PLACES_ON_A_PAGE = 30
ANCHORS = {"page": "#collaborations", "places": "#free-places"}


class PublicPage(OfFoot):
    """Collaborations by district, how to join, places that are free.

    Signed out it sets no cookie and may be kept for a minute.

    ``?district=`` narrows both lists, ``?page=`` and ``?places=`` turn their pages.
    """

    template_name = "portal/public.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.authority.public_page:
            raise Http404
        response = super().dispatch(request, *args, **kwargs)
        if request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        else:
            patch_cache_control(response, public=True, max_age=SECONDS_KEPT)
        return response

    def get_title(self) -> str:
        return _("Early years collaborations in %(authority)s") % {"authority": self.request.authority.name}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        districts = public_districts(on=today)
        chosen = self.chosen(districts)
        district_id = chosen.pk if chosen else None
        counted = [chosen] if chosen else districts
        groups = self.page_of(
            RunningGroups(counted), sum(one.groups for one in counted), GROUPS_ON_A_PAGE, "page"
        )
        free = free_places(on=today, district_id=district_id)
        places = self.page_of(free, sum(one.vacancies for one in counted), PLACES_ON_A_PAGE, "places")
        context = {
            "districts": districts if len(districts) > 1 else [],
            "chosen": chosen,
            "everything": sum(district.groups for district in districts),
            "groups": public_groups(list(groups.object_list), at=timezone.now()),
            "group_pages": self.ways(groups, "page"),
            "vacancies": [public_vacancy(one) for one in places.object_list],
            "place_pages": self.ways(places, "places"),
            "today": today,
        }
        return super().get_context_data(**(context | kwargs))

    def chosen(self, districts: Sequence[PublicDistrict]) -> PublicDistrict | None:
        """The district of the address; one that has nothing to show,
        or is none, is as if nothing was chosen.
        """
        wanted = self.request.GET.get("district", "")
        return next((district for district in districts if str(district.pk) == wanted), None)

    def page_of(
        self, rows: QuerySet[Any] | RunningGroups, number: int, size: int, name: str
    ) -> PaginatorPage[Any]:
        paginator = Paginator(rows, size)
        paginator.count = number  # known from the districts: not asked for again
        return paginator.get_page(self.request.GET.get(name))

    def ways(self, page: PaginatorPage[Any], name: str) -> dict[str, Any]:
        """The links to the other pages of one of the two lists; the other list starts anew."""
        if not page.has_other_pages():
            return {}
        anchor = ANCHORS[name]
        before = self.address(name, page.previous_page_number()) + anchor if page.has_previous() else ""
        after = self.address(name, page.next_page_number()) + anchor if page.has_next() else ""
        numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        links = [
            (
                PageLink(number, self.address(name, number) + anchor, number == page.number)
                if isinstance(number, int)
                else PageLink(None, "", False)
            )
            for number in numbers
        ]
        return {"links": links, "before": before, "after": after}

    def address(self, name: str, number: int) -> str:
        kept = {"district": self.request.GET["district"]} if self.request.GET.get("district") else {}
        return "?" + urlencode({**kept, name: number})
