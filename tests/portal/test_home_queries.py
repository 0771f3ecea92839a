"""How many queries home and the pages of a group, a setting and a person take, with one group and with ten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import Authority, User
from accounts.permissions import Permission
from accounts.roles import Role
from collaborations.selectors import moves_of_page
from core.frame.lines import collaboration_lines, lines_of_groups
from core.frame.page_rows import page_rows
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.scoping import authority_scope
from memberships.models.members import LeaderAppointment, Membership
from memberships.selectors.of_group import offices_of_page
from memberships.services.permissions import settle_permissions
from providers.models import Provider
from tests.cast import person
from tests.factories.collaborations import CollaborationFactory
from tests.factories.groups import JOINED, Group
from tests.factories.leadership import CaseGrantFactory, LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory, MembershipFactory, OfficeHolderFactory
from tests.factories.providers import ProviderFactory
from tests.portal.test_home_lines import HOME, TODAY, busy, make_busy, now

__all__ = ["busy", "now"]
pytestmark = [pytest.mark.django_db, pytest.mark.urls("config.authority_urls")]
Browse = Callable[[User | None], Client]
#: Reads of the database, with those that no page avoids (session, person, affiliation, roles).
MAX_READ = 20
SCOPE = "SET LOCAL app.authority_id"


def reads(client: Client, address: str = HOME) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    # What a scope inside another one gives back is asked for in tests alone: a request's scope is the first.
    return sum(
        "SELECT" in query["sql"] and not query["sql"].startswith(SCOPE) for query in queries.captured_queries
    )


def ten_groups(busy: Group, larkshire: Authority, amina: User) -> None:
    """Nine more groups that Lena leads, with all that may be open in one."""
    with authority_scope(larkshire):
        for number in range(9):
            other = CollaborationFactory(name=f"Group {number}")
            mine, theirs = (
                MembershipFactory(collaboration=other, provider=row.provider, joined_on=JOINED)
                for row in (busy.acorns, busy.bluebells)
            )
            LeaderAppointmentFactory(user=busy.lena, membership=mine)
            make_busy(other, busy, amina)
            Membership.objects.filter(pk=theirs.pk).update(at_risk_since=date(2026, 11, 1))
        settle_permissions(user_ids=[busy.lena.pk, busy.mo.pk])
        assert LeaderAppointment.objects.filter(user=busy.lena).count() == 10


def test_home_takes_the_same_queries_for_ten_groups_as_for_one(
    browse: Browse, busy: Group, larkshire: Authority, amina: User
) -> None:
    leader, member = browse(busy.lena), browse(busy.mo)
    one = reads(leader), reads(member)
    ten_groups(busy, larkshire, amina)
    assert (reads(leader), reads(member)) == one
    assert max(one) <= MAX_READ, one


#: Who reads which page of the frame, and its reads.
PAGES = {
    ("leader", "group"): 15,
    ("member", "group"): 15,
    ("officer", "group"): 15,
    ("finance", "group"): 15,
    ("leader", "setting"): 19,
    ("officer", "setting"): 17,
    ("officer", "person"): 17,
}


def test_pages_of_the_frame_take_few_queries(
    browse: Browse, busy: Group, larkshire: Authority, amina: User, fred: User
) -> None:
    """Of a group, a setting and a person; the same with nine more groups of the same people."""
    readers = {"leader": busy.lena, "member": busy.mo, "officer": amina, "finance": fred}
    clients = {name: browse(reader) for name, reader in readers.items()}
    addresses = {
        "group": f"{HOME}collaborations/{busy.collaboration.pk}/",
        "setting": f"{HOME}settings/{busy.acorns.provider_id}/",
        "person": f"{HOME}people/{busy.lena.pk}/",
    }

    def counts() -> dict[tuple[str, str], int]:
        return {(who, page): reads(clients[who], addresses[page]) for who, page in PAGES}

    assert counts() == PAGES
    assert max(PAGES.values()) <= MAX_READ
    ten_groups(busy, larkshire, amina)
    assert counts() == PAGES


def test_what_a_group_alone_shows_is_read_with_the_rest_on_its_page(
    busy: Group, larkshire: Authority, amina: User
) -> None:
    """Home does not read it; asked for elsewhere it is read all the same."""

    def looking(**more: Any) -> Visitor:
        visitor = Visitor(amina, TODAY)
        visitor.looks_at(groups=[busy.collaboration], **more)
        return visitor

    def count(visitor: Visitor) -> tuple[int, Any]:
        with CaptureQueriesContext(connection) as queries:
            page_rows(visitor, "votes")
            moves = moves_of_page(visitor, busy.collaboration)
        return len(queries), (moves, offices_of_page(visitor, busy.collaboration))

    with authority_scope(larkshire):
        OfficeHolderFactory(membership=busy.acorns, user=busy.lena, office="chair")
        (one, on_its_page), (two, elsewhere) = count(looking(section=Section.COLLABORATION)), count(looking())
    assert (one, two) == (1, 2)
    assert on_its_page == elsewhere
    assert [(holder.label, holder.full_name) for holder in on_its_page[1]] == [("Chair", "Lena Hartley")]


@pytest.mark.parametrize("role", list(Role))
def test_home_of_the_team_takes_few_queries(
    role: Role, browse: Browse, busy: Group, larkshire: Authority
) -> None:
    """With an enquiry, two members no longer listed, and three kinds of things looked at last; of those who
    work on cases, with one of their own.
    """
    somebody = person(larkshire, f"{role.value.title()} Person", role)
    works_on_cases = somebody.has_perm(Permission.WORK_ON_CASES)
    with authority_scope(larkshire):
        CollaborationFactory(name="Wick", state="enquiry", asked_by="A parent")
        ProviderFactory.create_batch(2)
        Provider.objects.filter(pk__in=[busy.acorns.provider_id, busy.bluebells.provider_id]).update(
            unlisted_since=TODAY
        )
        if works_on_cases:
            case = LeadershipCaseFactory(
                appointment=LeaderAppointment.objects.first(), assigned_to=somebody, stage="contact"
            )
            CaseGrantFactory(content_object=case, user=somebody)
    client = browse(somebody)
    for words in ("Riverside", "Bluebells", "Lena Hartley"):
        client.get("/larkshire/search/", {"q": words}, follow=True)
    assert reads(client) <= MAX_READ
    page = client.get(HOME).content.decode()
    assert ("1 leadership case is assigned to you" in page) == works_on_cases
    assert ("1 leadership case waits for its next step" in page) == works_on_cases
    assert "Recently viewed" in page
    assert page.count("Riverside") >= 1


def test_a_contribution_is_asked_for_nothing_where_there_is_no_group(
    amina: User, larkshire: Authority, django_assert_num_queries: Any
) -> None:
    with authority_scope(larkshire):
        visitor = Visitor(User.objects.get(pk=amina.pk), TODAY)
        with django_assert_num_queries(0):
            assert lines_of_groups(visitor, []) == []
    assert len(collaboration_lines.keys()) >= 8
