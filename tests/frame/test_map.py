"""Every page is reached, leads on, and has a name of its own: read off the map that conftest.py walks.

A new page that fails here needs a link on a page that its readers have, or a row in the state that shows
the link (stage.py); a crumb, tab or link on it; a title that no other page has.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from accounts.roles import Role
from core.frame.places import Hub
from tests.architecture.matrix import ADMIN, ENDPOINTS
from tests.architecture.routes import ROUTES
from tests.frame.conftest import Walks
from tests.frame.crawling import SiteMap, Visit, ways_on
from tests.frame.pages import CRUMBS, MAIN, TABS, Drawn
from tests.frame.stage import WALKERS, Stage

pytestmark = [pytest.mark.django_db, pytest.mark.may_take(90)]  # some wait for a role's walk

BY_EMAIL = "its address stands in an email alone"
MOVED = "an old address that leads on to the new one"
DJANGOS = "Django's own, which leads on to ours or is no page"
REPLACED = "Django's form for adding, which leads to our page for it"
TICKED = "opened by a button about the rows that were ticked"
SENT = "where a form leads once it is sent"
#: Routes to which no page leads, each with its reason. One that is reached all the same is an error.
NOT_OFFERED = {
    "accounts:answer_invitation": BY_EMAIL,
    "accounts:answer_correction": BY_EMAIL,
    "memberships:accept_invitation": BY_EMAIL,
    "memberships:staff_told_link": BY_EMAIL,
    "meetings:guest": BY_EMAIL,
    "collaborations:first_by_link": BY_EMAIL,
    "meetings:guest_paper": "stands on the page of a guest, which an email opens",
    "meetings:guest_pack": "stands on the page of a guest, which an email opens",
    "meetings:attendance_state": "asked by the script of the page of attendance",
    "meetings:feedback_link": BY_EMAIL,
    "meetings:place_offer": BY_EMAIL,
    "meetings:pledge_link": BY_EMAIL,
    "portal:news_choice": BY_EMAIL,
    "portal:updates_choice": BY_EMAIL,
    "portal:calendar_feed": "read by calendar programs; its address stands on the page of the own calendar",
    "provision:keep_places": BY_EMAIL,
    "supplement:accept_by_link": BY_EMAIL,
    "supplement:hand_over_by_link": BY_EMAIL,
    "supplement:mandate_by_link": BY_EMAIL,
    "provision:staff_return_link": BY_EMAIL,
    "ways_of_working:answer_terms_by_link": BY_EMAIL,
    "collaborations:life_before": MOVED,
    "portal:dashboard": MOVED,
    "admin:app_list": DJANGOS,
    "admin:jsi18n": DJANGOS,
    "admin:login": DJANGOS,
    "admin:logout": DJANGOS,
    "admin:password_change": DJANGOS,
    "admin:collaborations_collaboration_add": REPLACED,
    "admin:memberships_invitation_add": REPLACED,
    "admin:memberships_leaderappointment_add": REPLACED,
    "admin:memberships_membership_add": REPLACED,
    "admin:memberships_officeholder_add": REPLACED,
    "admin:memberships_settingrole_add": REPLACED,
    "admin:provision_returnperiod_add": REPLACED,
    "admin:support_referral_add": REPLACED,
    "admin:qa_framework_frameworkversion_add": REPLACED,
    "admin:supplement_scheme_add": REPLACED,
    "admin:ways_of_working_termstemplate_add": REPLACED,
    "portal:brand_css": "a style sheet",
    "providers:move_to_district": TICKED,
    "support:write_to_settings": TICKED,
    "support:check_message": SENT,
    "support:check_group_message": SENT,
}
#: Pages that stand at the top: home, the entries of the head and of the foot, the own account.
TOP = {
    "home",
    "portal:search",
    "portal:sent_mail",
    "accounts:sessions",
}
#: An email as it was sent: it has no frame.
WITHOUT_FRAME = {"portal:sent_mail_html"}
#: Titles that two pages share, and why. None is to be added for pages of one frame.
SHARED = {
    frozenset({"portal:sent_mail_message", "portal:sent_mail_html"}): "an email and its own page",
}


def own_pages(site_map: SiteMap) -> list[tuple[Visit, Drawn]]:
    """Pages with our frame that were drawn in full. Those of signing in are the package's."""
    return [
        (visit, page)
        for visit, page in site_map.pages()
        if visit.status == 200 and ":" in visit.route and visit.route not in WITHOUT_FRAME
    ]


@pytest.mark.parametrize("role", WALKERS)
def test_no_link_leads_to_an_error(role: str, walks: Walks) -> None:
    """Each role's walk is the work of one test."""
    visits = [visit for visit in walks.until(role).visits if visit.role == role]
    assert visits, "its home at least"
    wrong = {visit.route: visit for visit in visits if visit.status >= 400}
    faults = [f"{visit}: {visit.status}" for visit in wrong.values()]
    assert not faults, "offer a link only to whom it opens:\n" + "\n".join(faults)


def test_every_link_of_ours_has_a_page(site_map: SiteMap) -> None:
    assert sorted(site_map.unknown) == []


def test_every_page_is_reached_by_somebody(site_map: SiteMap) -> None:
    endpoints = {**ENDPOINTS, **ADMIN}
    pages = {route.name for route in ROUTES if route.name in endpoints and endpoints[route.name].get}
    lost = sorted(pages - set(site_map.offered) - set(NOT_OFFERED))
    assert not lost, (
        "no page leads there for any role. Link it where its readers are; if the link stands only in some state,"
        f" add a row in that state to tests/frame/stage.py: {lost}"
    )
    reached = sorted(set(NOT_OFFERED) & set(site_map.offered))
    assert not reached, f"reached by a page: take out of NOT_OFFERED {reached}"
    assert sorted(set(NOT_OFFERED) - pages) == [], "no such page"


def test_every_page_leads_on(site_map: SiteMap) -> None:
    ends = sorted({str(visit) for visit, page in own_pages(site_map) if not ways_on(page)})
    assert not ends, "a dead end: give it crumbs, tabs or a link:\n" + "\n".join(ends)


def test_crumbs_begin_at_a_hub_or_at_home(site_map: SiteMap, stage: Stage) -> None:
    """The first crumb is home, a hub or an entry of the head; pages without crumbs stand there themselves."""
    hubs, wrong = {f"/{stage.here.slug}/{hub}/" for hub in Hub}, set()
    for visit, page in own_pages(site_map):
        crumbs = list(page.of(CRUMBS))
        heads = hubs | {link.href for link in page.of("head")}
        if crumbs and crumbs[0].href not in heads:
            wrong.add(f"{visit} begins at {crumbs[0].text}, which is neither home nor in the head")
        if not crumbs and visit.path.partition("?")[0] not in heads and visit.route not in TOP:
            wrong.add(f"{visit} has no crumbs")
    assert not wrong, "\n".join(sorted(wrong))


def test_no_two_pages_have_one_name(site_map: SiteMap) -> None:
    """By the title of the browser's tab, and by heading where no crumbs or tabs say what the page is about."""
    titles: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    headings: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for visit, page in own_pages(site_map):
        titles[visit.role, page.name].add(visit.route)
        if not visit.route.startswith("admin:") and not any(page.of(TABS)):
            headings[visit.role, page.heading].add(visit.route)
    shared = {
        f"“{name}” for the {role}: {', '.join(sorted(routes))}"
        for names in (titles, headings)
        for (role, name), routes in names.items()
        if len(routes) > 1 and frozenset(routes) not in SHARED
    }
    assert not shared, "two pages of one name: say in the title which it is\n" + "\n".join(sorted(shared))
    unnamed = sorted({str(visit) for visit, page in own_pages(site_map) if not page.name or not page.heading})
    assert not unnamed, f"without a title or heading: {unnamed}"


def test_no_two_links_of_a_home_have_one_name(site_map: SiteMap) -> None:
    """Whoever hears the links alone knows which is which. What is to do in several groups is told apart by
    the name of the group in each line.
    """
    wrong = set()
    teams = {str(role) for role in Role}
    for visit, page in site_map.pages():
        if visit.route == "home" and visit.status == 200 and visit.role.replace(" ", "_") in teams:
            addresses: defaultdict[str, set[str]] = defaultdict(set)
            for link in page.of(MAIN):
                addresses[link.text].add(link.href)
            wrong |= {f"{visit}: {text}" for text, hrefs in addresses.items() if len(hrefs) > 1}
    assert not wrong, "\n".join(sorted(wrong))


@pytest.mark.parametrize(
    ("role", "hubs"),
    [
        ("officer", set(Hub)),
        ("manager", set(Hub)),
        ("finance", {Hub.DATA, Hub.MONEY, Hub.QUALITY}),
        ("quality lead", {Hub.DATA, Hub.QUALITY}),
        ("auditor", {Hub.DATA, Hub.SUPPORT, Hub.MONEY, Hub.QUALITY}),
        ("leader", set()),
        ("childminder", set()),
    ],
)
def test_the_head_leads_each_role_to_its_hubs(
    site_map: SiteMap, role: str, hubs: set[Hub], stage: Stage
) -> None:
    home = next(page for visit, page in site_map.pages() if visit.role == role and visit.route == "home")
    heads = {link.href for link in home.of("head")}
    assert {hub for hub in Hub if f"/{stage.here.slug}/{hub}/" in heads} == hubs
