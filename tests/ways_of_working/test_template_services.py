"""W1: the authority's templates: begun, changed section by section, published from a day on, put aside."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts.models import Authority, User
from audit.models import Entry
from tests.factories.terms import AT, template
from ways_of_working.models import TermsTemplate
from ways_of_working.selectors.effective import published_defaults
from ways_of_working.selectors.templates import draft_template, template_in_force
from ways_of_working.services import templates as services

pytestmark = pytest.mark.usefixtures("in_larkshire")
TODAY = AT.date()


def change(row: TermsTemplate, by: User, *, section: str = "1.2", seen: str = "", texts=None, values=None):
    return services.change_template(
        template_id=row.pk, section=section, texts=texts or {}, values=values or {}, seen=seen, by=by
    )


def test_w1_the_first_begins_with_the_usual_answers_and_the_next_as_a_copy(maya):
    first = services.start_template(by=maya, at=AT)
    assert (first.version, first.texts, first.values["papers_days_ahead"], "payee" in first.values) == (
        1,
        {},
        "7",
        False,
    )
    change(first, maya, texts={"aims": "What we want"})
    services.publish_template(template_id=first.pk, in_force_from=TODAY, by=maya, at=AT)
    second = services.start_template(by=maya, at=AT)
    assert (second.version, second.texts) == (2, {"aims": "What we want"})
    said = [
        one.sentence
        for one in Entry.objects.filter(about_type="ways_of_working.termstemplate").order_by("pk")
    ]
    assert said[2] == "published version 1 of the template of ways of working from 2 November 2026"


def test_w1_answers_hold_from_their_day(maya):
    template(maya, values={"papers_days_ahead": "10"}, on=date(2026, 12, 1))
    assert [template_in_force(on=day) is not None for day in (date(2026, 11, 30), date(2026, 12, 1))] == [
        False,
        True,
    ]
    assert published_defaults(on=date(2026, 12, 1))[0].values["papers_days_ahead"] == "10"


def test_one_draft_at_a_time_and_the_second_is_told_who_began_it(maya, amina):
    services.start_template(by=maya, at=AT)
    with pytest.raises(ValidationError, match="Maya Thornton has begun version 1"):
        services.start_template(by=amina, at=AT)


@pytest.mark.parametrize(
    ("section", "said", "field"),
    [
        ("1.2", {"texts": {"aims": "x" * 20_001}}, "words_aims"),
        ("1.8", {"values": {"papers_days_ahead": "soon"}}, "answer_papers_days_ahead"),
    ],
)
def test_w1_what_cannot_be_read_is_refused_at_its_field(maya, section, said, field):
    row = services.start_template(by=maya, at=AT)
    with pytest.raises(ValidationError) as refusal:
        change(row, maya, section=section, **said)
    assert set(refusal.value.message_dict) == {field}


def test_an_authority_names_no_payee_for_all(maya):
    row = services.start_template(by=maya, at=AT)
    assert (
        "payee"
        not in change(
            row, maya, section="1.16", values={"payee": "7"}, texts={"payee": "Agree on one."}
        ).values
    )


def test_a_section_that_somebody_else_changed_is_not_written_over(maya, amina):
    row = services.start_template(by=maya, at=AT)
    seen = services.section_mark(row, "1.2")
    change(row, maya, texts={"aims": "Maya's"}, seen=seen)
    with pytest.raises(ValidationError, match="Somebody has changed this section"):
        change(row, amina, texts={"aims": "Amina's"}, seen=seen)
    change(
        row, amina, section="1.1", texts={"nature": "Another section"}, seen=services.section_mark(row, "1.1")
    )


@pytest.mark.parametrize(
    ("day", "note", "field"),
    [
        (date(2026, 11, 1), "New", "in_force_from"),
        (date(2026, 11, 20), "New", "in_force_from"),
        (date(2026, 12, 2), " ", "note"),
    ],
)
def test_publishing_is_refused_at_its_field(maya, day, note, field):
    template(maya, on=date(2026, 12, 1))
    row = services.start_template(by=maya, at=AT)
    with pytest.raises(ValidationError) as refusal:
        services.publish_template(template_id=row.pk, in_force_from=day, note=note, by=maya, at=AT)
    assert set(refusal.value.message_dict) == {field}


def test_what_is_published_never_changes_and_twice_is_once(maya):
    row = template(maya)
    services.publish_template(template_id=row.pk, in_force_from=TODAY, by=maya, at=AT)
    assert Entry.objects.filter(action="template_published").count() == 1
    for deed in (
        lambda: change(row, maya, texts={"aims": "Changed"}),
        lambda: services.publish_template(template_id=row.pk, in_force_from=date(2027, 1, 1), by=maya, at=AT),
        lambda: services.discard_template(template_id=row.pk, by=maya),
    ):
        with pytest.raises(ValidationError, match="published and never changes"):
            deed()


def test_a_draft_is_put_aside_once(in_larkshire: Authority, maya):
    row = services.start_template(by=maya, at=AT)
    for _time in range(2):
        services.discard_template(template_id=row.pk, by=maya)
    assert draft_template() is None
    assert Entry.objects.filter(action="template_discarded").count() == 1
