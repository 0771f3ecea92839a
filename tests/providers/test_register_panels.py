"""The panels beside a setting in the admin's register."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.admin import site

from accounts.models import Authority, User
from collaborations.models import Collaboration
from core.scoping import authority_scope
from memberships.models.members import Membership
from ofsted.models import Inspection
from providers.models import Provider, SuccessionLink
from tests.factories.providers import ProviderFactory, ProviderIdentityFactory, SuccessionLinkFactory
from tests.providers.pages import Browse, page_of, queries_of, text_of
from tests.staging import staged


@staged
def theirs(larkshire: Authority) -> SuccessionLink:
    """A take-over in Larkshire."""
    with authority_scope(larkshire):
        return SuccessionLinkFactory(
            old__name="Old Oak", new__name="New Oak", old__urn="EY111111", new__urn="EY222222"
        )


class TestPanels:
    def test_judgements_stand_per_framework_and_area_o3(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            nursery = ProviderFactory()
            facts: dict[str, Any] = {"provider": nursery, "is_graded": True}
            Inspection.objects.create(
                regime="cif", inspected_on=date(2017, 2, 1), overall=2, leadership_and_management=2, **facts
            )
            Inspection.objects.create(
                regime="eif", inspected_on=date(2021, 2, 1), overall=3, quality_of_education=3, **facts
            )
            Inspection.objects.create(
                regime="rc", inspected_on=date(2026, 2, 1), rc_safeguarding=1, rc_inclusion=2, **facts
            )
            hidden = {"published_on": date(2999, 1, 1), "rc_safeguarding": 2}
            Inspection.objects.create(regime="rc", inspected_on=date(2026, 6, 1), **hidden, **facts)
        response = browse(amina).get(page_of(nursery))
        panels = {panel.anchor: panel for panel in response.context["panels"]}
        history = panels["judgements"].facts["history"]
        assert [framework.framework for framework in history] == [
            "Report card",
            "Graded inspection, education inspection framework",
            "Graded inspection, common inspection framework",
        ]
        card = dict(zip(history[0].areas, history[0].rows[0].grades, strict=True))
        assert card["Safeguarding standards"] == "Met"
        assert card["Inclusion"] == "Strong standard"
        assert "Overall effectiveness" not in card
        assert "Good" not in card.values()
        assert len(history[0].rows) == 1  # what is not published yet stands nowhere
        assert history[0].rows[0].counts
        assert dict(zip(history[2].areas, history[2].rows[0].grades, strict=True)) == {
            "Overall effectiveness": "Good",
            "Leadership and management": "Good",
        }
        assert "1 Jun 2026" not in text_of(response)
        assert "1 June 2026" not in text_of(response)

    def test_earlier_registrations_are_suggested_linked_and_unlinked_o2(
        self, browse: Browse, amina: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            old = ProviderFactory(
                name="Oak", urn="EY111111", postcode="LK3 3CC", unlisted_since=date(2025, 12, 31)
            )
            new = ProviderFactory(
                name="Oak", urn="EY222222", postcode="LK3 3CC", registered_on=date(2025, 11, 3)
            )
            ProviderFactory(urn="EY333333", postcode="LK4 4DD", unlisted_since=date(2025, 12, 31))
        client = browse(amina)
        text = text_of(client.get(page_of(new)))
        assert "Oak (EY111111)" in text
        assert "Same postcode, LK3 3CC." in text
        assert "EY333333" not in text
        page = client.get(page_of(new, "take-over/?earlier=EY111111"))
        assert page.context["adminform"].form["earlier"].value() == "EY111111"
        sent = {"earlier": "ey111111", "on": "3 November 2025", "reason": "Sold to a trust"}
        response = client.post(page_of(new, "take-over/"), sent, follow=True)
        assert "It is recorded that Oak (EY222222) took over from Oak (EY111111)." in text_of(response)
        assert "Took over from Oak (EY111111) on 3 November 2025: Sold to a trust" in text_of(response)
        assert "may have followed" not in text_of(response)
        assert "already recorded" in text_of(client.post(page_of(new, "take-over/"), sent))
        with authority_scope(larkshire):
            link = SuccessionLink.objects.get()
        # It is not this setting's
        assert client.post(page_of(old, f"take-over/{link.pk}/remove/")).status_code == 404
        remove = page_of(new, f"take-over/{link.pk}/remove/")
        assert "Yes, remove it" in client.get(remove).content.decode()
        assert "was removed" in text_of(client.post(remove, follow=True))
        assert "Was taken over by" not in text_of(client.get(page_of(old)))

    def test_the_earlier_registration_is_searched_for_and_chosen(
        self, browse: Browse, amina: User, larkshire: Authority, marlshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            new = ProviderFactory(name="Oak Tree", urn="EY222222")
            ProviderFactory(name="Oak Tree", urn="EY111111")
        with authority_scope(marlshire):
            ProviderFactory(name="Oak Tree", urn="EY444444")
        client = browse(amina)
        found = client.get(page_of(new, "take-over/?q=oak+tree")).content.decode()
        assert '<a href="?earlier=EY111111">Oak Tree (EY111111)</a>' in found
        assert "?earlier=EY222222" not in found, "not itself"
        assert "EY444444" not in found
        chosen = client.get(page_of(new, "take-over/?earlier=EY111111"))
        assert chosen.context["adminform"].form["earlier"].value() == "EY111111"
        assert "No other registration matches." in text_of(client.get(page_of(new, "take-over/?q=zzz")))

    @pytest.mark.parametrize(
        ("change", "reason"),
        [
            ({"earlier": "EY999999"}, "No setting in your register matches “EY999999”."),
            ({"earlier": "123"}, "No setting in your register matches “123”."),
            ({"earlier": "EY222222"}, "A setting cannot take over from itself."),
            ({"on": "31/2/2025"}, "must be a real date"),
            ({"on": "1/1/2090"}, "must be today or in the past"),
            ({"on": "1/1/2001"}, "Elm was not registered yet on this day."),
            ({"reason": " "}, "Enter the reason."),
            (
                {"earlier": ""},
                "Enter the Ofsted URN or the name of the earlier registration, or its Department",
            ),
        ],
    )
    def test_a_take_over_that_cannot_be_is_refused_in_words(
        self,
        browse: Browse,
        amina: User,
        theirs: SuccessionLink,
        larkshire: Authority,
        change: dict[str, str],
        reason: str,
    ) -> None:
        with authority_scope(larkshire):
            ProviderFactory(name="Elm", urn="EY333333")
        sent = {"earlier": "EY333333", "on": "3/11/2025", "reason": "Sold", **change}
        response = browse(amina).post(page_of(theirs.new, "take-over/"), sent)
        assert reason in text_of(response)
        assert "<title>Error: " in " ".join(response.content.decode().split())

    def test_no_candidate_is_told_by_a_home_to_those_without_the_right(
        self, browse: Browse, larkshire: Authority, fred: User
    ) -> None:
        with authority_scope(larkshire):
            ProviderFactory(
                childminder=True, urn="EY111111", postcode="LK3 3CC", unlisted_since=date(2025, 12, 31)
            )
            new = ProviderFactory(childminder=True, postcode="LK3 3CC", registered_on=date(2025, 11, 3))
            request: Any = SimpleNamespace(user=fred)
            register: Any = site.get_model_admin(Provider)
            # Even for a role that could link and not see homes
            assert register.suggestions(request, new) == []
        assert "LK3" not in browse(fred).get(page_of(new)).content.decode()

    def test_members_loads_and_audit_log_are_for_those_who_may_read_them(
        self, browse: Browse, amina: User, maya: User, fred: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            nursery = ProviderFactory()
            group = Collaboration.objects.create(name="Larkford Group", started_on=date(2024, 1, 1))
            Membership.objects.create(
                collaboration=group, provider=nursery, joined_on=date(2024, 1, 1), left_on=date(2025, 1, 1)
            )
        response = browse(amina).get(page_of(nursery))

        def panels_for(reader: User) -> list[str]:
            return [panel.anchor for panel in browse(reader).get(page_of(nursery)).context["panels"]]

        assert panels_for(maya) == ["judgements", "collaborations", "take-overs", "loads", "audit-log"]
        assert panels_for(amina) == ["judgements", "collaborations", "take-overs", "loads"]
        assert panels_for(fred) == ["judgements", "collaborations", "take-overs"]
        assert "Larkford Group , from 1 January 2024 to 31 December 2024" in text_of(response)

    def test_the_page_asks_the_same_number_of_questions_at_1_and_30_rows(
        self, browse: Browse, maya: User, larkshire: Authority
    ) -> None:
        with authority_scope(larkshire):
            settings = [ProviderFactory(), ProviderFactory()]
            for setting, number in zip(settings, (1, 30), strict=True):
                for row in range(number):
                    day = date(1990 + row, 5, 1)
                    Inspection.objects.create(
                        provider=setting, regime="eif", inspected_on=day, is_graded=True, overall=2
                    )
                    SuccessionLinkFactory(new=setting)
                    SuccessionLinkFactory(old=setting)
                    ProviderIdentityFactory(provider=setting)
                    group = Collaboration.objects.create(
                        name=f"Group {number} {row}", started_on=date(2024, 1, 1)
                    )
                    Membership.objects.create(
                        collaboration=group, provider=setting, joined_on=date(2024, 1, 1)
                    )
        client = browse(maya)
        at_one, at_thirty = (queries_of(client, page_of(setting)) for setting in settings)
        assert at_one == at_thirty <= 35
