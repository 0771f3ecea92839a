"""The sentences of what is done about the supplement."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from audit.rules.actions import Action

SUPPLEMENT_SENTENCES = {
    Action.SCHEME_STARTED: gettext_noop("began the supplement scheme “{about}”"),
    Action.SCHEME_CHANGED: gettext_noop("changed the supplement scheme “{about}”: {what}"),
    Action.SCHEME_PART_REMOVED: gettext_noop("took “{what}” out of the supplement scheme “{about}”"),
    Action.SCHEME_DISCARDED: gettext_noop("put the supplement scheme “{about}” aside"),
    Action.SCHEME_ASKED: gettext_noop(
        "asked the leaders of {number} groups about the supplement scheme “{about}”, to answer by {until}"
    ),
    Action.SCHEME_ANSWERED: gettext_noop(
        "answered for {collaboration} about the supplement scheme “{about}”: {answer}"
    ),
    Action.SCHEME_OUTCOME_RECORDED: gettext_noop(
        "recorded what came of asking the leaders about the supplement scheme “{about}”"
    ),
    Action.SCHEME_APPROVED: gettext_noop("approved version {version} of the supplement scheme: “{about}”"),
    Action.SCHEME_TRIED: gettext_noop("tried the supplement scheme “{about}” on the staff numbers of {day}"),
    Action.SCHEME_REPLACED: gettext_noop(
        "replaced the supplement scheme “{about}” by version {version} for the same year"
    ),
    Action.CLAIM_BEGUN: gettext_noop("began the claim “{about}”"),
    Action.CLAIM_MOVED: gettext_noop("moved the claim “{about}” on: {state}"),
    Action.CRITERION_WAIVED: gettext_noop("waived a criterion of the claim “{about}”: {criterion}, {of}"),
    Action.WAIVER_TAKEN_BACK: gettext_noop(
        "took back the waiver of a criterion of the claim “{about}”: {criterion}, {of}"
    ),
    Action.APPEAL_CORRECTED: gettext_noop(
        "added a correction of {pence} to the claim “{about}” after its appeal: {setting}"
    ),
}
