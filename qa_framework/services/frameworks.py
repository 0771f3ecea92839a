"""Versions of quality frameworks (Q1): begun, loaded from a file, put aside, published for good, taken out of use."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import User
from audit.rules.quality_actions import QualityAction
from audit.services import record
from core.names import key_of
from core.saving import edition_of, refuse_older_text, save_in_words
from core.text import one_line, several_lines
from qa_framework.models.frameworks import Framework, FrameworkArea, FrameworkLevel, FrameworkVersion
from qa_framework.models.standards import Descriptor, FrameworkStandard, StandardWords, Successor
from qa_framework.rules import frameworks as values
from qa_framework.rules.faults import faults_of
from qa_framework.rules.frameworks import Kind
from qa_framework.rules.versions import VersionState
from qa_framework.selectors import frameworks as selectors

GONE = gettext_noop("This draft was put aside.")
BEING_WRITTEN = gettext_noop(
    "Version %(version)d of “%(name)s” is being written already. Go on with that one, or put it aside first."
)


@transaction.atomic
def start_framework(
    *, name: str, about: str = "", kinds: Collection[str], by: User, at: datetime
) -> FrameworkVersion:
    """The first draft of a framework, empty. Begun twice, before anything stands in it, it is the same draft.

    Raises ValidationError at its fields.
    """
    name = one_line(name)
    _refuse_kinds(kinds)
    same = selectors.empty_draft(name, several_lines(about), _in_order(kinds), by=by)
    if same is not None:
        return same
    framework = Framework(key=key_of(name, selectors.keys_taken()))
    save_in_words(framework, clash={"name": _("Somebody has begun a framework with this name")})
    version = FrameworkVersion(
        framework=framework, number=1, name=name, about=several_lines(about), kinds=_in_order(kinds),
        started_by=by, started_at=at,
    )  # fmt: skip
    save_in_words(version)
    record(QualityAction.FRAMEWORK_STARTED, about=version, by=by, version=1)
    return version


@transaction.atomic
def load_framework(*, framework: values.Framework, file: str, by: User, at: datetime) -> FrameworkVersion:
    """A draft that says what a file said: the first of its framework, or the version after the last one.

    Loaded twice it is the same draft. Raises ValidationError at "file" where another draft of it is being written.
    """
    row = selectors.framework_by_key(framework.key)
    if row is None:
        row = Framework(key=framework.key)
        save_in_words(row, clash={"file": _("Somebody has loaded this framework at the same time.")})
    row = Framework.objects.select_for_update(no_key=True).get(pk=row.pk)
    draft = selectors.draft_of(row.pk)
    if draft is not None:
        if selectors.framework_of(draft) == framework:
            return draft
        raise ValidationError({"file": _(BEING_WRITTEN) % {"version": draft.number, "name": draft.name}})
    version = _next_version(row, framework, by=by, at=at)
    write_parts(version, framework)
    record(QualityAction.FRAMEWORK_LOADED, about=version, by=by, version=version.number, file=file)
    return version


@transaction.atomic
def start_version(*, version_id: int, by: User, at: datetime) -> FrameworkVersion:
    """The next version of a framework, as a copy with the same keys. Begun twice it is the same draft."""
    before = selectors.version_for_update(version_id)
    if before is None:
        raise ValidationError(_("This version is no longer there."))
    Framework.objects.select_for_update(no_key=True).get(pk=before.framework_id)
    draft = selectors.draft_of(before.framework_id)
    if draft is not None:
        return draft
    framework = selectors.framework_of(before)
    version = _next_version(before.framework, framework, by=by, at=at)
    write_parts(version, framework)
    record(QualityAction.FRAMEWORK_STARTED, about=version, by=by, version=version.number)
    return version


def _next_version(row: Framework, framework: values.Framework, *, by: User, at: datetime) -> FrameworkVersion:
    last = FrameworkVersion.objects.filter(framework=row).aggregate(last=Max("number"))["last"] or 0
    version = FrameworkVersion(
        framework=row, number=last + 1, name=framework.name, about=framework.about,
        kinds=_in_order(framework.kinds), began_from=selectors.latest_of(row.pk), started_by=by, started_at=at,
    )  # fmt: skip
    save_in_words(version, clash={"file": _("Somebody has begun this version at the same time.")})
    return version


def write_parts(version: FrameworkVersion, framework: values.Framework) -> None:
    """All parts of an empty draft, a table at a time."""
    levels = {
        level.key: FrameworkLevel(
            version=version, position=n, key=level.key, name=level.name, award=level.award
        )
        for n, level in enumerate(framework.levels, 1)
    }
    FrameworkLevel.objects.bulk_create(levels.values())
    areas = [
        FrameworkArea(version=version, position=n, key=area.key, name=area.name, about=area.about)
        for n, area in enumerate(framework.areas, 1)
    ]
    FrameworkArea.objects.bulk_create(areas)
    standards = [
        (
            FrameworkStandard(version=version, area=row, position=n, key=standard.key, name=standard.name),
            standard,
        )
        for row, area in zip(areas, framework.areas, strict=True)
        for n, standard in enumerate(area.standards, 1)
    ]
    FrameworkStandard.objects.bulk_create([row for row, _standard in standards])
    words = [
        (
            StandardWords(
                version=version, standard=row, kind=kind, statement=said.statement, prompts=list(said.prompts)
            ),
            said,
        )
        for row, standard in standards
        for kind, said in {"": standard.words, **standard.own}.items()
    ]
    StandardWords.objects.bulk_create([row for row, _said in words])
    Descriptor.objects.bulk_create(
        Descriptor(version=version, words=row, level=levels[key], text=text)
        for row, said in words
        for key, text in said.levels.items()
        if text
    )


@transaction.atomic
def change_about(
    *, version_id: int, name: str, about: str, kinds: Collection[str], seen: str | None = None, by: User
) -> FrameworkVersion:
    """What a draft is called and for whom it is. Raises ValidationError at its fields, and at "seen" when somebody
    else has written it meanwhile.
    """
    version = writable(version_id)
    told = {"name": one_line(name), "about": several_lines(about), "kinds": _in_order(kinds)}
    changed = {field: value for field, value in told.items() if getattr(version, field) != value}
    if not changed:
        return version
    refuse_older_text(seen=seen, mark=mark_of_about(version))
    _refuse_kinds(kinds)
    details = {field: [str(getattr(version, field)), str(value)] for field, value in changed.items()}
    for field, value in changed.items():
        setattr(version, field, value)
    save_in_words(version, fields=list(changed))
    record(
        QualityAction.FRAMEWORK_CHANGED,
        about=version,
        by=by,
        what=_("name and for whom it is"),
        details=details,
    )
    return version


def mark_of_about(version: FrameworkVersion) -> str:
    return edition_of(version.name, version.about, version.kinds)


@transaction.atomic
def discard_version(*, version_id: int, by: User) -> None:
    """Put a draft aside; a framework that has no other version goes with it. Twice is the same as once."""
    version = selectors.version_for_update(version_id)
    if version is None:
        return
    if version.state != VersionState.DRAFT:
        raise ValidationError(_("A version that was published is kept. Take it out of use instead."))
    record(QualityAction.FRAMEWORK_DISCARDED, about=version, by=by, version=version.number)
    for model in (Successor, Descriptor, StandardWords, FrameworkStandard, FrameworkArea, FrameworkLevel):
        model.objects.filter(version=version).delete()
    framework = version.framework
    version.delete()
    if not framework.versions.exists():
        framework.delete()


@transaction.atomic
def publish_version(*, version_id: int, seen: str | None = None, by: User, at: datetime) -> FrameworkVersion:
    """Publish a draft for good; it replaces the version in use. Pressed twice is once.

    ``seen``: the mark of all that was looked at (``mark_of_all``). Raises ValidationError with what stands in the
    way.
    """
    version = selectors.version_for_update(version_id)
    if version is None:
        raise ValidationError(_(GONE))
    if version.state == VersionState.PUBLISHED:
        return version
    framework = selectors.framework_of(version)
    why_not = selectors.against_publishing(
        version, has_faults=bool(faults_of(framework)), ending=selectors.ending_in(version)
    )
    if why_not is not None:
        raise ValidationError(why_not.in_words(_))
    refuse_older_text(seen=seen, mark=mark_of_all(framework))
    for other in FrameworkVersion.objects.select_for_update(of=("self",), no_key=True).filter(
        framework=version.framework_id, state=VersionState.PUBLISHED
    ):
        other.state, other.left_at = VersionState.REPLACED, at
        save_in_words(other, fields=["state", "left_at"])
        record(QualityAction.FRAMEWORK_REPLACED, about=other, by=by, version=version.number)
    version.state, version.published_by, version.published_at = VersionState.PUBLISHED, by, at
    clash: dict[str, Any] = {NON_FIELD_ERRORS: _("Somebody has published another version at the same time.")}
    save_in_words(version, clash=clash, fields=["state", "published_by", "published_at"])
    record(QualityAction.FRAMEWORK_PUBLISHED, about=version, by=by, version=version.number)
    return version


def mark_of_all(framework: values.Framework) -> str:
    """A mark that changes with anything that a version says."""
    return edition_of(repr(framework))


@transaction.atomic
def end_version(*, version_id: int, why: str, by: User, at: datetime) -> FrameworkVersion:
    """Take a framework out of use. Raises ValidationError at "why" without a reason. Twice is once."""
    version = selectors.version_for_update(version_id)
    if version is None or version.state == VersionState.DRAFT:
        raise ValidationError(_("Only a version in use can be taken out of use."))
    if version.state != VersionState.PUBLISHED:
        return version
    why = one_line(why)
    if not why:
        raise ValidationError({"why": _("Say why it is taken out of use")})
    version.state, version.left_at, version.why_ended = VersionState.ENDED, at, why
    save_in_words(version, fields=["state", "left_at", "why_ended"])
    record(QualityAction.FRAMEWORK_ENDED, about=version, by=by, why=why)
    return version


# --- what its parts share -----------------------------------------------------------------------------------


def writable(version_id: int) -> FrameworkVersion:
    """The draft, locked. Raises ValidationError where it is published or gone."""
    version = selectors.version_for_update(version_id)
    if version is None:
        raise ValidationError(_(GONE))
    if version.state != VersionState.DRAFT:
        words = _("“%(name)s” is published and never changes. Begin the next version.")
        raise ValidationError(words % {"name": version})
    return version


def _in_order(kinds: Collection[str]) -> list[str]:
    return [kind.value for kind in Kind if kind in kinds]


def _refuse_kinds(kinds: Collection[str]) -> None:
    if not kinds:
        raise ValidationError({"kinds": _("Select for whom the framework is")})
    if Kind.COLLABORATION in kinds and len(set(kinds)) > 1:
        raise ValidationError({"kinds": _("Select settings or collaborations, not both")})
