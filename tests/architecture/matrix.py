"""Who may open which door: the declared table. An address that is not in it fails its test (test_doors.py)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Parts = frozenset[str]

NOBODY: Parts = frozenset()
MANAGER = frozenset({"manager"})
OFFICER = frozenset({"officer"})
WORKS = frozenset({"officer", "second officer", "manager"})
SEES = WORKS | {"finance", "quality lead", "auditor"}
TRAIL = frozenset({"manager", "auditor"})
LOADS = WORKS | {"auditor"}
GROUP = frozenset({"leader", "member"})
LEADER = frozenset({"leader"})
RUNS = WORKS | {"leader"}
READERS = frozenset({"second officer", "manager"})
EVERYBODY = SEES | GROUP | {"elsewhere"}


@dataclass(frozen=True, slots=True)
class Door:
    """Who may look (GET) and act (POST; None: there is no such act), and which row each argument of the address names.

    Whoever may not is told that it is forbidden (403) if it is ``known_to`` them; to anybody else it does not exist (404).
    """

    get: Parts | None
    post: Parts | None = None
    rows: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    known_to: Parts = EVERYBODY
    public: bool = False


def _both(who: Parts, **rows: str) -> Door:
    return Door(who, who, rows)


def _case(who: Parts, **rows: str) -> Door:
    return Door(who, who, {"pk": "case", **rows}, known_to=READERS)


def _run(**rows: str) -> Door:
    """The group's own work: who runs it, and officers for the members. Outside the group nobody knows of it."""
    return Door(RUNS, RUNS, rows, known_to=SEES | GROUP)


def _read(**rows: str) -> Door:
    """The group's own pages to read: for its members and for who reads every group. To others they do not exist."""
    return Door(SEES | GROUP, rows=rows, known_to=NOBODY)


def _own(**rows: str) -> Door:
    """A setting's own tasks: its manager (the leader), and officers. Who may not see the setting knows nothing of it."""
    return Door(RUNS, RUNS, rows, known_to=SEES | {"leader"})


def _request(who: Parts) -> Door:
    return Door(who, who, {"pk": "support request"}, known_to=LOADS | LEADER)


GROUP_ROW = {"pk": "collaboration"}
MEMBER = {**GROUP_ROW, "row": "membership"}
DOCUMENT = {**GROUP_ROW, "row": "document"}
PLAN = {**GROUP_ROW, "row": "development plan"}
REVIEW = {**GROUP_ROW, "row": "review"}
TERMS_ROW, FIRST_VERSION = {"pk": "terms group"}, {"version": "1"}
PUBLIC = Door(EVERYBODY, public=True)

SETTING_ROW = {"pk": "provider"}


def _setting(**rows: str) -> Door:
    """A page of a setting's tasks: its manager leads the group. Who reads the register knows that it is there."""
    who = WORKS | {"leader"}
    return Door(who, who, {**SETTING_ROW, **rows}, known_to=SEES)


MATRIX: Mapping[str, Door] = {
    "home": Door(EVERYBODY),
    "exports": Door(SEES),
    "dashboard": Door(frozenset({"leader"}), rows={"pk": "collaboration"}, known_to=NOBODY),
    "group_health": Door(frozenset({"leader"}), rows={"pk": "collaboration"}, known_to=NOBODY),
    "brand_css": PUBLIC,
    "accessibility": PUBLIC,
    "privacy": PUBLIC,
    "report_concern": PUBLIC,
    "sent_mail": Door(EVERYBODY),
    "sent_mail_message": Door(EVERYBODY, rows={"key": "mail"}),
    "sent_mail_html": Door(EVERYBODY, rows={"key": "mail"}),
    # files and jobs: whoever asked for them; jobs also those who look after the work of others
    "documents:file": Door(OFFICER, rows={"pk": "file"}),
    "documents:job": Door(LOADS, rows={"pk": "job"}),
    "documents:cancel_job": Door(None, OFFICER, {"pk": "job"}),
    "documents:export": Door(SEES, SEES, words={"identifier": "members"}),
    # Ofsted's file
    "ofsted:imports": Door(LOADS),
    "ofsted:upload": _both(WORKS),
    "ofsted:import": Door(LOADS, WORKS, {"pk": "run"}),
    "ofsted:choose_name": _both(WORKS, pk="run"),
    "ofsted:discard": _both(WORKS, pk="run"),
    "ofsted:import_rows": Door(LOADS, rows={"pk": "run"}, words={"kind": "changed"}),
    # collaborations
    "collaborations:list": Door(SEES),
    "collaborations:cards": Door(SEES),
    "collaborations:map": Door(SEES),
    "collaborations:terms_overview": Door(SEES),
    "collaborations:load_outlines": _both(WORKS),
    "collaborations:remove_outlines": _both(WORKS),
    "collaborations:settings_without": Door(SEES),
    "collaborations:vacancies": Door(SEES | GROUP),
    "collaborations:sheets": Door(WORKS),
    "collaborations:upload_sheet": _both(WORKS),
    "collaborations:sheet_template": Door(WORKS),
    "collaborations:sheet": _both(WORKS, pk="sheet"),
    "collaborations:discard_sheet": _both(WORKS, pk="sheet"),
    "collaborations:sheet_lines": Door(WORKS, rows={"pk": "sheet"}, words={"result": "refused"}),
    "collaborations:start": _both(WORKS),
    "collaborations:change": _both(WORKS, **GROUP_ROW),
    "collaborations:detail": Door(SEES | GROUP, rows=GROUP_ROW, known_to=NOBODY),
    "collaborations:life": Door(SEES | {"leader"}, rows=GROUP_ROW, known_to=SEES | GROUP),
    "collaborations:move": Door(WORKS | {"leader"}, WORKS | {"leader"}, GROUP_ROW, words={"to": "under_review"}, known_to=SEES | GROUP),
    "collaborations:close": _both(WORKS, **GROUP_ROW),
    "collaborations:first_meeting": _both(WORKS, **GROUP_ROW),
    "collaborations:record_terms": _both(WORKS, **GROUP_ROW),
    "collaborations:add_member": _both(WORKS, **GROUP_ROW),
    "collaborations:member": Door(SEES, rows=MEMBER),
    "collaborations:leave": _both(WORKS, **MEMBER),
    "collaborations:withdraw_member": _both(WORKS, pk="collaboration", row="membership to come"),
    "collaborations:add_person": _both(WORKS, **MEMBER),
    "collaborations:end_person": _both(WORKS, **MEMBER, role="setting role"),
    "collaborations:appoint_leader": _both(WORKS, **GROUP_ROW),
    "collaborations:end_leader": _both(WORKS, pk="collaboration", row="leader"),
    "collaborations:withdraw_leader": _both(WORKS, pk="collaboration", row="leader to come"),
    "collaborations:decide_leader": Door(LEADER, LEADER, GROUP_ROW, known_to=SEES | GROUP),
    # offices and what staff know: seen by whoever sees the group. Concerns: by the group's own people alone
    "collaborations:offices": Door(SEES | GROUP, rows=GROUP_ROW, known_to=NOBODY),
    "collaborations:give_office": _run(**GROUP_ROW),
    "collaborations:end_office": _run(pk="collaboration", row="office"),
    "collaborations:withdraw_office": _run(pk="collaboration", row="office to come"),
    "collaborations:staff_told": _run(**MEMBER),
    "collaborations:staff_told_reminders": _run(**GROUP_ROW),
    "collaborations:staff_told_link": Door(EVERYBODY, EVERYBODY, rows={"token": "staff told token"}, public=True),
    "collaborations:staff_summary": Door(SEES | GROUP, rows=GROUP_ROW, known_to=NOBODY),
    "collaborations:staff_summary_pdf": Door(SEES | GROUP, rows=GROUP_ROW, known_to=NOBODY),
    "collaborations:concerns": Door(GROUP, rows=GROUP_ROW, known_to=NOBODY),
    "collaborations:raise_concern": Door(GROUP, GROUP, GROUP_ROW, known_to=NOBODY),
    "collaborations:concern": Door(GROUP, rows={"pk": "collaboration", "row": "concern"}, known_to=NOBODY),
    "collaborations:move_concern": Door(LEADER, LEADER, {"pk": "collaboration", "row": "concern"}, known_to=GROUP),
    # shared documents: by the group's own people alone; whoever may not open one does not know of it
    "collaborations:library": Door(SEES | GROUP, rows=GROUP_ROW, known_to=NOBODY),
    "collaborations:add_document": _run(**GROUP_ROW),
    "collaborations:document": Door(GROUP, rows=DOCUMENT, known_to=NOBODY),
    "collaborations:open_document": Door(GROUP, rows={**DOCUMENT, "version": "document version"}, known_to=NOBODY),
    "collaborations:document_openings": Door(LEADER, rows=DOCUMENT, known_to=GROUP),
    "collaborations:change_document": Door(LEADER, LEADER, DOCUMENT, known_to=GROUP),
    "collaborations:replace_document": Door(LEADER, LEADER, DOCUMENT, known_to=GROUP),
    "collaborations:hand_over_document": Door(LEADER, LEADER, DOCUMENT, known_to=GROUP),
    "collaborations:remove_document": Door(LEADER, LEADER, DOCUMENT, known_to=GROUP),
    "collaborations:restore_document": Door(LEADER, LEADER, {**GROUP_ROW, "row": "removed document"}, known_to=NOBODY),
    "collaborations:name_reader": Door(LEADER, LEADER, {**GROUP_ROW, "row": "named document"}, known_to=GROUP),
    "collaborations:end_reader": Door(LEADER, LEADER, {**GROUP_ROW, "row": "named document", "reader": "named reader"}, known_to=GROUP),
    # joining and leaving (C5, C6): Acorns is the setting whose manager leads the group
    "collaborations:find": replace(_own(setting="provider"), post=None),
    "collaborations:apply": _own(pk="collaboration", setting="provider"),
    "collaborations:application": replace(_own(row="application"), post=None),
    "collaborations:withdraw_application": _own(row="application"),
    "collaborations:answer_invitation": _own(row="invitation"),
    "collaborations:accept_invitation": Door(EVERYBODY, EVERYBODY, rows={"token": "invitation token"}, public=True),
    "collaborations:all_applications": Door(SEES),
    "collaborations:applications": replace(_run(**GROUP_ROW), post=None),
    "collaborations:decide_application": _run(pk="collaboration", row="application"),
    "collaborations:invite": _run(**GROUP_ROW),
    "collaborations:invitations": replace(_run(**GROUP_ROW), post=None),
    "collaborations:withdraw_invitation": _run(pk="collaboration", row="invitation"),
    "collaborations:give_notice": _run(**MEMBER),
    "collaborations:take_back_notice": _run(**MEMBER),
    "collaborations:hand_over": replace(_run(**MEMBER), post=None),
    "collaborations:hand_over_add": _run(**MEMBER),
    "collaborations:hand_over_change": _run(**MEMBER, item="hand-over"),
    "collaborations:hand_over_done": _run(**MEMBER, item="hand-over"),
    "collaborations:hand_over_remove": _run(**MEMBER, item="hand-over"),
    # dividing and merging (C4), and a change of legal entity (O2)
    "collaborations:plans": Door(WORKS),
    "collaborations:start_merger": _both(WORKS),
    "collaborations:start_division": _both(WORKS, **GROUP_ROW),
    "collaborations:plan": Door(WORKS, rows={"pk": "plan"}),
    "collaborations:plan_successors": _both(WORKS, pk="plan"),
    "collaborations:change_successor": _both(WORKS, pk="plan", row="planned successor"),
    "collaborations:remove_successor": _both(WORKS, pk="plan", row="planned successor"),
    "collaborations:plan_places": _both(WORKS, pk="plan"),
    "collaborations:plan_leaders": _both(WORKS, pk="plan"),
    "collaborations:remove_planned_leader": _both(WORKS, pk="plan", row="planned leader"),
    "collaborations:plan_terms": _both(WORKS, pk="plan"),
    "collaborations:agree_plan": _both(WORKS, pk="plan"),
    "collaborations:preview_plan": Door(WORKS, rows={"pk": "plan"}),
    "collaborations:carry_out_plan": _both(WORKS, pk="plan"),
    "collaborations:abandon_plan": _both(WORKS, pk="plan"),
    "collaborations:move_to_successor": _both(WORKS, link="link"),
    # a setting's own tasks, staff returns, the public page
    "setting": Door(SEES | {"leader"}, rows=SETTING_ROW, known_to=NOBODY),
    "public_page": PUBLIC,
    "providers:staff_return": _setting(),
    "providers:staff_return_link": Door(EVERYBODY, EVERYBODY, rows={"token": "return token"}, public=True),
    "providers:vacancies": Door(WORKS | {"leader"}, rows=SETTING_ROW, known_to=SEES),
    "providers:add_vacancy": _setting(),
    "providers:change_vacancy": _setting(row="vacancy"),
    "providers:confirm_vacancy": Door(None, WORKS | {"leader"}, {**SETTING_ROW, "row": "vacancy"}, known_to=SEES),
    "providers:remove_vacancy": _setting(row="vacancy"),
    "providers:give_consent": _setting(pk="home"),
    "providers:withdraw_consent": _setting(pk="home"),
    "providers:periods": Door(SEES),
    "providers:add_period": _both(WORKS),
    "providers:change_period": _both(WORKS, row="period"),
    "collaborations:returns": Door(SEES),
    "collaborations:remind_returns": _both(WORKS, row="period"),
    "collaborations:staff_returns": Door(WORKS | {"leader"}, WORKS | {"leader"}, GROUP_ROW, known_to=SEES | GROUP),
    "collaborations:partnerships": Door(WORKS | {"leader"}, rows=SETTING_ROW, known_to=SEES),
    "collaborations:add_partnership": _setting(),
    "collaborations:change_partnership": _setting(row="partnership"),
    "collaborations:end_partnership": _setting(row="partnership"),
    # the development plan: who runs the group writes it, its members read it
    "collaborations:all_development_plans": Door(SEES),
    "collaborations:development_plans": _read(**GROUP_ROW),
    "collaborations:start_development_plan": _run(**GROUP_ROW),
    "collaborations:development_plan": _read(**PLAN),
    "collaborations:print_development_plan": _read(**PLAN),
    "collaborations:change_development_plan": _run(**PLAN),
    "collaborations:begin_work_by_plan": _run(**PLAN),
    "collaborations:evaluate_plan": _run(**PLAN),
    "collaborations:close_development_plan": _run(**PLAN),
    "collaborations:add_objective": _run(**PLAN),
    "collaborations:change_objective": _run(**PLAN, objective="objective"),
    "collaborations:move_objective": replace(_run(**PLAN, objective="objective"), get=None, words={"way": "up"}),
    "collaborations:remove_objective": _run(**PLAN, objective="objective"),
    "collaborations:add_plan_action": _run(**PLAN, objective="objective"),
    "collaborations:change_plan_action": _run(**PLAN, action="plan action"),
    "collaborations:finish_plan_action": _run(**PLAN, action="plan action"),
    "collaborations:remove_plan_action": _run(**PLAN, action="plan action"),
    "collaborations:all_reviews": Door(SEES),
    "collaborations:reviews": _read(**GROUP_ROW),
    "collaborations:review": _read(**REVIEW),
    "collaborations:record_review": _run(**REVIEW),
    # agreeing ways of working, in a group of its own: Acorns' manager leads it, the other member asks for a change
    "collaborations:terms": Door(SEES | GROUP, rows=TERMS_ROW, known_to=NOBODY),
    "collaborations:terms_version": Door(SEES | GROUP, rows=TERMS_ROW, words=FIRST_VERSION, known_to=NOBODY),
    "collaborations:terms_pdf": Door(SEES | GROUP, SEES | GROUP, TERMS_ROW, words=FIRST_VERSION, known_to=NOBODY),
    "collaborations:terms_summary_pdf": Door(SEES | GROUP, rows=GROUP_ROW, known_to=NOBODY),
    "collaborations:print_terms": _both(WORKS),
    "collaborations:terms_answers": Door(SEES | GROUP, rows=TERMS_ROW, words=FIRST_VERSION, known_to=NOBODY),
    "collaborations:compare_terms": Door(SEES | GROUP, rows=TERMS_ROW, known_to=NOBODY),
    "collaborations:answer_terms": Door(
        LEADER, LEADER, {**TERMS_ROW, "row": "terms member"}, words=FIRST_VERSION, known_to=SEES | GROUP
    ),
    "collaborations:reply_terms": Door(GROUP, GROUP, {**TERMS_ROW, "row": "terms answer"}, words=FIRST_VERSION, known_to=SEES | GROUP),
    "collaborations:answer_terms_by_link": Door(EVERYBODY, EVERYBODY, rows={"token": "terms token"}, public=True),
    "collaborations:circulate_terms": replace(_run(**TERMS_ROW), words=FIRST_VERSION),
    "collaborations:remind_terms": replace(_run(**TERMS_ROW), words=FIRST_VERSION),
    "collaborations:take_back_terms": replace(_run(**TERMS_ROW), words=FIRST_VERSION),
    "collaborations:adopt_terms": replace(_run(**TERMS_ROW), words=FIRST_VERSION),
    # writing ways of working: the next version of Riverside's, and the authority's templates
    "collaborations:start_terms": _run(**GROUP_ROW),
    "collaborations:write_terms": replace(_run(**GROUP_ROW), post=None),
    "collaborations:write_terms_section": replace(_run(**GROUP_ROW), words={"key": "1.2"}),
    "collaborations:discard_terms": _run(**GROUP_ROW),
    "collaborations:terms_templates": Door(WORKS),
    "collaborations:start_terms_template": _both(WORKS),
    "collaborations:terms_template": Door(WORKS, rows={"row": "template"}),
    "collaborations:change_terms_template": replace(_both(WORKS, row="draft template"), words={"key": "1.2"}),
    "collaborations:publish_terms_template": _both(MANAGER, row="draft template"),
    "collaborations:discard_terms_template": _both(WORKS, row="draft template"),
    # leadership cases: assigned to nobody, with the second officer as a named reader, who may read and not decide
    "leadership:cases": Door(WORKS),
    "leadership:case": Door(READERS, rows={"pk": "case"}, known_to=NOBODY),
    "leadership:assign": _case(MANAGER),
    "leadership:share": _case(MANAGER),
    "leadership:unshare": _case(MANAGER, user_id="reader"),
    "leadership:decide": _case(MANAGER),
    "leadership:record_outcome": _case(MANAGER),
    "leadership:publish_outcome": _case(MANAGER, outcome_id="outcome"),
    # referrals, and what groups ask of officers: the request is seen by those who run the group
    "leadership:referrals": Door(LOADS),
    "leadership:refer": _both(WORKS),
    "leadership:referral": Door(LOADS, rows={"pk": "referral"}),
    "leadership:follow_up": _both(WORKS, pk="referral"),
    "leadership:take_back_referral": _both(WORKS, pk="referral"),
    "leadership:support": Door(LOADS),
    "leadership:support_of": Door(LOADS | LEADER, rows=GROUP_ROW, known_to=SEES | GROUP),
    "leadership:ask_support": Door(LEADER, LEADER, GROUP_ROW, known_to=SEES | GROUP),
    "leadership:support_request": Door(LOADS | LEADER, rows={"pk": "support request"}, known_to=NOBODY),
    "leadership:answer_support": _request(WORKS),
    "leadership:cancel_support": _request(WORKS),
    "leadership:finish_support": _request(WORKS),
    "leadership:withdraw_support": _request(LEADER),
    "collaborations:messages": Door(WORKS),
    "collaborations:write_message": _both(WORKS),
    "collaborations:message": Door(WORKS, rows={"pk": "message"}),
    "collaborations:move_to_district": _both(WORKS),
    "audit:entries": Door(TRAIL),
    "audit:entry": Door(TRAIL, rows={"pk": "entry"}),
}


@dataclass(frozen=True, slots=True)
class Record:
    """A model of the admin: who may look, add, change and delete, and which rows that is tried on."""

    row: str
    view: Parts
    add: Parts = NOBODY
    change: Parts = NOBODY
    delete: Parts = NOBODY
    deleted: str = ""

    def doors(self, name: str) -> dict[str, Door]:
        one, gone = {"object_id": self.row}, {"object_id": self.deleted or self.row}
        return {
            f"admin:{name}_changelist": Door(self.view),
            f"admin:{name}_add": Door(self.add, self.add),
            f"admin:{name}_change": Door(self.view, self.change, one),
            f"admin:{name}_delete": Door(self.delete, self.delete, gone),
            f"admin:{name}_history": Door(self.view & TRAIL, rows=one),
        }


RECORDS: Mapping[str, Record] = {
    "providers_provider": Record("provider", SEES, add=WORKS, change=WORKS),
    "providers_district": Record("district", SEES, add=WORKS, change=WORKS, delete=WORKS),
    "providers_returnperiod": Record("period", SEES, add=WORKS, change=WORKS),
    "collaborations_collaboration": Record("collaboration", SEES, add=WORKS, change=WORKS),
    "memberships_membership": Record("membership", SEES, add=WORKS, change=WORKS, delete=WORKS, deleted="membership to come"),
    "memberships_settingrole": Record("setting role", SEES, add=WORKS, change=WORKS, delete=WORKS, deleted="setting role to come"),
    "memberships_officeholder": Record("office", SEES, add=WORKS, change=WORKS, delete=WORKS, deleted="office to come"),
    "memberships_leaderappointment": Record("leader", SEES, add=WORKS, change=WORKS, delete=WORKS, deleted="leader to come"),
    "collaborations_termstemplate": Record("draft template", WORKS, add=WORKS, change=WORKS, delete=WORKS),
    "collaborations_developmentplan": Record("development plan", SEES),
    "collaborations_review": Record("review", SEES),
    "memberships_application": Record("application", SEES),
    "memberships_invitation": Record("invitation", SEES),
    "leadership_referral": Record("referral", LOADS),
    "leadership_supportrequest": Record("support request", LOADS),
    "ofsted_leadingpolicy": Record("draft", SEES, add=MANAGER, change=MANAGER, delete=MANAGER),
    "documents_job": Record("job", LOADS),
    "documents_storedfile": Record("file", LOADS),
    "documents_exportrun": Record("export", LOADS),
    "accounts_roleappointment": Record("role", WORKS, add=MANAGER, change=MANAGER),
    "accounts_user": Record("person", WORKS, add=MANAGER),
    "accounts_authority": Record("authority", MANAGER, change=MANAGER),
}

ADMIN: Mapping[str, Door] = {
    **{name: door for model, record in RECORDS.items() for name, door in record.doors(model).items()},
    "admin:index": Door(SEES),
    "admin:app_list": Door(SEES, words={"app_label": "providers"}),
    "admin:login": Door(SEES, SEES),
    "admin:logout": Door(SEES, SEES),
    "admin:password_change": Door(SEES, SEES),
    "admin:jsi18n": Door(SEES),
    "admin:autocomplete": Door(NOBODY),  # asked for no field
    "admin:providers_provider_take_over": _both(WORKS, object_id="provider"),
    "admin:providers_provider_unlink": _both(WORKS, object_id="provider", link_id="link"),
    "admin:ofsted_leadingpolicy_changes": Door(MANAGER, rows={"pk": "draft"}),
    "admin:ofsted_leadingpolicy_adopt": _both(MANAGER, pk="draft"),
    "admin:ofsted_leadingpolicy_compare": Door(SEES, rows={"pk": "draft"}),
}
