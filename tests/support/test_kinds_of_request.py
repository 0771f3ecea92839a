"""What a group asks the team for, kind by kind: the facts come first, and the form asks for nothing else."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from audit.models import Entry
from collaborations.services import change_collaboration
from core.scoping import authority_scope
from support.models import SupportRequest
from support.rules import FIELDS, FROM_ELSEWHERE, Kind, kinds_for
from support.services.support import ask_support

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def text(response) -> str:
    return " ".join(response.content.decode().split())


def ask_page(group, kind: str = "", rest: str = "") -> str:
    page = f"/larkshire/leadership/support/of/{group.collaboration.pk}/ask/"
    return f"{page}?kind={kind}{rest}" if kind else page


@pytest.mark.parametrize("kind", sorted(set(Kind) - FROM_ELSEWHERE))
def test_each_kind_has_its_form_and_its_own_fields_only(browse, led, kind):
    form = browse(led.lena).get(ask_page(led, kind)).context["form"]
    assert set(form.fields) == {"kind", "words", *FIELDS[kind]}
    assert form["kind"].is_hidden


def test_the_facts_stand_above_the_form(browse, led):
    lena = browse(led.lena)
    assert "Lena Hartley, Acorns, leads, without a last day." in text(lena.get(ask_page(led, "new_leader")))
    assert "3 settings are members." in text(lena.get(ask_page(led, "divide")))
    assert "The group is “" in text(lena.get(ask_page(led, "make_active")))


def test_a_new_leader_is_asked_for_with_the_person_filled_in(browse, larkshire, led, amina):
    address = ask_page(led, "new_leader", f"&person={led.mo.pk}")
    page = browse(led.lena).get(address)
    assert page.context["form"]["person"].value() == str(led.mo.pk)
    given = {"kind": "new_leader", "person": str(led.mo.pk), "words": ""}
    assert browse(led.lena).post(address, given).status_code == 302
    with authority_scope(larkshire):
        request = SupportRequest.objects.get()
        assert (request.kind, request.person) == (Kind.NEW_LEADER, led.mo)
        assert Entry.objects.filter(action="support_asked").count() == 1
    shown = text(browse(amina).get(f"/larkshire/leadership/support/{request.pk}/"))
    for words in ("A new leader", "Mo Siddiqui", f"/leaders/appoint/?person={led.mo.pk}"):
        assert words in shown
    assert "A new leader" in text(browse(amina).get("/larkshire/leadership/support/?kind=new_leader"))


def test_somebody_is_to_be_added_at_a_member_setting(browse, larkshire, led):
    given = {"kind": "add_person", "provider": "", "words": "Jo, jo@example.com"}
    page = browse(led.lena).post(ask_page(led, "add_person"), given)
    assert page.context["form"].errors["provider"] == ["Choose the setting."]
    given["provider"] = str(led.bluebells.provider_id)
    assert browse(led.lena).post(ask_page(led, "add_person"), given).status_code == 302
    with authority_scope(larkshire):
        assert SupportRequest.objects.get().provider == led.bluebells.provider


@pytest.mark.parametrize("kind", [Kind.DIVIDE, Kind.MAKE_ACTIVE])
def test_what_says_itself_needs_no_words(browse, larkshire, led, kind):
    assert browse(led.lena).post(ask_page(led, kind), {"kind": kind, "words": ""}).status_code == 302
    twice = browse(led.lena).post(ask_page(led, kind), {"kind": kind, "words": ""})
    assert "has asked for this already" in text(twice)


def test_people_and_settings_of_other_groups_cannot_be_named(larkshire, led, elsewhere, sam):
    facts = {
        "collaboration_id": led.collaboration.pk,
        "wanted_on": None,
        "place": "",
        "by": led.lena,
        "at": NOW,
    }
    with authority_scope(larkshire):
        with pytest.raises(ValidationError) as refusal:
            ask_support(kind="new_leader", words="", person=sam, **facts)
        assert "person" in refusal.value.message_dict
        other = elsewhere.memberships.get().provider
        with pytest.raises(ValidationError) as refusal:
            ask_support(kind="add_person", words="Jo", provider=other, **facts)
        assert "provider" in refusal.value.message_dict
        with pytest.raises(ValidationError) as refusal:
            ask_support(kind="new_leader", words=" ", **facts)
        assert "words" in refusal.value.message_dict


def test_only_what_makes_sense_is_offered():
    assert Kind.MAKE_ACTIVE not in kinds_for("active")
    assert Kind.FIRST_MEETING not in kinds_for("active")
    assert Kind.DIVIDE in kinds_for("active")
    assert Kind.DIVIDE not in kinds_for("drafting")
    assert {Kind.FIRST_MEETING, Kind.MAKE_ACTIVE} <= set(kinds_for("drafting"))
    assert Kind.MAKE_ACTIVE in kinds_for("dormant")


def test_only_who_runs_the_group_is_offered_to_ask(browse, led, amina, sam, otto):
    page = f"/larkshire/collaborations/{led.collaboration.pk}/administration/"
    asks = "?kind=new_leader"
    assert asks in text(browse(led.lena).get(page))
    assert asks not in text(browse(amina).get(page))
    assert browse(led.mo).get(page).status_code == 403
    for stranger in (sam, otto):
        assert browse(stranger).get(page).status_code == 404


def test_administration_holds_the_details_and_the_history_for_the_team(browse, larkshire, led, amina, fred):
    page = f"/larkshire/collaborations/{led.collaboration.pk}/administration/"
    with authority_scope(larkshire):
        change_collaboration(collaboration=led.collaboration, changes={"purpose": "Talk"}, by=amina)
    for person in (amina, fred):
        assert ">History<" in text(browse(person).get(page))
    assert "Change the details" in text(browse(amina).get(page))
    assert "Change the details" not in text(browse(fred).get(page))
    leader = text(browse(led.lena).get(page))
    assert ">History<" not in leader
    assert "Details" in leader
    before = browse(led.lena).get(f"/larkshire/collaborations/{led.collaboration.pk}/life/?from=email")
    assert before.headers["Location"] == f"{page}?from=email"


def test_that_the_first_meeting_is_arranged_says_when_and_where(browse, larkshire, amina, group):
    with authority_scope(larkshire):
        type(group.collaboration).objects.filter(pk=group.collaboration.pk).update(state="proposed")
    page = f"/larkshire/collaborations/{group.collaboration.pk}/life/move/initial_meeting/"
    shown = text(browse(amina).get(page))
    assert "Day of the first meeting" in shown
    day = {f"on_{part}": str(getattr(date(2026, 11, 21), part)) for part in ("day", "month", "year")}
    missing = browse(amina).post(page, {**day, "words": "", "seen": "proposed"})
    assert set(missing.context["form"].errors) == {"meets_on", "time", "place"}
    meets = {f"meets_on_{part}": str(getattr(date(2026, 12, 4), part)) for part in ("day", "month", "year")}
    given = {**day, **meets, "time": "6:30pm", "place": "Larkton library", "words": "", "seen": "proposed"}
    after = text(browse(amina).post(page, given, follow=True))
    assert "First meeting: 4 December 2026, 6:30pm, Larkton library." in after
