"""Many settings at once, districts, and whatever another authority asks for."""

from __future__ import annotations

import pytest

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from providers.models import District, Provider, SuccessionLink
from tests.factories.providers import DistrictFactory, ProviderFactory, SuccessionLinkFactory
from tests.providers.pages import LIST, Browse, form_of, text_of
from tests.staging import staged


@staged
def theirs(larkshire: Authority) -> SuccessionLink:
    """A take-over in Larkshire."""
    with authority_scope(larkshire):
        return SuccessionLinkFactory(
            old__name="Old Oak", new__name="New Oak", old__urn="EY111111", new__urn="EY222222"
        )


class TestMovingToADistrict:
    def test_it_asks_first_and_leaves_an_entry_for_each(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            one, two, north = (
                ProviderFactory(name="One"),
                ProviderFactory(name="Two"),
                DistrictFactory(name="North"),
            )
        client = browse(amina)
        chosen = {"action": "move_to_district", "_selected_action": [one.pk, two.pk]}
        page = client.post(LIST, chosen)
        assert "These settings are moved: One Two" in text_of(page)
        with authority_scope(larkshire):
            assert not Provider.objects.filter(district=north).exists()
        done = client.post(LIST, {**chosen, "confirmed": "1", "district": north.pk}, follow=True)
        assert "2 settings were moved." in text_of(done)
        with authority_scope(larkshire):
            assert Provider.objects.filter(district=north).count() == 2
            assert Entry.objects.filter(action="district_chosen").count() == 2
        again = client.post(LIST, {**chosen, "confirmed": "1", "district": north.pk}, follow=True)
        assert "there already" in text_of(again)

    def test_too_many_are_refused_in_words(
        self, browse: Browse, amina: User, larkshire: Authority, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("providers.services.districts.MAX_AT_ONCE", 1)
        with authority_scope(larkshire):
            chosen = [each.pk for each in ProviderFactory.create_batch(2)]
        sent = {"action": "move_to_district", "_selected_action": chosen, "confirmed": "1", "district": ""}
        assert "Choose at most 1 settings at a time." in text_of(browse(amina).post(LIST, sent))


class TestAnotherAuthority:
    def test_every_page_and_act_on_a_foreign_setting_is_404(
        self, browse: Browse, otto: User, theirs: SuccessionLink, larkshire: Authority
    ) -> None:
        client, base = browse(otto), "/marlshire/admin/providers/provider/"
        for rest in ("change/", "history/", "delete/", "take-over/", f"take-over/{theirs.pk}/remove/"):
            assert client.get(f"{base}{theirs.new_id}/{rest}").status_code == 404, rest
            assert (
                client.post(f"{base}{theirs.new_id}/{rest}", {"name": "Mine", "post": "yes"}).status_code
                == 404
            ), rest
        for chosen in (theirs.new_id, "nonsense"):
            sent = {
                "action": "move_to_district",
                "_selected_action": chosen,
                "confirmed": "1",
                "district": "",
            }
            assert client.post(base, sent).status_code == 404
        with authority_scope(larkshire):
            assert SuccessionLink.objects.exists()

    def test_a_foreign_setting_is_no_earlier_registration_and_a_foreign_district_no_choice(
        self, browse: Browse, otto: User, theirs: SuccessionLink, marlshire: Authority, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            foreign = DistrictFactory()
        with authority_scope(marlshire):
            own = ProviderFactory()
        client, base = browse(otto), "/marlshire/admin/providers/provider/"
        sent = {"earlier": "EY111111", "on": "3/11/2025", "reason": "Sold"}
        assert "No setting in your register" in text_of(client.post(f"{base}{own.pk}/take-over/", sent))
        sent = {
            "action": "move_to_district",
            "_selected_action": own.pk,
            "confirmed": "1",
            "district": foreign.pk,
        }
        assert "Select a valid choice" in text_of(client.post(base, sent))
        data = form_of(client, f"{base}{own.pk}/change/")
        assert "Select a valid choice" in text_of(
            client.post(f"{base}{own.pk}/change/", {**data, "district": foreign.pk})
        )


class TestDistricts:
    PLACE = "/larkshire/admin/providers/district/"

    def test_an_officer_keeps_the_districts(self, browse: Browse, amina: User, larkshire: Authority) -> None:
        client = browse(amina)
        client.post(f"{self.PLACE}add/", {"name": "North"})
        with authority_scope(larkshire):
            north = District.objects.get()
            ProviderFactory(district=north)
        assert "There is a district of this name already." in text_of(
            client.post(f"{self.PLACE}add/", {"name": "north"})
        )
        client.post(f"{self.PLACE}{north.pk}/change/", {"name": "Northern"})
        assert "Northern 1" in text_of(client.get(self.PLACE))
        refused = client.post(f"{self.PLACE}{north.pk}/delete/", {"post": "yes"}, follow=True)
        assert "Northern is in use." in text_of(refused)
        with authority_scope(larkshire):
            Provider.objects.all().delete()
        client.post(f"{self.PLACE}{north.pk}/delete/", {"post": "yes"})
        with authority_scope(larkshire):
            assert not District.objects.exists()

    def test_finance_only_reads_them(self, browse: Browse, fred: User, larkshire: Authority) -> None:
        with authority_scope(larkshire):
            north = DistrictFactory()
        assert browse(fred).get(self.PLACE).status_code == 200
        assert browse(fred).post(f"{self.PLACE}{north.pk}/change/", {"name": "Mine"}).status_code == 403

    def test_a_foreign_district_is_404(self, browse: Browse, otto: User, larkshire: Authority) -> None:
        with authority_scope(larkshire):
            north = DistrictFactory()
        for rest in ("change/", "delete/", "history/"):
            assert (
                browse(otto).get(f"/marlshire/admin/providers/district/{north.pk}/{rest}").status_code == 404
            )
