"""Search finds by any part of name, URN and postcode, and never tells where a childminder lives."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from accounts.models import User
from providers import selectors
from providers.models import Provider
from providers.rules.register import search_text
from tests.factories.providers import (
    DistrictFactory,
    ProviderFactory,
    ProviderIdentityFactory,
    SuccessionLinkFactory,
)

pytestmark = pytest.mark.usefixtures("in_larkshire")


def found(text: str, *, with_homes: bool = True) -> list[Provider]:
    return list(selectors.settings_matching(text, within=selectors.register(), with_homes=with_homes))


@pytest.mark.parametrize(
    "typed",
    [
        "ZOES",
        "zoë's",
        "Zoe’s  play",
        "playgroup & crèche",
        "and creche",
        "ey123456",
        "y1234",
        "lk1",
        "LK12AB",
        "1 2ab",
        "k1 2",
    ],
)
def test_a_setting_is_found_however_it_is_typed(typed: str) -> None:
    wanted = ProviderFactory(name="Zoë's Playgroup & Crèche", urn="EY123456", postcode="LK1 2AB")
    ProviderFactory(name="Acorns", urn="EY987654", postcode="LK9 9ZZ")
    assert found(typed) == [wanted]


def test_every_word_must_be_there() -> None:
    ProviderFactory(name="Acorns Nursery")
    assert found("acorns nursery")
    assert not found("acorns playgroup")


def test_nothing_typed_leaves_the_list_as_it_is() -> None:
    ProviderFactory.create_batch(2)
    assert len(found(" '- ")) == 2


def test_a_further_number_finds_its_setting() -> None:
    held = ProviderIdentityFactory(scheme="laestab", value="8861234")
    ProviderFactory()
    assert found("886/1234") == found("8861234") == [held.provider]


class TestHomes:
    @pytest.fixture
    def home(self) -> Provider:
        return ProviderFactory(
            childminder=True, name="Cara's", urn="EY300001", postcode="LK7 7XY", town="Hedgeham"
        )

    @pytest.mark.parametrize(
        "typed", ["LK7 7XY", "lk77xy", "7xy", "LK7", "77x", "cara LK7", "Hedgeham", "Hedgerow"]
    )
    def test_without_the_right_nobody_finds_a_childminder_by_address(
        self, home: Provider, typed: str
    ) -> None:
        assert found(typed, with_homes=False) == []

    @pytest.mark.parametrize("typed", ["LK7 7XY", "lk77xy", "7xy", "LK7", "77x", "cara LK7"])
    def test_with_the_right_the_postcode_finds(self, home: Provider, typed: str) -> None:
        assert found(typed) == [home]

    @pytest.mark.parametrize("typed", ["cara", "ey300001", "CARAS 3000"])
    def test_name_and_urn_find_without_the_right(self, home: Provider, typed: str) -> None:
        assert found(typed, with_homes=False) == [home]

    @pytest.mark.parametrize("kind", sorted(Provider.DOMESTIC_TYPES))
    def test_each_kind_of_home_is_kept_out(self, kind: str) -> None:
        ProviderFactory(provider_type=kind, postcode="LK7 7XY")
        assert found("LK7 7XY", with_homes=False) == []
        assert len(found("LK7 7XY")) == 1

    def test_who_has_the_right(self, amina: User, fred: User) -> None:
        assert selectors.sees_private_addresses(amina)
        assert not selectors.sees_private_addresses(fred)


NAMES = st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
POSTCODES = st.from_regex(r"[A-Z]{1,2}[1-9][0-9]? [0-9][ABD-HJLNP-UW-Z]{2}", fullmatch=True)


@st.composite
def a_setting_and_a_part(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    setting = {
        "name": draw(NAMES),
        "urn": draw(st.from_regex(r"(EY[0-9]{6}|[1-9][0-9]{6})", fullmatch=True)),
        "postcode": draw(POSTCODES),
        "provider_type": draw(st.sampled_from([Provider.Type.NON_DOMESTIC, Provider.Type.CHILDMINDER])),
    }
    whole = draw(
        st.sampled_from(
            [setting["name"], setting["urn"], setting["postcode"], setting["postcode"].replace(" ", "")]
        )
    )
    start = draw(st.integers(0, len(whole) - 1))
    part = whole[start : draw(st.integers(start + 1, len(whole)))]
    return setting, draw(st.sampled_from([part, part.upper(), part.lower(), f" {part}. "]))


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(a_setting_and_a_part())
@example(
    (
        {"name": "O'Neil & Sons", "urn": "EY123456", "postcode": "LK1 2AB", "provider_type": "school"},
        "'NEIL &",
    )
)
@example(({"name": "STRASSE", "urn": "EY123456", "postcode": "LK1 2AB", "provider_type": "school"}, "straße"))
@example(
    ({"name": "Kadıköy", "urn": "EY123456", "postcode": "LK1 2AB", "provider_type": "school"}, "KADIKOY")
)
def test_any_part_finds(drawn: tuple[dict[str, Any], str]) -> None:
    """Whatever the name: any part of name, URN or postcode, in any case, finds the setting."""
    setting, part = drawn
    assume(search_text(part))
    Provider.objects.all().delete()
    made = ProviderFactory(**setting)
    assert found(part) == [made]


def test_the_order_is_that_of_the_normalised_name() -> None:
    for name in ("Zebras", "éclair", "Dinosaurs", "apples"):
        ProviderFactory(name=name)
    assert [each.name for each in selectors.register()] == ["apples", "Dinosaurs", "éclair", "Zebras"]


@pytest.mark.parametrize("rows", [1, 30])
def test_reads_ask_the_database_once_whatever_the_number_of_rows(rows: int) -> None:
    new = ProviderFactory()
    for _each in range(rows):
        SuccessionLinkFactory(new=new, old__district=DistrictFactory())
    reads = {
        "register": lambda: [str(each.district) for each in selectors.register()],
        "search": lambda: [str(each.district) for each in found("acorns")],
        "predecessors": lambda: [(str(each.old), each.linked_by) for each in selectors.predecessors_of(new)],
        "successors": lambda: [str(each.new) for each in selectors.successors_of(new)],
        "predecessor ids": selectors.predecessor_ids,
    }
    for name, read in reads.items():
        with CaptureQueriesContext(connection) as queries:
            read()
        # a search first asks whether anything is called so
        assert len(queries) == (2 if name == "search" else 1), name
