"""The register in the admin, through the endpoints: who sees what, what
can be changed, what belongs to another authority.
"""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from accounts.models import Authority, User
from accounts.roles import Role
from audit.models import Entry
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import Membership
from ofsted.models import Inspection
from providers.admin.register import changes_in_words
from providers.models import District, Provider, ProviderIdentity, SuccessionLink
from tests.cast import person
from tests.factories.providers import (
    DistrictFactory,
    ProviderFactory,
    ProviderIdentityFactory,
    SuccessionLinkFactory,
)
from tests.providers.pages import LIST, Browse, form_of, names_in, page_of, queries_of, text_of
from tests.staging import staged


@staged
def theirs(larkshire: Authority) -> SuccessionLink:
    """A take-over in Larkshire."""
    with authority_scope(larkshire):
        return SuccessionLinkFactory(
            old__name="Old Oak", new__name="New Oak", old__urn="EY111111", new__urn="EY222222"
        )


class TestTheList:
    @pytest.fixture(autouse=True)
    def settings(self, larkshire: Authority) -> None:
        with authority_scope(larkshire):
            north = DistrictFactory(name="North")
            acorns = ProviderFactory(
                name="Zoë's Acorns", urn="EY100001", postcode="LK1 1AA", town="Larkford", district=north
            )
            beech = ProviderFactory(name="beech Tree", urn="EY100002", unlisted_since=date(2025, 12, 31))
            cara = ProviderFactory(
                childminder=True, name="Cara's", urn="EY100003", postcode="LK7 7XY", town="Hedgeham"
            )
            ProviderFactory(name="Dell School", urn="", provider_type="school", first_listed_on=None)
            for setting, grade in ((acorns, 2), (beech, 3)):
                Inspection.objects.create(
                    provider=setting,
                    regime="eif",
                    inspected_on=date(2024, 5, 12),
                    is_graded=True,
                    overall=grade,
                )
            card = {"rc_safeguarding": 1, "rc_inclusion": 4, "rc_achievement": 3}
            Inspection.objects.create(
                provider=cara, regime="rc", inspected_on=date(2026, 3, 3), is_graded=True, **card
            )
            group = Collaboration.objects.create(name="Larkford Group", started_on=date(2024, 1, 1))
            Membership.objects.create(collaboration=group, provider=acorns, joined_on=date(2024, 1, 1))
            Membership.objects.create(
                collaboration=group, provider=beech, joined_on=date(2024, 1, 1), left_on=date(2025, 1, 1)
            )

    def test_it_stands_in_the_order_of_the_normalised_name(self, browse: Browse, amina: User) -> None:
        assert names_in(browse(amina).get(LIST)) == [
            "beech Tree",
            "Cara&#x27;s",
            "Dell School",
            "Zoë&#x27;s Acorns",
        ]

    @pytest.mark.parametrize(
        ("asked", "first_letters"),
        [
            ("q=zoes", "Z"),
            ("q=ey100002", "b"),
            ("q=lk11aa", "Z"),
            ("type=childminder", "C"),
            ("type=school", "D"),
            ("district=none", "bCD"),
            ("listing=listed", "CZ"),
            ("listing=gone", "b"),
            ("listing=never", "D"),
            ("judgement=good", "Z"),
            ("judgement=requires_improvement", "b"),
            ("judgement=outstanding", ""),
            ("judgement=report_card", "C"),
            ("judgement=report_card_attention", "C"),
            ("judgement=not_inspected", "D"),
            ("member=yes", "Z"),
            ("member=no", "bCD"),
            ("member=no&listing=listed&q=cara", "C"),
        ],
    )
    def test_it_is_narrowed(self, browse: Browse, amina: User, asked: str, first_letters: str) -> None:
        assert "".join(name[0] for name in names_in(browse(amina).get(f"{LIST}?{asked}"))) == first_letters

    def test_a_district_narrows_it(self, browse: Browse, amina: User, larkshire: Authority) -> None:
        with authority_scope(larkshire):
            north = District.objects.get().pk
        assert names_in(browse(amina).get(f"{LIST}?district={north}")) == ["Zoë&#x27;s Acorns"]

    def test_a_judgement_is_said_in_the_words_of_its_framework_o3(self, browse: Browse, amina: User) -> None:
        text = text_of(browse(amina).get(LIST))
        assert "Good, 12 May 2024" in text
        assert "Requires improvement, 12 May 2024" in text
        assert "Report card, 3 March 2026 (Inclusion: Needs attention)" in text
        assert "Not inspected yet" in text
        assert "Larkford Group" in text

    def test_where_a_childminder_lives_is_for_those_with_the_right(
        self, browse: Browse, amina: User, fred: User
    ) -> None:
        assert "LK7 7XY" in text_of(browse(amina).get(LIST))
        seen_by_fred = text_of(browse(fred).get(LIST))
        assert "LK7 7XY" not in seen_by_fred
        assert "Hedge" not in seen_by_fred
        assert "Not shown" in seen_by_fred
        assert "LK1 1AA" in seen_by_fred

    @pytest.mark.parametrize("asked", ["LK7 7XY", "lk77xy", "7xy", "Hedgeham"])
    def test_nobody_finds_a_childminder_by_address_without_the_right(
        self, browse: Browse, amina: User, fred: User, asked: str
    ) -> None:
        assert names_in(browse(fred).get(LIST, {"q": asked})) == []
        if asked != "Hedgeham":  # a town is no part of anybody's search
            assert names_in(browse(amina).get(LIST, {"q": asked})) == ["Cara&#x27;s"]

    @pytest.mark.parametrize(
        "lookup",
        [
            "postcode__startswith=LK7",
            "postcode=LK7+7XY",
            "town=Hedgeham",
            "search_text__contains=lk7",
            "id__gt=0",
        ],
    )
    def test_only_the_filters_beside_the_list_narrow_it(
        self, browse: Browse, fred: User, lookup: str
    ) -> None:
        answer, whole = (browse(fred).get(address) for address in (f"{LIST}?{lookup}", LIST))
        assert answer.context["cl"].result_count == whole.context["cl"].result_count > 1
        name = lookup.partition("=")[0]
        assert f"This list has no filter “{name}”." in answer.content.decode()

    @pytest.mark.parametrize("column", range(1, 9))
    def test_the_place_is_no_order_to_ask_for(self, browse: Browse, fred: User, column: int) -> None:
        response = browse(fred).get(f"{LIST}?o={column}")
        ordering = str(response.context["cl"].queryset.query.order_by)
        assert "postcode" not in ordering
        assert "town" not in ordering

    def test_the_other_authority_sees_none_of_it(self, browse: Browse, otto: User) -> None:
        assert names_in(browse(otto).get("/marlshire/admin/providers/provider/")) == []
        assert browse(otto).get(LIST).status_code == 404
        assert names_in(browse(otto).get("/marlshire/admin/providers/provider/?q=zoes")) == []

    def test_export_and_import_stand_above_it(self, browse: Browse, amina: User, fred: User) -> None:
        page = browse(amina).get(f"{LIST}?q=acorns&judgement=good").content.decode()
        assert "/larkshire/files/exports/settings/?q=acorns&amp;judgement=good&amp;homes=shown" in page
        assert 'href="/larkshire/ofsted/files/"' in page
        page = browse(fred).get(LIST).content.decode()
        assert "/larkshire/files/exports/settings/" in page
        assert "homes=shown" not in page
        assert 'href="/larkshire/ofsted/files/"' not in page


def _fill(rows: int) -> None:
    group = Collaboration.objects.create(name=f"Group of {rows}", started_on=date(2024, 1, 1))
    for setting in ProviderFactory.create_batch(rows, district=DistrictFactory()):
        Membership.objects.create(collaboration=group, provider=setting, joined_on=date(2024, 1, 1))
        for year in (2020, 2024):
            Inspection.objects.create(
                provider=setting, regime="eif", inspected_on=date(year, 5, 1), is_graded=True, overall=2
            )
        ProviderIdentityFactory(provider=setting)


@pytest.mark.parametrize("asked", ["", "?q=acorns&judgement=good&member=yes"])
def test_the_list_asks_the_same_number_of_questions_at_1_and_30_rows(
    browse: Browse, amina: User, larkshire: Authority, asked: str
) -> None:
    client = browse(amina)
    with authority_scope(larkshire):
        _fill(1)
    at_one = queries_of(client, LIST + asked)
    with authority_scope(larkshire):
        _fill(29)
    response = client.get(LIST + asked)
    assert len(names_in(response)) == 25
    assert queries_of(client, LIST + asked) == at_one <= 20


class TestOneSetting:
    def test_an_officer_changes_what_the_authority_holds(
        self, browse: Browse, amina: User, maya: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            nursery = ProviderFactory(name="Acorns", telephone="")
        client = browse(amina)
        data = form_of(client, page_of(nursery))
        assert "provider_type" not in data
        response = client.post(page_of(nursery), {**data, "telephone": "01234 567890", "postcode": "lk22bb"})
        assert response.status_code == 302
        with authority_scope(larkshire):
            nursery.refresh_from_db()
            assert (nursery.telephone, nursery.postcode) == ("01234 567890", "LK2 2BB")
            assert "lk22bb" in nursery.search_text
            assert Entry.objects.get(action="setting_changed").facts["changes"]["telephone"] == [
                "",
                "01234 567890",
            ]
        assert "telephone: empty → 01234 567890" in text_of(browse(maya).get(page_of(nursery)))

    def test_a_wrong_postcode_comes_back_with_the_reason(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            nursery = ProviderFactory()
        client = browse(amina)
        response = client.post(
            page_of(nursery), {**form_of(client, page_of(nursery)), "postcode": "somewhere"}
        )
        assert "Enter a full postcode, such as LK1 2AB." in text_of(response)

    def test_somebody_elses_save_is_not_overwritten_unseen(
        self, browse: Browse, amina: User, maya: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            nursery = ProviderFactory(telephone="")
        first, second = browse(amina), browse(maya)
        seen_by_first = form_of(first, page_of(nursery))
        second.post(page_of(nursery), {**form_of(second, page_of(nursery)), "telephone": "2"})
        response = first.post(page_of(nursery), {**seen_by_first, "town": "Larkham"})
        assert "Somebody else saved this setting" in text_of(response)
        again = {
            **seen_by_first,
            "town": "Larkham",
            "seen": response.context["adminform"].form["seen"].value(),
        }
        assert first.post(page_of(nursery), again).status_code == 302

    def test_numbers_come_and_go_with_the_form_o1(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            held = ProviderIdentityFactory(scheme="laestab", value="8861234")
        client, address = browse(amina), page_of(held.provider)
        data = form_of(client, address)
        wrong = client.post(
            address, {**data, "identities-1-scheme": "ukprn", "identities-1-value": "20000000"}
        )
        assert "A UKPRN has 8 digits and begins with 1." in text_of(wrong)
        right = {
            **data,
            "identities-0-DELETE": "on",
            "identities-1-scheme": "ukprn",
            "identities-1-value": "10000000",
        }
        assert client.post(address, right).status_code == 302
        with authority_scope(larkshire):
            assert list(ProviderIdentity.objects.values_list("scheme", "value")) == [("ukprn", "10000000")]

    def test_a_number_that_another_setting_has_is_refused_above_the_form(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            ProviderIdentityFactory(scheme="laestab", value="8861234", provider__name="Acorns")
            other = ProviderFactory(telephone="")
        client = browse(amina)
        data = {
            **form_of(client, page_of(other)),
            "identities-0-scheme": "laestab",
            "identities-0-value": "8861234",
            "telephone": "1",
        }
        assert "Acorns has this number already." in text_of(client.post(page_of(other), data))
        with authority_scope(larkshire):
            other.refresh_from_db()
            assert other.telephone == ""  # what was written before the refusal is undone

    def test_a_setting_is_added(self, browse: Browse, amina: User, larkshire: Authority) -> None:
        client = browse(amina)
        data = {
            **form_of(client, f"{LIST}add/"),
            "name": "Larkford School",
            "provider_type": "school",
            "urn": "135790",
        }
        data |= {"identities-0-scheme": "laestab", "identities-0-value": "886/1234"}
        assert client.post(f"{LIST}add/", data).status_code == 302
        with authority_scope(larkshire):
            added = Provider.objects.get()
            assert (added.name, added.urn, added.identities.get().value) == (
                "Larkford School",
                "135790",
                "8861234",
            )

    def test_a_urn_in_the_register_is_refused_at_its_field(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            ProviderFactory(urn="EY123456", name="Acorns")
        client = browse(amina)
        data = {**form_of(client, f"{LIST}add/"), "name": "New", "provider_type": "school", "urn": "ey123456"}
        assert "EY123456 is already in the register: Acorns." in text_of(client.post(f"{LIST}add/", data))

    def test_a_urn_of_a_wrong_form_is_refused_at_its_field_o1(self, browse: Browse, amina: User) -> None:
        client = browse(amina)
        data = {**form_of(client, f"{LIST}add/"), "name": "New", "provider_type": "school", "urn": "12"}
        assert "An Ofsted URN is EY or VC and 6 digits" in text_of(client.post(f"{LIST}add/", data))

    def test_a_number_without_its_scheme_is_refused(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            nursery = ProviderFactory()
        client = browse(amina)
        data = {**form_of(client, page_of(nursery)), "identities-0-value": "886/1234"}
        assert "This field is required." in text_of(client.post(page_of(nursery), data))

    def test_a_home_is_shown_to_those_with_the_right_and_searched_by_them(
        self, browse: Browse, amina: User, maya: User, fred: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            home = ProviderFactory(
                childminder=True, postcode="LK7 7XY", town="Hedgeham", telephone="01999 000000"
            )
        amina_changes = browse(amina)
        data = form_of(amina_changes, page_of(home))
        assert data["postcode"] == "LK7 7XY"
        amina_changes.post(page_of(home), {**data, "postcode": "LK8 8ZZ"})
        seen_by_fred = browse(fred).get(page_of(home)).content.decode()
        for secret in ("LK7", "LK8", "Hedge", "01999 000000"):
            assert secret not in seen_by_fred
        assert "Not shown: this is somebody" in seen_by_fred
        assert "postcode changed" in text_of(browse(maya).get(page_of(home)))

    def test_fred_changes_nothing(
        self, browse: Browse, fred: User, theirs: SuccessionLink, larkshire: Authority
    ) -> None:
        client = browse(fred)
        assert client.post(page_of(theirs.old), {"name": "Mine"}).status_code == 403
        assert client.get(f"{LIST}add/").status_code == 403
        assert client.get(page_of(theirs.new, "take-over/")).status_code == 403
        assert client.post(page_of(theirs.new, f"take-over/{theirs.pk}/remove/")).status_code == 403
        page = client.get(LIST)
        assert "move_to_district" not in page.content.decode()
        client.post(LIST, {"action": "move_to_district", "_selected_action": theirs.old_id, "confirmed": "1"})
        with authority_scope(larkshire):
            assert SuccessionLink.objects.exists()
            assert Provider.objects.get(pk=theirs.old_id).name == "Old Oak"

    def test_nobody_deletes_a_setting(self, browse: Browse, maya: User, theirs: SuccessionLink) -> None:
        assert browse(maya).post(page_of(theirs.old, "delete/"), {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.QUALITY_LEAD])
def test_other_roles_read_the_register_without_homes(
    browse: Browse, larkshire: Authority, role: Role
) -> None:
    reader = person(larkshire, "Rita Reader", role)
    with authority_scope(larkshire):
        home = ProviderFactory(childminder=True, postcode="LK7 7XY", town="Hedgeham")
    for address in (LIST, page_of(home), *([page_of(home, "history/")] if role is Role.AUDITOR else [])):
        page = browse(reader).get(address)
        assert page.status_code == 200, address
        assert "LK7" not in page.content.decode()


def test_the_audit_log_says_each_change_in_words() -> None:
    entry: Any = SimpleNamespace(
        facts={"changes": {"town": ["", "Larkford"], "places": ["26", ""], "postcode": [None, None]}}
    )
    assert changes_in_words(entry) == ["places: 26 → empty", "postcode changed", "town: empty → Larkford"]
