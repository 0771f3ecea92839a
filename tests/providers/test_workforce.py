"""Childminders who work alone: one function, which every text that speaks of staff asks."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from collaborations.models import Collaboration, StateChange
from core.scoping import authority_scope
from memberships.models.members import SettingRole
from memberships.selectors.staff_told import staff_not_told
from memberships.selectors.telling import appointment_in_words, role_in_words
from memberships.services.staff_told import remind_of_staff_told
from providers.models import Provider
from providers.rules.workforce import (
    ONE_PERSON,
    Workforce,
    ask_for_number,
    in_people,
    roles_at,
    same_number,
    workforce_of,
)
from providers.selectors import workforce_of_setting, workforces_of
from tests.factories.agreeing import circulated, drafted
from tests.factories.joining import InvitationFactory
from tests.factories.offers import ReturnPeriodFactory, StaffReturnFactory
from tests.messages import text

TODAY, AT = date(2026, 11, 21), datetime(2026, 11, 21, 10, tzinfo=UTC)
ALONE, ASSISTED, EMPLOYS = Workforce.ALONE, Workforce.WITH_ASSISTANTS, Workforce.EMPLOYS


@pytest.mark.parametrize("kind", Provider.Type.values)
@pytest.mark.parametrize("staff", [None, 0, 1, 2, 30])
def test_who_works_where(kind: str, staff: int | None) -> None:
    is_person = kind in {"childminder", "childminder_away", "home"}
    assert (kind in ONE_PERSON) is is_person
    alone = ALONE if (staff or 0) <= 1 else ASSISTED
    assert workforce_of(kind, staff) is (alone if is_person else EMPLOYS)


@pytest.mark.parametrize(
    ("kind", "staff", "ask", "again", "words"),
    [
        ("non_domestic", 12, "Confirm how many work with children", "Nothing changed: confirm 12", "12"),
        ("childminder", 1, "Confirm: you work alone", "Nothing changed: I work alone", "you alone"),
        (
            "home",
            2,
            "Confirm who works with you: you and 1 assistant",
            "Nothing changed: 1 assistant and I",
            "you and 1 assistant",
        ),
        (
            "childminder",
            4,
            "Confirm who works with you: you and 3 assistants",
            "Nothing changed: 3 assistants and I",
            "you and 3 assistants",
        ),
    ],
)
def test_the_staff_number_in_words(kind: str, staff: int, ask: str, again: str, words: str) -> None:
    assert (ask_for_number(kind, staff), same_number(kind, staff), in_people(kind, staff)) == (
        ask,
        again,
        words,
    )


def test_the_last_number_counts(led, larkshire, django_assert_num_queries) -> None:
    with authority_scope(larkshire):
        nursery, cara = led.acorns.provider, led.caras.provider
        for year, staff in ((2025, 3), (2026, 1)):
            period = ReturnPeriodFactory(name=str(year), count_date=f"{year}-11-02")
            StaffReturnFactory(provider=cara, period=period, staff=staff, certified_by=led.cara)
        with django_assert_num_queries(1):
            assert workforces_of([nursery, cara]) == {nursery.pk: EMPLOYS, cara.pk: ALONE}
        with django_assert_num_queries(0):
            assert workforce_of_setting(nursery) is EMPLOYS


@pytest.mark.parametrize(
    ("staff", "yes", "agree", "heading"),
    [
        (None, "Yes, I join", "I agree", "Your childminding"),
        (2, "Yes, we join", "We agree", "Your childminding"),
    ],
)
def test_pages_speak_to_a_childminder(led, larkshire, browse, elsewhere, amina, staff, yes, agree, heading):
    cara = led.caras.provider
    with time_machine.travel("2026-11-21 10:00Z", tick=False), authority_scope(larkshire):
        if staff is not None:
            StaffReturnFactory(provider=cara, staff=staff, certified_by=led.cara)
        invitation = InvitationFactory(collaboration=elsewhere, provider=cara, sent_by=amina)
        circulated(drafted(led.collaboration, led.lena), led.lena, at=datetime(2026, 11, 20, tzinfo=UTC))
    with time_machine.travel("2026-11-21 10:00Z", tick=False):
        client = browse(led.cara)
        asked = client.get(f"/larkshire/collaborations/invitations/{invitation.pk}/")
        assert yes in asked.content.decode()
        answer = f"/larkshire/collaborations/{led.collaboration.pk}/ways-of-working/1/answer/{led.caras.pk}/"
        assert agree in client.get(answer).content.decode()
        assert heading in client.get("/larkshire/").content.decode()
        mo = browse(led.mo).get("/larkshire/").content.decode()
        assert "Your setting" in mo


def test_c9_a_group_that_forms_asks_nobody(led, larkshire) -> None:
    with authority_scope(larkshire):
        assert_nobody_is_asked_before_it_is_active(led)


def assert_nobody_is_asked_before_it_is_active(led) -> None:
    Collaboration.objects.filter(pk=led.collaboration.pk).update(state="drafting")
    assert staff_not_told(led.collaboration, on=TODAY) == 0
    assert remind_of_staff_told(collaboration=led.collaboration, by=led.lena, at=AT) == 0
    StateChange.objects.create(
        collaboration=led.collaboration, from_state="drafting", to_state="active", on=TODAY, at=AT
    )
    Collaboration.objects.filter(pk=led.collaboration.pk).update(state="active")
    assert staff_not_told(led.collaboration, on=TODAY) == 2
    assert staff_not_told(led.collaboration, on=TODAY - timedelta(days=1)) == 0


@pytest.mark.parametrize("kind", Provider.Type.values)
def test_what_people_are_called_at_a_setting(kind: str) -> None:
    words = {role: str(label) for role, label in roles_at(kind).items()}
    if kind == "home":
        assert words == {"manager": "Home childcarer", "staff": "Assistant"}
    elif kind in ONE_PERSON:
        assert words == {"manager": "Childminder", "staff": "Assistant"}
    else:
        assert words == {str(value): str(label) for value, label in SettingRole.Role.choices}


def test_a_childminder_is_nowhere_called_a_manager(led, larkshire, browse, amina, elsewhere) -> None:
    """On her own page, in lists and in the search, on the setting's pages, its forms, the group's, the admin
    and in the sheet; and the manager of a nursery still is one.
    """
    with authority_scope(larkshire):
        role = SettingRole.objects.select_related("provider").get(user=led.cara)
        setting = role.provider_id
        assert role.provider.provider_type in ONE_PERSON
        group = led.collaboration.pk
        appointed = appointment_in_words(role), role_in_words(role)
    assert appointed == (f"childminder of {role.provider}", "childminder")
    client = browse(amina)
    pages = (
        f"people/{led.cara.pk}/",
        f"settings/{setting}/",
        f"settings/{setting}/people/",
        f"settings/{setting}/people/add/",
        f"collaborations/{group}/members/{led.caras.pk}/",
        "people/?q=finch",
        "search/?q=finch&all=1",
        f"admin/memberships/settingrole/{role.pk}/change/",
        "admin/memberships/settingrole/?q=finch",
    )
    for page in pages:
        shown = text(client.get(f"/larkshire/{page}", follow=True))
        assert "Childminder" in shown, page
        assert not re.search(r"\bManager\b(?! of a setting, or)", shown), page
    offices = text(client.get(f"/larkshire/collaborations/{group}/offices/"))
    assert "Cara Finch, Childminder" in offices
    assert "Mo Siddiqui, Manager" in offices
