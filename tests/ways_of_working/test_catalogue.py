"""W1, W3: every published section and prompt is there, with help and examples in the product's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.reasons import Term
from ways_of_working.rules import choices
from ways_of_working.rules.answers import ANSWERS
from ways_of_working.rules.catalogue.behaving import SAFEGUARDING_PART
from ways_of_working.rules.catalogue.money import LEAVER_PART
from ways_of_working.rules.catalogue.shape import Question
from ways_of_working.rules.questions import QUESTION_OF, QUESTIONS, SECTIONS, questions_of

SOURCE = Path(__file__).resolve().parents[3] / "shared/source/kent-guide-for-leaders.txt"
LOCAL = ["1.5", "1.7", "1.10", "1.13", "1.15"]
TITLES = {
    "1.1": "Nature of Collaboration",
    "1.2": "Purpose",
    "1.3-1.4": "Leadership",
    "1.6": "Membership",
    "1.8": "Meeting Management",
    "1.9": "Behaviours",
    "1.11": "Review",
    "1.12": "Sharing of Information and Resources Including Confidential Materials",
    "1.14": "Decision Making",
    "1.16": "System Leadership Supplement/Budget Issues",
}
#: Each prompt of Appendix 1 and of the issue, and the questions that ask it.
PROMPTS = {
    "when it was set up": ["set_up"],
    "aims": ["aims"],
    "joint or rotated leadership": ["leadership_form"],
    "a single leader resigns": ["leader_resigns"],
    "open to those who": ["open_to"],
    "who can be a member and why": ["who_may_join"],
    "who cannot and why": ["who_may_not_join"],
    "who chairs": ["who_chairs"],
    "the election of the chair": ["chair_election", "chair_term_months"],
    "who administers": ["who_administers", "meeting_administration"],
    "how the administrator is decided": ["administrator_chosen", "administrator_term_months"],
    "frequency, dates, venues": ["meetings_a_year", "meeting_dates", "meeting_venues"],
    "who organises": ["meeting_organiser"],
    "minutes and actions": ["minutes_sent"],
    "between meetings": ["between_meetings"],
    "agenda by members": ["agenda_items"],
    "papers a week ahead": ["papers_days_ahead", "papers_sent"],
    "small groups": ["small_groups"],
    "one-off guests": ["guests"],
    "every voice": ["every_voice"],
    "expected of members": ["conduct"],
    "attendance": ["attendance_threshold", "missed_meetings"],
    "a member leaves": ["member_leaves"],
    "a new member wants to join": ["member_joins"],
    "optimum size": ["optimum_size", "dividing"],
    "who leads after a division": ["leads_after_dividing"],
    "safeguarding disclosures": ["safeguarding_disclosures", "safeguarding_routes", "safeguarding_reporter"],
    "review of the work": ["review_how", "review_work_month", "review_work_every"],
    "review of the terms": ["review_terms_month", "review_terms_every"],
    "review of the membership": ["review_membership_month", "review_membership_every"],
    "elections": ["review_elections_month", "review_elections_every"],
    "sharing": ["sharing_how"],
    "whose responsibility confidentiality is": ["confidentiality_duty"],
    "documents and copyright": ["shared_documents", "copyright"],
    "a forum with a password": ["web_forum"],
    "voting and majority": ["decision_method", "voting", "quorum", "tie_rule"],
    "who agrees to the terms": ["adoption_rule"],
    "joint money": ["joint_money", "joint_spending"],
    "disagreements": ["money_disagreements", "supplement_disagreements", "dispute_steps"],
    "the supplement's statement": ["supplement_statement"],
    "payee": ["payee"],
    "spending decision": ["spending_decision"],
    "the leaver's funding": ["leaver_funding", "leaver_amount", "leaver_money_words"],
    "delivery partnerships": ["delivery_partnerships"],
    "places for parents": ["vacancy_signposting"],
}


def words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'", ""))


def runs_of(text: str, length: int = 8) -> set[tuple[str, ...]]:
    words = words_of(text)
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}


def test_w1_the_published_numbers_and_titles_stay() -> None:
    assert {section.key: section.title for section in SECTIONS if not section.local} == TITLES
    assert [section.key for section in SECTIONS if section.local] == LOCAL
    assert [section.key for section in SECTIONS] == sorted(
        [*TITLES, *LOCAL], key=lambda key: int(key.split("-")[0].removeprefix("1."))
    )


def test_keys_are_unique_and_fit_a_form() -> None:
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS) == len(QUESTION_OF)
    assert [
        question.key for question in QUESTIONS if not re.fullmatch(r"[a-z][a-z0-9_]*", question.key)
    ] == []


@pytest.mark.parametrize("section", TITLES)
def test_each_section_asks_something(section: str) -> None:
    assert questions_of(section)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_w1_every_prompt_is_a_question(prompt: str) -> None:
    assert [key for key in PROMPTS[prompt] if key not in QUESTION_OF] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
def test_each_question_has_help_and_examples(question: Question) -> None:
    assert question.prompt.endswith("?")
    assert len(question.help) > 15
    assert 2 <= len(question.examples) <= 4
    assert all(example.endswith(".") for example in question.examples)


def test_w1_each_structured_answer_is_asked_once_and_says_what_it_drives() -> None:
    asked = [question for question in QUESTIONS if question.is_structured]
    assert {question.key for question in asked} == set(ANSWERS)
    assert all(question.drives and question.kind is ANSWERS[question.key].kind for question in asked)
    assert not any(question.drives for question in QUESTIONS if not question.is_structured)


def test_w1_a_usual_answer_can_be_read() -> None:
    for answer in ANSWERS.values():
        if answer.usual:
            assert answer.kind.kept(answer.kind.read(answer.usual)) == answer.usual  # type: ignore[arg-type]


def test_the_parts_that_warn_are_in_their_sections() -> None:
    assert {QUESTION_OF[key].section for key in SAFEGUARDING_PART} == {"1.9"}
    assert {QUESTION_OF[key].section for key in LEAVER_PART} == {"1.16"}


def texts() -> list[str]:
    own = [
        text
        for question in QUESTIONS
        for text in (question.prompt, question.help, question.drives, *question.examples)
    ]
    about = [section.about for section in SECTIONS]
    lists = [
        label
        for value in vars(choices).values()
        if isinstance(value, dict)
        for label in value.values()
        if isinstance(label, Term)
    ]
    return [*own, *about, *lists, *(answer.label for answer in ANSWERS.values())]


def test_no_grade_is_offered_as_a_reason() -> None:
    grades = re.compile(
        r"\b(ofsted|outstanding|inadequate|requires improvement|grade[ds]?|rated|good or better)\b",
        re.IGNORECASE,
    )
    assert [text for text in texts() if grades.search(text)] == []


def test_no_authority_is_named_and_a_member_is_a_setting() -> None:
    words = re.compile(r"\b(kent|kcc|education people|manchester|provider|providers)\b", re.IGNORECASE)
    assert [text for text in texts() if words.search(text)] == []


@pytest.mark.skipif(not SOURCE.is_file(), reason="the source is not here")
def test_no_sentence_is_the_sources() -> None:
    """Stricter than sentences: no eight words in a row."""
    theirs = runs_of(SOURCE.read_text())
    assert [text for text in texts() if runs_of(text) & theirs] == []
