"""Q1: frameworks on their pages: the quality lead writes, the team reads, others see nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from core.scoping import authority_scope
from qa_framework.models.frameworks import FrameworkVersion
from qa_framework.rules.documents import document_of
from qa_framework.rules.written import written
from qa_framework.selectors import frameworks as selectors
from qa_framework.services import parts
from tests.factories.frameworks import framework, in_use, next_draft

pytestmark = pytest.mark.django_db
Browse = Callable[[User | None], Client]
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
BASE = "/larkshire/quality/frameworks/"


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def used(larkshire: Authority, quinn: User) -> FrameworkVersion:
    with authority_scope(larkshire):
        return in_use(quinn, NOW)


@pytest.fixture
def draft(larkshire: Authority, used: FrameworkVersion, quinn: User) -> FrameworkVersion:
    with authority_scope(larkshire):
        return next_draft(used, quinn, NOW)


@pytest.fixture
def at_quinns(browse: Browse, quinn: User) -> Client:
    return browse(quinn)


def text_of(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def sent(answer: Any) -> str:
    assert answer.status_code == 302, dict(answer.context["form"].errors) if answer.context else answer
    return answer["Location"]


def page(version: FrameworkVersion, rest: str = "") -> str:
    return f"{BASE}{version.pk}/{rest}"


def test_q1_from_one_that_ships_to_one_in_use(at_quinns: Client, larkshire: Authority) -> None:
    assert "Begin with one that comes with the service" in text_of(at_quinns.get(BASE))
    here = sent(at_quinns.post(f"{BASE}begin/", {"shipped": "quality-in-settings"}))
    assert "Quality in early years settings" in text_of(at_quinns.get(here))
    assert "13 standards" in text_of(at_quinns.get(f"{here}publish/"))
    assert sent(at_quinns.post(f"{here}publish/")) == here
    text = text_of(at_quinns.get(f"{here}?words=childminder"))
    assert "In use" in text
    assert "You know each child well, and the family knows you." in text
    assert "You know each child well" not in text_of(at_quinns.get(here))
    assert "is being written" not in text_of(at_quinns.get(f"{BASE}begin/"))


def test_q1_an_empty_one_is_written_on_its_pages(at_quinns: Client, larkshire: Authority) -> None:
    about = {"name": "Outdoors", "about": "Once a year", "kinds": ["setting", "childminder"]}
    here = sent(at_quinns.post(f"{BASE}begin/empty/", about))
    assert "Add an area." in text_of(at_quinns.get(here))
    for name in ("Low", "High"):
        sent(at_quinns.post(f"{here}levels/add/", {"name": name}))
    sent(at_quinns.post(f"{here}areas/add/", {"name": "Play"}))
    with authority_scope(larkshire):
        version = FrameworkVersion.objects.get()
        area = selectors.areas_of(version)[0]
    assert f'value="{area.pk}"' in text_of(at_quinns.get(f"{here}standards/add/?area={area.pk}"))
    words = {"statement": "All staff climb", "level_low": "a", "level_high": "b", "prompts": "a tree\n\nbark"}
    sent(at_quinns.post(f"{here}standards/add/", {"name": "Trees", "area": area.pk, **words}))
    text = text_of(at_quinns.get(here))
    assert "A childminder would read the word “staff”" in text
    with authority_scope(larkshire):
        row = selectors.standards_of(version)[0].pk
    shown = at_quinns.get(f"{here}standards/{row}/words/childminder/")
    assert "Usual words: All staff climb" in text_of(shown)
    own = {"statement": "You climb", "seen": shown.context["form"].initial["seen"]}
    sent(at_quinns.post(f"{here}standards/{row}/words/childminder/", own))
    assert "Publish it" in text_of(at_quinns.get(here))
    assert "You climb" in text_of(at_quinns.get(f"{here}?words=childminder"))


@pytest.mark.parametrize(
    ("address", "data", "field", "words"),
    [
        ("about/", {"name": "", "kinds": ["setting"]}, "name", "Enter what the framework is called"),
        ("about/", {"name": "A"}, "kinds", "Select for whom the framework is"),
        ("levels/add/", {"name": "High"}, "name", "Another level has this name"),
        ("areas/add/", {"name": ""}, "name", "Enter what the area is called"),
        ("standards/add/", {"name": "A"}, "area", "Select an area"),
    ],
)
def test_q1_errors_stand_at_their_field_and_lose_nothing(
    at_quinns: Client, draft: FrameworkVersion, address: str, data: dict[str, Any], field: str, words: str
) -> None:
    answer = at_quinns.post(
        page(draft, address), {**data, "about": "Typed before", "statement": "Typed before"}
    )
    assert words in str(answer.context["form"].errors[field])
    assert "award" in answer.context["form"].fields or "Typed before" in text_of(answer)


def test_q1_a_file_is_loaded_and_taken_away_again(at_quinns: Client, larkshire: Authority) -> None:
    text = written(document_of(framework()))
    here = sent(
        at_quinns.post(f"{BASE}begin/file/", {"file": SimpleUploadedFile("mine.yaml", text.encode())})
    )
    taken = at_quinns.get(f"{here}file/")
    assert taken.content.decode() == text
    assert taken["Content-Disposition"] == 'attachment; filename="outdoors-1.yaml"'
    bad = SimpleUploadedFile("mine.yaml", text.replace('name: "Trees"', "nam: x").encode())
    shown = text_of(at_quinns.post(f"{BASE}begin/file/", {"file": bad}))
    assert "“nam” is not known here." in shown
    assert "Line " in shown
    schema = at_quinns.get(f"{BASE}format/")
    assert schema["Content-Type"] == "application/schema+json"
    assert schema.json()["title"] == "Quality framework"


def test_q1_two_who_write_at_once_read_each_other(at_quinns: Client, draft: FrameworkVersion) -> None:
    seen = at_quinns.get(page(draft, "about/")).context["form"].initial["seen"]
    sent(at_quinns.post(page(draft, "about/"), {"name": "First", "kinds": ["setting"], "seen": seen}))
    late = at_quinns.post(page(draft, "about/"), {"name": "Second", "kinds": ["setting"], "seen": seen})
    text = text_of(late)
    assert "First" in text
    assert 'value="Second"' in text


@pytest.mark.parametrize(
    ("part", "find"),
    [("levels", selectors.levels_of), ("areas", selectors.areas_of), ("standards", selectors.standards_of)],
)
def test_q1_a_part_is_opened_changed_moved_and_removed(
    at_quinns: Client, larkshire: Authority, draft: FrameworkVersion, part: str, find: Any
) -> None:
    with authority_scope(larkshire):
        row = find(draft)[0]
    form = at_quinns.get(page(draft, f"{part}/{row.pk}/")).context["form"]
    data = {name: value for name, value in form.initial.items() if value is not None}
    sent(at_quinns.post(page(draft, f"{part}/{row.pk}/"), {**data, "name": "Renamed"}))
    late = at_quinns.post(page(draft, f"{part}/{row.pk}/"), {**data, "name": "Late"})
    assert "Renamed" in text_of(late)
    single = part.removesuffix("s")
    sent(at_quinns.post(page(draft, f"{single}/{row.pk}/move/down/")))
    sent(at_quinns.post(page(draft, f"{single}/{row.pk}/move/up/")))
    assert at_quinns.post(page(draft, f"{single}/{row.pk}/move/left/")).status_code == 404
    assert at_quinns.post(page(draft, f"page/{row.pk}/move/up/")).status_code == 404
    assert "Remove “Renamed”?" in text_of(at_quinns.get(page(draft, f"{single}/{row.pk}/remove/")))
    sent(at_quinns.post(page(draft, f"{single}/{row.pk}/remove/")))
    assert at_quinns.get(page(draft, f"{part}/{row.pk}/")).status_code == 404


def test_q1_what_changes_is_read_before_it_is_published(
    at_quinns: Client, larkshire: Authority, draft: FrameworkVersion, quinn: User
) -> None:
    with authority_scope(larkshire):
        trees = selectors.standards_of(draft)[0]
        parts.remove_part(version_id=draft.pk, part="standard", row=trees.pk, by=quinn)
        ending, water = selectors.ending_in(draft)[0], selectors.standards_of(draft)[0]
    assert "say what comes after it" in text_of(at_quinns.get(page(draft)))
    address = page(draft, f"ending/{ending.pk}/")
    shown = at_quinns.get(address)
    assert "Play: Water" in text_of(shown)
    seen = shown.context["form"].initial["seen"]
    sent(at_quinns.post(address, {"after": [water.pk], "seen": seen}))
    assert "What it says now" in text_of(at_quinns.post(address, {"after": [], "seen": seen}))
    assert "checked" in text_of(at_quinns.get(address))
    assert "Goes into another standard" in text_of(at_quinns.get(page(draft, "changes/")))
    assert "is looked at again" in text_of(at_quinns.get(page(draft, "publish/")))
    sent(at_quinns.post(page(draft, "publish/")))
    shown = at_quinns.get(page(draft, "about/"), follow=True)
    assert "is published and never changes" in text_of(shown)


def test_q1_a_version_in_use_gets_a_next_one_or_ends(
    at_quinns: Client, larkshire: Authority, used: FrameworkVersion
) -> None:
    here = sent(at_quinns.post(page(used, "next/")))
    assert "version 2" in text_of(at_quinns.get(here))
    sent(at_quinns.post(f"{here}discard/"))
    refused = at_quinns.post(page(used, "end/"), {"why": ""})
    assert "Say why it is taken out of use" in text_of(refused)
    sent(at_quinns.post(page(used, "end/"), {"why": "A new one comes"}))
    assert "A new one comes" in text_of(at_quinns.get(page(used)))


def test_q1_the_team_reads_and_others_see_nothing(
    browse: Browse, amina: User, sam: User, otto: User, used: FrameworkVersion, draft: FrameworkVersion
) -> None:
    text = text_of(browse(amina).get(page(draft)))
    assert "Learning outdoors" in text
    assert "Write it" not in text
    assert "Publish it" not in text
    assert browse(amina).post(page(draft, "publish/")).status_code == 403
    assert browse(sam).get(page(used)).status_code == 403
    for name in ("", "file/", "about/"):
        assert browse(otto).get(f"/marlshire/quality/frameworks/{used.pk}/{name}").status_code == 404
    assert "Learning outdoors" not in text_of(browse(otto).get("/marlshire/quality/frameworks/"))


def test_q1_a_page_of_a_framework_asks_few_questions(
    browse: Browse,
    quinn: User,
    used: FrameworkVersion,
    draft: FrameworkVersion,
    django_assert_max_num_queries: Any,
) -> None:
    client = browse(quinn)
    client.get(page(draft))
    for address in (page(used), page(draft), page(draft, "publish/"), BASE):
        with django_assert_max_num_queries(30):
            assert client.get(address).status_code == 200


def test_q1_home_leads_on_to_the_drafts_of_those_who_write_them(
    draft: FrameworkVersion,
    at_quinns: Client,
    amina: User,
    maya: User,
    fred: User,
    otto: User,
    browse: Browse,
) -> None:
    """Whoever began it reads so, others who write read who did; nobody else is told, and nobody elsewhere."""
    link = f'href="{BASE}{draft.pk}/">Go on with the draft of “Learning outdoors”, version 2</a>'
    home = text_of(at_quinns.get("/larkshire/"))
    assert link in home
    assert "You began it on 30 November 2026." in home
    manager = text_of(browse(maya).get("/larkshire/"))
    assert link in manager
    assert f"{draft.started_by.full_name} began it on 30 November 2026." in manager
    for other, slug in ((amina, "larkshire"), (fred, "larkshire"), (otto, "marlshire")):
        assert "Go on with the draft" not in text_of(browse(other).get(f"/{slug}/"))
