"""The form base: words of errors, where the summary leads, markup that a screen reader needs."""

import datetime
from typing import Any

import pytest
import time_machine
from allauth.mfa.base.forms import AuthenticateForm
from django import forms as django_forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from core.forms.base import ErrorLink, Form, GovForm, Revealed, error_links
from core.forms.fields import DateField, DateTextField, LastDayField, LastDayTextField, LineField, TimeField
from core.forms.refusals import add_refusal
from core.forms.renderer import GovRenderer, shown_from
from core.forms.widgets import NumberInput, Radios, TextInput
from core.views import FormPage
from tests.core.sample_forms import FieldsetForm, MeetingForm, QuestionForm

GOOD = {
    "title": "Spring",
    "held_on_day": "27",
    "held_on_month": "March",
    "held_on_year": "26",
    "kind": "online",
    "lead": "1",
}


def sent(form_class: type[django_forms.BaseForm], **changes: str) -> Any:
    return form_class(data={**GOOD, **changes})


def test_a_good_form_gives_values() -> None:
    form = sent(MeetingForm)
    assert form.is_valid()
    assert form.cleaned_data["held_on"] == datetime.date(2026, 3, 27)


@pytest.mark.parametrize(
    ("changes", "field", "message", "leads_to"),
    [
        ({"title": ""}, "title", "Enter title of the meeting", "#id_title"),
        ({"title": "x" * 41}, "title", "Title of the meeting must be 40 characters or fewer", "#id_title"),
        (
            {"held_on_day": "", "held_on_month": "", "held_on_year": ""},
            "held_on",
            "Enter the date of the meeting",
            "#id_held_on_day",
        ),
        ({"held_on_year": ""}, "held_on", "The date of the meeting must include a year", "#id_held_on_year"),
        (
            {"held_on_month": "", "held_on_year": ""},
            "held_on",
            "The date of the meeting must include a month and year",
            "#id_held_on_month",
        ),
        (
            {"held_on_month": "Smarch"},
            "held_on",
            "The date of the meeting must be a real date",
            "#id_held_on_month",
        ),
        ({"held_on_year": "202"}, "held_on", "Year must include 4 numbers", "#id_held_on_year"),
        ({"kind": ""}, "kind", "Select how people will join", "#id_kind_0"),
        ({"kind": "by horse"}, "kind", "Select one of the choices in the list", "#id_kind_0"),
        ({"lead": ""}, "lead", "Select setting that leads", "#id_lead"),
        (
            {"email": "nobody"},
            "email",
            "Enter an email address in the correct format, like name@example.com",
            "#id_email",
        ),
        ({"places": "few"}, "places", "Number of places must be a number", "#id_places"),
        ({"note": "n" * 21}, "note", "Note must be 20 characters or fewer", "#id_note"),
    ],
)
def test_errors_in_words_and_where_they_lead(
    changes: dict[str, str], field: str, message: str, leads_to: str
) -> None:
    form = sent(MeetingForm, **changes)
    assert form.errors == {field: [message]}
    assert error_links(form) == [ErrorLink(leads_to, message)]


def test_a_question_is_not_turned_into_a_sentence() -> None:
    assert QuestionForm(data={}).errors["answer"] == ["Answer the question “What is it called?”"]


def test_the_summary_keeps_the_order_of_the_page_and_begins_with_what_concerns_the_whole() -> None:
    form = MeetingForm(data={})
    form.add_error(None, "Two meetings on one day")
    links = error_links(form)
    assert [link.href for link in links] == [
        "#id_title",
        "#id_title",
        "#id_held_on_day",
        "#id_kind_0",
        "#id_lead",
    ]
    assert links[0].text == "Two meetings on one day"


@pytest.mark.parametrize(
    ("limits", "day", "message"),
    [
        ({"past": True}, "2026-11-22", "The date must be today or in the past"),
        ({"future": True}, "2026-11-20", "The date must be today or in the future"),
        (
            {"not_before": datetime.date(2026, 1, 1)},
            "2025-12-31",
            "The date must be the same as or after 1 January 2026",
        ),
        (
            {"not_after": datetime.date(2026, 1, 1)},
            "2026-01-02",
            "The date must be the same as or before 1 January 2026",
        ),
    ],
)
@time_machine.travel("2026-11-21T12:00:00Z", tick=False)
def test_limits_of_a_date(limits: dict[str, Any], day: str, message: str) -> None:
    field = DateField(what="the date", **limits)
    with pytest.raises(django_forms.ValidationError, match=message):
        field.clean(datetime.date.fromisoformat(day))
    today_or_limit = next(iter(limits.values()))
    good = datetime.date(2026, 11, 21) if today_or_limit is True else today_or_limit
    assert field.clean(good) == good


def test_an_error_is_announced_and_tied_to_its_control() -> None:
    page = str(sent(MeetingForm, title="")["title"].as_field_group())
    assert 'aria-describedby="id_title_error"' in page
    assert 'id="id_title_error"' in page
    assert "govuk-form-group--error" in page
    assert "govuk-input--error" in page
    assert " required" not in page


def test_only_the_wrong_box_of_a_date_is_marked() -> None:
    page = " ".join(str(sent(MeetingForm, held_on_year="")["held_on"].as_field_group()).split())
    assert page.count("govuk-input--error") == 1
    assert page.count('aria-invalid="true"') == 1
    assert 'name="held_on_year" type="text" inputmode="numeric" aria-invalid="true"' in page
    assert 'aria-describedby="id_held_on_helptext id_held_on_error"' in page


def test_what_was_typed_comes_back() -> None:
    page = str(sent(MeetingForm, held_on_month="Smarch", title='"><script>alert(1)</script>'))
    assert 'value="Smarch"' in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_name_in_a_label_or_choice_cannot_inject_markup() -> None:
    assert "Acorns &amp; &lt;Oaks&gt;" in str(MeetingForm())


def test_a_date_of_the_database_fills_the_boxes() -> None:
    page = str(MeetingForm(initial={"held_on": datetime.date(2026, 3, 7)})["held_on"])
    assert [f'value="{text}"' in page for text in ("7", "3", "2026")] == [True, True, True]


def test_a_date_knows_whether_it_changed() -> None:
    unchanged = MeetingForm(data=GOOD, initial={"held_on": datetime.date(2026, 3, 27)})
    assert "held_on" not in unchanged.changed_data
    assert "held_on" in MeetingForm(data=GOOD, initial={"held_on": datetime.date(2026, 3, 28)}).changed_data


def test_optional_is_said_except_of_boxes_to_tick() -> None:
    page = str(MeetingForm())
    assert "Email address (optional)" in page
    assert "Title of the meeting (optional)" not in page
    assert "Days that suit (optional)" not in page
    assert "a week before (optional)" not in page


def test_radios_are_a_group_with_a_legend_and_hints() -> None:
    page = " ".join(str(MeetingForm()["kind"].as_field_group()).split())
    assert "How will people join? </legend>" in page
    assert 'aria-describedby="id_kind_1_hint"' in page
    assert page.count('type="radio"') == 3


def test_a_counted_text_is_not_cut_in_silence() -> None:
    page = str(MeetingForm()["note"].as_field_group())
    assert 'data-maxlength="20"' in page
    assert " maxlength=" not in page
    assert 'aria-describedby="id_note-info"' in page


def test_money_and_shares_have_their_signs_beside_the_box() -> None:
    widget = NumberInput(prefix="£", suffix="%")
    page = widget.render("share", 5, renderer=GovRenderer())
    assert page.index("£") < page.index("<input") < page.index("%</div>")
    assert 'inputmode="numeric"' in page


def test_fieldsets_stand_where_their_first_field_does() -> None:
    page = str(FieldsetForm())
    order = [
        page.index(text)
        for text in ("Name", "Where", "Of the venue", "Town", "Postcode", "</fieldset>", "Note")
    ]
    assert order == sorted(order)
    assert page.count("<fieldset") == 1


def test_one_question_can_be_the_heading() -> None:
    page = " ".join(str(QuestionForm()).split())
    assert '<h1 class="govuk-label-wrapper"> <label class="govuk-label govuk-label--l"' in page


def test_a_date_in_one_line_for_filters() -> None:
    field = DateTextField(label="From", required=False)
    assert field.clean("27 March 26") == datetime.date(2026, 3, 27)
    assert field.clean("") is None
    with pytest.raises(django_forms.ValidationError, match="From must include a year"):
        field.clean("27 March")


def test_a_form_of_the_sign_in_package_gets_our_clothes_and_words() -> None:
    form = AuthenticateForm(data=QueryDict(""), user=None)
    assert form.errors["code"] == ["This field is required."]
    assert error_links(form) == [ErrorLink("#id_code", "Enter sign-in code")]
    page = str(form)
    assert "govuk-input govuk-input--width-10 govuk-input--error" in page
    assert "placeholder" not in page
    assert 'autocomplete="one-time-code"' in page


def test_a_services_reasons_stand_at_the_forms_own_fields_and_the_others_above_it() -> None:
    form = sent(MeetingForm)
    assert form.is_valid()
    add_refusal(
        form, ValidationError({"theirs": ["Wrong name."], "nowhere": ["Too late."]}), {"theirs": "title"}
    )
    add_refusal(form, ValidationError("Not today."), {})
    assert form.errors["title"] == ["Wrong name."]
    assert form.non_field_errors() == ["Too late.", "Not today."]


def form_pages() -> list[type[FormPage]]:
    get_resolver(settings.AUTHORITY_URLCONF).url_patterns  # noqa: B018  reads every module of views
    pages, waiting = [], [FormPage]
    while waiting:
        page = waiting.pop()
        waiting += page.__subclasses__()
        pages.append(page)
    return pages


def test_every_page_draws_a_form_of_ours() -> None:
    """Or one without fields, of which only the button is drawn."""
    drawn = {page: getattr(page, "form_class", None) for page in form_pages()}
    assert len(drawn) > 50
    foreign = {
        page.__qualname__: form.__qualname__
        for page, form in drawn.items()
        if form not in (None, django_forms.Form) and not issubclass(form, GovForm)
    }
    assert foreign == {}


def test_a_pasted_text_is_refused_in_words_and_never_cut() -> None:
    """P101: no box of one line or of several cuts what is put in; what is too long is said with the limit."""
    form = sent(MeetingForm, title="x" * 500)
    assert "maxlength=" not in form.as_p().replace("data-maxlength=", "")
    assert form.errors["title"] == ["Title of the meeting must be 40 characters or fewer"]
    assert "x" * 500 in form["title"].as_widget()
    assert not LineField(max_length=40).widget_attrs(TextInput()).get("maxlength")


@pytest.mark.parametrize(("count", "share"), [(20, 0), (100, 0), (200, 50), (500, 80), (20_000, 80)])
def test_a_counter_is_shown_near_the_limit(count: int, share: int) -> None:
    assert shown_from(count) == share


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)))
def test_a_last_day_is_the_day_before_the_end(day: datetime.date) -> None:
    """What is given is a last day, what comes out the end; shown again, and sent again, nothing has changed."""
    for field in (LastDayField(), LastDayTextField()):
        end = field.clean(day)
        assert end == day + datetime.timedelta(days=1)
        shown = field.prepare_value(end)
        assert field.clean(shown if isinstance(shown, datetime.date) else str(shown)) == end
        assert not field.has_changed(end, day)
        assert field.has_changed(end, day + datetime.timedelta(days=2))
    assert LastDayField(required=False).clean(["", "", ""]) is None


class ChoosingForm(Form):
    reveals = {"kind": {"a": Revealed("If it is a", ("why",))}}

    kind = django_forms.ChoiceField(label="Kind", choices=[("a", "A"), ("b", "B")], widget=Radios)
    why = django_forms.CharField(label="Why", required=False)


def test_fields_of_a_choice_stand_below_it_and_once() -> None:
    html = str(ChoosingForm())
    assert html.count('name="why"') == 1
    assert 'class="govuk-radios__conditional" id="id_kind_0_reveals"' in html
    assert html.index("If it is a") < html.index('name="why"') < html.index('value="b"')


def test_a_time_is_asked_for_by_what_it_is() -> None:
    """ "From" and "Until" are labels of many times, and no words for what is missing."""

    class Times(Form):
        starts_at = TimeField(label="From", what="the time it begins")
        ends_at = TimeField(label="End of the visit")
        comes_at = TimeField(label="When do you come?")

    assert Times(data={}).errors == {
        "starts_at": ["Enter the time it begins"],
        "ends_at": ["Enter end of the visit"],
        "comes_at": ["Enter the time"],
    }
    late = Times(data={"starts_at": "soon", "ends_at": "5pm", "comes_at": "5pm"}).errors
    assert late == {"starts_at": ["Enter the time it begins like 2pm, 2:30pm or 14:30"]}
