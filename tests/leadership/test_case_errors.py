"""Every form of leadership cases says what is wrong at its field, in words, and loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.models.steps import CaseStep
from leadership.selectors.sight import every_case
from leadership.services.cases import assign_case, derive_grants
from memberships.models.members import LeaderAppointment
from tests.factories.conversation import (
    CaseStepFactory,
    CaseSupportFactory,
    PossibleSuccessorFactory,
    ReinstatementFactory,
)
from tests.factories.groups import Group
from tests.factories.leadership import LeadershipCaseFactory, UnpublishedOutcomeFactory
from tests.factories.letters import let_read_page
from tests.staging import staged

pytestmark = pytest.mark.django_db
Browse = Callable[..., Client]
LIST = "/larkshire/leadership/"
TYPED = "Typed words & <more>"
KEPT = "Typed words &amp; &lt;more&gt;"


class Asked(NamedTuple):
    """A form: where it stands below the list, its day that cannot be ahead, its words and how many it takes."""

    where: str
    day: str = ""
    words: str = ""
    most: int = 4000
    who: str = "amina"


FORMS = [
    Asked("{case}/contact/", "on_day", "agreed"),
    Asked("{case}/talk/", "on_day", "words"),
    Asked("{case}/succession/", "on_day", "agreed"),
    Asked("{case}/entries/{step}/correct/", "on_day", "words"),
    Asked("{case}/support/", "offered_on", "words", 2000),
    Asked("{case}/support/{support}/", "given_on", "words", 2000),
    Asked("{case}/succession/{successor}/", "contacted_on"),
    Asked("{case}/succession/add/", "", "words", 2000),
    Asked("{case}/stepped-down/", "on_day", "agreed"),
    Asked("{case}/stays/", "on_day", "words"),
    Asked("{case}/outcomes/add/", "inspected_on", "outcome"),
    Asked("{case}/outcomes/{outcome}/publish/", "published_on"),
    Asked("{case}/decide/", "", "words", 2000),
    Asked("{case}/hand-over/", "", "words", who="maya"),
    Asked("{ended}/again/", "discussed_on", "words", 2000),
    Asked("open/", "inspected_on", "words"),
    Asked("mine/{case}/words/", "", "words", who="lena"),
]


class Rows(NamedTuple):
    """What the addresses name."""

    ids: dict[str, int]
    people: dict[str, User]


@staged
def rows(larkshire: Authority, led: Group, amina: User, maya: User) -> Rows:
    now = timezone.now()
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointment.objects.get(user=led.lena)
        ended = LeadershipCaseFactory(
            appointment=appointment, closed_at=now, closed_by=maya, outcome="succeeded", assigned_to=amina
        )
        case = LeadershipCaseFactory(appointment=appointment, ground="told")
        assign_case(case_id=case.pk, officer=amina, by=maya, at=now)
        LeadershipCase.objects.filter(pk=case.pk).update(told_leader_at=now, stage="support")
        let_read_page(case, led.lena, is_exceptional=False)
        ReinstatementFactory(case=ended)
        made = {
            "case": case,
            "ended": ended,
            "step": CaseStepFactory(case=case, by=amina),
            "support": CaseSupportFactory(case=case, by=amina),
            "successor": PossibleSuccessorFactory(case=case, membership=led.bluebells, noted_by=amina),
            "outcome": UnpublishedOutcomeFactory(case=case, recorded_by=amina),
        }
        derive_grants(ended, on=timezone.localdate(now))
    people = {"amina": amina, "maya": maya, "lena": led.lena}
    return Rows({name: row.pk for name, row in made.items()}, people)


def send(form: Asked, rows: Rows, browse: Browse, sent: dict[str, Any]) -> Any:
    return browse(rows.people[form.who]).post(LIST + form.where.format(**rows.ids), sent)


def parts(name: str, day: date) -> dict[str, int]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def errors(response: Any) -> dict[str, list[str]]:
    assert response.status_code == 200
    assert "<title>Error: " in " ".join(response.content.decode().split()).replace("<title> ", "<title>")
    return dict(response.context["form"].errors)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.where)
def test_nothing_filled_in_says_what_to_do_at_each_field(form: Asked, rows: Rows, browse: Browse) -> None:
    found = errors(send(form, rows, browse, {}))
    assert found
    for field, sentences in found.items():
        assert field != "__all__"
        for sentence in sentences:
            assert "This field is required" not in str(sentence)


@pytest.mark.parametrize("form", [form for form in FORMS if form.day], ids=lambda form: form.where)
@pytest.mark.parametrize("wrong", ["a day to come", "no day at all"])
def test_a_wrong_day_is_said_at_the_day_and_nothing_is_lost(
    form: Asked, wrong: str, rows: Rows, browse: Browse, larkshire: Authority
) -> None:
    ahead = timezone.localdate() + timedelta(days=2)
    day: dict[str, Any] = parts(form.day, ahead) if wrong == "a day to come" else {f"{form.day}_day": "soon"}
    answer = send(form, rows, browse, {**day, **({form.words: TYPED} if form.words else {})})
    assert form.day in errors(answer)
    page = answer.content.decode()
    assert f'value="{ahead.day if wrong == "a day to come" else "soon"}"' in page
    assert not form.words or KEPT in page
    with authority_scope(larkshire), every_case():
        assert CaseStep.objects.count() == 1


@pytest.mark.parametrize("form", [form for form in FORMS if form.words], ids=lambda form: form.where)
def test_words_that_are_too_long_are_kept_and_the_limit_is_said(
    form: Asked, rows: Rows, browse: Browse
) -> None:
    long = "w" * (form.most + 1)
    answer = send(form, rows, browse, {form.words: long})
    assert f"{form.most:,}" in " ".join(map(str, errors(answer)[form.words])) or str(form.most) in str(
        errors(answer)[form.words]
    )
    assert long in answer.content.decode()
