"""Reads of quality frameworks (Q1): versions, what each says as a value, and what is wrong with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from django.db.models import Count, QuerySet

from accounts.models import User
from core.reasons import Reason
from qa_framework.models.frameworks import Framework, FrameworkArea, FrameworkLevel, FrameworkVersion
from qa_framework.models.standards import Descriptor, FrameworkStandard, StandardWords, Successor
from qa_framework.rules import changes, frameworks
from qa_framework.rules.frameworks import Area, Level, Standard, Words
from qa_framework.rules.versions import VersionState, why_not_published

_WITH_PEOPLE = ("framework", "started_by", "published_by")


def versions() -> QuerySet[FrameworkVersion]:
    """Every version with the number of its standards, by name, the latest first."""
    rows = FrameworkVersion.objects.select_related(*_WITH_PEOPLE)
    return rows.annotate(standards_number=Count("standards")).order_by("name__in_order", "-number")


def version_by_id(version_id: int) -> FrameworkVersion | None:
    return FrameworkVersion.objects.select_related(*_WITH_PEOPLE, "began_from").filter(pk=version_id).first()


def version_for_update(version_id: int) -> FrameworkVersion | None:
    """The row, locked until the transaction ends: all that is written to a version goes one after the other."""
    rows = FrameworkVersion.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("framework", "began_from").filter(pk=version_id).first()


def framework_by_key(key: str) -> Framework | None:
    return Framework.objects.filter(key=key).first()


def keys_taken() -> set[str]:
    return set(Framework.objects.values_list("key", flat=True))


def draft_of(framework_id: int) -> FrameworkVersion | None:
    return FrameworkVersion.objects.filter(framework=framework_id, state=VersionState.DRAFT).first()


def empty_draft(name: str, about: str, kinds: list[str], *, by: User) -> FrameworkVersion | None:
    """The first draft that somebody has begun with these words and in which nothing stands yet."""
    rows = FrameworkVersion.objects.select_related("framework").filter(
        number=1, state=VersionState.DRAFT, name=name, about=about, kinds=kinds, started_by=by
    )
    return rows.filter(levels=None, areas=None).order_by("pk").first()


def latest_of(framework_id: int) -> FrameworkVersion | None:
    """The last version that was published, whether it still holds or not."""
    rows = FrameworkVersion.objects.filter(framework=framework_id).exclude(state=VersionState.DRAFT)
    return rows.order_by("-number").first()


# --- what it says -------------------------------------------------------------------------------------------


def framework_of(version: FrameworkVersion) -> frameworks.Framework:
    """A version as the rules see it: five queries, however many standards it has."""
    levels = list(FrameworkLevel.objects.filter(version=version).order_by("position", "pk"))
    words = _words_of(version, {level.pk: level.key for level in levels})
    standards: dict[int, list[Standard]] = defaultdict(list)
    for row in FrameworkStandard.objects.filter(version=version).order_by("position", "pk"):
        own = dict(words[row.pk])
        usual = own.pop("", Words())
        standards[row.area_id].append(Standard(row.key, row.name, usual, own))
    areas = FrameworkArea.objects.filter(version=version).order_by("position", "pk")
    return frameworks.Framework(
        key=version.framework.key,
        name=version.name,
        about=version.about,
        kinds=tuple(version.kinds),
        levels=tuple(Level(level.key, level.name, level.award) for level in levels),
        areas=tuple(Area(row.key, row.name, row.about, tuple(standards[row.pk])) for row in areas),
    )


def _words_of(version: FrameworkVersion, levels: Mapping[int, str]) -> Mapping[int, Mapping[str, Words]]:
    """By standard and kind; descriptors in the order of the levels."""
    texts: dict[int, dict[str, str]] = defaultdict(dict)
    for row in Descriptor.objects.filter(version=version).order_by("level__position", "level_id"):
        texts[row.words_id][levels[row.level_id]] = row.text
    found: dict[int, dict[str, Words]] = defaultdict(dict)
    for words in StandardWords.objects.filter(version=version).order_by("kind"):
        found[words.standard_id][words.kind] = Words(words.statement, texts[words.pk], tuple(words.prompts))
    return found


# --- one part, for its form ---------------------------------------------------------------------------------


def level_in(version: FrameworkVersion, row: int) -> FrameworkLevel | None:
    return FrameworkLevel.objects.filter(version=version, pk=row).first()


def area_in(version: FrameworkVersion, row: int) -> FrameworkArea | None:
    return FrameworkArea.objects.filter(version=version, pk=row).first()


def standard_in(version: FrameworkVersion, row: int) -> FrameworkStandard | None:
    return FrameworkStandard.objects.select_related("area").filter(version=version, pk=row).first()


def levels_of(version: FrameworkVersion) -> list[FrameworkLevel]:
    return list(FrameworkLevel.objects.filter(version=version).order_by("position", "pk"))


def areas_of(version: FrameworkVersion) -> list[FrameworkArea]:
    return list(FrameworkArea.objects.filter(version=version).order_by("position", "pk"))


def standards_of(version: FrameworkVersion) -> list[FrameworkStandard]:
    """In the order of the areas."""
    rows = FrameworkStandard.objects.select_related("area").filter(version=version)
    return list(rows.order_by("area__position", "area_id", "position", "pk"))


def words_of(standard: FrameworkStandard, kind: str) -> Words:
    """The words of one kind as they are written; empty where none are."""
    row = StandardWords.objects.filter(standard=standard, kind=kind).first()
    if row is None:
        return Words()
    texts = Descriptor.objects.filter(words=row).select_related("level")
    return Words(row.statement, {text.level.key: text.text for text in texts}, tuple(row.prompts))


def kinds_written(version: FrameworkVersion) -> dict[int, set[str]]:
    """By standard: the kinds that have words of their own."""
    found: dict[int, set[str]] = defaultdict(set)
    rows = StandardWords.objects.filter(version=version).exclude(kind="")
    for standard, kind in rows.values_list("standard", "kind"):
        found[standard].add(kind)
    return found


# --- the version before it ----------------------------------------------------------------------------------


def successors_of(version: FrameworkVersion) -> dict[str, tuple[str, ...]]:
    """By the key of a standard that ends: the keys of what comes after it, none where nothing does."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in Successor.objects.filter(version=version).select_related("old", "new").order_by("pk"):
        found[row.old.key] += [row.new.key] if row.new else []
    return {key: tuple(keys) for key, keys in found.items()}


def ending_in(version: FrameworkVersion) -> list[FrameworkStandard]:
    """Standards of the version that it was begun from which this one no longer has."""
    if version.began_from_id is None:
        return []
    still = FrameworkStandard.objects.filter(version=version).values("key")
    rows = FrameworkStandard.objects.select_related("area").filter(version=version.began_from_id)
    return list(rows.exclude(key__in=still).order_by("area__position", "area_id", "position", "pk"))


def ending_standard(version: FrameworkVersion, row: int) -> FrameworkStandard | None:
    return next((standard for standard in ending_in(version) if standard.pk == row), None)


def changes_in(version: FrameworkVersion) -> list[changes.StandardChange]:
    """What a version changes against the one it was begun from; nothing for a first one."""
    if version.began_from is None:
        return []
    before, after = framework_of(version.began_from), framework_of(version)
    return changes.changes_between(before, after, successors_of(version))


# --- what is wrong with it ----------------------------------------------------------------------------------


def against_publishing(
    version: FrameworkVersion, *, has_faults: bool, ending: Collection[FrameworkStandard]
) -> Reason | None:
    """What stands against publishing a version, which its page says before anybody presses; None where nothing
    does. ``ending``: what ``ending_in`` says of it.
    """
    decided = successors_of(version) if ending else {}
    is_carried = all(standard.key in decided for standard in ending)
    return why_not_published(version.state, has_faults=has_faults, is_carried=is_carried)
