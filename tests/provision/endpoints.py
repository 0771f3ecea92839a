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
    "provision:all_vacancies": Endpoint(STAFF | GROUP_MEMBERS),
    "provision:staff_return": setting_form(),
    "provision:staff_return_link": link_form("return token"),
    "provision:vacancies": Endpoint(OFFICERS_AND_LEADER, rows=PROVIDER, known_to=STAFF),
    "provision:add_vacancy": setting_form(),
    "provision:change_vacancy": setting_form(row="vacancy"),
    "provision:confirm_vacancy": Endpoint(
        None, OFFICERS_AND_LEADER, {**PROVIDER, "row": "vacancy"}, known_to=STAFF
    ),
    "provision:keep_places": link_form("places token"),
    "provision:remove_vacancy": setting_form(row="vacancy"),
    "provision:give_consent": setting_form(pk="home"),
    "provision:withdraw_consent": setting_form(pk="home"),
    "provision:periods": Endpoint(STAFF),
    "provision:add_period": form(OFFICERS),
    "provision:change_period": form(OFFICERS, row="period"),
    "provision:returns": Endpoint(STAFF),
    "provision:remind_returns": form(OFFICERS, row="period"),
    "provision:staff_returns": Endpoint(
        OFFICERS_AND_LEADER, OFFICERS_AND_LEADER, COLLABORATION, known_to=STAFF | GROUP_MEMBERS
    ),
    "provision:partnerships": Endpoint(OFFICERS_AND_LEADER, rows=PROVIDER, known_to=STAFF),
    "provision:add_partnership": setting_form(),
    "provision:change_partnership": setting_form(row="partnership"),
    "provision:end_partnership": setting_form(row="partnership"),
}

RECORDS: Mapping[str, Record] = {
    "provision_returnperiod": Record("period", STAFF, add=OFFICERS),
}
