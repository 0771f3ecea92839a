"""W1: what holds for a collaboration on a day, read from the tables."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from tests.factories.agreed import agreed, published
from tests.factories.collaborations import CollaborationFactory
from tests.staging import staged
from ways_of_working.models import TermsTemplate, WaysOfWorking
from ways_of_working.rules.effective import AgreedClause, AuthorityDefault, ProductDefault
from ways_of_working.selectors.effective import effective_terms, effective_terms_of

FIRST = date(2026, 1, 15)
SECOND = date(2026, 6, 1)
TERM = date(2025, 9, 1)
EVE = timedelta(days=1)


@staged
def riverside(in_larkshire: Authority) -> Collaboration:
    return CollaborationFactory(name="Riverside")


def test_w1_without_a_template_the_usual_values_hold(riverside: Collaboration) -> None:
    terms = effective_terms(riverside, on=FIRST)
    assert (terms.papers_days_ahead, terms.attendance_threshold) == (7, 80)
    assert terms.source("papers_days_ahead") == ProductDefault()


@pytest.mark.parametrize(
    ("day", "threshold", "source"),
    [
        (TERM - EVE, 80, ProductDefault()),
        (TERM, 85, AuthorityDefault(1, TERM)),
        (FIRST - EVE, 85, AuthorityDefault(1, TERM)),
        (FIRST, 70, AgreedClause("1.9", 1, FIRST)),
        (SECOND - EVE, 70, AgreedClause("1.9", 1, FIRST)),
        (SECOND, None, AgreedClause("1.9", 2, SECOND)),
        (SECOND + 400 * EVE, None, AgreedClause("1.9", 2, SECOND)),
    ],
)
def test_w1_each_day_has_its_version(
    riverside: Collaboration, amina: User, day: date, threshold: int | None, source: object
) -> None:
    published(amina, on=TERM, values={"attendance_threshold": "85"})
    agreed(riverside, amina, on=FIRST, values={"attendance_threshold": "70"})
    agreed(riverside, amina, on=SECOND, values={"attendance_threshold": "none"})
    terms = effective_terms(riverside, on=day)
    assert (terms.attendance_threshold, terms.source("attendance_threshold")) == (threshold, source)


def test_w1_what_is_not_adopted_or_not_published_does_not_hold(riverside: Collaboration, amina: User) -> None:
    ways = agreed(riverside, amina, on=FIRST, values={"optimum_size": "12"})
    WaysOfWorking.objects.filter(pk=ways.pk).update(state="circulated", adopted_on=None)
    TermsTemplate.objects.create(version=1, in_force_from=TERM, values={"papers_days_ahead": "3"})
    terms = effective_terms(riverside, on=SECOND)
    assert (terms.optimum_size, terms.papers_days_ahead) == (8, 7)


def test_w1_a_section_not_used_leaves_the_default(riverside: Collaboration, amina: User) -> None:
    agreed(riverside, amina, on=FIRST, values={"optimum_size": "12", "quorum": "number:4"}, unused=["1.9"])
    terms = effective_terms(riverside, on=FIRST)
    assert (terms.optimum_size, terms.quorum) == (8, ("number", 4))


def test_w1_many_cost_as_much_as_one(
    riverside: Collaboration, amina: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    groups = [riverside, *CollaborationFactory.create_batch(29)]
    for size, one in enumerate(groups[:15], 2):
        agreed(one, amina, on=FIRST, values={"optimum_size": str(size)})
    for number in (1, 30):
        with django_assert_num_queries(1):
            found = effective_terms_of(groups[:number], on=SECOND)
        assert set(found) == {one.pk for one in groups[:number]}
    assert [found[one.pk].optimum_size for one in groups] == [*range(2, 17), *[8] * 15]
    with django_assert_num_queries(1):
        effective_terms_of(groups, on=FIRST - EVE)
    with django_assert_num_queries(0):
        assert effective_terms_of([], on=FIRST) == {}


def test_w1_another_authoritys_template_and_agreement_do_not_count(
    larkshire: Authority, marlshire: Authority, amina: User, otto: User
) -> None:
    with authority_scope(marlshire):
        theirs = CollaborationFactory(name="Riverside")
        published(otto, on=TERM, values={"attendance_threshold": "95"})
        agreed(theirs, otto, on=FIRST, values={"optimum_size": "20"})
    with authority_scope(larkshire):
        ours = CollaborationFactory(name="Riverside")
        terms = effective_terms(ours, on=SECOND)
        assert (terms.attendance_threshold, terms.optimum_size) == (80, 8)
        assert effective_terms(theirs, on=SECOND).optimum_size == 8
    with authority_scope(marlshire):
        terms = effective_terms(theirs, on=SECOND)
        assert (terms.attendance_threshold, terms.optimum_size) == (95, 20)
