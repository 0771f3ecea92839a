"""The sentences of what is done with the fund of a collaboration (S10)."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from audit.rules.actions import Action
from audit.rules.deeds import Deed
from audit.rules.money_actions import MoneyAction

FUND_SENTENCES: dict[Deed, str] = {
    Action.FUND_OPENED: gettext_noop("recorded {sum} as the opening balance of the fund of {about}"),
    Action.SPENDING_DECIDED: gettext_noop("recorded that {collaboration} spends {sum} on “{about}”"),
    Action.SPENDING_CLOSED: gettext_noop(
        "closed the decision of {collaboration} about “{about}”: {sum} of it is free again"
    ),
    Action.SPENDING_EFFECT_TOLD: gettext_noop("told what “{about}” changed in {collaboration}"),
    Action.SPENDING_ORDERED: gettext_noop("recorded that {collaboration} ordered “{about}” for {sum}"),
    Action.SPENDING_PAID: gettext_noop("recorded that {collaboration} paid {sum} for “{about}”"),
    Action.SPENDING_TAKEN_BACK: gettext_noop("took back the {sum} of {collaboration} for “{about}”"),
    Action.RECEIPTS_ADDED: gettext_noop("added receipts of {collaboration} for “{about}”: {number}"),
    Action.SPEND_RETURN_SENT: gettext_noop("reported what was spent of the claim “{about}”: {sum}"),
    Action.LEAVER_SHARE_SETTLED: gettext_noop(
        "settled the share of {setting} in the fund of {collaboration}: {goes}, {sum}"
    ),
    Action.FUND_HANDED_ON: gettext_noop("handed on {sum} of the fund of {about}: {to}"),
    MoneyAction.PERIOD_CLOSED: gettext_noop("closed the period {period} of the supplement scheme “{about}”"),
    MoneyAction.PERIOD_REOPENED: gettext_noop(
        "opened the period {period} of the supplement scheme “{about}” again"
    ),
    MoneyAction.RECEIPT_REMOVED: gettext_noop("removed a receipt of “{about}” of {collaboration}: {why}"),
    MoneyAction.RECEIPT_RESTORED: gettext_noop("brought a receipt of “{about}” of {collaboration} back"),
    MoneyAction.PROPOSAL_ENDED: gettext_noop(
        "ended the proposal of {collaboration} to spend {sum} on “{about}”: {why}"
    ),
}
