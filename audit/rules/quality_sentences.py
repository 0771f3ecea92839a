"""The sentences of what is done about quality."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from audit.rules.deeds import Deed
from audit.rules.quality_actions import QualityAction

QUALITY_SENTENCES: dict[Deed, str] = {
    QualityAction.FRAMEWORK_STARTED: gettext_noop(
        "began version {version} of the quality framework “{about}”"
    ),
    QualityAction.FRAMEWORK_LOADED: gettext_noop(
        "loaded version {version} of the quality framework “{about}” from the file “{file}”"
    ),
    QualityAction.FRAMEWORK_CHANGED: gettext_noop("changed the quality framework “{about}”: {what}"),
    QualityAction.FRAMEWORK_PART_REMOVED: gettext_noop(
        "took “{what}” out of the quality framework “{about}”"
    ),
    QualityAction.FRAMEWORK_DISCARDED: gettext_noop(
        "put the draft of version {version} of the quality framework “{about}” aside"
    ),
    QualityAction.FRAMEWORK_PUBLISHED: gettext_noop(
        "published version {version} of the quality framework “{about}”"
    ),
    QualityAction.FRAMEWORK_REPLACED: gettext_noop(
        "replaced the quality framework “{about}” with its version {version}"
    ),
    QualityAction.FRAMEWORK_ENDED: gettext_noop("took the quality framework “{about}” out of use: {why}"),
}
