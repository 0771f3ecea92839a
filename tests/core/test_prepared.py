"""A prepared queryset answers as the queryset does: for every authority, day, person and list of rows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils import timezone

from accounts.models import Authority, User
from core.prepared import prepared
from core.scoping import NoAuthorityInScope, authority_scope
from memberships.models.members import Membership, SettingRole
from memberships.selectors.days import is_member_on
from providers.models import Provider
from tests.factories.groups import Group
from tests.portal.test_home_lines import busy, now

__all__ = ["busy", "now"]
pytestmark = pytest.mark.django_db
BEFORE, TODAY = date(2020, 1, 1), date(2026, 11, 20)


def rows_of(settings: Any, on: Any, user: Any, only_own: bool) -> QuerySet[Membership]:
    works = SettingRole.objects.filter(user=user, provider=OuterRef("provider_id"))
    rows = Membership.objects.filter(is_member_on(on), provider__in=settings).annotate(works=Exists(works))
    if only_own:
        rows = rows.filter(works=True)
    return rows.select_related("provider").order_by("provider__search_text", "pk")


read = prepared(rows_of)


def test_it_answers_as_the_queryset_does(busy: Group, larkshire: Authority) -> None:
    with authority_scope(larkshire):
        settings = list(Provider.objects.order_by("pk"))
        assert len(settings) > 1
        for chosen in ([], settings[:1], settings):
            for on in (BEFORE, TODAY):
                for user in (busy.lena, busy.mo):
                    for only_own in (False, True):
                        expected = list(rows_of(chosen, on, user, only_own))
                        found = read(settings=chosen, on=on, user=user, only_own=only_own)
                        assert found == expected
                        assert [row.works for row in found] == [row.works for row in expected]  # type: ignore[attr-defined]
                        assert [str(row.provider) for row in found] == [str(row.provider) for row in expected]
        assert read(settings=settings, on=TODAY, user=busy.lena, only_own=False)


def test_each_authority_has_its_own_rows_alone(
    busy: Group, larkshire: Authority, marlshire: Authority
) -> None:
    """One statement serves all; its authority is that of the moment, and none is refused."""
    with authority_scope(larkshire):
        settings = list(Provider.objects.all())
        values = {"settings": settings, "on": TODAY, "user": busy.lena, "only_own": False}
        assert read(**values)
    with authority_scope(marlshire):
        assert read(**values) == []
        assert f'"authority_id" = ({marlshire.pk})' in last_statement(values)
    with pytest.raises(NoAuthorityInScope):
        read(**values)


def last_statement(values: dict[str, Any]) -> str:
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        read(**values)
    assert len(queries) == 1
    return str(queries.captured_queries[0]["sql"])


def test_it_is_built_once_for_each_decision(larkshire: Authority, amina: User) -> None:
    built = []

    @prepared
    def own(user: Any, newest: bool) -> QuerySet[SettingRole]:
        built.append(newest)
        return SettingRole.objects.filter(user=user).order_by("-pk" if newest else "pk")

    with authority_scope(larkshire):
        for newest in (True, False, True, False):
            assert own(user=amina, newest=newest) == own(user=amina.pk, newest=newest)
    assert built == [True, False]


def test_a_clock_in_the_queryset_is_refused(larkshire: Authority) -> None:
    @prepared
    def today() -> QuerySet[Membership]:
        return Membership.objects.filter(is_member_on(timezone.localdate()))

    with authority_scope(larkshire), pytest.raises(TypeError, match="reads a clock"):
        today()


def test_a_value_that_is_not_known_yet_is_not_reckoned_with(larkshire: Authority) -> None:
    @prepared
    def later(number: Any) -> QuerySet[Membership]:
        return Membership.objects.filter(meetings_held=number + 1)

    with authority_scope(larkshire), pytest.raises(TypeError, match="work the value out before"):
        later(number=1)


def test_a_value_that_is_not_known_yet_decides_nothing(larkshire: Authority) -> None:
    @prepared
    def some(settings: Any) -> QuerySet[Membership]:
        rows = Membership.objects.order_by("pk")
        return rows.filter(provider__in=settings) if settings else rows

    with authority_scope(larkshire), pytest.raises(TypeError, match="annotated bool"):
        some(settings=[])


def test_what_is_kept_is_not_changed_by_reading(busy: Group, larkshire: Authority) -> None:
    """Reading with other values in between, and in a union, leaves nothing behind."""

    @prepared
    def marked(on: Any, user: Any) -> QuerySet[Any]:
        mark = Case(When(Q(joined_on__lte=on), then=Value("now")), default=Value("later"))
        members = Membership.objects.annotate(mark=mark).order_by().values_list("mark", "pk")
        roles = SettingRole.objects.filter(user=user).order_by()
        return members.union(roles.values_list(Value("role"), "pk"), all=True)

    with authority_scope(larkshire):
        first = marked(on=TODAY, user=busy.lena)
        other = marked(on=BEFORE, user=busy.mo)
        assert sorted(first) != sorted(other)
        assert {mark for mark, _pk in other} == {"later", "role"}
        assert sorted(marked(on=TODAY, user=busy.lena)) == sorted(first)
