"""The pages of visits and training (K), as members, the leader and people elsewhere meet them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import override_settings
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.frame.lines import lines_of_groups, lines_of_settings
from core.frame.visitor import Visitor as Reader
from core.scoping import authority_scope
from meetings.models.visits import PeerVisit, Training, TrainingPlace, Visitor
from tests.factories.groups import Group
from tests.factories.visits import training_on, visit_on
from tests.meetings.pages import Browse, errors_of, now, text_of

__all__ = ["now"]
pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 24)
WHEN = {"on_day": "24", "on_month": "11", "on_year": "2026"}
VISIT = {"focus": "Your outdoor area", **WHEN, "starts_at": "10am", "ends_at": "12pm"}
TRAINING = {"title": "First aid", **WHEN, "starts_at": "6pm", "ends_at": "8pm", "places": "12"}


def base_of(led: Group) -> str:
    return f"/larkshire/collaborations/{led.collaboration.pk}/"


def asks(led: Group, user: User, membership: Any, on: date) -> list[str]:
    visitor = Reader(user, on)
    visitor.looks_at(groups=[led.collaboration], settings=[membership.provider])
    with override_settings(ROOT_URLCONF="config.authority_urls"):
        lines = lines_of_settings(visitor, [membership.provider])
    words = ("visit", "take home", "idea", "come to", "changed?")
    return [line.what for line in lines if any(word in line.what for word in words)]


def test_k_a_visit_from_the_question_to_what_became_of_it(
    larkshire: Authority, led: Group, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    mo, lena, cara = browse(led.mo), browse(led.lena), browse(led.cara)
    page = f"{base_of(led)}visits/"
    assert "Ask for a visit" in text_of(mo.get(page))
    form = mo.get(f"{page}ask/").context["form"]
    assert form["visitors"].value() == [led.bluebells.provider_id]  # one's own setting is ticked
    sent = {**VISIT, "host": led.acorns.provider_id, "visitors": [led.bluebells.provider_id]}
    refused = errors_of(mo.post(f"{page}ask/", {**sent, "visitors": [led.acorns.provider_id]}))
    assert refused == {"visitors": ["A setting cannot visit itself. Select the others."]}
    assert errors_of(mo.post(f"{page}ask/", {**sent, "ends_at": "9am"})) == {
        "ends_at": ["The end must be after the beginning, on the same day."]
    }
    assert mo.post(f"{page}ask/", sent).status_code == 302
    with authority_scope(larkshire):
        visit = PeerVisit.objects.get()
        visitor = Visitor.objects.get()
        assert asks(led, led.lena, led.acorns, date(2026, 11, 10)) == [
            "May others of your group visit you on 24 November?"
        ]
    one = f"{page}{visit.pk}/"
    assert cara.post(f"{one}answer/", {"agrees": "yes"}).status_code == 403
    assert lena.post(f"{one}answer/", {"agrees": "yes"}).status_code == 302
    assert cara.get(f"{one}ideas/{visitor.pk}/").status_code == 403
    assert "Write it down" not in text_of(mo.get(one))
    time_machine.move_to("2026-11-25T00:30:00+00:00", tick=False)
    assert "Write it down" in text_of(mo.get(one))
    assert "Write it down" not in text_of(cara.get(one))
    assert mo.get(f"{one}ideas/{visitor.pk}/later/").status_code == 404  # there is no idea yet
    assert errors_of(mo.post(f"{one}ideas/{visitor.pk}/", {"idea": " "})) == {
        "idea": ["Enter one idea that you take home."]
    }
    idea = {"idea": "A mud kitchen", "seen": "Calm mornings"}
    assert mo.post(f"{one}ideas/{visitor.pk}/", idea).status_code == 302
    assert "A mud kitchen" in text_of(cara.get(page))  # the group reads it
    with authority_scope(larkshire):
        assert asks(led, led.mo, led.bluebells, DAY + timedelta(days=119)) == []
        assert asks(led, led.mo, led.bluebells, DAY + timedelta(days=120)) == [
            "What became of your idea from Acorns?"
        ]
    later = {"became": "kept", "words": "Every day"}
    assert mo.post(f"{one}ideas/{visitor.pk}/later/", later).status_code == 302
    assert "We do it now" in text_of(cara.get(one))


def test_k_training_from_plan_to_what_it_changed(
    larkshire: Authority, led: Group, browse: Browse, time_machine: TimeMachineFixture
) -> None:
    mo, lena = browse(led.mo), browse(led.lena)
    plan = f"{base_of(led)}training/plan/"
    assert mo.post(plan, TRAINING).status_code == 403
    assert errors_of(lena.post(plan, {**TRAINING, "places": "0"})) == {
        "places": ["The number of places must be between 1 and 999."]
    }
    assert lena.post(plan, TRAINING).status_code == 302
    with authority_scope(larkshire):
        training = Training.objects.get()
        assert asks(led, led.mo, led.bluebells, date(2026, 11, 10)) == [
            "How many of you come to “First aid” on 24 November?"
        ]
    page = f"{base_of(led)}training/{training.pk}/"
    book = f"{page}places/{led.bluebells.provider_id}/"
    assert "Say how many of you come" in text_of(mo.get(page))
    assert mo.post(f"{page}places/{led.acorns.provider_id}/", {"people": "2"}).status_code == 403
    assert errors_of(mo.post(book, {"people": "13"})) == {
        "people": ["There are not so many places left: 12."]
    }
    assert mo.post(book, {"people": "2"}).status_code == 302
    with authority_scope(larkshire):
        assert asks(led, led.mo, led.bluebells, date(2026, 11, 10)) == []
    time_machine.move_to("2026-11-26T09:00:00+00:00", tick=False)
    with authority_scope(larkshire):
        visitor = Reader(led.lena, date(2026, 11, 26))
        visitor.looks_at(groups=[led.collaboration])
        with override_settings(ROOT_URLCONF="config.authority_urls"):
            lines = [line.what for line in lines_of_groups(visitor, [led.collaboration])]
        assert "How many came to “First aid”?" in lines
    assert lena.post(f"{page}came/", {f"came_{led.bluebells.provider_id}": "2"}).status_code == 302
    with authority_scope(larkshire):
        booking = TrainingPlace.objects.get()
    assert browse(led.cara).get(f"{page}later/{booking.pk}/").status_code == 403
    assert mo.post(f"{page}later/{booking.pk}/", {"became": "trying", "words": "Drills"}).status_code == 302
    assert "We are still trying it: Drills" in text_of(lena.get(page))


def test_k_others_find_nothing(
    larkshire: Authority, led: Group, browse: Browse, sam: User, otto: User, amina: User
) -> None:
    with authority_scope(larkshire):
        visit = visit_on(led.acorns, led.bluebells, DAY, led.mo)
        training = training_on(led.collaboration, DAY, led.lena)
    for path in ("visits/", "visits/list/", f"visits/{visit.pk}/", f"training/{training.pk}/"):
        for stranger in (sam, otto):
            assert browse(stranger).get(f"{base_of(led)}{path}").status_code == 404, path
        assert browse(amina).get(f"{base_of(led)}{path}").status_code == 200, path


def test_k_the_lists_show_what_was_taken_home(
    larkshire: Authority, led: Group, browse: Browse, amina: User, django_assert_max_num_queries: Any
) -> None:
    with authority_scope(larkshire):
        for number in range(6):
            visit_on(led.acorns, led.bluebells, DAY + timedelta(days=number), led.mo)
            training_on(led.collaboration, DAY + timedelta(days=number), led.lena)
    client = browse(amina)
    for path in ("collaborations/visits/", "collaborations/training/"):
        client.get(f"/larkshire/{path}")
        with django_assert_max_num_queries(16):
            answer = client.get(f"/larkshire/{path}")
        assert answer.status_code == 200
    assert "How you settle two-year-olds" in text_of(client.get(f"{base_of(led)}visits/list/"))
    mo = browse(led.mo)
    mo.get(f"{base_of(led)}visits/")
    with django_assert_max_num_queries(20):
        mo.get(f"{base_of(led)}visits/")
