"""How the states of a payee look in lists and on pages."""

from __future__ import annotations

from supplement.rules.payees import PayeeState

PAYEE_COLOURS = {
    PayeeState.PROPOSED: "yellow",
    PayeeState.IN_FORCE: "green",
    PayeeState.ENDED: "grey",
    PayeeState.WITHDRAWN: "grey",
}
