"""The matrix of endpoints: writing, agreeing, reading and reviewing ways of working."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.architecture.endpoint import (
    COLLABORATION,
    GROUP_MEMBERS,
    LEADER,
    MANAGER,
    NO_ROLE,
    OFFICERS,
    STAFF,
    Endpoint,
    Record,
    form,
    group_form,
    group_page,
    link_form,
)

#: The group that is agreeing its terms: Acorns' manager leads it, the other member asks for a change.
TERMS = {"pk": "terms group"}
FIRST_VERSION = {"version": "1"}
REVIEW = {**COLLABORATION, "row": "review"}


def agreement_form() -> Endpoint:
    return replace(group_form(**TERMS), words=FIRST_VERSION)


ENDPOINTS: Mapping[str, Endpoint] = {
    "collaborations:terms_overview": Endpoint(STAFF),
    "collaborations:all_reviews": Endpoint(STAFF),
    "collaborations:reviews": group_page(**COLLABORATION),
    "collaborations:review": group_page(**REVIEW),
    "collaborations:record_review": group_form(**REVIEW),
    "collaborations:terms": group_page(**TERMS),
    "collaborations:terms_version": replace(group_page(**TERMS), words=FIRST_VERSION),
    "collaborations:terms_pdf": Endpoint(
        STAFF | GROUP_MEMBERS, STAFF | GROUP_MEMBERS, TERMS, words=FIRST_VERSION, known_to=NO_ROLE
    ),
    "collaborations:terms_summary_pdf": group_page(**COLLABORATION),
    "collaborations:print_terms": form(OFFICERS),
    "collaborations:terms_answers": replace(group_page(**TERMS), words=FIRST_VERSION),
    "collaborations:compare_terms": group_page(**TERMS),
    "collaborations:answer_terms": Endpoint(
        LEADER, LEADER, {**TERMS, "row": "terms member"}, words=FIRST_VERSION, known_to=STAFF | GROUP_MEMBERS
    ),
    "collaborations:reply_terms": Endpoint(
        GROUP_MEMBERS,
        GROUP_MEMBERS,
        {**TERMS, "row": "terms answer"},
        words=FIRST_VERSION,
        known_to=STAFF | GROUP_MEMBERS,
    ),
    "collaborations:answer_terms_by_link": link_form("terms token"),
    "collaborations:circulate_terms": agreement_form(),
    "collaborations:remind_terms": agreement_form(),
    "collaborations:take_back_terms": agreement_form(),
    "collaborations:adopt_terms": agreement_form(),
    # writing ways of working: the next version of Riverside's, and the authority's templates
    "collaborations:start_terms": group_form(**COLLABORATION),
    "collaborations:write_terms": replace(group_form(**COLLABORATION), post=None),
    "collaborations:write_terms_section": replace(group_form(**COLLABORATION), words={"key": "1.2"}),
    "collaborations:discard_terms": group_form(**COLLABORATION),
    "collaborations:terms_templates": Endpoint(OFFICERS),
    "collaborations:start_terms_template": form(OFFICERS),
    "collaborations:terms_template": Endpoint(OFFICERS, rows={"row": "template"}),
    "collaborations:change_terms_template": replace(
        form(OFFICERS, row="draft template"), words={"key": "1.2"}
    ),
    "collaborations:publish_terms_template": form(MANAGER, row="draft template"),
    "collaborations:discard_terms_template": form(OFFICERS, row="draft template"),
}

RECORDS: Mapping[str, Record] = {
    "collaborations_termstemplate": Record(
        "draft template", OFFICERS, add=OFFICERS, change=OFFICERS, delete=OFFICERS
    ),
}
