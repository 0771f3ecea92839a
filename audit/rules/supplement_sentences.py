"""The sentences of what is done about the supplement."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from audit.rules.actions import Action
from audit.rules.deeds import Deed

SUPPLEMENT_SENTENCES: dict[Deed, str] = {
    Action.RUN_STARTED: gettext_noop("began the payment run “{about}”"),
    Action.RUN_CALCULATION_ASKED: gettext_noop("asked for the calculation of the payment run “{about}”"),
    Action.RUN_CALCULATED: gettext_noop(
        "calculated the payment run “{about}”: {claims:claim|claims}, {total}"
    ),
    Action.RUN_EXCEPTION_SEEN: gettext_noop(
        "looked at what is unusual in the payment run “{about}”: {claim}"
    ),
    Action.RUN_REVIEWED: gettext_noop("reviewed the payment run “{about}”: {claims:claim|claims}, {total}"),
    Action.RUN_SENT_BACK: gettext_noop("sent the payment run “{about}” back"),
    Action.RUN_APPROVED: gettext_noop("approved the payment run “{about}”: {claims:claim|claims}, {total}"),
    Action.RUN_CANCELLED: gettext_noop("called the payment run “{about}” off"),
    Action.RUN_AGREES: gettext_noop("calculated the payment run “{about}” again: equal to the penny"),
    Action.RUN_DIFFERS: gettext_noop(
        "calculated the payment run “{about}” again: {number:difference|differences}"
    ),
    Action.SCHEME_STARTED: gettext_noop("began the supplement scheme “{about}”"),
    Action.SCHEME_CHANGED: gettext_noop("changed the supplement scheme “{about}”: {what}"),
    Action.SCHEME_PART_REMOVED: gettext_noop("took “{what}” out of the supplement scheme “{about}”"),
    Action.SCHEME_DISCARDED: gettext_noop("put the supplement scheme “{about}” aside"),
    Action.SCHEME_ASKED: gettext_noop(
        "asked the leaders of {number:group|groups} about the supplement scheme “{about}”,"
        " to answer by {until}"
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
    Action.PAYMENTS_MADE: gettext_noop("made {number:payment|payments} of {total} of {about}"),
    Action.PAYMENT_LET_GO: gettext_noop("let the payment of “{claim}” go on in {about}"),
    Action.PAYMENT_LAYOUT_SET: gettext_noop("set the columns of payment files: {columns}"),
    Action.PAYMENT_FILE_MADE: gettext_noop(
        "made payment file {number} of {about}: {payments:payment|payments}, {total}"
    ),
    Action.PAYMENT_FILE_TAKEN: gettext_noop("downloaded payment file {number} of {about} as {format}"),
    Action.PAYMENT_ANSWERS_KEPT: gettext_noop(
        "uploaded an answer of the finance system about {about}: {file}"
    ),
    Action.PAYMENTS_ANSWERED: gettext_noop("recorded of {about}: {paid} paid, {failed} failed"),
    Action.RUN_PAID: gettext_noop("recorded the last payment of {about}: {total}"),
    Action.RUN_CLOSED: gettext_noop("closed {about}"),
    Action.CORRECTION_ADDED: gettext_noop("added a correction of {sum} to “{about}”: {cause}"),
    Action.CORRECTION_DECIDED: gettext_noop("put a proposed correction of {sum} to “{about}” aside"),
    Action.STATEMENT_SENT: gettext_noop(
        "sent the statements of {about} to {number:collaboration|collaborations}"
    ),
    Action.MONEY_CHECKED: gettext_noop("checked the money: {failed} of {checks:check|checks} failed"),
    Action.CLAIM_BEGUN: gettext_noop("began the claim “{about}”"),
    Action.CLAIM_MOVED: gettext_noop("moved the claim “{about}” on: {state}"),
    Action.PAYEE_NAMED: gettext_noop("proposed that {setting} receives the money of {collaboration}"),
    Action.PAYEE_ACCEPTED: gettext_noop("accepted for {setting} to receive the money of {collaboration}"),
    Action.PAYEE_HANDED_OVER: gettext_noop(
        "handed over for {before} to {setting}, which is to receive the money of {collaboration}"
    ),
    Action.PAYEE_IN_FORCE: gettext_noop(
        "gave the last signature: {setting} receives the money of {collaboration} from {day} on"
    ),
    Action.PAYEE_WITHDRAWN: gettext_noop(
        "withdrew the proposal that {setting} receives the money of {collaboration}"
    ),
    Action.PAYEE_ENDED: gettext_noop(
        "ended {setting} as the payee of {collaboration}: it was no longer a member on {day}"
    ),
    Action.MANDATE_SIGNED: gettext_noop(
        "signed the mandate for {setting}: {payee} receives the money of {collaboration}"
    ),
    Action.MANDATE_WITHDRAWN: gettext_noop(
        "withdrew the mandate of {setting}: {payee} receives the money of {collaboration}"
    ),
    Action.SIGNERS_REMINDED: gettext_noop("reminded {number} to sign about the payee of {collaboration}"),
    Action.SUPPLIER_REFERENCE_SET: gettext_noop("entered the supplier reference of {setting}: {reference}"),
    Action.SUPPLIER_REFERENCES_IMPORTED: gettext_noop(
        "imported supplier references: {new} new, {changed} changed"
    ),
    Action.PAID_GROUP_CHOSEN: gettext_noop("chose that {setting} is paid in {collaboration} for {period}"),
    Action.FUNDED_HOURS_SET: gettext_noop("entered funded hours of {setting} for {period}: {hours}"),
    Action.FUNDED_HOURS_IMPORTED: gettext_noop(
        "imported funded hours for {period}: {new} new, {changed} changed"
    ),
    Action.CRITERION_WAIVED: gettext_noop("waived a criterion of the claim “{about}”: {criterion}, {of}"),
    Action.WAIVER_TAKEN_BACK: gettext_noop(
        "took back the waiver of a criterion of the claim “{about}”: {criterion}, {of}"
    ),
    Action.APPEAL_CORRECTED: gettext_noop(
        "added a correction of {pence} to the claim “{about}” after its appeal: {setting}"
    ),
}
