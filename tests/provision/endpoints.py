"""The matrix of endpoints: staff returns, vacancies and partnerships."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    OFFICERS,
    OFFICERS_AND_LEADER,
    PROVIDER,
    STAFF,
    Endpoint,
    Record,
    form,
    link_form,
)


def setting_form(**rows: str) -> Endpoint:
    """A setting's own declaration: its manager leads the group. Whoever reads the register knows of it."""
    return Endpoint(OFFICERS_AND_LEADER, OFFICERS_AND_LEADER, {**PROVIDER, **rows}, known_to=STAFF)


ENDPOINTS: Mapping[str, Endpoint] = {
    "collaborations:vacancies": Endpoint(STAFF | GROUP_MEMBERS),
    "providers:staff_return": setting_form(),
    "providers:staff_return_link": link_form("return token"),
    "providers:vacancies": Endpoint(OFFICERS_AND_LEADER, rows=PROVIDER, known_to=STAFF),
    "providers:add_vacancy": setting_form(),
    "providers:change_vacancy": setting_form(row="vacancy"),
    "providers:confirm_vacancy": Endpoint(
        None, OFFICERS_AND_LEADER, {**PROVIDER, "row": "vacancy"}, known_to=STAFF
    ),
    "providers:remove_vacancy": setting_form(row="vacancy"),
    "providers:give_consent": setting_form(pk="home"),
    "providers:withdraw_consent": setting_form(pk="home"),
    "providers:periods": Endpoint(STAFF),
    "providers:add_period": form(OFFICERS),
    "providers:change_period": form(OFFICERS, row="period"),
    "collaborations:returns": Endpoint(STAFF),
    "collaborations:remind_returns": form(OFFICERS, row="period"),
    "collaborations:staff_returns": Endpoint(
        OFFICERS_AND_LEADER, OFFICERS_AND_LEADER, COLLABORATION, known_to=STAFF | GROUP_MEMBERS
    ),
    "collaborations:partnerships": Endpoint(OFFICERS_AND_LEADER, rows=PROVIDER, known_to=STAFF),
    "collaborations:add_partnership": setting_form(),
    "collaborations:change_partnership": setting_form(row="partnership"),
    "collaborations:end_partnership": setting_form(row="partnership"),
}

RECORDS: Mapping[str, Record] = {
    "providers_returnperiod": Record("period", STAFF, add=OFFICERS, change=OFFICERS),
}
