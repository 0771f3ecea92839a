"""What can be written in the audit trail, and in which words."""

from audit.rules.actions import LABELS, PRIVATE, Action, Translate, action_choices, gettext_noop
from audit.rules.sentences import MONTHS, SENTENCES, differences_in, sentence

__all__ = [
    "LABELS",
    "MONTHS",
    "PRIVATE",
    "SENTENCES",
    "Action",
    "Translate",
    "action_choices",
    "differences_in",
    "gettext_noop",
    "sentence",
]
