"""What a load of Ofsted's file leaves in the register: homes are
hidden and not found whoever wrote their address (O7).
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from accounts.models import Authority, User
from core.scoping import authority_scope
from ofsted.services.national import load_national
from providers import selectors
from providers.models import Provider
from providers.services import register as register_services
from tests.ofsted.files import make_file, row

pytestmark = pytest.mark.django_db(transaction=True)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def load(authority: Authority, *rows: dict[str, str], day: date = date(2026, 6, 30)) -> None:
    data = make_file("2021-08", [{"local_authority": "Larkshire", **each} for each in rows])
    load_national(file=io.BytesIO(data), name="file.csv", listed_on=day, authorities=[authority], at=NOW)


def found(text: str, *, with_homes: bool) -> list[str]:
    return [
        each.urn
        for each in selectors.settings_matching(text, within=selectors.register(), with_homes=with_homes)
    ]


HOME = {"provider_type": "Childminder", "name": "Cara's", "postcode": "LK7 7XY", "town": "Hedgeham"}


def test_o7_a_home_in_the_file_is_found_by_its_postcode_only_with_the_right(larkshire: Authority) -> None:
    load(larkshire, row("EY100001", **HOME), row("EY100002", name="Acorns", postcode="LK1 1AA"))
    with authority_scope(larkshire):
        assert found("LK7 7XY", with_homes=False) == []
        assert found("LK7 7XY", with_homes=True) == ["EY100001"]
        assert found("caras", with_homes=False) == ["EY100001"]
        assert found("lk11aa", with_homes=False) == ["EY100002"]


def test_o7_it_stays_so_when_a_load_changes_name_postcode_or_type(larkshire: Authority) -> None:
    load(larkshire, row("EY100001", **HOME), row("EY100002", name="Acorns", postcode="LK1 1AA"))
    load(
        larkshire,
        row("EY100001", **{**HOME, "name": "Cara's Place", "postcode": "LK8 8ZZ"}),
        row("EY100002", name="Acorns", postcode="LK1 1AA", provider_type="Childcare on domestic premises"),
        day=date(2026, 10, 31),
    )
    with authority_scope(larkshire):
        assert found("LK8 8ZZ", with_homes=False) == found("LK1 1AA", with_homes=False) == []
        assert found("LK8 8ZZ", with_homes=True) == ["EY100001"]
        assert found("caras place", with_homes=False) == ["EY100001"]


def test_o7_what_an_officer_wrote_outlives_redacted_rows(
    larkshire: Authority, amina: User, browse: Callable[..., Client]
) -> None:
    redacted = {"name": "REDACTED", "postcode": "REDACTED", "town": "REDACTED", "address_line_1": "REDACTED"}
    load(larkshire, row("EY100001", **{**HOME, **redacted}))
    with authority_scope(larkshire):
        home = Provider.objects.get()
        register_services.change_provider(
            provider_id=home.pk, changes={"name": "Cara's", "postcode": "LK7 7XY"}, by=amina
        )
    load(larkshire, row("EY100001", **{**HOME, **redacted, "places": "6"}), day=date(2026, 10, 31))
    with authority_scope(larkshire):
        home.refresh_from_db()
        assert (home.name, home.postcode, home.places) == ("Cara's", "LK7 7XY", 6)
        assert found("LK7", with_homes=False) == []
        assert found("LK7", with_homes=True) == found("caras", with_homes=False) == ["EY100001"]
    panels = browse(amina).get(f"/larkshire/admin/providers/provider/{home.pk}/change/").context["panels"]
    loads = next(panel for panel in panels if panel.anchor == "loads").facts["rows"]
    assert [(each["row"].kind, [(d.field, d.after) for d in each["differences"]]) for each in loads] == [
        ("changed", [("places", "6")]),
        ("new", []),
    ]


def test_o7_the_history_of_loads_hides_where_a_home_is(
    larkshire: Authority, browse: Callable[..., Client]
) -> None:
    from accounts.roles import Role
    from tests.cast import person

    auditor = person(larkshire, "Rita Reader", Role.AUDITOR)
    officer = person(larkshire, "Olga Officer", Role.OFFICER)
    load(larkshire, row("EY100001", **HOME))
    load(larkshire, row("EY100001", **{**HOME, "postcode": "LK8 8ZZ"}), day=date(2026, 10, 31))
    with authority_scope(larkshire):
        address = f"/larkshire/admin/providers/provider/{Provider.objects.get().pk}/change/"
    assert "LK8 8ZZ" in browse(officer).get(address).content.decode()
    seen = browse(auditor).get(address).content.decode()
    assert "Loads of Ofsted" in seen
    for secret in ("LK7", "LK8", "Hedge"):
        assert secret not in seen
