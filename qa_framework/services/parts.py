"""Levels, areas, standards and their words (Q1): added, changed, moved up and down, removed from a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from audit.rules.quality_actions import QualityAction
from audit.services import record
from core.names import key_of
from core.saving import edition_of, refuse_older_text, save_in_words
from core.text import one_line, several_lines
from qa_framework.models.frameworks import FrameworkArea, FrameworkLevel, FrameworkVersion
from qa_framework.models.standards import Descriptor, FrameworkStandard, StandardWords, Successor
from qa_framework.rules.faults import MAX_AREAS, MAX_LEVELS, MAX_PROMPT, MAX_PROMPTS, MAX_STANDARDS
from qa_framework.rules.frameworks import Words
from qa_framework.selectors import frameworks as selectors
from qa_framework.services.frameworks import writable

Part = FrameworkLevel | FrameworkArea | FrameworkStandard


@transaction.atomic
def save_level(
    *, version_id: int, row: int | None = None, name: str, award: str = "", seen: str | None = None, by: User
) -> FrameworkLevel:
    """Add a level above the others, or change one. Raises ValidationError at its fields."""
    version = writable(version_id)
    level = _part_in(selectors.level_in, version, row) or FrameworkLevel(version=version)
    others = [other for other in selectors.levels_of(version) if other.pk != level.pk]
    if level.pk:
        refuse_older_text(seen=seen, mark=mark_of_level(level))
    elif len(others) >= MAX_LEVELS:
        raise ValidationError({"name": _("There can be %(most)d levels at most") % {"most": MAX_LEVELS}})
    level.name, level.award = one_line(name), one_line(award)
    _refuse_taken("name", level.name, [other.name for other in others], _("Another level has this name"))
    if level.award:
        awards = [other.award for other in others]
        _refuse_taken("award", level.award, awards, _("Another level gives this award"))
    return _save(version, level, others, by)


def mark_of_level(level: FrameworkLevel) -> str:
    return edition_of(level.name, level.award)


@transaction.atomic
def save_area(
    *, version_id: int, row: int | None = None, name: str, about: str = "", seen: str | None = None, by: User
) -> FrameworkArea:
    """Add an area at the end, or change one. Raises ValidationError at its fields."""
    version = writable(version_id)
    area = _part_in(selectors.area_in, version, row) or FrameworkArea(version=version)
    others = [other for other in selectors.areas_of(version) if other.pk != area.pk]
    if area.pk:
        refuse_older_text(seen=seen, mark=mark_of_area(area))
    elif len(others) >= MAX_AREAS:
        raise ValidationError({"name": _("There can be %(most)d areas at most") % {"most": MAX_AREAS}})
    area.name, area.about = one_line(name), several_lines(about)
    _refuse_taken("name", area.name, [other.name for other in others], _("Another area has this name"))
    return _save(version, area, others, by)


def mark_of_area(area: FrameworkArea) -> str:
    return edition_of(area.name, area.about)


@transaction.atomic
def save_standard(
    *,
    version_id: int,
    row: int | None = None,
    area_id: int,
    name: str,
    words: Words,
    seen: str | None = None,
    by: User,
) -> FrameworkStandard:
    """Add a standard at the end of an area, or change one with its usual words, moving it to another area at will.

    Raises ValidationError at its fields.
    """
    version = writable(version_id)
    area = selectors.area_in(version, area_id)
    if area is None:
        raise ValidationError({"area": _("Select an area")})
    standard = _part_in(selectors.standard_in, version, row) or FrameworkStandard(version=version)
    every = selectors.standards_of(version)
    others = [other for other in every if other.pk != standard.pk]
    if standard.pk:
        refuse_older_text(seen=seen, mark=mark_of_standard(standard))
    elif len(others) >= MAX_STANDARDS:
        raise ValidationError(
            {"name": _("There can be %(most)d standards at most") % {"most": MAX_STANDARDS}}
        )
    is_moved = bool(standard.pk) and standard.area_id != area.pk
    standard.name, standard.area = one_line(name), area
    beside = [other for other in others if other.area_id == area.pk]
    taken = [other.name for other in beside]
    _refuse_taken("name", standard.name, taken, _("Another standard of this area has this name"))
    if is_moved:
        standard.position = _after(beside)
    _save(version, standard, others, by, beside=beside)
    _write_words(standard, "", words)
    return standard


def mark_of_standard(standard: FrameworkStandard) -> str:
    """A mark that changes with what the form of a standard shows."""
    words = selectors.words_of(standard, "")
    return edition_of(standard.name, standard.area_id, repr(words))


@transaction.atomic
def save_words(
    *, version_id: int, row: int, kind: str, words: Words, seen: str | None = None, by: User
) -> FrameworkStandard:
    """The words of one kind of setting; all empty, the usual ones are read again."""
    version = writable(version_id)
    standard: FrameworkStandard = _part_in(selectors.standard_in, version, row)
    refuse_older_text(seen=seen, mark=mark_of_words(standard, kind))
    _write_words(standard, kind, words)
    _changed(version, standard, by)
    return standard


def mark_of_words(standard: FrameworkStandard, kind: str) -> str:
    return edition_of(repr(selectors.words_of(standard, kind)))


def _write_words(standard: FrameworkStandard, kind: str, words: Words) -> None:
    prompts = [one_line(prompt) for prompt in words.prompts if prompt.strip()]
    if len(prompts) > MAX_PROMPTS:
        message = _("Enter %(most)d lines or fewer") % {"most": MAX_PROMPTS}
        raise ValidationError({"prompts": message})
    if any(len(prompt) > MAX_PROMPT for prompt in prompts):
        message = _("Each line must be %(most)d characters or fewer") % {"most": MAX_PROMPT}
        raise ValidationError({"prompts": message})
    texts = {key: several_lines(text) for key, text in words.levels.items() if text.strip()}
    statement = several_lines(words.statement)
    row = StandardWords.objects.filter(standard=standard, kind=kind).first()
    if row is None:
        if kind and not (statement or texts or prompts):
            return
        row = StandardWords(version=standard.version, standard=standard, kind=kind)
    elif kind and not (statement or texts or prompts):
        Descriptor.objects.filter(words=row).delete()
        row.delete()
        return
    row.statement, row.prompts = statement, prompts
    save_in_words(row)
    kept = {one.level.key: one for one in Descriptor.objects.filter(words=row).select_related("level")}
    for level in selectors.levels_of(standard.version):
        text, descriptor = texts.get(level.key, ""), kept.get(level.key)
        if not text and descriptor is not None:
            descriptor.delete()
        elif text and (descriptor is None or descriptor.text != text):
            descriptor = descriptor or Descriptor(version=standard.version, words=row, level=level)
            descriptor.text = text
            save_in_words(descriptor)


@transaction.atomic
def move_part(*, version_id: int, part: str, row: int, up: bool, by: User) -> None:
    """A level, an area or a standard ("level", "area", "standard") one place up or down among its own; at the end
    it stays.
    """
    version = writable(version_id)
    moved = _part_in(_PARTS[part], version, row)
    own = _own(version, moved)
    now = next(n for n, one in enumerate(own) if one.pk == moved.pk)
    to = now - 1 if up else now + 1
    if not 0 <= to < len(own):
        return
    own[now], own[to] = own[to], own[now]
    for position, one in enumerate(own, 1):
        if one.position != position:
            one.position = position
            save_in_words(one, fields=["position"])
    _changed(version, moved, by)


_PARTS: Mapping[str, Callable[[FrameworkVersion, int], Any]] = {
    "level": selectors.level_in,
    "area": selectors.area_in,
    "standard": selectors.standard_in,
}


def _own(version: FrameworkVersion, part: Part) -> list[Any]:
    if isinstance(part, FrameworkLevel):
        return list(selectors.levels_of(version))
    if isinstance(part, FrameworkArea):
        return list(selectors.areas_of(version))
    return [one for one in selectors.standards_of(version) if one.area_id == part.area_id]


@transaction.atomic
def remove_part(*, version_id: int, part: str, row: int, by: User) -> None:
    """Take a part out of a draft with all that stands in it. Twice is the same as once."""
    version = writable(version_id)
    found = _PARTS[part](version, row)
    if found is None:
        return
    if isinstance(found, FrameworkLevel):
        Descriptor.objects.filter(level=found).delete()
    elif isinstance(found, FrameworkArea):
        for standard in FrameworkStandard.objects.filter(area=found):
            _remove_standard(standard)
    else:
        _remove_standard(found)
    record(QualityAction.FRAMEWORK_PART_REMOVED, about=version, by=by, what=str(found))
    if not isinstance(found, FrameworkStandard):
        found.delete()


def _remove_standard(standard: FrameworkStandard) -> None:
    Successor.objects.filter(new=standard).delete()
    Descriptor.objects.filter(words__standard=standard).delete()
    StandardWords.objects.filter(standard=standard).delete()
    standard.delete()


@transaction.atomic
def say_successors(
    *, version_id: int, row: int, after: Iterable[int], seen: str | None = None, by: User
) -> None:
    """What comes after a standard of the version before that this draft no longer has: one or several of its
    standards, or nothing. Said again it is replaced.
    """
    version = writable(version_id)
    old = selectors.ending_standard(version, row)
    if old is None:
        raise ValidationError(_("This standard is in the draft again. Nothing has to come after it."))
    refuse_older_text(seen=seen, mark=mark_of_successors(version, old))
    chosen = [one for one in selectors.standards_of(version) if one.pk in set(after)]
    Successor.objects.filter(version=version, old=old).delete()
    after_it: list[FrameworkStandard | None] = [*chosen] or [None]
    for new in after_it:
        save_in_words(Successor(version=version, old=old, new=new))
    names = ", ".join(str(one) for one in chosen) or _("nothing")
    what = _("what comes after “%(old)s”: %(names)s") % {"old": old, "names": names}
    record(QualityAction.FRAMEWORK_CHANGED, about=version, by=by, what=what)


def mark_of_successors(version: FrameworkVersion, old: FrameworkStandard) -> str:
    """A mark that changes with what was said of a standard that ends; said or not is told apart."""
    return edition_of(repr(selectors.successors_of(version).get(old.key)))


# --- small things -------------------------------------------------------------------------------------------


def _part_in(find: Callable[[FrameworkVersion, int], Any], version: FrameworkVersion, row: int | None) -> Any:
    """The part of a draft; None for a new one. Raises ValidationError where it was removed."""
    if row is None:
        return None
    part = find(version, row)
    if part is None:
        raise ValidationError(_("Somebody has taken this out of the draft."))
    return part


def _refuse_taken(field: str, value: str, taken: Sequence[str], message: str) -> None:
    if value.casefold() in {one.casefold() for one in taken}:
        raise ValidationError({field: message})


def _after(rows: Sequence[Any]) -> int:
    return max((row.position for row in rows), default=0) + 1


def _save(
    version: FrameworkVersion, part: Any, others: Sequence[Any], by: User, beside: Sequence[Any] | None = None
) -> Any:
    if not part.pk:
        part.key = key_of(part.name, _keys_of(version, type(part)))
        part.position = _after(others if beside is None else beside)
    save_in_words(part)
    _changed(version, part, by)
    return part


def _keys_of(version: FrameworkVersion, model: type[Any]) -> set[str]:
    """Keys of the draft and of the version before it: a new part never takes over a judgement of an old one."""
    rows = model.objects.filter(version__in=[version.pk, version.began_from_id or version.pk])
    return set(rows.values_list("key", flat=True))


def _changed(version: FrameworkVersion, part: Any, by: User) -> None:
    record(QualityAction.FRAMEWORK_CHANGED, about=version, by=by, what=str(part))
