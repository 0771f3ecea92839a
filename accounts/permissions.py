"""Names of what a person may do.

Which role holds which stands in ``accounts/roles.py``; nothing else decides it.

The part before the dot is the app of the object that the permission is about (guardian asks for that).
"""

from enum import StrEnum


class Permission(StrEnum):
    # the register
    VIEW_SETTINGS = "providers.view_provider"
    CHANGE_SETTINGS = "providers.change_provider"
    ADD_SETTINGS = "providers.add_provider"
    VIEW_PRIVATE_ADDRESS = "providers.view_private_address"
    LINK_SETTINGS = "providers.link_provider"
    MANAGE_SETTING = "providers.manage_provider"
    VIEW_RETURNS = "provision.view_staffreturn"
    SET_RETURNS = "provision.change_returnperiod"
    # Ofsted
    VIEW_IMPORTS = "ofsted.view_importrun"
    IMPORT_REGISTER = "ofsted.import_register"
    VIEW_POLICY = "ofsted.view_leadingpolicy"
    CHANGE_POLICY = "ofsted.change_leadingpolicy"
    ADOPT_POLICY = "ofsted.adopt_leadingpolicy"
    # collaborations and the people in them
    VIEW_COLLABORATIONS = "collaborations.view_collaboration"
    CHANGE_COLLABORATIONS = "collaborations.change_collaboration"
    ADD_COLLABORATIONS = "collaborations.add_collaboration"
    LEAD_COLLABORATION = "collaborations.lead_collaboration"
    RUN_COLLABORATION = "collaborations.run_collaboration"
    VIEW_TEMPLATES = "ways_of_working.view_termstemplate"
    CHANGE_TEMPLATES = "ways_of_working.change_termstemplate"
    PUBLISH_TEMPLATES = "ways_of_working.publish_termstemplate"
    PRINT_TERMS = "ways_of_working.view_waysofworking"
    VIEW_MEMBERS = "memberships.view_membership"
    CHANGE_MEMBERS = "memberships.change_membership"
    APPOINT_LEADERS = "memberships.appoint_leader"
    REORGANISE = "reorganisation.change_reorganisation"
    SEND_MESSAGES = "support.add_message"
    IMPORT_COLLABORATIONS = "exchange.import_collaborations"
    # support
    VIEW_SUPPORT = "support.view_supportrequest"
    GIVE_SUPPORT = "support.change_supportrequest"
    # Leaders' Days and events
    VIEW_EVENTS = "meetings.view_event"
    RUN_EVENTS = "meetings.change_event"
    # the supplement
    VIEW_SUPPLEMENT = "supplement.view_scheme"
    WRITE_SCHEME = "supplement.change_scheme"
    APPROVE_SCHEME = "supplement.approve_scheme"
    VIEW_CLAIMS = "supplement.view_claim"
    ASSESS_CLAIMS = "supplement.assess_claim"
    VIEW_RUNS = "supplement.view_run"
    MAKE_RUNS = "supplement.change_run"
    APPROVE_RUN = "supplement.approve_run"
    # quality
    VIEW_FRAMEWORKS = "qa_framework.view_framework"
    WRITE_FRAMEWORKS = "qa_framework.change_framework"
    # leadership cases
    VIEW_ALL_CASES = "leadership.view_all_cases"
    VIEW_CASE = "leadership.view_leadershipcase"
    WORK_ON_CASES = "leadership.change_leadershipcase"
    ASSIGN_CASES = "leadership.assign_leadershipcase"
    READ_LEADERS_PAGE = "leadership.read_leaders_page"
    # people, records, files
    VIEW_PEOPLE = "accounts.view_roleappointment"
    MANAGE_PEOPLE = "accounts.change_roleappointment"
    CHANGE_AUTHORITY = "accounts.change_authority"
    USE_ADMIN = "accounts.use_admin"
    VIEW_AUDIT = "audit.view_entry"
    VIEW_SECURITY = "accounts.view_securityevent"
    VIEW_JOBS = "documents.view_job"
    EXPORT = "documents.add_exportrun"
