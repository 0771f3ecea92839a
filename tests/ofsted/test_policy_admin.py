"""The leading policy in the officers' admin (O5)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Authority, User
from core.scoping import authority_scope
from ofsted.admin import FIELD_NAMES
from ofsted.models import LeadingPolicy
from ofsted.services.policy import change_policy, draft_policy, ensure_first_policy
from tests.cast import person
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory
from tests.staging import staged

Browse = Callable[..., Client]
BASE = "/larkshire/admin/ofsted/leadingpolicy/"
GOOD = "legacy.overall.2"


@staged
def first(larkshire: Authority) -> LeadingPolicy:
    with authority_scope(larkshire):
        return ensure_first_policy(on=date(2025, 1, 1))


@staged
def draft(first: LeadingPolicy, larkshire: Authority, maya: User) -> LeadingPolicy:
    with authority_scope(larkshire):
        return draft_policy(by=maya, on=timezone.localdate(), note="Next year")


def sent(policy: LeadingPolicy, edits: int | None = None, **changes: str) -> dict[str, Any]:
    table = {FIELD_NAMES[key]: verdict for key, verdict in {**policy.cells, **changes}.items()}
    return {**table, "note": policy.note, "edits_seen": policy.edits if edits is None else edits}


def stored(policy: LeadingPolicy) -> LeadingPolicy:
    with authority_scope(policy.authority_id):
        return LeadingPolicy.objects.get(pk=policy.pk)


def text(answer: Any) -> str:
    return str(answer.content.decode())


# --- reading ------------------------------------------------------------------------------------------------


def test_o5_officers_read_the_versions_and_change_nothing(
    draft: LeadingPolicy, first: LeadingPolicy, amina: User, browse: Browse
) -> None:
    client = browse(amina)
    page = text(client.get(BASE))
    assert "In force" in page
    assert "Draft" in page
    assert "addlink" not in page
    assert "Nobody: it came with the software" in page
    assert "Not adopted yet" in page
    for policy in (first, draft):
        page = text(client.get(f"{BASE}{policy.pk}/change/"))
        assert re.search(r"policy-cell--officer-decides[^>]*>\s*An officer decides", page)
        assert 'name="_save"' not in page
        assert f"/{policy.pk}/compare/" in page
        assert f"/{policy.pk}/adopt/" not in page
    assert client.post(f"{BASE}{draft.pk}/change/", sent(draft, **{GOOD: "below_line"})).status_code == 403
    assert [
        client.get(f"{BASE}{draft.pk}/{part}/").status_code for part in ("changes", "adopt", "compare")
    ] == [403, 403, 200]
    assert client.post(f"{BASE}{draft.pk}/adopt/").status_code == 403
    assert client.post(f"{BASE}{draft.pk}/delete/", {"post": "yes"}).status_code == 403
    assert stored(draft).cells == draft.cells


def test_o5_the_versions_of_another_authority_do_not_exist(
    draft: LeadingPolicy, nadia: User, browse: Browse
) -> None:
    client = browse(nadia)
    for part in ("change", "changes", "adopt", "compare", "delete", "history"):
        assert client.get(f"{BASE}{draft.pk}/{part}/").status_code == 404
        assert client.get(f"{BASE}{draft.pk}/{part}/".replace("larkshire", "marlshire")).status_code == 404


def test_the_list_of_versions_costs_the_same_for_one_and_thirty(
    first: LeadingPolicy, larkshire: Authority, maya: User, browse: Browse
) -> None:
    client = browse(maya)

    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert client.get(BASE).status_code == 200
        return len(seen)

    queries()
    one = queries()
    with authority_scope(larkshire):
        for version in range(2, 25):
            LeadingPolicy.objects.create(
                version=version,
                state="adopted",
                cells=first.cells,
                starts_on=date(2025, 1, 1),
                adopted_by=maya,
                adopted_at=timezone.now(),
            )
    assert queries() == one


# --- the draft ----------------------------------------------------------------------------------------------


def test_o5_a_manager_starts_a_version_and_lands_in_its_table(
    first: LeadingPolicy, larkshire: Authority, maya: User, browse: Browse
) -> None:
    client = browse(maya)
    answer = client.post(f"{BASE}add/", {"note": "For September"}, follow=True)
    page = text(answer)
    assert "Version 2 is a draft now." in page
    assert "<h3>Report card</h3>" in page
    assert 'aria-label="Inclusion, Needs attention"' in page
    assert page.count("<select") == len(FIELD_NAMES)
    again = text(client.post(f"{BASE}add/", {"note": ""}))
    assert "There is a draft of the next version already." in again


def test_o5_the_table_is_saved_through_the_service(draft: LeadingPolicy, maya: User, browse: Browse) -> None:
    answer = browse(maya).post(f"{BASE}{draft.pk}/change/", sent(draft, **{GOOD: "officer_decides"}))
    assert answer.status_code == 302
    after = stored(draft)
    assert (after.cells[GOOD], after.edits, after.note) == ("officer_decides", 1, "Next year")


def test_o5_a_second_editor_sees_both_readings_and_saves_knowingly(
    draft: LeadingPolicy, larkshire: Authority, maya: User, browse: Browse
) -> None:
    lois = person(larkshire, "Lois Grant")
    with authority_scope(larkshire):
        change_policy(policy_id=draft.pk, cells={GOOD: "below_line"}, note=draft.note, edits_seen=0, by=lois)
    client = browse(maya)
    answer = client.post(f"{BASE}{draft.pk}/change/", sent(draft, edits=0, **{GOOD: "officer_decides"}))
    page = text(answer)
    assert "Somebody else has saved this draft" in page
    assert "Overall effectiveness, Good: saved is “Below the line”, yours is “An officer decides”." in page
    assert '<input type="hidden" name="edits_seen" value="1"' in page
    assert stored(draft).cells[GOOD] == "below_line"
    client.post(f"{BASE}{draft.pk}/change/", sent(draft, edits=1, **{GOOD: "officer_decides"}))
    assert stored(draft).cells[GOOD] == "officer_decides"


def test_o5_a_verdict_that_does_not_exist_is_refused_at_its_line(
    draft: LeadingPolicy, maya: User, browse: Browse
) -> None:
    page = text(browse(maya).post(f"{BASE}{draft.pk}/change/", sent(draft, **{GOOD: "perhaps"})))
    assert "Error:" in page
    assert stored(draft).edits == 0


def test_o5_a_draft_is_put_aside(
    draft: LeadingPolicy, larkshire: Authority, maya: User, browse: Browse
) -> None:
    browse(maya).post(f"{BASE}{draft.pk}/delete/", {"post": "yes"})
    with authority_scope(larkshire):
        assert not LeadingPolicy.objects.filter(pk=draft.pk).exists()


def test_one_button_leads_from_the_list_to_a_draft_and_from_the_draft_to_adopting(
    first: LeadingPolicy, larkshire: Authority, maya: User, browse: Browse
) -> None:
    """Administration, leading policy, draft, one select, save, adopt: six."""
    client = browse(maya)
    listed = text(client.get(BASE))
    assert re.search(r'<form method="post" action="[^"]+/add/">.*?Draft a new version', listed, re.DOTALL)
    opened = client.post(f"{BASE}add/")
    page = text(client.get(opened["Location"]))
    assert page.count('type="submit" value="Save') == 1
    assert "Save and see what would change" in page
    with authority_scope(larkshire):
        draft = LeadingPolicy.objects.get(state="draft")
    saved = client.post(opened["Location"], sent(draft, **{GOOD: "below_line"}))
    assert saved["Location"] == f"{BASE}{draft.pk}/adopt/"
    assert "What would change" in text(client.get(saved["Location"]))
    today = timezone.localdate()
    adopted = client.post(saved["Location"], {"starts_on": f"{today:%d/%m/%Y}", "edits": 1}, follow=True)
    assert "Version 2 is adopted." in text(adopted)


def test_a_changed_cell_says_what_it_was(draft: LeadingPolicy, maya: User, browse: Browse) -> None:
    client = browse(maya)
    assert "policy-was" not in text(client.get(f"{BASE}{draft.pk}/change/"))
    client.post(f"{BASE}{draft.pk}/change/", sent(draft, **{GOOD: "below_line"}))
    page = " ".join(text(client.get(f"{BASE}{draft.pk}/change/")).split())
    assert page.count("policy-cell--changed") == 1
    assert '<span class="policy-was"> was May lead </span>' in page


def test_a_new_authority_sees_what_the_software_ships(
    larkshire: Authority, maya: User, browse: Browse
) -> None:
    with authority_scope(larkshire):
        LeadingPolicy.objects.all().delete()
    page = text(browse(maya).get(BASE))
    assert "In force until you adopt a version of your own" in page
    assert "<h3>Report card</h3>" in page


# --- what would change, adopting, comparing -----------------------------------------------------------------


@staged
def stricter(draft: LeadingPolicy, larkshire: Authority, maya: User) -> LeadingPolicy:
    """The draft after Good was put below the line, with a leader
    and 27 other members whose setting is Good.
    """
    lena = person(larkshire, "Lena Field")
    with authority_scope(larkshire):
        for appointment in LeaderAppointmentFactory.create_batch(28, user=lena):
            InspectionFactory(provider=appointment.membership.provider, overall=2)
        return change_policy(
            policy_id=draft.pk, cells={GOOD: "below_line"}, note=draft.note, edits_seen=0, by=maya
        )


def test_o5_what_would_change_is_listed_page_by_page(
    stricter: LeadingPolicy, maya: User, browse: Browse
) -> None:
    client = browse(maya)
    address = f"{BASE}{stricter.pk}/changes/"
    page = text(client.get(address))
    assert "28 members would be judged otherwise." in page
    assert "Page 1 of 2" in page
    assert page.count("<strong>Below the line</strong>") == 25
    assert text(client.get(f"{address}?page=2")).count("<strong>Below the line</strong>") == 3
    assert f"/files/exports/policy-changes/?policy={stricter.pk}" in page


def test_o5_adopting_shows_what_would_change_first(
    stricter: LeadingPolicy, maya: User, browse: Browse
) -> None:
    client = browse(maya)
    address = f"{BASE}{stricter.pk}/adopt/"
    page = text(client.get(address))
    assert "28 members of collaborations would be judged otherwise." in page
    tomorrow = timezone.localdate() + timedelta(days=1)
    yesterday = text(client.post(address, {"starts_on": "1 January 2020", "edits": 1}))
    assert "A version can start today or later" in yesterday
    assert "Error:" in yesterday
    assert "Somebody has changed this draft" in text(
        client.post(address, {"starts_on": f"{tomorrow:%d/%m/%Y}", "edits": 0})
    )
    done = client.post(address, {"starts_on": f"{tomorrow:%d/%m/%Y}", "edits": 1}, follow=True)
    assert "Version 2 is adopted." in text(done)
    assert "Adopted, not yet in force" in text(client.get(BASE))
    assert (stored(stricter).starts_on, stored(stricter).adopted_by_id) == (tomorrow, maya.pk)
    again = client.post(address, {"starts_on": f"{tomorrow:%d/%m/%Y}", "edits": 1})
    assert again.status_code == 302
    assert client.get(address).status_code == 302
    assert client.post(f"{BASE}{stricter.pk}/change/", sent(stricter)).status_code == 403


def test_o5_two_versions_are_compared(
    stricter: LeadingPolicy, first: LeadingPolicy, maya: User, browse: Browse
) -> None:
    client = browse(maya)
    page = " ".join(text(client.get(f"{BASE}{stricter.pk}/compare/")).split())
    assert re.search(r"<td [^>]*>May lead</td> <td [^>]*><strong>Below the line</strong></td>", page)
    assert page.count("<strong>") == 1
    turned = " ".join(text(client.get(f"{BASE}{first.pk}/compare/?with={stricter.pk}")).split())
    assert re.search(r"<td [^>]*>Below the line</td> <td [^>]*><strong>May lead</strong></td>", turned)
    assert client.get(f"{BASE}{first.pk}/compare/?with=x").status_code == 404


def test_o5_a_version_alone_has_nothing_to_be_compared_with(
    first: LeadingPolicy, maya: User, browse: Browse
) -> None:
    assert "There is no other version" in text(browse(maya).get(f"{BASE}{first.pk}/compare/"))
