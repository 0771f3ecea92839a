"""Writing one section of ways of working (W1, W3).

Of two people who write at once, the second is shown both texts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.models import Entry
from audit.rules.actions import Action
from audit.services import record
from core.reasons import Reason
from core.saving import save_in_words
from core.text import one_line
from ways_of_working.models import TermsSection, WaysOfWorking
from ways_of_working.rules.adoption import WRITABLE
from ways_of_working.rules.answers import read_answer, stored_answer
from ways_of_working.rules.catalogue.shape import WORDS
from ways_of_working.rules.kinds import Kept
from ways_of_working.rules.questions import SECTION_OF, questions_of
from ways_of_working.selectors import writing as selectors
from ways_of_working.services.writing import standing_words

#: For so many minutes, one entry in the audit log stands for all automatic savings of a section by one
#: person.
RUN_LASTS = 30
MAX_TITLE_LENGTH = 120


class WrittenMeanwhile(ValidationError):
    """Somebody else saved the section since it was opened.

    ``section`` is what stands there now; nothing was written over it.
    """

    def __init__(self, section: TermsSection) -> None:
        super().__init__(
            _("Somebody has changed this section while you were writing. Choose which text stays."),
            code="meanwhile",
        )
        self.section = section


@dataclass(frozen=True, slots=True)
class Typed:
    """A section as it was typed: words by question, answers by question as a form gives them."""

    texts: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, object] = field(default_factory=dict)
    title: str = ""


class Written(NamedTuple):
    """The section as it stands, whether anything was written, and which
    answers an automatic saving could not read yet.
    """

    section: TermsSection
    is_new: bool
    unread: Mapping[str, str]


@transaction.atomic
def write_section(
    *,
    ways_id: int,
    key: str,
    typed: Typed,
    edition: int,
    members: Collection[int] = (),
    page: str = "",
    is_automatic: bool = False,
    by: User,
    at: datetime,
) -> Written:
    """Save the words, answers and title of a section.

    Questions that are not among what was typed stay as they are.

    ``edition``: the one that the writer had before them. Raises WrittenMeanwhile when the section has moved
    on from it, unless the saving before came from the same open ``page``, or what was typed stands there
    already. ``members``: ids of the settings that may be named as payee. Raises ValidationError at
    "words_<question>", "answer_<question>" and "title". An automatic saving keeps what can be read and names
    the rest; it leaves one entry in the audit log for half an hour, an explicit saving one each.
    """
    section = _open(ways_id, key)
    wanted, errors = _read(section, typed, members)
    if errors and (not is_automatic or any(not name.startswith("answer_") for name in errors)):
        raise ValidationError(errors)
    if all(getattr(section, name) == value for name, value in wanted.items()):
        _note_last_save(section, page)
        _enter(section, by=by, at=at, is_automatic=is_automatic, is_new=False)
        return Written(section, False, errors)
    if section.edition != edition and not _came_from(section, page):
        raise WrittenMeanwhile(section)
    for name, value in wanted.items():
        setattr(section, name, value)
    _save(section, by=by, at=at, page=page)
    _enter(section, by=by, at=at, is_automatic=is_automatic, is_new=True)
    return Written(section, True, errors)


@transaction.atomic
def use_section(*, ways_id: int, key: str, is_used: bool, by: User, at: datetime) -> TermsSection:
    """Say that a section is used, or not: then it asks nothing and is left out, and its words are kept (W3).

    Again, it changes nothing.
    """
    section = _open(ways_id, key)
    if section.is_used != is_used:
        section.is_used = is_used
        _save(section, by=by, at=at, page="")
        _enter(section, by=by, at=at, is_automatic=False, is_new=True)
    return section


def _open(ways_id: int, key: str) -> TermsSection:
    """The section, locked, of a version that may be written (W2).

    The version is locked too, so that nobody sends it round meanwhile.
    """
    ways = selectors.version_for_update(ways_id)
    if ways.state not in WRITABLE:
        raise ValidationError(standing_words(ways))
    section = selectors.section_for_update(ways, key)
    if section is None:
        if key not in SECTION_OF:
            raise TermsSection.DoesNotExist(key)
        section = TermsSection(ways=ways, key=key, position=list(SECTION_OF).index(key))
    section.ways = ways
    return section


def _read(
    section: TermsSection, typed: Typed, members: Collection[int]
) -> tuple[dict[str, Any], dict[str, str]]:
    """What would stand in the section, and what cannot be read, by field."""
    errors: dict[str, str] = {}
    texts, values = dict(section.texts), dict(section.values)
    for question in questions_of(section.key):
        if question.key in typed.texts:
            words = WORDS.read(typed.texts[question.key])
            if isinstance(words, Reason):
                errors[f"words_{question.key}"] = words.in_words(_)
            else:
                _put(texts, question.key, words)
        if question.is_structured and question.key in typed.values:
            answer = _answer(question.key, typed.values[question.key], members, values.get(question.key))
            if isinstance(answer, Reason):
                errors[f"answer_{question.key}"] = answer.in_words(_)
            else:
                _put(values, question.key, answer)
    title = (
        one_line(typed.title)
        if section.key in SECTION_OF and SECTION_OF[section.key].local
        else section.title
    )
    if len(title) > MAX_TITLE_LENGTH:
        errors["title"] = _("Enter a title of at most %(most)d characters.") % {"most": MAX_TITLE_LENGTH}
    return {"texts": texts, "values": values, "title": title}, errors


def _answer(key: str, raw: object, members: Collection[int], stored: object) -> Kept | Reason | None:
    """How an answer is stored. A payee that has left stays until another is chosen: the page says so."""
    value = read_answer(key, raw)
    if value is None or isinstance(value, Reason):
        return value
    kept = stored_answer(key, value)
    if key == "payee" and value not in members and kept != stored:
        return Reason("W1", gettext_noop("Choose one of the members."))
    return kept


def _put(into: dict[str, Any], key: str, value: object) -> None:
    if value is None:
        into.pop(key, None)
    else:
        into[key] = value


def _save(section: TermsSection, *, by: User, at: datetime, page: str) -> None:
    section.edition += 1
    section.edited_by, section.edited_at = by, at
    save_in_words(section)
    _note_last_save(section, page)


def _note_last_save(section: TermsSection, page: str) -> None:
    """Remember which open page saved last.

    Kept for a day in the cache: where it is lost, somebody is shown their own text once.
    """
    if page:
        cache.set(_cache_key(section), f"{section.edition}:{page}", timeout=24 * 60 * 60)


def _came_from(section: TermsSection, page: str) -> bool:
    """Whether the last saving came from this open page: its answer had not arrived when the next was sent."""
    return bool(page) and cache.get(_cache_key(section)) == f"{section.edition}:{page}"


def _cache_key(section: TermsSection) -> str:
    return f"terms-section:{section.authority_id}:{section.pk}"


def _enter(section: TermsSection, *, by: User, at: datetime, is_automatic: bool, is_new: bool) -> None:
    """One entry for each explicit saving that says something new,
    one for the automatic ones of half an hour.
    """
    ways: WaysOfWorking = section.ways
    about = {
        "about_type": ways._meta.label_lower,
        "about_id": ways.pk,
        "action": Action.TERMS_WRITTEN,
        "facts__section": section.key,
    }
    last = Entry.objects.filter(**about).order_by("-at", "-pk").first()
    if is_automatic:
        in_a_run = last is not None and last.by_id == by.pk and last.facts.get("automatic")
        if not is_new or (in_a_run and last is not None and (at - last.at).total_seconds() < RUN_LASTS * 60):
            return
    elif not is_new and (
        last is None or last.facts.get("edition") == section.edition or section.edited_by_id != by.pk
    ):
        return
    details = {"edition": section.edition, "automatic": is_automatic}
    facts: dict[str, Any] = {
        "section": section.key,
        "version": ways.version,
        "collaboration": ways.collaboration,
    }
    record(Action.TERMS_WRITTEN, about=ways, by=by, details=details, **facts)
