"""L3: letters. The authority's own words; a letter is written, sent once, kept and posted; who gets it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client

from accounts.models import Authority, User
from audit.models import Entry
from audit.rules.actions import Action
from core.files import find_purpose
from core.scoping import authority_scope
from documents.models import OutboxMessage, StoredFile
from documents.services.outbox import send_email_now
from leadership.models.cases import LeadershipCase
from leadership.models.letters import CaseLetter, LetterTemplate
from leadership.models.steps import CaseStep, CaseSupport
from leadership.pdf import addressed_to
from leadership.rules.letters import SHIPPED, Field, LetterKind
from leadership.selectors import letters as selectors
from leadership.selectors.sight import every_case
from leadership.services import letters as services
from leadership.services.cases import assign_case, derive_grants
from tests.cast import person
from tests.factories.leadership import LeadershipCaseFactory
from tests.factories.memberships import LeaderAppointmentFactory
from tests.factories.ofsted import InspectionFactory
from tests.staging import staged

Browse = Callable[..., Client]
NOW = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
TODAY = date(2026, 7, 1)
KINDS = "/larkshire/leadership/letters/"
EXPECTATION = LetterKind.EXPECTATION


@staged
def lena(larkshire: Authority) -> User:
    return person(larkshire, "Lena Field")


@staged
def told(larkshire: Authority, lena: User, amina: User, maya: User) -> LeadershipCase:
    """Amina's case of Lena's, whose report is out: they have talked, and a letter comes next."""
    Authority.objects.filter(pk=larkshire.pk).update(contact_phone="01632 960000")
    with authority_scope(larkshire), every_case():
        appointment = LeaderAppointmentFactory(user=lena, membership__provider__name="Willow Nursery")
        inspection = InspectionFactory(provider=appointment.membership.provider, overall=3)
        case = LeadershipCaseFactory(appointment=appointment, inspection=inspection)
        assign_case(case_id=case.pk, officer=amina, by=maya, at=NOW)
        case.refresh_from_db()
        case.stage, case.told_leader_at = "letter", NOW
        case.save(update_fields=["stage", "told_leader_at"])
        derive_grants(case, on=NOW.date())
        talk = {"case": case, "kind": "contact", "on_day": date(2026, 6, 29), "by": amina, "at": NOW}
        wrong = CaseStep.objects.create(**talk, words="A hard day", agreed="We meet on Monday.")
        CaseStep.objects.create(**talk, words="A hard day", agreed="We meet on Tuesday.", corrects=wrong)
        facts = {"case": case, "by": amina, "at": NOW, "offered_on": date(2026, 6, 29)}
        CaseSupport.objects.create(**facts, kind="visit", answer="yes", planned_for=date(2026, 7, 9))
        CaseSupport.objects.create(**facts, kind="visit", given_on=date(2026, 6, 30))
        CaseSupport.objects.create(**facts, kind="meeting", answer="no")
    return case


@pytest.fixture
def written(told: LeadershipCase, amina: User, in_larkshire: Authority) -> CaseLetter:
    return services.write_letter(case_id=told.pk, kind=EXPECTATION, by=amina, at=NOW)


# --- the authority's own words ------------------------------------------------------------------------------


@pytest.mark.django_db
def test_l3_a_manager_writes_the_authoritys_own_words_and_goes_back(
    maya: User, in_larkshire: Authority, browse: Browse
) -> None:
    client, address = browse(maya), f"{KINDS}thanks/"
    assert b"came with the service" in client.get(KINDS).content
    sent = {"subject": "Thank you", "body": "Dear {first name},\n\nthank you for {collaboration}."}
    preview = client.post(address, sent).content.decode()
    assert "Dear Alex," in preview
    assert "Example Collaboration" in preview
    assert not LetterTemplate.objects.exists()
    assert client.post(address, {**sent, "confirmed": "1"}).status_code == 302
    assert client.post(address, {**sent, "confirmed": "1"}).status_code == 302  # twice is one version
    assert LetterTemplate.objects.count() == 1
    assert selectors.words_of("thanks").subject == "Thank you"
    assert b"Your own words, by Maya" in client.get(KINDS).content
    assert b"Earlier versions" in client.get(address).content
    for _twice in range(2):
        assert client.post(f"{address}shipped/").status_code == 302
    assert selectors.words_of("thanks") == SHIPPED[LetterKind.THANKS]
    assert LetterTemplate.objects.count() == 2
    entries = Entry.objects.filter(action=Action.CASE_LETTERS_CHANGED)
    assert [entry.is_confidential for entry in entries] == [True, True]
    assert client.get(f"{address}pdf/")["Content-Type"] == "application/pdf"


@pytest.mark.django_db
def test_l3_a_wrong_field_is_told_at_its_place_and_nothing_is_lost(
    maya: User, in_larkshire: Authority, browse: Browse
) -> None:
    sent = {"subject": "Thank {you}", "body": "Dear {first name},\n\nthank {nobody}."}
    page = browse(maya).post(f"{KINDS}thanks/", sent).content.decode()
    assert "Line 3, character 7: {nobody} stands for nothing." in page
    assert "out of the subject" in page
    assert "thank {nobody}." in page
    with pytest.raises(ValidationError):
        services.change_words(kind="thanks", **sent, by=maya, at=NOW)


# --- writing and sending ------------------------------------------------------------------------------------


def test_l3_a_letter_begins_with_all_that_the_case_says(
    written: CaseLetter, told: LeadershipCase, amina: User
) -> None:
    body = written.body
    assert body.startswith("Dear Lena,")
    assert "29 June 2026" in body
    assert "We meet on Tuesday." in body
    assert "We meet on Monday." not in body  # corrected
    assert "A hard day" not in body  # the team's own
    assert "Visit to the setting, planned for 9 July 2026\nVisit to the setting, on 30 June 2026" in body
    assert "comes to a meeting" not in body  # not wanted
    assert "01632 960000" in body
    assert amina.full_name in body
    assert amina.email in body
    with every_case():
        values = selectors.values_for(told, officer=amina)
    assert set(values) == set(Field)
    assert values[Field.SETTING] == "Willow Nursery"


def test_o6_a_letter_says_what_is_true_of_the_report_when_it_is_begun(
    written: CaseLetter, told: LeadershipCase, amina: User
) -> None:
    assert "Ofsted has published the report." in written.body
    assert "Until Ofsted has published" not in written.body
    with every_case():
        LeadershipCase.objects.filter(pk=told.pk).update(ground="told")
        services.remove_letter(letter_id=written.pk, by=amina)
        before = services.write_letter(case_id=told.pk, kind=EXPECTATION, by=amina, at=NOW)
    assert "Until Ofsted has published the report" in before.body
    assert "Ofsted has published the report." not in before.body


def test_l3_a_letter_says_in_the_window_of_its_envelope_that_it_is_private(
    told: LeadershipCase, in_larkshire: Authority
) -> None:
    with every_case():
        assert addressed_to(told)[:3] == ["Private and confidential", "Lena Field", "Willow Nursery"]


def test_l3_a_letter_being_written_is_that_one(written: CaseLetter, told: LeadershipCase, maya: User) -> None:
    again = services.write_letter(case_id=told.pk, kind=EXPECTATION, by=maya, at=NOW)
    assert again.pk == written.pk
    with pytest.raises(ValidationError, match="stepped down"):
        services.write_letter(case_id=told.pk, kind=LetterKind.THANKS, by=maya, at=NOW)


def test_l3_a_letter_is_sent_once_with_its_file_step_and_neutral_email(
    written: CaseLetter, told: LeadershipCase, amina: User, lena: User
) -> None:
    for minute in range(2):
        services.send_letter(letter_id=written.pk, by=amina, at=NOW + timedelta(minutes=minute))
    with every_case():
        letter = CaseLetter.objects.get()
        assert (letter.sent_at, letter.sent_by) == (NOW, amina)
        step = CaseStep.objects.get(kind="letter")
        assert (step.on_day, step.channel, step.words, step.agreed) == (TODAY, "email", "", "")
        told.refresh_from_db()
        assert (told.stage, told.stage_since) == ("succession", TODAY)  # the report is out
    file = StoredFile.objects.get()
    assert letter.file == file
    assert (file.name, file.purpose, file.uploaded_by) == ("Letter.pdf", "letter", None)
    entry = Entry.objects.get(action=Action.CASE_LETTER_SENT)
    assert entry.is_confidential
    assert "Lena" not in entry.sentence
    [asked] = [row for row in OutboxMessage.objects.all() if "something_for_you" in str(row.ids)]
    assert asked
    ids = {"letter_id": letter.pk, "user_id": lena.pk}
    assert send_email_now(kind="leadership.something_for_you", ids=ids, at=NOW) == 1
    [email] = mail.outbox
    assert email.to == [lena.email]
    said = f"{email.subject} {email.body}".lower()
    for word in ("case", "letter", "judgement", "step down", "leadership", "willow", "ofsted"):
        assert word not in said.replace("newsletter", ""), word


def test_l3_a_letter_waits_for_the_report_before_publication(
    written: CaseLetter, told: LeadershipCase, amina: User
) -> None:
    with every_case():
        LeadershipCase.objects.filter(pk=told.pk).update(ground="told")
        services.send_letter(letter_id=written.pk, by=amina, at=NOW)
        told.refresh_from_db()
    assert told.stage == "publication"


def test_l3_killed_between_it_is_not_sent_and_sent_again_it_is_sent_once(
    written: CaseLetter, amina: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(email: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(services, "send_email", dies)
        with pytest.raises(RuntimeError):
            services.send_letter(letter_id=written.pk, by=amina, at=NOW)
    with every_case():
        assert not CaseLetter.objects.filter(sent_at__isnull=False).exists()
        assert not CaseStep.objects.filter(kind="letter").exists()
        assert not StoredFile.objects.exists()
        services.send_letter(letter_id=written.pk, by=amina, at=NOW)
        assert CaseStep.objects.filter(kind="letter").count() == StoredFile.objects.count() == 1


def test_l3_what_is_not_filled_in_is_not_sent_and_what_was_sent_stays(
    written: CaseLetter, amina: User
) -> None:
    change = {"letter_id": written.pk, "by": amina, "at": NOW}
    services.change_letter(**change, subject="Hello", body="Dear Lena,\n\n{support}")
    with pytest.raises(ValidationError, match="Line 3, character 1"):
        services.send_letter(**change)
    services.change_letter(**change, subject="Hello", body="Dear Lena")
    services.send_letter(**change)
    with pytest.raises(ValidationError, match="stays as it is"):
        services.change_letter(**change, subject="Other", body="words")
    with pytest.raises(ValidationError, match="stays as it is"):
        services.remove_letter(letter_id=written.pk, by=amina)


def test_l3_a_posted_letter_is_recorded_without_an_email(written: CaseLetter, amina: User) -> None:
    how = {"letter_id": written.pk, "by": amina, "at": NOW}
    before = OutboxMessage.objects.count()
    with pytest.raises(ValidationError, match="today or in the past"):
        services.record_posted(**how, posted_on=TODAY + timedelta(days=1))
    letter = services.record_posted(**how, posted_on=date(2026, 6, 30))
    assert letter.file is not None
    assert OutboxMessage.objects.count() == before
    with every_case():
        step = CaseStep.objects.get(kind="letter")
    assert (step.on_day, step.channel) == (date(2026, 6, 30), "")


def test_l3_a_letter_that_is_not_sent_can_be_thrown_away(written: CaseLetter, amina: User) -> None:
    services.remove_letter(letter_id=written.pk, by=amina)
    with every_case():
        assert not CaseLetter.objects.exists()


# --- pages --------------------------------------------------------------------------------------------------


def test_l3_an_officer_writes_reads_and_sends_a_letter(
    told: LeadershipCase, amina: User, browse: Browse
) -> None:
    client, letters = browse(amina), f"/larkshire/leadership/{told.pk}/letters/"
    assert b"No letter has been written yet" in client.get(letters).content
    answer = client.post(f"{letters}write/expectation/")
    address = answer["Location"]
    assert "We meet on Tuesday." in client.get(address).content.decode()
    changed = client.post(address, {"subject": "After our talk", "body": "Dear Lena,\n\nthank you."})
    assert changed["Location"] == f"{address}send/"
    page = client.get(f"{address}send/").content.decode()
    assert "thank you." in page
    assert "Willow Nursery" in page
    assert client.get(f"{address}pdf/")["Content-Type"] == "application/pdf"
    assert b"Go on writing" in client.get(letters).content
    assert client.get(f"{address}posted/").status_code == client.get(f"{address}remove/").status_code == 200
    assert client.post(f"{address}send/")["Location"] == letters
    assert client.get(address)["Location"] == letters
    listed = client.get(letters).content.decode()
    assert "Sent by Amina" in listed
    assert tried(client, f"{address}pdf/") == 200
    assert client.post(f"{letters}write/thanks/")["Location"] == letters
    assert client.post(f"{letters}write/nothing/").status_code == 404


# --- leaks --------------------------------------------------------------------------------------------------


def tried(client: Client, address: str) -> int:
    """What an address answers; a file is read and closed."""
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)  # type: ignore[arg-type]
    answer.close()
    return answer.status_code


def test_l3_nobody_but_the_list_and_the_leader_gets_the_letter(
    otto: User,
    nadia: User,
    written: CaseLetter,
    told: LeadershipCase,
    browse: Browse,
    request: pytest.FixtureRequest,
    amina: User,
    maya: User,
    lena: User,
) -> None:
    letter = services.send_letter(letter_id=written.pk, by=amina, at=NOW)
    by_list = f"/larkshire/leadership/{told.pk}/letters/{letter.pk}/pdf/"
    by_leader = f"/larkshire/leadership/mine/{told.pk}/letters/{letter.pk}/"
    page, by_number = f"/larkshire/leadership/mine/{told.pk}/", f"/larkshire/files/{letter.file_id}/"
    nowhere = f"/larkshire/files/{letter.file_id + 1000}/"
    for name in ("amina", "maya"):
        client = browse(request.getfixturevalue(name))
        assert tried(client, by_list) == 200
        assert tried(client, by_leader) == tried(client, page) == 404
    for name in ("fred", "quinn", "sam", "otto", "nadia"):
        client = browse(request.getfixturevalue(name))
        for address in (by_list, by_leader, page, by_number):
            assert tried(client, address) == 404, (name, address)
    client = browse(lena)
    assert tried(client, by_list) == 404
    assert tried(client, by_leader) == 200
    for somebody in (amina, maya, lena):  # by its number to nobody: that it exists is not told
        client = browse(somebody)
        assert tried(client, by_number) == tried(client, nowhere) == 404


def test_l3_the_file_is_in_no_list_of_files(
    written: CaseLetter, amina: User, maya: User, browse: Browse
) -> None:
    before = browse(maya).get("/larkshire/admin/documents/storedfile/").content.decode()
    letter = services.send_letter(letter_id=written.pk, by=amina, at=NOW)
    after = browse(maya).get("/larkshire/admin/documents/storedfile/").content.decode()
    assert "Letter" not in after
    assert before.count("<tr") == after.count("<tr")
    record = browse(maya).get(f"/larkshire/admin/documents/storedfile/{letter.file_id}/change/")
    assert record.status_code in {302, 404}
    purpose = find_purpose("letter")
    assert purpose is not None
    assert not purpose.may_read(maya, letter.file)
