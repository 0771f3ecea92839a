"""The matrix of endpoints: home, dashboards, a setting's page, public pages, the demonstration's mail."""

from __future__ import annotations

from collections.abc import Mapping

from tests.architecture.endpoint import (
    COLLABORATION,
    EVERY_ROLE,
    GROUP_MEMBERS,
    LEADER,
    NO_ROLE,
    OFFICERS,
    OFFICERS_AND_AUDITOR,
    OFFICERS_AND_LEADER,
    PROVIDER,
    PUBLIC,
    STAFF,
    Endpoint,
    form,
    group_page,
    link_form,
)

EVENT = {"event": "event"}
ENDPOINTS: Mapping[str, Endpoint] = {
    "home": Endpoint(EVERY_ROLE),
    "exchange:exports": Endpoint(STAFF),
    "portal:dashboard": group_page(**COLLABORATION),
    "portal:group_health": Endpoint(STAFF | LEADER, rows=COLLABORATION, known_to=STAFF | GROUP_MEMBERS),
    # hubs of the head: whoever has a place behind one
    "portal:data": Endpoint(STAFF),
    "portal:support": Endpoint(OFFICERS_AND_AUDITOR),
    "portal:money": Endpoint(OFFICERS_AND_AUDITOR | {"finance"}),
    "portal:engagements": Endpoint(OFFICERS_AND_AUDITOR),
    "portal:attendance_rates": Endpoint(STAFF),
    "portal:attendance_groups": Endpoint(STAFF),
    "portal:attendance_settings": Endpoint(STAFF),
    "portal:quiet_groups": Endpoint(STAFF),
    "portal:data_pack": Endpoint(OFFICERS_AND_AUDITOR, rows=EVENT),
    "portal:data_pack_pdf": Endpoint(OFFICERS_AND_AUDITOR, rows=EVENT),
    "portal:data_pack_group": Endpoint(OFFICERS_AND_AUDITOR, rows={**EVENT, **COLLABORATION}),
    "portal:data_pack_group_pdf": Endpoint(OFFICERS_AND_AUDITOR, rows={**EVENT, **COLLABORATION}),
    "portal:share_data_pack": form(OFFICERS, **EVENT),
    "portal:stop_sharing_data_pack": form(OFFICERS, **EVENT),
    "portal:own_data_pack": Endpoint(LEADER, rows=EVENT, known_to=NO_ROLE),
    "portal:own_data_pack_pdf": Endpoint(LEADER, rows=EVENT, known_to=NO_ROLE),
    "portal:administration": Endpoint(STAFF),
    "portal:my_groups": Endpoint(EVERY_ROLE),
    "portal:my_settings": Endpoint(EVERY_ROLE),
    "portal:brand_css": PUBLIC,
    "portal:accessibility": PUBLIC,
    "portal:privacy": PUBLIC,
    "portal:report_concern": PUBLIC,
    "portal:news_choice": link_form("news token"),
    "portal:updates_choice": link_form("updates token"),
    "portal:calendar_feed": Endpoint(EVERY_ROLE, rows={"token": "calendar token"}, public=True),
    # in the demonstration only
    "portal:sent_mail": PUBLIC,
    "portal:sent_mail_message": Endpoint(EVERY_ROLE, rows={"key": "mail"}, public=True),
    "portal:sent_mail_html": Endpoint(EVERY_ROLE, rows={"key": "mail"}, public=True),
    "portal:search": Endpoint(EVERY_ROLE),
    "portal:setting": Endpoint(STAFF | LEADER, rows=PROVIDER, known_to=NO_ROLE),
    "portal:setting_people": Endpoint(STAFF | LEADER, rows=PROVIDER, known_to=NO_ROLE),
    "portal:setting_judgements": Endpoint(STAFF | LEADER, rows=PROVIDER, known_to=NO_ROLE),
    "portal:setting_collaborations": Endpoint(STAFF | LEADER, rows=PROVIDER, known_to=NO_ROLE),
    "portal:setting_numbers": Endpoint(STAFF | LEADER, rows=PROVIDER, known_to=NO_ROLE),
    "portal:setting_public": Endpoint(OFFICERS_AND_LEADER, rows=PROVIDER, known_to=STAFF | LEADER),
    "portal:setting_history": Endpoint(OFFICERS_AND_AUDITOR, rows=PROVIDER, known_to=STAFF | LEADER),
    "portal:person": Endpoint(OFFICERS, rows={"pk": "person"}),
    "portal:person_emails": Endpoint(OFFICERS, rows={"pk": "person"}),
    "portal:person_history": Endpoint(OFFICERS, rows={"pk": "person"}),
    "portal:public_page": PUBLIC,
}
