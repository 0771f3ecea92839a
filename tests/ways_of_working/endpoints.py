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
    "ways_of_working:terms_overview": Endpoint(STAFF),
    "ways_of_working:all_reviews": Endpoint(STAFF),
    "ways_of_working:reviews": group_page(**COLLABORATION),
    "ways_of_working:review": group_page(**REVIEW),
    "ways_of_working:record_review": group_form(**REVIEW),
    "ways_of_working:terms": group_page(**TERMS),
    "ways_of_working:terms_version": replace(group_page(**TERMS), words=FIRST_VERSION),
    "ways_of_working:terms_pdf": Endpoint(
        STAFF | GROUP_MEMBERS, STAFF | GROUP_MEMBERS, TERMS, words=FIRST_VERSION, known_to=NO_ROLE
    ),
    "ways_of_working:terms_summary_pdf": group_page(**COLLABORATION),
    "ways_of_working:print_terms": form(OFFICERS),
    "ways_of_working:terms_answers": replace(group_page(**TERMS), words=FIRST_VERSION),
    "ways_of_working:compare_terms": group_page(**TERMS),
    "ways_of_working:answer_terms": Endpoint(
        LEADER, LEADER, {**TERMS, "row": "terms member"}, words=FIRST_VERSION, known_to=STAFF | GROUP_MEMBERS
    ),
    "ways_of_working:reply_terms": Endpoint(
        GROUP_MEMBERS,
        GROUP_MEMBERS,
        {**TERMS, "row": "terms answer"},
        words=FIRST_VERSION,
        known_to=STAFF | GROUP_MEMBERS,
    ),
    "ways_of_working:answer_terms_by_link": link_form("terms token"),
    "ways_of_working:circulate_terms": agreement_form(),
    "ways_of_working:remind_terms": agreement_form(),
    "ways_of_working:take_back_terms": agreement_form(),
    "ways_of_working:adopt_terms": agreement_form(),
    # writing ways of working: the next version of Riverside's, and the authority's templates
    "ways_of_working:start_terms": group_form(**COLLABORATION),
    "ways_of_working:write_terms": replace(group_form(**COLLABORATION), post=None),
    "ways_of_working:write_terms_section": replace(group_form(**COLLABORATION), words={"key": "1.2"}),
    "ways_of_working:discard_terms": group_form(**COLLABORATION),
    "ways_of_working:terms_templates": Endpoint(OFFICERS),
    "ways_of_working:start_terms_template": form(OFFICERS),
    "ways_of_working:terms_template": Endpoint(OFFICERS, rows={"row": "template"}),
    "ways_of_working:change_terms_template": replace(
        form(OFFICERS, row="draft template"), words={"key": "1.2"}
    ),
    "ways_of_working:publish_terms_template": form(MANAGER, row="draft template"),
    "ways_of_working:discard_terms_template": form(OFFICERS, row="draft template"),
}

RECORDS: Mapping[str, Record] = {
    "ways_of_working_review": Record("review", STAFF),
    "ways_of_working_termstemplate": Record("draft template", OFFICERS, add=OFFICERS),
}
