"""The page of a setting for officers and for its managers: what stands there, for whom, and what never does
(O6).
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from core.scoping import authority_scope
from leadership.models.cases import LeadershipCase
from leadership.selectors.sight import every_case
from memberships.services.contacts import change_person_contact
from memberships.services.leaders import appoint_leader
from providers.models import SettingContact
from providers.services.contacts import change_setting_contact
from providers.services.succession import link_successor
from tests.factories.groups import APPOINTED, judged, make_group
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.offers import ReturnPeriodFactory, VacancyFactory
from tests.factories.providers import ProviderFactory
from tests.staging import staged

AT = datetime(2026, 11, 21, 10, tzinfo=UTC)
TODAY = date(2026, 11, 21)
PARTS = ("", "people/", "judgements/", "collaborations/", "numbers/")


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(AT, tick=False):
        yield


@staged
def led(larkshire, amina):
    with authority_scope(larkshire), every_case():
        made = make_group(amina)
        appoint_leader(membership=made.acorns, user=made.lena, manner="joint", starts_on=APPOINTED, by=amina)
    return made


def address(membership, part: str = "") -> str:
    return f"/larkshire/settings/{membership.provider_id}/{part}"


def text(response) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_an_officer_reads_what_counts_today(browse, larkshire, led, amina):
    with authority_scope(larkshire), every_case():
        judged(led.acorns.provider, 3, on=date(2026, 9, 16))
        old = ProviderFactory(name="Old Mill", urn="EY900001", unlisted_since=date(2019, 3, 31))
        judged(old, 1, on=date(2018, 5, 1))
        link_successor(
            old_id=old.pk, new_id=led.acorns.provider_id, on=date(2019, 4, 1), reason="Sold", by=amina
        )
        change_person_contact(user=led.lena, telephone="01632 960024", wish="telephone", by=amina)
        ReturnPeriodFactory()
    body = text(browse(amina).get(address(led.acorns)))
    for words in (
        "Below the line",
        "Counts today:</strong> Requires improvement, 16 September 2026",
        "Leading policy 1:",
        "Listed by Ofsted",
        "In 1 group",
        "Took over from",
        "Old Mill (EY900001)",
        "It does not count.",
        f'href="https://reports.ofsted.gov.uk/search?q={led.acorns.provider.urn}"',
        'href="tel:01632960024"',
        "Leads Riverside",
        "Has not confirmed the staff number yet",
        "All fields",
    ):
        assert words in body, words
    for words in ("What needs you", "Give notice", "Tell your staff"):
        assert words not in body, words


def test_the_judgements_say_which_counts_and_the_earlier_lane(browse, larkshire, led, amina):
    with authority_scope(larkshire), every_case():
        judged(led.acorns.provider, 1, on=date(2025, 1, 8))
    body = text(browse(amina).get(address(led.acorns, "judgements/")))
    assert body.count("Counts today</strong>") == 1
    assert body.index("8 January 2025") < body.index("12 May 2024"), "newest first"


def test_a_manager_reads_own_judgements_without_the_verdict(browse, larkshire, led):
    with authority_scope(larkshire), every_case():
        judged(led.acorns.provider, 3, on=date(2026, 9, 16))
    for part in ("", "judgements/"):
        body = text(browse(led.lena).get(address(led.acorns, part)))
        assert "Requires improvement, 16 September 2026" in body
        for words in ("Below the line", "Leading policy", "All fields", "History"):
            assert words not in body, words


def test_finance_reads_no_way_to_a_home(browse, larkshire, led, amina, fred):
    """Nor does anybody else without the permission; its own manager reads what they wrote themselves."""
    with authority_scope(larkshire), every_case():
        change_setting_contact(
            provider_id=led.caras.provider_id, telephone="01632 960031", best_time="at noon", by=amina
        )
    for part in PARTS:
        body = text(browse(fred).get(address(led.caras, part)))
        for words in ("01632", "Hedgerow", "LK1 2AB", "at noon"):
            assert words not in body, (part, words)
    assert "01632 960031" in text(browse(led.cara).get(address(led.caras)))
    body = text(browse(amina).get(address(led.caras)))
    assert "01632 960031" in body
    assert "Hedgerow" in body


def test_a_childminder_is_spoken_to_as_you(browse, led):
    body = text(browse(led.cara).get(address(led.caras)))
    assert "Staff know" not in body, "nobody to tell"
    assert "Public page" in body
    assert "Public page" not in text(browse(led.lena).get(address(led.acorns)))


@pytest.mark.parametrize("who", ["amina", "maya", "lena", "fred"])
def test_a_case_changes_no_byte_of_any_page(browse, larkshire, led, request, amina, who):
    """O6: whoever reads, the manager who sees every case too."""
    reader = led.lena if who == "lena" else request.getfixturevalue(who)
    client, officer = browse(reader), browse(amina)
    parts = [*PARTS, "history/"] if who in ("amina", "maya") else PARTS
    people = [f"/larkshire/people/{led.lena.pk}/{part}" for part in ("", "emails/", "history/")]
    pages = [address(led.acorns, part) for part in parts] + (people if who in ("amina", "maya") else [])

    def read() -> list[bytes]:
        return [without_tokens(client.get(page).content) for page in pages]

    before = read()
    with authority_scope(larkshire), every_case():
        appointment = led.acorns.leaders.get()
        case = LeadershipCaseFactory(appointment=appointment, assigned_to=amina)
        Entry.objects.create(
            at=AT, action="setting_changed", about_type="providers.provider", about_id=led.acorns.provider_id,
            about_name="Acorns", sentence="opened a case", is_confidential=True,
        )  # fmt: skip
        assert LeadershipCase.objects.filter(pk=case.pk).exists()
    assert read() == before
    assert officer


def without_tokens(content: bytes) -> bytes:
    return b"\n".join(line for line in content.split(b"\n") if b"csrfmiddlewaretoken" not in line)


def test_a_manager_changes_how_the_setting_is_reached(browse, larkshire, led, amina):
    page = address(led.acorns, "contact/")
    client = browse(led.lena)
    seen = client.get(page).context["form"]["seen"].value()
    sent = {"telephone": "+44 1632 960111", "email": "office@acorns.example", "website": "acorns.example"}
    response = client.post(page, {**sent, "best_time": "after 3pm", "seen": seen})
    assert response.status_code == 302, response.context["form"].errors
    body = text(client.get(address(led.acorns)))
    for words in ("tel:+441632960111", "office@acorns.example", "https://acorns.example", "after 3pm"):
        assert words in body, words
    with authority_scope(larkshire), every_case():
        entry = Entry.objects.filter(action="setting_contact_changed").get()
        assert entry.by == led.lena
        assert entry.facts["changes"]["telephone"] == ["", "+44 1632 960111"]
    response = browse(amina).post(page, {**sent, "telephone": "01632 960112", "seen": seen})
    assert "Somebody has changed this while you were writing" in text(response)
    with authority_scope(larkshire), every_case():
        assert SettingContact.objects.get().telephone == "+44 1632 960111", "nothing is written over"


@pytest.mark.parametrize("number", ["none", "12", "01632 96000a", "0" * 25])
def test_what_cannot_be_rung_is_refused_at_its_field(browse, led, number):
    response = browse(led.lena).post(address(led.acorns, "contact/"), {"telephone": number})
    assert "Enter a telephone number, like 01632 960 001" in text(response)


def test_the_audit_log_holds_no_way_to_a_home(larkshire, led, amina):
    with authority_scope(larkshire), every_case():
        change_setting_contact(provider_id=led.caras.provider_id, telephone="01632 960031", by=amina)
        entry = Entry.objects.filter(action="setting_contact_changed").get()
        assert entry.facts["changes"] == {"telephone": [None, None]}
        change_setting_contact(provider_id=led.caras.provider_id, telephone="01632 960031", by=amina)
        assert Entry.objects.filter(action="setting_contact_changed").count() == 1, "nothing different"


def test_others_find_no_page_of_a_setting(browse, led, sam, otto):
    for person in (sam, led.mo, otto):
        for part in (*PARTS, "history/", "contact/", "public/"):
            assert browse(person).get(address(led.acorns, part)).status_code == 404, part


def test_history_is_for_the_team_and_auditors(browse, led, amina, fred):
    assert browse(led.lena).get(address(led.acorns, "history/")).status_code == 403
    assert browse(fred).get(address(led.acorns, "history/")).status_code == 403
    assert "What was done" in text(browse(amina).get(address(led.acorns, "history/")))


@pytest.mark.parametrize("number", [1, 12])
@pytest.mark.parametrize("who", ["officer", "manager"])
def test_the_page_takes_the_same_queries(browse, larkshire, led, amina, who, number):
    with authority_scope(larkshire), every_case():
        ReturnPeriodFactory()
        for age in ("under_two", "two", "three_and_four", "school_age")[: number % 5]:
            VacancyFactory(provider=led.acorns.provider, age_band=age, confirmed_by=amina, confirmed_on=TODAY)
        for day in range(number):
            judged(led.acorns.provider, 2, on=date(2020, 1, 1 + day))
    client = browse(amina if who == "officer" else led.lena)
    client.get(address(led.acorns))
    with CaptureQueriesContext(connection) as queries:
        client.get(address(led.acorns))
    assert len(queries) == QUERIES[who], "\n".join(one["sql"][:260] for one in queries.captured_queries)


#: Of these, seven open the session, the person and the authority, and close it: three only within a test,
#: whose own transaction is open already.
QUERIES = {"officer": 21, "manager": 23}


def test_a_phone_shows_the_team_first_whom_to_ring_and_a_manager_what_is_to_do(browse, led, amina):
    """What comes first in the page comes first on a phone; on a desktop it stands at the side."""
    for reader, reach_first in ((amina, True), (led.lena, False)):
        page = text(browse(reader).get(address(led.acorns)))
        reach, main = page.index('id="reach"'), page.index('class="app-setting__main"')
        assert (reach < main) == reach_first
        assert page.count('id="reach"') == 1
