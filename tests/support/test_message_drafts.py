"""Drafts of messages on their pages: changed, tried out, with files and templates, to ticked settings."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core import mail as sent
from django.core.files.uploadedfile import SimpleUploadedFile

from audit.models import Entry
from core.scoping import authority_scope
from documents.models import StoredFile
from support.models import Message
from support.rules import DRAFTS_KEPT
from support.services.drafts import remove_old_drafts
from support.tasks import tidy_drafts
from tests.factories.documents import JobFactory
from tests.factories.groups import person_of
from tests.factories.providers import ProviderFactory
from tests.messages import LIST, WRITE, kept, sending, sent_number, text

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now():
    with time_machine.travel(NOW, tick=False):
        yield


def test_a_draft_is_changed_tried_out_and_thrown_away(
    browse, amina, maya, led, elsewhere, larkshire, django_capture_on_commit_callbacks
):
    client = browse(amina)
    check = kept(client, sending(led, elsewhere))
    change = client.get(check).context["change_url"]
    assert change in text(client.get(LIST)), "the list shows the drafts"
    assert browse(maya).get(change).status_code == browse(maya).get(check).status_code == 404
    form = client.get(change).context["form"]
    assert form.initial["subject"] == "Dates"
    kept(client, sending(led, elsewhere, subject="Other dates"), change)
    assert "Other dates" in text(client.get(check))
    with django_capture_on_commit_callbacks(execute=True):
        for _twice in range(2):
            said = client.post(check, {"do": "test"}, follow=True)
    assert "A test is on its way to amina@larkshire.example." in text(said)
    assert [(one.to, one.subject) for one in sent.outbox] == [
        (["amina@larkshire.example"], "Test: Other dates")
    ]
    assert "Hello Amina," in sent.outbox[0].body
    thrown = client.post(check, {"do": "discard"}, follow=True)
    assert "The draft is thrown away." in text(thrown)
    assert client.get(check).status_code == 404
    with authority_scope(larkshire):
        assert not Message.objects.exists()


def test_templates_are_ones_own_or_the_teams(browse, amina, maya, led, elsewhere, larkshire):
    client = browse(amina)
    check = kept(client, sending(led, elsewhere))
    assert "Enter a name for the template" in text(client.post(check, {"do": "template"}, follow=True))
    for name, more in (("Mine", {}), ("Ours", {"for_team": "1"})):
        client.post(check, {"do": "template", "name": name, **more})
    page = client.get(WRITE)
    names = [row["template"].name for row in page.context["templates"]]
    assert names == ["Mine", "Ours"]
    filled = client.get(WRITE + page.context["templates"][0]["url"])
    assert filled.context["form"].initial["text"] == "On our website."
    theirs = browse(maya).get(WRITE).context["templates"]
    assert [(row["template"].name, row["is_mine"]) for row in theirs] == [("Ours", False)]
    mine, ours = (row["template"].pk for row in page.context["templates"])
    assert browse(maya).get(f"{WRITE}?template={mine}").status_code == 404
    remove = "/larkshire/collaborations/messages/templates/{}/remove/"
    assert browse(maya).post(remove.format(ours)).status_code == 404
    done = client.post(remove.format(mine), {"back": WRITE}, follow=True)
    assert "The template is removed." in text(done)
    assert [row["template"].name for row in done.context["templates"]] == ["Ours"]
    assert "Mine" not in " ".join(entry.sentence for entry in entries(larkshire)), (
        "its name is not for the audit log"
    )


def entries(larkshire):
    with authority_scope(larkshire):
        return list(Entry.objects.all())


def test_files_are_checked_and_go_with_it(
    browse, amina, maya, fred, led, elsewhere, larkshire, django_capture_on_commit_callbacks
):
    client = browse(amina)
    body = sending(led, elsewhere)

    def files(*contents):
        return [SimpleUploadedFile(name, content, "text/plain") for name, content in contents]

    for wrong, said in (
        ([("page.txt", b"MZ\x00\x01")], "page.txt: "),
        ([("empty.txt", b"")], "The file is empty."),
        ([(f"{n}.txt", b"words %d" % n) for n in range(4)], "Attach at most 3 files."),
        ([(f"{n}.txt", b"w" * 2_000_000) for n in range(3)], "smaller than 5 MB together"),
    ):
        page = client.post(WRITE, {**body, "files": files(*wrong)})
        assert page.status_code == 200
        assert said in text(page)
    with authority_scope(larkshire):
        assert not Message.objects.exists()
        assert not StoredFile.objects.exists()
    check = kept(client, {**body, "files": files(("dates.txt", b"1 May"), ("notes.txt", b"None"))})
    page = client.get(check)
    one, two = page.context["files"]
    file = f"/larkshire/collaborations/messages/files/{one.pk}/"
    download = client.get(file)
    assert b"".join(download.streaming_content) == b"1 May"
    assert "dates.txt" in download.headers["Content-Disposition"]
    assert [browse(who).get(file).status_code for who in (maya, fred, led.lena)] == [404] * 3, "a draft"
    kept(client, {**body, "without": [two.pk]}, page.context["change_url"])
    assert [row.name for row in client.get(check).context["files"]] == ["dates.txt"]
    with authority_scope(larkshire):
        assert StoredFile.objects.count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        client.post(check, {"do": "send"})
    assert {email.attachments[0].filename for email in sent.outbox} == {"dates.txt"}
    assert {email.attachments[0].content for email in sent.outbox} == {"1 May"}
    assert browse(led.lena).get(file).status_code == 404
    assert b"".join(browse(maya).get(file).streaming_content) == b"1 May"


def test_ticked_settings_are_written_to(browse, amina, maya, fred, led, elsewhere, larkshire):
    client = browse(amina)
    with authority_scope(larkshire):
        alone = ProviderFactory(name="Daisies")
        person_of(alone, "Nell Ives", amina)
        ids = [alone.pk, led.acorns.provider_id]
    answer = client.post("/larkshire/settings/with/", {"do": "write", "row": ids})
    where = answer.headers["Location"]
    assert where.startswith(f"{WRITE}settings/?selection=")
    form = client.get(where)
    assert "To 2 settings" in text(form)
    settings = form.context["form"].initial["settings"]
    body = {"audience": ["managers"], "subject": "Dates", "text": "At {setting}.", "settings": settings}
    check = kept(client, body, where)
    page = client.get(check)
    assert page.context["names"] == ["Lena Hartley", "Nell Ives"]
    assert "At Acorns." in text(page)
    groupless = kept(client, {**body, "text": "At {setting} in {group}."}, where)
    assert "{group} would stand empty for 1 person in no group: Nell Ives." in text(client.get(groupless))
    assert "would stand empty" in text(client.post(groupless, {"do": "send"}, follow=True))
    assert sent_number(larkshire) == 0
    client.post(check, {"do": "send"})
    with authority_scope(larkshire):
        message = Message.objects.get(sent_at__isnull=False)
        assert message.about == "Acorns, Daisies"
        assert [entry.sentence for entry in Entry.objects.filter(action="message_to_settings_sent")] == [
            "sent the message “Dates” to 2 people of 2 settings"
        ]
    # what was ticked is kept for an hour, and travels with the form: writing may take longer
    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        late = browse(amina)
        assert "No settings are chosen." in text(late.get(where))
        kept(late, {**body, "subject": "Late"}, where)
        refused = late.post(where, {**body, "settings": ""})
        assert "Choose the settings on the list of settings first" in text(refused)
        assert "At {setting}." in text(refused), "the text is not lost"
    assert 'value="write"' not in text(browse(fred).get("/larkshire/settings/"))
    assert browse(maya).get(where).status_code == 200


def test_drafts_that_nobody_touches_go_with_their_files(browse, amina, led, elsewhere, larkshire, marlshire):
    """Not what was sent, nor what was written since, nor another authority's; a second run finds nothing."""
    client = browse(amina)
    files = {"files": [SimpleUploadedFile("dates.txt", b"1 May")]}
    kept(client, {**sending(led, elsewhere, subject="Old"), **files})
    kept(client, sending(led, elsewhere, subject="Young"))
    kept(client, sending(led, elsewhere, subject="Gone out"))
    assert "90 days" in text(client.get(LIST))
    with authority_scope(larkshire):
        long_ago = NOW - DRAFTS_KEPT - timedelta(minutes=1)
        Message.objects.exclude(subject="Young").update(written_at=long_ago)
        Message.objects.filter(subject="Gone out").update(sent_at=long_ago, job=JobFactory())
        Message.objects.filter(subject="Young").update(written_at=NOW - DRAFTS_KEPT)
        assert StoredFile.objects.count() == 1
    with authority_scope(marlshire):
        assert remove_old_drafts(before=NOW) == 0
    with authority_scope(larkshire):
        tidy_drafts.run()
        assert set(Message.objects.values_list("subject", flat=True)) == {"Young", "Gone out"}
        assert not StoredFile.objects.exists()
        assert remove_old_drafts(before=NOW - DRAFTS_KEPT) == 0
