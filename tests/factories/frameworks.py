"""Quality frameworks for tests: values for the rules, and versions made by the services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from accounts.models import User
from qa_framework.models.frameworks import FrameworkVersion
from qa_framework.models.standards import FrameworkStandard
from qa_framework.rules.frameworks import Area, Framework, Level, Standard, Words
from qa_framework.selectors import frameworks as selectors
from qa_framework.services.frameworks import load_framework, publish_version, start_version
from qa_framework.services.parts import remove_part, say_successors

LEVELS = (Level("low", "Low"), Level("high", "High", "Gold"))


def standard(key: str, name: str = "", *, own: Mapping[str, Words] | None = None, **words: Any) -> Standard:
    """A standard with words for both levels."""
    texts = {level.key: f"{key} at {level.key}" for level in LEVELS}
    said = Words(**{"statement": f"{key} is asked", "levels": texts, "prompts": (f"look at {key}",), **words})
    return Standard(key, name or key.title(), said, own or {})


def framework(key: str = "outdoors", **changes: Any) -> Framework:
    """Two areas, three standards, for settings and childminders; nothing is wrong with it."""
    areas = (
        Area("play", "Play", "What children do", (standard("trees"), standard("water"))),
        Area("people", "People", "", (standard("families"),)),
    )
    whole = Framework(
        key, "Learning outdoors", "Looked at once a year", ("setting", "childminder"), LEVELS, areas
    )
    return replace(whole, **changes)


def in_use(by: User, at: datetime, value: Framework | None = None) -> FrameworkVersion:
    """A version that is published."""
    version = load_framework(framework=value or framework(), file="a.yaml", by=by, at=at)
    return publish_version(version_id=version.pk, by=by, at=at)


def next_draft(before: FrameworkVersion, by: User, at: datetime) -> FrameworkVersion:
    return start_version(version_id=before.pk, by=by, at=at)


def framework_rows(people: Mapping[str, User], name: str, at: datetime) -> dict[str, Any]:
    """Rows of the stage: a framework in use, and the draft of its next version, which has lost a standard."""
    by = people["quality lead"]
    used = in_use(by, at, framework(name=f"Quality in {name}"))
    draft = next_draft(used, by, at)
    first = selectors.standards_of(draft)[0]
    remove_part(version_id=draft.pk, part="standard", row=first.pk, by=by)
    ending = FrameworkStandard.objects.get(version=used, key=first.key)
    say_successors(version_id=draft.pk, row=ending.pk, after=[], by=by)
    return {
        "framework": used,
        "framework draft": draft,
        "framework level": selectors.levels_of(draft)[0],
        "framework area": selectors.areas_of(draft)[0],
        "framework standard": selectors.standards_of(draft)[0],
        "framework ending": ending,
    }
