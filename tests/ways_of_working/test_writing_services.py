"""W1, W2, W3: a version is begun, written section by section, put
aside; of two writers, the second is shown both texts.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Authority
from audit.models import Entry
from collaborations.models import Collaboration
from tests.factories import terms
from tests.factories.collaborations import CollaborationFactory
from tests.factories.terms import AT
from tests.staging import staged
from ways_of_working.models import WaysOfWorking
from ways_of_working.rules.progress import Progress
from ways_of_working.selectors import writing as selectors
from ways_of_working.services import sections, writing

State = WaysOfWorking.State


@staged
def group(in_larkshire: Authority) -> Collaboration:
    return CollaborationFactory(name="Riverside")


def typed(**texts: str) -> sections.Typed:
    return sections.Typed(texts=texts)


def save(ways, key, by, *, edition=0, at=AT, **more):
    said = more.pop("typed")
    return sections.write_section(ways_id=ways.pk, key=key, typed=said, edition=edition, by=by, at=at, **more)


def entries(action: str) -> list[Entry]:
    return list(Entry.objects.filter(action=action).order_by("pk"))


def test_w1_a_first_version_begins_with_the_words_of_the_template_and_not_with_its_answers(
    group, maya, amina
):
    terms.template(
        maya, texts={"aims": "What we want", "local_1_5": "Our fair"}, values={"papers_days_ahead": "10"}
    )
    ways = writing.start_version(collaboration=group, by=amina, at=AT)
    written = {one.key: one for one in selectors.sections_written(ways)}
    assert (ways.version, ways.template.version, ways.before) == (1, 1, None)
    assert [one.words for one in written["1.2"].questions if one.words] == ["What we want"]
    assert not any(one.value for section in written.values() for one in section.questions)
    assert [key for key, one in written.items() if not one.is_used] == ["1.7", "1.10", "1.13", "1.15"]
    assert [entry.sentence for entry in entries("terms_started")] == [
        "began version 1 of the ways of working of Riverside"
    ]


def test_w2_a_later_version_begins_as_a_copy_of_the_adopted_one_which_it_replaces(group, amina):
    first = terms.adopted(group, amina, on=date(2026, 11, 10))
    group.refresh_from_db()
    assert (selectors.adopted_version(group), group.terms_adopted_on) == (first, date(2026, 11, 10))
    second = terms.draft(group, amina, texts={"aims": "New aims"}, values={}, at=AT + timedelta(days=9))
    assert (second.version, second.before, second.template) == (2, first, None)
    assert (
        next(
            one.words
            for section in selectors.sections_written(second)
            for one in section.answered
            if one.words
        )
        == "New aims"
    )
    writing.mark_circulated(
        ways=second, answer_by_on=None, is_material=False, change_words="Aims", by=amina, at=AT
    )
    writing.mark_adopted(
        ways=second, on=date(2026, 12, 1), decision="Told", record={}, by=amina, at=AT + timedelta(days=30)
    )
    first.refresh_from_db()
    group.refresh_from_db()
    assert (first.state, first.superseded_on, group.terms_adopted_on) == (
        State.SUPERSEDED,
        date(2026, 12, 1),
        date(2026, 12, 1),
    )


def test_w2_one_version_is_in_hand_and_whoever_is_second_is_told_who_began_it(group, amina, maya):
    writing.start_version(collaboration=group, by=amina, at=AT)
    with pytest.raises(ValidationError, match="Amina Yusuf began version 1 on 2 November 2026"):
        writing.start_version(collaboration=group, by=maya, at=AT)
    with pytest.raises(ValidationError, match="You began version 1"):
        writing.start_version(collaboration=group, by=amina, at=AT)


def test_an_enquiry_has_no_ways_of_working_yet(group, amina):
    Collaboration.objects.update(state="enquiry")
    with pytest.raises(ValidationError, match="once the first meeting has decided"):
        writing.start_version(collaboration=group, by=amina, at=AT)


def test_what_is_put_aside_stays_among_the_versions_and_its_number_is_not_used_again(group, amina):
    ways = terms.draft(group, amina)
    for _time in range(2):
        assert writing.discard_version(ways_id=ways.pk, by=amina, at=AT).state == State.DISCARDED
    assert len(entries("terms_discarded")) == 1
    assert writing.start_version(collaboration=group, by=amina, at=AT).version == 2
    assert [one.version for one in selectors.versions_of(group)] == [2, 1]


@pytest.mark.parametrize("build", [terms.circulated, terms.adopted])
def test_w2_what_is_with_the_members_or_adopted_is_frozen(group, amina, build):
    ways = build(group, amina)
    for deed in (
        lambda: terms.write(ways, "1.2", amina, texts={"aims": "Changed"}),
        lambda: sections.use_section(ways_id=ways.pk, key="1.2", is_used=False, by=amina, at=AT),
        lambda: writing.discard_version(ways_id=ways.pk, by=amina, at=AT),
    ):
        with pytest.raises(ValidationError, match=r"stays as it was sent|never changes"):
            deed()


@pytest.mark.parametrize(
    ("key", "said", "field"),
    [
        ("1.2", {"texts": {"aims": "x" * 20_001}}, "words_aims"),
        ("1.8", {"values": {"papers_days_ahead": "soon"}}, "answer_papers_days_ahead"),
        ("1.14", {"values": {"quorum": ("share", "")}}, "answer_quorum"),
        ("1.16", {"values": {"payee": "999"}}, "answer_payee"),
        ("1.5", {"title": "x" * 121}, "title"),
    ],
)
def test_w1_what_cannot_be_read_is_refused_at_its_field(group, amina, key, said, field):
    ways = writing.start_version(collaboration=group, by=amina, at=AT)
    with pytest.raises(ValidationError) as refusal:
        terms.write(ways, key, amina, **said)
    assert set(refusal.value.message_dict) == {field}
    assert selectors.section_of(ways, key).edition == 0


def test_a_payee_is_a_member_and_stays_when_it_has_left_until_another_is_chosen(group, amina):
    ways = writing.start_version(collaboration=group, by=amina, at=AT)
    terms.write(ways, "1.16", amina, values={"payee": "7"}, members=(7,))
    terms.write(
        ways, "1.16", amina, values={"payee": "7"}, texts={"joint_money": "In one account."}, members=(8,)
    )
    assert selectors.section_of(ways, "1.16").values == {"payee": "7"}


def test_of_two_writers_the_second_is_shown_what_the_first_saved_and_nothing_is_lost(group, amina, maya):
    ways = writing.start_version(collaboration=group, by=amina, at=AT)
    assert save(ways, "1.2", amina, typed=typed(aims="Amina's")).is_new
    with pytest.raises(sections.WrittenMeanwhile) as refusal:
        save(ways, "1.2", maya, typed=typed(aims="Maya's"))
    assert (refusal.value.section.texts, refusal.value.section.edited_by) == ({"aims": "Amina's"}, amina)
    assert selectors.section_of(ways, "1.2").texts == {"aims": "Amina's"}
    save(ways, "1.2", maya, typed=typed(aims="Both"), edition=1)
    assert selectors.section_of(ways, "1.2").edition == 2


def test_the_same_twice_is_one_outcome_and_the_same_page_never_stands_in_its_own_way(group, amina):
    ways = writing.start_version(collaboration=group, by=amina, at=AT)
    assert save(ways, "1.2", amina, typed=typed(aims="One"), page="p").is_new
    assert not save(ways, "1.2", amina, typed=typed(aims="One"), page="p").is_new
    assert save(ways, "1.2", amina, typed=typed(aims="One and two"), page="p").section.edition == 2
    with pytest.raises(sections.WrittenMeanwhile):
        save(ways, "1.2", amina, typed=typed(aims="Another window"), page="q")


def test_a_run_of_automatic_savings_leaves_one_entry_and_each_explicit_one_its_own(group, amina, maya):
    ways = writing.start_version(collaboration=group, by=amina, at=AT)
    for number in range(4):
        save(ways, "1.2", amina, typed=typed(aims="Word " * (number + 1)), edition=number, is_automatic=True)
    assert len(entries("terms_written")) == 1
    save(ways, "1.2", amina, typed=typed(aims="Word " * 4), edition=4)
    assert len(entries("terms_written")) == 2, "the explicit saving says which text it is about"
    save(ways, "1.2", amina, typed=typed(aims="Word " * 4), edition=4)
    assert len(entries("terms_written")) == 2, "nothing new"
    save(ways, "1.2", maya, typed=typed(aims="Maya"), edition=4, is_automatic=True)
    assert len(entries("terms_written")) == 3


def test_an_automatic_saving_keeps_what_can_be_read_and_names_the_rest(group, amina):
    ways = writing.start_version(collaboration=group, by=amina, at=AT)
    said = sections.Typed({"papers_days_ahead": "Late ones too"}, {"papers_days_ahead": "so"})
    written = save(ways, "1.8", amina, typed=said, is_automatic=True)
    assert list(written.unread) == ["answer_papers_days_ahead"]
    assert (written.section.texts, written.section.values) == ({"papers_days_ahead": "Late ones too"}, {})


def test_w3_a_section_that_is_not_used_keeps_its_words_and_warns_where_it_matters(group, amina):
    ways = terms.draft(group, amina)
    assert [one.section for one in selectors.warnings_for(ways)] == []
    sections.use_section(ways_id=ways.pk, key="1.9", is_used=False, by=amina, at=AT)
    sections.use_section(ways_id=ways.pk, key="1.9", is_used=False, by=amina, at=AT)
    nine = next(one for one in selectors.sections_written(ways) if one.key == "1.9")
    assert (nine.is_used, nine.far.progress, len(nine.answered)) == (False, Progress.NOT_USED, 1)
    assert [one.section for one in selectors.warnings_for(ways)] == ["1.9"]


def test_sections_are_read_in_two_queries(group, amina, django_assert_max_num_queries):
    ways = terms.draft(group, amina)
    with django_assert_max_num_queries(1):
        assert [one.far.progress for one in selectors.sections_written(ways)][:2] == [
            Progress.NOT_STARTED,
            Progress.IN_PROGRESS,
        ]
