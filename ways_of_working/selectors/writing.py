"""Reads of a collaboration's ways of working: its versions, and each one section by section (W1, W2, W3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations import rules
from collaborations.models import Collaboration
from core.reasons import Reason
from providers.selectors import register
from ways_of_working.models import TermsSection, WaysOfWorking
from ways_of_working.rules.answers import in_words, read_answer
from ways_of_working.rules.catalogue.shape import Question, Section
from ways_of_working.rules.clauses import Clause
from ways_of_working.rules.comparing import SectionVersion
from ways_of_working.rules.progress import Far, progress_of
from ways_of_working.rules.questions import SECTIONS, questions_of
from ways_of_working.rules.warnings import DraftWarning, Writing, warnings_of

State = WaysOfWorking.State
IN_HAND = (State.DRAFT, State.CIRCULATED)


# --- versions -----------------------------------------------------------------------------------------------


def versions_of(collaboration: Collaboration) -> QuerySet[WaysOfWorking]:
    """Every version, also those put aside, the newest first."""
    people = ("started_by", "circulated_by", "adopted_by")
    return (
        WaysOfWorking.objects.filter(collaboration=collaboration)
        .select_related("collaboration", *people)
        .order_by("-version")
    )


def version_in_hand(collaboration: Collaboration) -> WaysOfWorking | None:
    """The version that is being written or is with the members. There is never more than one."""
    return versions_of(collaboration).filter(state__in=IN_HAND).first()


def adopted_version(collaboration: Collaboration) -> WaysOfWorking | None:
    """The version that holds today."""
    return versions_of(collaboration).filter(state=State.ADOPTED).first()


def may_begin_terms(collaboration: Collaboration) -> bool:
    """Whether ways of working are written in the state of a collaboration: from the decision to draft them
    until it divides or closes.
    """
    return collaboration.state in rules.ADOPTING


def version_by_number(collaboration: Collaboration, number: int) -> WaysOfWorking | None:
    return versions_of(collaboration).filter(version=number).first()


def version_for_update(ways_id: int) -> WaysOfWorking:
    """The row, locked to the end of the transaction. Raises WaysOfWorking.DoesNotExist."""
    locked = WaysOfWorking.objects.select_for_update(of=("self",), no_key=True)
    return locked.select_related("collaboration", "started_by").get(pk=ways_id)


# --- what a version says ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WrittenSection:
    """A section of the catalogue as a version has it.

    ``title`` is the members' own where the section is local, and may be empty there.
    """

    key: str
    title: str
    about: str
    is_local: bool
    is_used: bool
    questions: tuple[Clause, ...]
    far: Far
    #: 0 where nothing was ever written; rises with each saving.
    edition: int = 0
    edited_by: User | None = None

    @property
    def answered(self) -> tuple[Clause, ...]:
        return tuple(question for question in self.questions if question.is_answered)

    @property
    def is_shown(self) -> bool:
        """Whether the document has it: used, and not a local one that is blank."""
        return self.is_used and not (self.is_local and not self.title and not self.answered)


def section_rows(ways: WaysOfWorking) -> list[TermsSection]:
    return list(TermsSection.objects.filter(ways=ways).select_related("edited_by").order_by("position", "pk"))


def section_of(ways: WaysOfWorking, key: str) -> TermsSection | None:
    return TermsSection.objects.filter(ways=ways, key=key).select_related("edited_by").first()


def section_for_update(ways: WaysOfWorking, key: str) -> TermsSection | None:
    """The row, locked to the end of the transaction."""
    locked = TermsSection.objects.select_for_update(of=("self",), no_key=True)
    return locked.filter(ways=ways, key=key).select_related("edited_by").first()


def sections_written(ways: WaysOfWorking) -> list[WrittenSection]:
    """Every section of the catalogue in its order, used or not, with words, answers in words, and titles.

    At most two queries.

    The shape from which the page, the PDF and the one-page summary are drawn: see ``is_shown`` and
    ``answered``.
    """
    rows = {row.key: row for row in section_rows(ways)}
    names = names_of_payees(row.values for row in rows.values())
    return [_written(section, rows.get(section.key), names) for section in SECTIONS]


def section_versions(ways: WaysOfWorking) -> list[SectionVersion]:
    """The same as ``rules.terms.compare`` takes it."""
    return [
        SectionVersion(row.key, row.title, row.is_used, row.texts, row.values) for row in section_rows(ways)
    ]


def warnings_for(ways: WaysOfWorking) -> list[DraftWarning]:
    """W3: what a version warns of. Nothing is ever refused because of it."""
    return warnings_of(writing_of(section_rows(ways)))


def writing_of(rows: Sequence[TermsSection]) -> Writing:
    """All words and answers of a version together."""
    texts = {key: words for row in rows for key, words in row.texts.items()}
    values = {key: value for row in rows for key, value in row.values.items()}
    return Writing(texts, values, frozenset(row.key for row in rows if not row.is_used))


def value_in_words(key: str, raw: object, names: Mapping[int, str]) -> tuple[str, ...]:
    """A stored answer as people read it; nothing where it cannot be read.

    ``names``: settings by their ids, for the payee.
    """
    value = read_answer(key, raw)
    if value is None or isinstance(value, Reason):
        return ()
    return tuple(line.in_words(_) for line in in_words(key, value, settings=names))


def names_of_payees(values: object) -> dict[int, str]:
    """The names of the settings that some answers name as payee. No query where none does."""
    read = (read_answer("payee", value.get("payee")) for value in values)  # type: ignore[attr-defined]
    wanted = {value for value in read if isinstance(value, int)}
    return dict(register().filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def _written(section: Section, row: TermsSection | None, names: Mapping[int, str]) -> WrittenSection:
    texts, values = (row.texts, row.values) if row else ({}, {})
    title, is_used = (row.title, row.is_used) if row else ("", not section.local)
    return WrittenSection(
        key=section.key,
        title=title or (_(section.title) if section.title else ""),
        about=_(section.about),
        is_local=section.local,
        is_used=is_used,
        questions=tuple(
            written_clause(question, texts, values, names) for question in questions_of(section.key)
        ),
        far=progress_of(section.key, is_used=is_used, title=title, texts=texts, values=values),
        edition=row.edition if row else 0,
        edited_by=row.edited_by if row else None,
    )


def written_clause(
    question: Question, texts: Mapping[str, str], values: Mapping[str, object], names: Mapping[int, str]
) -> Clause:
    """A question as a version or a template has it. ``texts``, ``values``: as stored, by question."""
    value = read_answer(question.key, values.get(question.key)) if question.is_structured else None
    return Clause(
        key=question.key,
        section=question.section,
        label=_(question.prompt),
        lines=value_in_words(question.key, values.get(question.key), names) if question.is_structured else (),
        words=texts.get(question.key, ""),
        value=None if isinstance(value, Reason) else value,
        is_structured=question.is_structured,
    )
