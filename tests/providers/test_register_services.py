"""Writes to the register: what may be written, what is refused in
words, what the audit log keeps (O1, O2, O7).
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import User
from audit.models import Entry
from collaborations.models import Collaboration
from providers import selectors
from providers.models import District, Provider, SuccessionLink
from providers.rules.register import held_fields, makes_a_circle
from providers.services import districts, identities, succession
from providers.services import register as register_services
from tests.factories.providers import DistrictFactory, ProviderFactory, ProviderIdentityFactory

pytestmark = pytest.mark.usefixtures("in_larkshire")


def refusal(act: Any, **arguments: Any) -> dict[str, list[str]]:
    """The sentences of a refusal, by field."""
    with pytest.raises(ValidationError) as caught, transaction.atomic():
        act(**arguments)
    return caught.value.message_dict if hasattr(caught.value, "error_dict") else {"": caught.value.messages}


def sentences() -> list[str]:
    return list(
        Entry.objects.order_by("pk")
        .exclude(about_type__startswith="accounts.")
        .values_list("sentence", flat=True)
    )


class TestAdding:
    def test_a_setting_is_kept_in_its_normal_form_and_in_the_audit_log(self, amina: User) -> None:
        added = register_services.add_provider(
            by=amina,
            provider_type=Provider.Type.NURSERY_SCHOOL,
            name="  Larkford  Nursery School ",
            urn=" ey123456 ",
            postcode="lk12ab",
        )
        assert (added.name, added.urn, added.postcode) == ("Larkford Nursery School", "EY123456", "LK1 2AB")
        assert added.search_text == "larkford nursery school ey123456 lk1 2ab lk12ab"
        assert sentences() == ["added the setting Larkford Nursery School"]

    def test_a_setting_needs_a_name_or_a_urn(self, amina: User) -> None:
        assert refusal(register_services.add_provider, by=amina, provider_type=Provider.Type.SCHOOL) == {
            "name": ["Enter the name or the Ofsted URN of the setting."]
        }

    @pytest.mark.parametrize("urn", ["EY12345", "XX123456", "12345678", "EY 123456"])
    def test_a_urn_of_a_wrong_form_is_refused_in_words_o1(self, amina: User, urn: str) -> None:
        assert (
            "An Ofsted URN is"
            in refusal(register_services.add_provider, by=amina, provider_type="school", name="A", urn=urn)[
                "urn"
            ][0]
        )

    def test_a_urn_in_the_register_is_refused_with_its_holder(self, amina: User) -> None:
        ProviderFactory(urn="EY123456", name="Acorns")
        refused = refusal(
            register_services.add_provider, by=amina, provider_type="school", name="A", urn="EY123456"
        )
        assert refused == {"urn": ["EY123456 is already in the register: Acorns."]}

    def test_fields_that_only_the_file_fills_are_refused(self, amina: User) -> None:
        refused = refusal(
            register_services.add_provider, by=amina, provider_type="school", name="A", region="South East"
        )
        assert list(refused) == ["region"]


class TestChanging:
    def test_each_difference_is_kept_with_before_and_after(self, amina: User) -> None:
        nursery = ProviderFactory(name="Acorns", telephone="01234 567890")
        register_services.change_provider(
            provider_id=nursery.pk, changes={"telephone": "01234 000000", "town": nursery.town}, by=amina
        )
        entry = Entry.objects.get(action="setting_changed")
        assert entry.facts["changes"] == {"telephone": ["01234 567890", "01234 000000"]}
        assert entry.sentence == "changed the setting Acorns"

    def test_of_a_home_the_audit_log_says_only_that_the_address_changed(self, amina: User) -> None:
        home = ProviderFactory(childminder=True)
        register_services.change_provider(
            provider_id=home.pk, changes={"postcode": "LK9 9ZZ", "name": "Cara's"}, by=amina
        )
        entry = Entry.objects.get(action="setting_changed")
        assert entry.facts["changes"]["postcode"] == [None, None]
        assert "LK9" not in str(entry.facts) + entry.sentence

    def test_nothing_different_leaves_no_entry(self, amina: User) -> None:
        nursery = ProviderFactory()
        register_services.change_provider(
            provider_id=nursery.pk, changes={"name": f" {nursery.name} "}, by=amina
        )
        assert sentences() == []

    @pytest.mark.parametrize("field", ["urn", "provider_type", "registered_on", "places"])
    def test_what_the_file_gave_stays_o7(self, amina: User, field: str) -> None:
        listed = ProviderFactory()
        assert refusal(
            register_services.change_provider, provider_id=listed.pk, changes={field: None}, by=amina
        ) == {field: ["This comes from Ofsted's file and cannot be changed here."]}

    def test_a_setting_never_seen_in_the_file_is_all_the_authoritys_own(self, amina: User) -> None:
        school = ProviderFactory(first_listed_on=None, urn="", provider_type=Provider.Type.SCHOOL)
        changed = register_services.change_provider(
            provider_id=school.pk, changes={"urn": "EY900000", "places": 26}, by=amina
        )
        assert (changed.urn, changed.places) == ("EY900000", 26)
        assert "ey900000" in changed.search_text

    def test_becoming_a_home_takes_the_postcode_out_of_the_search_text(self, amina: User) -> None:
        setting = ProviderFactory(first_listed_on=None)
        assert "lk12ab" in setting.search_text
        changed = register_services.change_provider(
            provider_id=setting.pk, changes={"provider_type": Provider.Type.DOMESTIC}, by=amina
        )
        assert "lk12ab" not in changed.search_text

    def test_only_an_agency_can_be_the_agency(self, amina: User) -> None:
        home, nursery = ProviderFactory(childminder=True), ProviderFactory()
        assert refusal(
            register_services.change_provider, provider_id=home.pk, changes={"agency": nursery}, by=amina
        ) == {"agency": ["Choose a childminder agency."]}

    def test_a_setting_that_is_not_there_is_refused(self, amina: User) -> None:
        assert refusal(register_services.change_provider, provider_id=0, changes={}, by=amina) == {
            "": ["This setting is not in the register."]
        }


class TestIdentities:
    @pytest.mark.parametrize(
        ("scheme", "typed", "kept"),
        [
            ("dfe_urn", "123456", "123456"),
            ("laestab", "886/1234", "8861234"),
            ("ukprn", "10012345", "10012345"),
            ("local", " LK-1 ", "LK-1"),
        ],
    )
    def test_a_number_is_kept_in_the_form_of_its_scheme_o1(
        self, amina: User, scheme: str, typed: str, kept: str
    ) -> None:
        nursery = ProviderFactory()
        assert (
            identities.add_identity(provider_id=nursery.pk, scheme=scheme, value=typed, by=amina).value
            == kept
        )

    @pytest.mark.parametrize(
        ("scheme", "typed"),
        [
            ("dfe_urn", "EY123456"),
            ("dfe_urn", "012345"),
            ("laestab", "12345"),
            ("ukprn", "20012345"),
            ("local", "x" * 41),
        ],
    )
    def test_a_number_of_a_wrong_form_is_refused_in_words_o1(
        self, amina: User, scheme: str, typed: str
    ) -> None:
        refused = refusal(
            identities.add_identity, provider_id=ProviderFactory().pk, scheme=scheme, value=typed, by=amina
        )
        assert refused == {"value": [register_services.scheme_form(scheme)]}

    def test_the_same_number_in_two_schemes_is_two_numbers_o1(self, amina: User) -> None:
        nursery, school = ProviderFactory(urn="123456"), ProviderFactory()
        identities.add_identity(provider_id=school.pk, scheme="dfe_urn", value="123456", by=amina)
        assert selectors.setting_by_urn("123456") == nursery

    def test_a_number_belongs_to_one_setting_in_its_scheme(self, amina: User) -> None:
        held = ProviderIdentityFactory(provider__name="Acorns")
        refused = refusal(
            identities.add_identity,
            provider_id=ProviderFactory().pk,
            scheme=held.scheme,
            value=held.value,
            by=amina,
        )
        assert refused == {"value": ["Acorns has this number already."]}

    def test_setting_all_numbers_adds_and_removes_what_differs(self, amina: User) -> None:
        nursery = ProviderFactory(name="Acorns")
        identities.set_identities(
            provider_id=nursery.pk, wanted=[("laestab", "886/1234"), ("local", "A1")], by=amina
        )
        identities.set_identities(
            provider_id=nursery.pk, wanted=[("laestab", "8861234"), ("ukprn", "10012345")], by=amina
        )
        assert set(nursery.identities.values_list("scheme", "value")) == {
            ("laestab", "8861234"),
            ("ukprn", "10012345"),
        }
        assert sentences() == [
            "added the LAESTAB 8861234 to Acorns",
            "added the authority's own code A1 to Acorns",
            "removed the authority's own code A1 from Acorns",
            "added the UKPRN 10012345 to Acorns",
        ]

    def test_setting_all_numbers_refuses_a_wrong_form(self, amina: User) -> None:
        refused = refusal(
            identities.set_identities, provider_id=ProviderFactory().pk, wanted=[("ukprn", "9")], by=amina
        )
        assert refused == {"value": [register_services.scheme_form("ukprn")]}

    def test_removing_twice_is_removing_once(self, amina: User) -> None:
        held = ProviderIdentityFactory()
        identities.remove_identity(identity_id=held.pk, by=amina)
        identities.remove_identity(identity_id=held.pk, by=amina)
        assert len(sentences()) == 1


class TestTakeOvers:
    def link(self, old: Provider, new: Provider, by: User, on: date = date(2025, 11, 3)) -> SuccessionLink:
        return succession.link_successor(
            old_id=old.pk, new_id=new.pk, on=on, reason=" Sold   to a trust ", by=by
        )

    def test_a_take_over_is_kept_with_day_reason_and_person_o2(self, amina: User) -> None:
        old, new = ProviderFactory(name="Old Acorns"), ProviderFactory(name="New Acorns")
        link = self.link(old, new, amina)
        assert (link.on, link.reason, link.linked_by) == (date(2025, 11, 3), "Sold to a trust", amina)
        assert sentences() == ["recorded that New Acorns took over from Old Acorns on 3 November 2025"]
        assert list(selectors.predecessors_of(new)) == list(selectors.successors_of(old)) == [link]

    def test_a_setting_may_take_over_from_two_and_be_taken_over_by_two_o2(self, amina: User) -> None:
        one, two, three, four = ProviderFactory.create_batch(4)
        for old, new in ((one, three), (two, three), (one, four)):
            self.link(old, new, amina)
        assert SuccessionLink.objects.count() == 3

    def test_circles_are_refused_o2(self, amina: User) -> None:
        one, two, three = (ProviderFactory(name=name) for name in ("One", "Two", "Three"))
        self.link(one, two, amina)
        self.link(two, three, amina)
        refused = refusal(
            succession.link_successor,
            old_id=three.pk,
            new_id=one.pk,
            on=date(2025, 1, 1),
            reason="?",
            by=amina,
        )
        assert refused == {"old": ["Three itself took over from One, directly or through others."]}

    def test_what_cannot_be_is_refused_in_words_o2(self, amina: User) -> None:
        old, new = ProviderFactory(name="Old", registered_on=date(2020, 5, 1)), ProviderFactory()
        facts = {"new_id": new.pk, "on": date(2025, 1, 1), "reason": "Sold", "by": amina}
        assert "from itself" in refusal(succession.link_successor, old_id=new.pk, **facts)["old"][0]
        assert "not in the register" in refusal(succession.link_successor, old_id=0, **facts)["old"][0]
        assert (
            "not registered yet"
            in refusal(succession.link_successor, old_id=old.pk, **{**facts, "on": date(2019, 1, 1)})["on"][0]
        )
        assert "reason" in refusal(succession.link_successor, old_id=old.pk, **{**facts, "reason": "  "})
        succession.link_successor(old_id=old.pk, **facts)
        assert "already recorded" in refusal(succession.link_successor, old_id=old.pk, **facts)["old"][0]

    def test_a_take_over_can_be_taken_back_and_the_audit_log_keeps_both_o2(self, amina: User) -> None:
        old, new = ProviderFactory(name="Old Acorns"), ProviderFactory(name="New Acorns")
        link = self.link(old, new, amina)
        succession.unlink_successor(link_id=link.pk, by=amina)
        succession.unlink_successor(link_id=link.pk, by=amina)
        assert sentences()[1:] == ["removed the link from New Acorns to Old Acorns"]
        assert not SuccessionLink.objects.exists()


class TestDistricts:
    def test_moving_settings_leaves_an_entry_for_each_that_was_elsewhere(self, amina: User) -> None:
        north = DistrictFactory(name="North")
        there, one, two = (
            ProviderFactory(district=north),
            ProviderFactory(name="One"),
            ProviderFactory(name="Two"),
        )
        moved = districts.set_district(
            provider_ids=[there.pk, one.pk, two.pk], district_id=north.pk, by=amina
        )
        assert moved == 2
        assert sentences() == ["moved One to the district North", "moved Two to the district North"]
        assert Provider.objects.filter(district=north).count() == 3

    def test_settings_can_be_taken_out_of_their_district(self, amina: User) -> None:
        setting = ProviderFactory(district=DistrictFactory(), name="One")
        districts.set_district(provider_ids=[setting.pk], district_id=None, by=amina)
        assert Provider.objects.get().district is None
        assert sentences() == ["moved One to the district none"]

    def test_a_foreign_district_is_none_of_ours(self, amina: User) -> None:
        setting = ProviderFactory()
        assert "district" in refusal(
            districts.set_district, provider_ids=[setting.pk], district_id=987654, by=amina
        )

    def test_there_is_a_most_at_once(self, amina: User, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(districts, "MAX_AT_ONCE", 1)
        assert refusal(districts.set_district, provider_ids=[1, 2], district_id=None, by=amina) == {
            "": ["Choose at most 1 settings at a time."]
        }

    def test_names_are_free_whatever_their_capitals(self, amina: User) -> None:
        north = districts.add_district(name=" North  Larkshire ", by=amina)
        south = districts.add_district(name="South", by=amina)
        assert north.name == "North Larkshire"
        assert "name" in refusal(districts.add_district, name="north larkshire", by=amina)
        assert "name" in refusal(
            districts.rename_district, district_id=south.pk, name="NORTH LARKSHIRE", by=amina
        )
        districts.rename_district(district_id=north.pk, name="North larkshire", by=amina)
        districts.rename_district(district_id=north.pk, name="North larkshire", by=amina)
        assert sentences() == [
            "added the district North Larkshire",
            "added the district South",
            "renamed the district North Larkshire to North larkshire",
        ]

    def test_a_district_in_use_stays(self, amina: User) -> None:
        district = districts.add_district(name="North", by=amina)
        group = Collaboration.objects.create(name="Larks", started_on=date(2025, 1, 1), district=district)
        assert "in use" in refusal(districts.remove_district, district_id=district.pk, by=amina)[""][0]
        group.delete()
        districts.remove_district(district_id=district.pk, by=amina)
        assert not District.objects.exists()
        assert sentences()[-1] == "removed the district North"


def test_rules_of_what_may_be_written() -> None:
    assert "urn" in held_fields(seen_in_file=False)
    assert "urn" not in held_fields(seen_in_file=True)
    assert {"postcode", "district"} <= set(held_fields(seen_in_file=True))
    assert makes_a_circle(1, 2, {1: [3, 4], 3: [1], 4: [2]})
    assert not makes_a_circle(1, 2, {1: [3], 3: [1], 2: [5]})
