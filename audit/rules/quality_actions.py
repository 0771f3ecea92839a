"""What can be written in the audit log about quality: frameworks, evaluations, awards."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from audit.rules.deeds import Deed


class QualityAction(Deed):
    FRAMEWORK_STARTED = "framework_started", gettext_noop("Quality framework begun")
    FRAMEWORK_LOADED = "framework_loaded", gettext_noop("Quality framework loaded from a file")
    FRAMEWORK_CHANGED = "framework_changed", gettext_noop("Quality framework changed")
    FRAMEWORK_PART_REMOVED = "framework_part_removed", gettext_noop("Part of a quality framework removed")
    FRAMEWORK_DISCARDED = "framework_discarded", gettext_noop("Draft of a quality framework put aside")
    FRAMEWORK_PUBLISHED = "framework_published", gettext_noop("Quality framework published")
    FRAMEWORK_REPLACED = "framework_replaced", gettext_noop("Quality framework replaced")
    FRAMEWORK_ENDED = "framework_ended", gettext_noop("Quality framework taken out of use")
