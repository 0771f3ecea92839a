"""S2: the scheme of a year on its pages, for the manager, the leaders, members and everybody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from supplement.models.consultation import SchemeAnswer
from supplement.models.schemes import Scheme
from supplement.rules.schemes import Basis
from supplement.services import consultation
from tests.factories.groups import Group
from tests.factories.supplement import YEAR, approved, asked_about, begun, drafted

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
BASE = "/larkshire/supplement/schemes/"
PERIOD = {
    "name": "Autumn 2027",
    **{f"starts_on_{part}": value for part, value in (("day", "1"), ("month", "9"), ("year", "2027"))},
    **{f"ends_on_{part}": value for part, value in (("day", "31"), ("month", "12"), ("year", "2027"))},
    **{f"count_on_{part}": value for part, value in (("day", "21"), ("month", "10"), ("year", "2027"))},
    **{f"claims_from_on_{part}": value for part, value in (("day", "22"), ("month", "10"), ("year", "2027"))},
    **{f"claims_until_on_{part}": value for part, value in (("day", "19"), ("month", "11"), ("year", "2027"))},
    **{f"evidence_until_on_{part}": value for part, value in (("day", "3"), ("month", "12"), ("year", "2027"))},
    "pot_pence": "£10,000", "contingency_pence": "250.50",
    "pay_on_1": "10/12/2027", "percent_1": "60", "pay_on_2": "14 January 2028", "percent_2": "40",
}  # fmt: skip
COMPONENT = {"name": "By head", "basis": "heads", "rate": "£12.50", "measure": "heads"}


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def errors_of(answer: Any) -> dict[str, list[str]]:
    assert answer.status_code == 200, answer.status_code
    return dict(answer.context["form"].errors)


@pytest.fixture
def draft(larkshire: Authority, maya: User) -> Scheme:
    with authority_scope(larkshire):
        return drafted(maya, at=NOW)


# --- writing ------------------------------------------------------------------------------------------------


def test_s2_a_manager_writes_a_scheme_from_nothing(larkshire: Authority, maya: User, browse: Browse) -> None:
    client = browse(maya)
    assert "There is no scheme yet" in text_of(client.get(BASE))
    begin = {
        "begin_from": "empty", "name": "Supplement 2027 to 2028",
        "starts_on_day": "1", "starts_on_month": "4", "starts_on_year": "2027",
        "ends_on_day": "31", "ends_on_month": "3", "ends_on_year": "2028",
    }  # fmt: skip
    page = client.post(f"{BASE}begin/", begin, follow=True)
    assert "Add at least one period that is paid for" in text_of(page)
    with authority_scope(larkshire):
        scheme = Scheme.objects.get()
        assert scheme.ends_on == date(2028, 4, 1)  # the day after the last
    base = f"{BASE}{scheme.pk}/"
    assert client.post(f"{base}periods/add/", {**PERIOD, "seen": ""}).status_code == 302
    assert client.post(f"{base}components/add/", COMPONENT).status_code == 302
    criterion = {
        "kind": "active_members",
        "asked": "count",
        "consequence": "block",
        "threshold": "5",
        "may_be_waived": "on",
    }
    assert client.post(f"{base}criteria/add/", criterion).status_code == 302
    page = text_of(client.get(base))
    assert "£10,000" in page
    assert "£250.50" in page
    assert "60 per cent on 10 December 2027; 40 per cent on 14 January 2028" in page
    assert "£12.50 for each member of staff" in page
    assert "At least 5 members" in page
    assert "Say under which law or regulation" in page  # still to mend


def test_s2_what_is_wrong_stands_at_its_field_and_everything_typed_is_kept(
    maya: User, draft: Scheme, browse: Browse
) -> None:
    client, address = browse(maya), f"{BASE}{draft.pk}/periods/add/"
    answer = client.post(address, {**PERIOD, "percent_2": "30", "pot_pence": "£200"})
    assert set(errors_of(answer)) == {"pay_on_1", "contingency_pence"}
    page = text_of(answer)
    assert "The instalments make 90 per cent. Together they must make 100" in page
    assert 'value="14 January 2028"' in page
    assert 'value="£200"' in page
    assert set(errors_of(client.post(address, {**PERIOD, "percent_2": ""}))) == {"percent_2"}
    assert set(errors_of(client.post(address, {**PERIOD, "pay_on_2": "", "pot_pence": "much"}))) == {
        "pay_on_2",
        "pot_pence",
    }


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"rate": "12.34567"}, "rate"),
        ({"rate": ""}, "rate"),
        ({"basis": "pot"}, "sum_pence"),
        ({"basis": "tiers"}, "from_1"),
        ({"basis": "tiers", "from_1": "5"}, "tier_sum_1"),
        ({"basis": "tiers", "tier_sum_1": "5"}, "from_1"),
        ({"basis": "tiers", "from_1": "5", "tier_sum_1": "£1", "from_2": "5", "tier_sum_2": "£2"}, "from_1"),
        ({"min_level": "9"}, "min_level"),
        ({"min_hours": "16"}, "min_hours"),
        ({"basis": "fte"}, "basis"),
        ({"member_cap_pence": "0"}, "member_cap_pence"),
        ({"name": "Each member of staff"}, "name"),
    ],
)
def test_s3_a_component_is_refused_at_its_field(
    maya: User, draft: Scheme, browse: Browse, typed: dict[str, str], field: str
) -> None:
    answer = browse(maya).post(f"{BASE}{draft.pk}/components/add/", {**COMPONENT, **typed})
    assert field in errors_of(answer)


def test_s3_tiers_are_kept_and_shown_again(
    larkshire: Authority, maya: User, draft: Scheme, browse: Browse
) -> None:
    client = browse(maya)
    typed = {
        "name": "By size", "basis": "tiers", "rate": "5", "measure": "settings",
        "from_1": "5", "tier_sum_1": "£500", "from_2": "10", "tier_sum_2": "1,250.50",
    }  # fmt: skip
    assert client.post(f"{BASE}{draft.pk}/components/add/", typed).status_code == 302
    with authority_scope(larkshire):
        row = draft.components.get(name="By size")
        assert (row.basis, row.rate, row.tiers.count()) == (Basis.TIERS, Decimal(0), 2)
    page = text_of(client.get(f"{BASE}{draft.pk}/components/{row.pk}/"))
    assert 'value="1250.50"' in page
    assert "from 5: £500; from 10: £1,250.50" in text_of(client.get(f"{BASE}{draft.pk}/"))


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"kind": "meetings", "threshold": ""}, "threshold"),
        ({"kind": "meetings", "threshold": "three"}, "threshold"),
        ({"kind": "unspent", "threshold": "much"}, "threshold"),
        ({"kind": "attendance", "threshold": "120%"}, "threshold"),
        ({"kind": "plan", "consequence": "exclude"}, "consequence"),
        ({"kind": "plan", "consequence": "reduce"}, "reduce_percent"),
        ({"kind": "active_members", "threshold": "4"}, "kind"),
    ],
)
def test_s4_a_criterion_is_refused_at_its_field(
    maya: User, draft: Scheme, browse: Browse, typed: dict[str, str], field: str
) -> None:
    answer = browse(maya).post(
        f"{BASE}{draft.pk}/criteria/add/", {"asked": "count", "consequence": "block", **typed}
    )
    assert set(errors_of(answer)) == {field}


def test_s4_pounds_left_unspent_are_typed_as_pounds(
    larkshire: Authority, maya: User, draft: Scheme, browse: Browse
) -> None:
    client = browse(maya)
    typed = {
        "kind": "unspent",
        "asked": "claim",
        "consequence": "hold",
        "threshold": "£1,500.50",
        "grace_days": "14",
    }
    assert client.post(f"{BASE}{draft.pk}/criteria/add/", typed).status_code == 302
    with authority_scope(larkshire):
        row = draft.criteria.get(kind="unspent")
    assert row.threshold == 150050
    assert 'value="1500.50"' in text_of(client.get(f"{BASE}{draft.pk}/criteria/{row.pk}/"))
    assert "At most £1,500.50 unspent" in text_of(client.get(f"{BASE}{draft.pk}/"))


@pytest.mark.parametrize(
    ("page", "typed", "field"),
    [
        ("limits", {"ceiling_percent": "12", "planned_funding_pence": "£250,000,000"}, ""),
        ("limits", {"ceiling_percent": "0"}, "ceiling_percent"),
        ("limits", {"ceiling_percent": "12", "member_cap_pence": "0"}, "member_cap_pence"),
        (
            "joining",
            {"joiners": "days", "leavers": "months", "twice": "split", "full_time_hours": "37.5"},
            "",
        ),
        (
            "joining",
            {"joiners": "days", "leavers": "months", "twice": "split", "full_time_hours": "0"},
            "full_time_hours",
        ),
        (
            "joining",
            {"joiners": "x", "leavers": "months", "twice": "split", "full_time_hours": "37"},
            "joiners",
        ),
    ],
)
def test_s2_pages_of_the_scheme_itself(
    maya: User, draft: Scheme, browse: Browse, page: str, typed: dict[str, str], field: str
) -> None:
    client = browse(maya)
    seen = client.get(f"{BASE}{draft.pk}/{page}/").context["form"]["seen"].value()
    answer = client.post(f"{BASE}{draft.pk}/{page}/", {**typed, "seen": seen})
    assert answer.status_code == 302 if not field else set(errors_of(answer)) == {field}


def test_s2_the_second_of_two_reads_what_the_first_wrote_and_keeps_the_own_words(
    larkshire: Authority, maya: User, draft: Scheme, browse: Browse
) -> None:
    client = browse(maya)
    component = f"components/{draft_part(larkshire, draft, 'components')}"
    criterion = f"criteria/{draft_part(larkshire, draft, 'criteria')}"
    members = {"kind": "active_members", "asked": "count", "consequence": "block"}
    writes: list[tuple[str, dict[str, str], dict[str, str], str]] = [
        ("limits", {"ceiling_percent": "11"}, {"ceiling_percent": "10"}, "11"),
        (component, {**COMPONENT, "rate": "13"}, {**COMPONENT, "rate": "14"}, "£13.00 for each"),
        (criterion, {**members, "threshold": "6"}, {**members, "threshold": "7"}, "At least 6 members"),
    ]
    for page, first, second, says in writes:
        address = f"{BASE}{draft.pk}/{page}/"
        seen = client.get(address).context["form"]["seen"].value()
        assert client.post(address, {**first, "seen": seen}).status_code == 302
        answer = client.post(address, {**second, "seen": seen})
        assert "seen" in errors_of(answer)
        assert says in text_of(answer)
        again = {**second, "seen": answer.context["form"]["seen"].value()}
        assert client.post(address, again).status_code == 302


def draft_part(larkshire: Authority, draft: Scheme, name: str) -> int:
    with authority_scope(larkshire):
        return int(getattr(draft, name).get().pk)


def test_s2_parts_are_removed_and_drafts_put_aside_after_a_question(
    larkshire: Authority, maya: User, draft: Scheme, browse: Browse
) -> None:
    client = browse(maya)
    for kind in ("periods", "components", "criteria"):
        address = f"{BASE}{draft.pk}/{kind}/{draft_part(larkshire, draft, kind)}/remove/"
        assert "Remove “" in text_of(client.get(address))
        assert client.post(address).status_code == 302
        assert client.get(address).status_code == 404
    assert client.post(f"{BASE}{draft.pk}/discard/").status_code == 302
    assert client.get(f"{BASE}{draft.pk}/").status_code == 404


# --- asking, answering, approving ---------------------------------------------------------------------------


def test_s2_from_asking_to_approving(
    larkshire: Authority,
    maya: User,
    draft: Scheme,
    led: Group,
    browse: Browse,
    time_machine: TimeMachineFixture,
) -> None:
    manager, leader, base = browse(maya), browse(led.lena), f"{BASE}{draft.pk}/"
    group = f"/larkshire/collaborations/{led.collaboration.pk}/supplement/"
    ask = {"asked": "Is it fair?", "until_on_day": "14", "until_on_month": "12", "until_on_year": "2026"}
    assert manager.post(f"{base}consultation/ask/", ask).status_code == 302
    assert "Say what you think of the draft" in text_of(leader.get("/larkshire/"))
    assert "asks what your group thinks of the draft" in text_of(leader.get(group))
    assert "asks what your group" not in text_of(browse(led.mo).get(group))  # members read what is approved
    answer = f"{group}drafts/{draft.pk}/"
    page = leader.get(answer)
    assert "Is it fair?" in text_of(page)
    said = {"opinion": "changes", "words": "", "seen": page.context["form"]["seen"].value()}
    assert set(errors_of(leader.post(answer, said))) == {"words"}
    assert leader.post(answer, {**said, "words": "More for childminders"}).status_code == 302
    assert "Say what you think of the draft" not in text_of(leader.get("/larkshire/"))
    assert "More for childminders" in text_of(manager.get(f"{base}consultation/"))
    assert "Approve it after that day." in text_of(manager.get(base))
    time_machine.move_to(NOW + timedelta(days=15), tick=False)
    manager, leader = browse(maya), browse(led.lena)
    assert "Answers could be given until" in text_of(leader.get(answer))
    assert manager.get(f"{base}approve/").status_code == 302  # no form that can only be refused
    assert "what came of" in str(errors_of(manager.post(f"{base}approve/", {"seen": "1"})))
    outcome = f"{base}consultation/outcome/"
    seen_outcome = manager.get(outcome).context["form"]["seen"].value()
    assert manager.post(outcome, {"changes": "We added £1.", "seen": seen_outcome}).status_code == 302
    assert f'href="{base}approve/"' in manager.get(base).content.decode()
    seen = manager.get(f"{base}approve/").context["form"]["seen"].value()
    assert manager.post(f"{base}approve/", {"seen": seen}).status_code == 302
    with authority_scope(larkshire):
        draft.refresh_from_db()
        assert (draft.state, draft.approved_by) == ("approved", maya)
    assert leader.get(answer).status_code == 302
    for address in ("about/", "periods/add/", "approve/"):
        assert manager.get(f"{base}{address}").status_code == 302  # nothing is written any more
    assert "£12.50 for each member of staff" in text_of(browse(led.mo).get("/larkshire/supplement/"))


def test_s2_who_reads_what(
    larkshire: Authority,
    maya: User,
    fred: User,
    amina: User,
    quinn: User,
    sam: User,
    otto: User,
    led: Group,
    browse: Browse,
) -> None:
    with authority_scope(larkshire):
        approved(maya, at=NOW)
        asked = asked_about(maya, at=NOW, starts_on=date(2028, 4, 1))
    how, group = "/larkshire/supplement/", f"/larkshire/collaborations/{led.collaboration.pk}/supplement/"
    for person in (maya, fred, amina, quinn, sam, led.lena, led.mo):
        assert "£12.50 for each member of staff" in text_of(browse(person).get(how))
    for person, status in ((maya, 200), (fred, 200), (amina, 200), (quinn, 403), (sam, 403), (led.lena, 403)):
        assert browse(person).get(f"{BASE}{asked.pk}/").status_code == status
    for person, status in ((quinn, 200), (led.mo, 200), (sam, 404)):
        assert browse(person).get(group).status_code == status
    for address in (how, group, BASE, f"{BASE}{asked.pk}/", f"{group}drafts/{asked.pk}/"):
        assert browse(otto).get(address).status_code == 404
    assert browse(led.mo).get(f"{group}drafts/{asked.pk}/").status_code == 403
    assert "Money" in text_of(browse(fred).get("/larkshire/"))
    assert "/larkshire/money/" not in text_of(browse(quinn).get("/larkshire/"))


# --- comparing, copying, lists ------------------------------------------------------------------------------


def test_s2_two_versions_stand_side_by_side(
    larkshire: Authority, maya: User, led: Group, browse: Browse
) -> None:
    client = browse(maya)
    assert "only one scheme" in text_of(client.get(f"{BASE}compare/"))
    with authority_scope(larkshire):
        first = approved(maya, at=NOW)
    page = client.get(f"{BASE}begin/")
    initial = page.context["form"].initial
    assert (initial["name"], initial["starts_on"]) == ("Supplement 2028 to 2029", date(2028, 4, 1))
    begin = {
        "begin_from": str(first.pk), "name": "Supplement 2028 to 2029",
        "starts_on_day": "1", "starts_on_month": "4", "starts_on_year": "2028",
        "ends_on_day": "31", "ends_on_month": "3", "ends_on_year": "2029",
    }  # fmt: skip
    assert client.post(f"{BASE}begin/", begin).status_code == 302
    page = text_of(client.get(f"{BASE}compare/"))
    assert "20 May 2027" in page
    assert "20 May 2028" in page
    assert "£12.50 for each member of staff" in page
    alone = text_of(client.get(f"{BASE}compare/?only=differences"))
    assert "£12.50 for each member of staff" not in alone
    assert client.get(f"{BASE}compare/?old=9999").status_code == 404
    assert client.get(f"{BASE}compare/?old=x").status_code == 404


def test_s2_pages_cost_the_same_however_much_there_is(
    larkshire: Authority, maya: User, led: Group, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    client = browse(maya)
    with authority_scope(larkshire):
        scheme = asked_about(maya, at=NOW)
        for year in range(2028, 2033):
            begun(maya, at=NOW, starts_on=YEAR.replace(year=year))
        consultation.answer_consultation(
            scheme_id=scheme.pk,
            collaboration=led.collaboration,
            opinion="agrees",
            words="",
            by=led.lena,
            at=NOW,
        )
        assert SchemeAnswer.objects.count() == 1
    for address, most in ((BASE, 14), (f"{BASE}{scheme.pk}/", 22), (f"{BASE}{scheme.pk}/consultation/", 24)):
        client.get(address)
        with django_assert_max_num_queries(most):
            assert client.get(address).status_code == 200
