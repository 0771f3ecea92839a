"""What stands below a setting's own form: read only, each with its own template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel: its anchor, heading, template and what the template is given (as ``panel.facts``)."""

    anchor: str
    title: str | Promise
    template: str
    facts: Mapping[str, Any]
