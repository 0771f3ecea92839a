"""The authority's templates of ways of working: begun, changed section
by section, published from a day on, put aside (W1).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.actions import Action
from audit.services import record
from core.reasons import Reason
from core.saving import save_in_words
from core.text import several_lines
from core.wording import date_in_words
from ways_of_working.models import TermsTemplate
from ways_of_working.rules.answers import read_answer, stored_answer
from ways_of_working.rules.catalogue.shape import WORDS
from ways_of_working.rules.effective import SHIPPED
from ways_of_working.rules.progress import mark_of
from ways_of_working.rules.questions import questions_of
from ways_of_working.selectors import templates as selectors

State = TermsTemplate.State


@transaction.atomic
def start_template(*, by: User, at: datetime) -> TermsTemplate:
    """Begin a version from the one published last; the first from the product's usual answers, without words.

    Raises ValidationError where one is being written already: there is never more than one.
    """
    draft = selectors.draft_template()
    if draft is not None:
        raise ValidationError(_being_written(draft, by=by))
    before = selectors.newest_published_template()
    template = TermsTemplate(version=before.version + 1 if before else 1, started_by=by)
    template.texts, template.values = (before.texts, before.values) if before else ({}, dict(SHIPPED))
    save_in_words(
        template, clash={"__all__": _("Somebody has begun a version at the same time. Go on with that one.")}
    )
    record(Action.TEMPLATE_STARTED, about=template, by=by, version=template.version)
    return template


def _being_written(draft: TermsTemplate, *, by: User) -> str:
    facts = {"version": draft.version, "person": draft.started_by or ""}
    if draft.started_by_id == by.pk:
        return (
            _(
                "You have begun version %(version)d already. Publish it or put it aside before you begin"
                " another."
            )
            % facts
        )
    return (
        _("%(person)s has begun version %(version)d. Go on with it; one version is written at a time.")
        % facts
    )


@transaction.atomic
def change_template(
    *,
    template_id: int,
    section: str,
    texts: Mapping[str, str],
    values: Mapping[str, object],
    seen: str = "",
    by: User,
) -> TermsTemplate:
    """Write one section of a draft: words to begin with, and the
    answers that hold where a group has agreed nothing.

    ``seen``: the mark of the section as it was opened (``section_mark``). Raises ValidationError at
    "words_<question>" and "answer_<question>", and when somebody else has changed the section meanwhile.
    """
    template = selectors.template_for_update(template_id)
    _may_write(template)
    wanted, errors = _read(template, section, texts, values)
    if errors:
        raise ValidationError(errors)
    if all(getattr(template, name) == value for name, value in wanted.items()):
        return template
    if seen and seen != section_mark(template, section):
        raise ValidationError(
            _(
                "Somebody has changed this section in the meantime. Open it again in another window and"
                " compare."
            )
        )
    template.texts, template.values = wanted["texts"], wanted["values"]
    save_in_words(template, fields=["texts", "values"])
    record(
        Action.TEMPLATE_CHANGED, about=template, by=by, details={"section": section}, version=template.version
    )
    return template


def section_mark(template: TermsTemplate, section: str) -> str:
    """What a section of a template looks like: the same while nobody has changed it."""
    keys = [question.key for question in questions_of(section)]
    return mark_of([[template.texts.get(key), template.values.get(key)] for key in keys])


@transaction.atomic
def publish_template(
    *, template_id: int, in_force_from: date, note: str = "", by: User, at: datetime
) -> TermsTemplate:
    """Publish a draft from a day on: its answers then hold where groups agreed nothing.

    It never changes again.

    Published again with the same day, it changes nothing. Raises ValidationError at "in_force_from" and
    "note".
    """
    template = selectors.template_for_update(template_id)
    if template.state == State.PUBLISHED and template.in_force_from == in_force_from:
        return template  # pressed twice
    _may_write(template)
    before = selectors.newest_published_template()
    errors = _wrong_day(in_force_from, before, today=timezone.localdate(at))
    if before is not None and not several_lines(note):
        errors["note"] = _("Say what is new, in a sentence.")
    if errors:
        raise ValidationError(errors)
    template.state, template.in_force_from, template.note = (
        State.PUBLISHED,
        in_force_from,
        several_lines(note),
    )
    template.published_by, template.published_at = by, at
    save_in_words(template, fields=["state", "in_force_from", "note", "published_by", "published_at"])
    facts: dict[str, Any] = {"version": template.version, "from": date_in_words(in_force_from)}
    record(Action.TEMPLATE_PUBLISHED, about=template, by=by, **facts)
    return template


@transaction.atomic
def discard_template(*, template_id: int, by: User) -> None:
    """Put a draft aside.

    Nothing began with it, so nothing of it is kept but its history. Twice is the same as once.
    """
    template = TermsTemplate.objects.select_for_update(of=("self",)).filter(pk=template_id).first()
    if template is None:
        return
    _may_write(template)
    record(Action.TEMPLATE_DISCARDED, about=template, by=by, version=template.version)
    template.delete()


def _may_write(template: TermsTemplate) -> None:
    if template.state == State.PUBLISHED:
        words = {"version": template.version}
        raise ValidationError(
            _("Version %(version)d is published and never changes. Begin a new version.") % words
        )


def _wrong_day(in_force_from: date, before: TermsTemplate | None, *, today: date) -> dict[str, str]:
    """What held on a day that has passed is never changed afterwards."""
    if in_force_from < today:
        return {"in_force_from": _("The day must be today or in the future.")}
    if before is not None and before.in_force_from is not None and in_force_from < before.in_force_from:
        words = {"day": date_in_words(before.in_force_from), "version": before.version}
        return {
            "in_force_from": (
                _("The day must be on or after %(day)s, from when version %(version)d holds.") % words
            )
        }
    return {}


def _read(
    template: TermsTemplate, section: str, typed: Mapping[str, str], answers: Mapping[str, object]
) -> tuple[dict[str, Any], dict[str, str]]:
    """What would stand in the template, and what cannot be read.

    A payee is a group's own: no authority names one for all.
    """
    errors: dict[str, str] = {}
    texts, values = dict(template.texts), dict(template.values)
    for question in questions_of(section):
        found: list[tuple[str, dict[str, Any], Any]] = []
        if question.key in typed:
            found.append(("words", texts, WORDS.read(typed[question.key])))
        if question.is_structured and question.key != "payee" and question.key in answers:
            found.append(("answer", values, read_answer(question.key, answers[question.key])))
        for kind, into, value in found:
            if isinstance(value, Reason):
                errors[f"{kind}_{question.key}"] = value.in_words(_)
            elif value is None:
                into.pop(question.key, None)
            else:
                into[question.key] = value if kind == "words" else stored_answer(question.key, value)
    return {"texts": texts, "values": values}, errors
