"""Every email, for a nursery and for a childminder: its subject, its one link, whom to ask, and how it
speaks.
"""

from __future__ import annotations

import re
from dataclasses import replace
from email.utils import parseaddr
from typing import Any

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from accounts.emails.bases import named_by_authority, platform
from accounts.models import Authority, TaskLink, User
from collaborations.models import Collaboration
from core.emails import Email
from core.names import team_of
from core.scoping import authority_scope
from core.subjects import MAX_SUBJECT, Again, shortened, subject_of
from documents.services.outbox import send_email_now
from memberships.selectors.people import managers_of_settings
from memberships.services.leaders import appoint_leader
from providers.models import Provider
from tests.email_examples import AT, TODAY, examples_of
from tests.factories.groups import APPOINTED, Group, make_group
from tests.staging import staged

#: The same words for every occasion: neither group nor day (C8, L3).
NEUTRAL = {
    "memberships.concern_moved",
    *("leadership.case_assigned", "leadership.tasks_found", "leadership.something_for_you"),
}
#: About the reader's own account or role, the whole authority, or as somebody wrote it: no group stands in
#: it.
OF_NO_GROUP = {
    *("accounts.account_changed", "accounts.person_invited", "accounts.role_given", "accounts.role_ended"),
    *(
        "accounts.correction_asked",
        "portal.weekly_digest",
        "accounts.role_of_another_ends",
        "accounts.role_withdrawn",
        "accounts.first_sign_in",
        "ofsted.file_loaded",
        "supplement.money_alarm",
        "support.message_copy",
        "support.group_message_copy",
        "support.message_tried",
        "meetings.event_invited",  # the whole authority's day
    ),
}
#: A childminder's own number: the setting is the reader.
OWN_NUMBER = "provision.staff_return_asked"
#: Of those who work alone these are never asked (C9).
NOT_ALONE = {"memberships.staff_told_reminder"}


def named(group: Group, name: str) -> Group:
    """The group under another name, its settings as well."""
    Collaboration.objects.filter(pk=group.collaboration.pk).update(name=name)
    for membership in (group.acorns, group.bluebells, group.caras):
        Provider.objects.filter(pk=membership.provider_id).update(name=f"{membership.provider.name} {name}")
    return group


def childminding(group: Group) -> Group:
    """The group seen from its childminder: she is who manages a member."""
    return replace(group, bluebells=group.caras, caras=group.bluebells, mo=group.cara, cara=group.mo)


@staged
def written(larkshire: Authority, led: Group, amina: User) -> dict[str, dict[str, Email[Any]]]:
    """Examples about a nursery of one group, about a nursery of another, and about a childminder."""
    Authority.objects.filter(pk=larkshire.pk).update(contact_phone="01632 960000")
    with authority_scope(larkshire):
        Collaboration.objects.filter(pk=led.collaboration.pk).update(name="Larkton")
        alone = named(make_group(amina), "Hillside")
        other = named(make_group(amina), "Woodland")
        for group in (alone, other):
            appoint_leader(
                membership=group.acorns, user=group.lena, manner="joint", starts_on=APPOINTED, by=amina
            )
        return {
            "nursery": examples_of(led, amina),
            "other": examples_of(other, amina),
            "childminder": examples_of(childminding(alone), amina),
        }


Sent = dict[str, dict[str, list[Any]]]


def sent_by_kind(authority: Authority, examples: dict[str, Email[Any]]) -> dict[str, list[Any]]:
    """What each email looks like when it is sent."""
    found: dict[str, list[Any]] = {}
    with authority_scope(authority):
        for name, email in examples.items():
            mail.outbox = []
            send_email_now(kind=name, ids=email.ids, at=AT)
            found[name] = [plain(message) for message in mail.outbox]
    return found


@staged
def sent_nursery(larkshire: Authority, written: dict[str, dict[str, Email[Any]]]) -> dict[str, list[Any]]:
    return sent_by_kind(larkshire, written["nursery"])


@staged
def sent_other(larkshire: Authority, written: dict[str, dict[str, Email[Any]]]) -> dict[str, list[Any]]:
    return sent_by_kind(larkshire, written["other"])


@staged
def sent_childminder(larkshire: Authority, written: dict[str, dict[str, Email[Any]]]) -> dict[str, list[Any]]:
    return sent_by_kind(larkshire, written["childminder"])


@pytest.fixture
def sent(
    sent_nursery: dict[str, list[Any]],
    sent_other: dict[str, list[Any]],
    sent_childminder: dict[str, list[Any]],
) -> Sent:
    """What was sent, by whose it is and by kind."""
    return {"nursery": sent_nursery, "other": sent_other, "childminder": sent_childminder}


def plain(message: Any) -> dict[str, Any]:
    """What is compared, without the connection that a message holds."""
    return {
        "to": message.to[0],
        "subject": message.subject,
        "text": message.body,
        "html": message.alternatives[0][0],
        "from": message.from_email,
        "reply_to": message.reply_to,
        "files": [attachment[0] for attachment in message.attachments],
    }


def every(sent: Sent) -> list[tuple[str, dict[str, Any]]]:
    return [(name, email) for kinds in sent.values() for name, emails in kinds.items() for email in emails]


def test_the_same_kinds_are_written_for_each(written: dict[str, dict[str, Email[Any]]]) -> None:
    """Before anything is sent, so that neither takes all of the time of the other."""
    assert len(written) == 3
    assert len({frozenset(examples) for examples in written.values()}) == 1


def unsent(kinds: dict[str, list[Any]]) -> set[str]:
    return {name for name, emails in kinds.items() if not emails}


def test_every_kind_is_sent_about_a_nursery(sent_nursery: dict[str, list[Any]]) -> None:
    """One of the three after the other, so that no test takes the time of all."""
    assert unsent(sent_nursery) == set()


def test_every_kind_is_sent_about_another_group(sent_nursery: Any, sent_other: dict[str, list[Any]]) -> None:
    assert unsent(sent_other) == set()


def test_every_kind_but_those_for_staff_is_sent_about_a_childminder(sent: Sent) -> None:
    assert unsent(sent["childminder"]) == NOT_ALONE


def test_a_subject_is_short_and_differs_between_two_groups(sent: Sent) -> None:
    assert [email["subject"] for _name, email in every(sent) if not 0 < len(email["subject"]) <= 70] == []
    of_groups = sent["nursery"].keys() - NEUTRAL - OF_NO_GROUP
    same = {
        name
        for name in of_groups
        if {email["subject"] for email in sent["nursery"][name]}
        & {email["subject"] for email in sent["other"][name]}
    }
    assert same == set()
    for name in of_groups:
        for email in sent["other"][name]:
            assert "Woodland" in email["subject"], (name, email["subject"])


def test_a_subject_names_nobody_outside_the_team(sent: Sent, led: Group) -> None:
    names = {"Lena", "Hartley", "Siddiqui", "Finch", "Dale", "Nia"}
    for name, email in every(sent):
        words = set(re.findall(r"\w+", email["subject"]))
        assert not words & names, (name, email["subject"])


def test_of_a_concern_and_of_a_case_every_email_is_the_same(sent: Sent) -> None:
    for name in NEUTRAL:
        emails = [email for whose in sent.values() for email in whose[name]]
        alike = {
            (
                email["subject"],
                re.sub(r"Hello \w+,", "", email["text"]),
                re.sub(r"Hello \w+,", "", email["html"]),
                email["from"],
                tuple(email["reply_to"]),
            )
            for email in emails
        }
        assert len(alike) == 1, name
        for word in ("Larkton", "Woodland", "Hillside", "Acorns", "November", "Questions"):
            assert word not in emails[0]["text"] + emails[0]["subject"]


def test_the_greeting_is_by_name_and_a_capital_follows(sent: Sent) -> None:
    for name, email in every(sent):
        begin = email["text"].split("\n\n")
        to_nobody = email["to"] == "early.years@larkshire.example"
        assert re.fullmatch(r"Hello,|Hello [^,\n]+,", begin[0]), (name, begin[0])
        assert (begin[0] == "Hello,") is to_nobody, (name, begin[0])
        assert begin[1][0].isupper() or begin[1][0].isdigit(), (name, begin[1])


def test_there_is_one_link_in_text_and_in_html(sent: Sent) -> None:
    for name, email in every(sent):
        in_text, in_html = (
            [address for address in addresses if "/news/" not in address]  # where news is switched off
            for addresses in (
                re.findall(r"https?://\S+", email["text"]),
                re.findall(r'href="(https?://[^"]+)"', email["html"]),
            )
        )
        assert len(in_text) == 1, (name, in_text)
        assert in_text == in_html, name
        assert "/larkshire/" in in_text[0]
        assert not {"link", "code"} & set(email["text"].split("\n")), "what stands for a link is replaced"


def test_the_sender_stands_there_once_and_the_team_can_be_rung_and_written_to(sent: Sent) -> None:
    for name, email in every(sent):
        assert parseaddr(email["from"])[0] == "Larkshire early years team"
        foot = email["text"].rsplit("\n--\n", 1)[1]
        assert foot.count("Larkshire") == 1, name
        assert "01632 960000" in foot
        assert "early.years@larkshire.example" in foot


def test_an_answer_goes_to_whoever_is_named_as_the_person_to_ask(sent: Sent) -> None:
    for name, email in every(sent):
        asked = re.search(r"Questions\? Ask (.*)", email["text"])
        address = parseaddr(email["reply_to"][0])[1]
        assert address == (asked[1].rsplit(", ", 1)[1] if asked else "early.years@larkshire.example"), name
        assert address != email["to"] or not asked, (name, "nobody is asked to ask oneself")


def test_everybody_reads_why_the_email_came(sent: Sent) -> None:
    without = {name for name, email in every(sent) if "You get this email because" not in email["text"]}
    assert without == NEUTRAL | {
        "memberships.application_for_team",
        "support.support_asked",
        "support.support_withdrawn",
        "supplement.appeal_came",
    }


def test_a_day_that_is_fixed_comes_as_a_file_for_the_calendar(sent: Sent) -> None:
    with_files = {name for name, email in every(sent) if email["files"]}
    assert with_files == {
        "support.support_for_officer",
        "support.support_answered",
        *("meetings.planned", "meetings.moved", "meetings.cancelled", "meetings.restored"),
        "meetings.taken_back",
        "meetings.guest_invited",
        "meetings.guest_told",
        *("meetings.first_invited", "meetings.first_reminded", "meetings.first_told"),
        "meetings.visit_told",
        "meetings.training_planned",
        "meetings.training_told",
        *(
            "meetings.guest_told",
            "meetings.event_changed",
            "meetings.event_cancelled",
            "meetings.place_booked",
            "meetings.booked_for_you",
        ),
    }


def test_a_childminder_is_spoken_to_as_a_person(sent: Sent) -> None:
    to_her = [
        (name, email)
        for name, emails in sent["childminder"].items()
        for email in emails
        if email["to"] == "cara@larkshire.example" and name != "support.message_copy"
    ]
    assert len(to_her) > 5
    for name, email in to_her:
        words = email["subject"] + email["text"]
        assert not re.search(r"\b(your|our) (staff|setting)\b|belongs to", words, re.IGNORECASE), (
            name,
            words,
        )


def test_a_reminder_and_what_is_late_say_so(larkshire: Authority, led: Group, amina: User) -> None:
    with authority_scope(larkshire):
        examples = examples_of(led, amina)
        for name in ("ways_of_working.terms_asked", "memberships.invitation_sent", OWN_NUMBER):
            email = examples[name]
            link = TaskLink.objects.get(pk=email.ids["link_id"])
            first = subject_sent(email)
            again = TaskLink.objects.create(
                purpose=link.purpose, about_id=link.about_id, email=link.email, user=link.user,
                made_at=AT, expires_at=link.expires_at,
            )  # fmt: skip
            assert subject_sent(replace(email, link_id=again.pk)) == f"Reminder: {first}"


def subject_sent(email: Email[Any]) -> str:
    mail.outbox = []
    send_email_now(kind=email.name, ids=email.ids, at=AT)
    return str(mail.outbox[0].subject)


# --- names of any length -----------------------------------------------------------------------------------

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=150)


@given(about=NAMES, setting=NAMES | st.just(""), again=st.sampled_from(Again))
def test_whatever_the_names_a_subject_fits(about: str, setting: str, again: Again) -> None:
    subject = subject_of(about, "answer on the ways of working by 29 November", setting=setting, again=again)
    assert len(subject) <= MAX_SUBJECT
    assert "\n" not in subject
    assert subject.casefold().endswith("answer on the ways of working by 29 november")


@given(about=NAMES, then=NAMES)
def test_two_names_fit_as_well(about: str, then: str) -> None:
    assert len(subject_of(about, "a group that could suit you", then=then)) <= MAX_SUBJECT


@given(name=NAMES, limit=st.integers(12, 70))
def test_a_name_is_shortened_to_its_limit_and_never_made_longer(name: str, limit: int) -> None:
    assert len(shortened(name, limit)) <= min(len(name), limit)


def test_a_long_name_is_cut_between_words_and_keeps_its_end() -> None:
    long = "Larkton North Early Years Collaboration of the Western Villages and Farms"
    assert shortened(f"{long} A", 40) == "Larkton North Early Years … A"
    assert shortened(f"{long} A", 40) != shortened(f"{long} B", 40)
    assert shortened("Larkton North", 40) == "Larkton North"


def test_an_account_email_names_the_service_and_whose_it_is(larkshire: Authority) -> None:
    place = "Larkshire early years collaborations"
    assert named_by_authority("Your sign-in code", larkshire) == f"Your sign-in code ({place})"
    words = "Your email address was changed on 29 November"
    assert named_by_authority(words, larkshire) == f"{words} (Larkshire)"
    assert named_by_authority(words, None) == f"{words} (Early years…)"


@pytest.mark.parametrize(
    ("authority", "team", "words"),
    [
        ("Larkshire", "Early years team", "Larkshire early years team"),
        ("Larkshire", "Larkshire early years team", "Larkshire early years team"),
        ("Larkshire", "EYFS team", "Larkshire EYFS team"),
        ("Early years collaborations", "Early years collaborations", "Early years collaborations"),
    ],
)
def test_the_sender_is_named_once(authority: str, team: str, words: str) -> None:
    assert team_of(authority, team) == words
    assert platform().name == "Early years collaborations"


def test_a_person_of_one_setting_reads_no_name_of_it(larkshire: Authority, led: Group, amina: User) -> None:
    """Only people of several settings need to know which one is meant."""
    with authority_scope(larkshire):
        email = examples_of(led, amina)["ways_of_working.terms_asked"]
        assert "Bluebells" not in subject_sent(email)
        assert set(managers_of_settings([led.bluebells.provider_id], on=TODAY)) == {led.bluebells.provider_id}
