"""The frame: every page of a section belongs to a tab, every place of a hub leads somewhere, no name twice."""

from __future__ import annotations

from collections import Counter

import pytest
from django.urls import reverse

from collaborations.views.mixins import OfCollaboration
from core.emails import email_kinds
from core.frame.account import email_topics
from core.frame.places import Hub, places
from core.frame.sections import Section
from core.frame.tabs import pages_of, tabs
from core.views import Page
from providers.views.mixins import OfSetting
from tests.architecture.routes import AUTHORITY_URLS, ROUTES

#: Pages below a group that are no part of its section, each with its reason.
OUTSIDE = {
    "ways_of_working:answer_terms_by_link",  # signed by a link: nobody is signed in
}


def pages_below(base: type[Page]) -> set[str]:
    """Names of the addresses whose view is of this base and draws a page."""
    return {
        route.name
        for route in ROUTES
        if issubclass(getattr(route.view, "view_class", object), base) and route.name not in OUTSIDE
    }


@pytest.mark.parametrize(
    ("section", "base"),
    [(Section.COLLABORATION, OfCollaboration), (Section.SETTING, OfSetting)],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_every_page_of_a_section_belongs_to_one_tab(section: Section, base: type[Page]) -> None:
    claimed = pages_of(section)
    assert sorted(name for name in pages_below(base) if name not in claimed) == []


@pytest.mark.parametrize("section", Section)
def test_no_page_is_claimed_by_two_tabs(section: Section) -> None:
    names = Counter(name for tab in tabs[section] for name in (tab.url_name, *tab.pages))
    assert [name for name, number in names.items() if number > 1] == []


@pytest.mark.parametrize("section", Section)
def test_tabs_name_addresses_that_exist(section: Section) -> None:
    known = {route.name for route in ROUTES}
    assert sorted(name for name in pages_of(section) if name not in known) == []


@pytest.mark.parametrize("hub", Hub)
def test_places_lead_somewhere(hub: Hub) -> None:
    for place in places[hub]:
        assert reverse(place.url_name, urlconf=AUTHORITY_URLS)
        assert str(place.detail).endswith("."), place.label


def test_no_page_is_a_place_of_two_hubs() -> None:
    names = Counter(name for hub in Hub for place in places[hub] for name in place.pages)
    assert [name for name, number in names.items() if number > 1] == []


def test_every_kind_of_email_is_told_on_the_own_account_once() -> None:
    """Nobody gets emails that the list of what comes does not name."""
    told = Counter(kind for topic in email_topics for kind in topic.kinds)
    assert sorted(kind for kind, number in told.items() if number > 1) == []
    ours = {name for name, kind in email_kinds().items() if not kind.__module__.startswith("tests.")}
    assert set(told) == ours
