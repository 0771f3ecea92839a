from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0001_initial"),
        ("collaborations", "0002_isolation"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("application"),
        IsolateTable("applicationhistory"),
        IsolateTable("conductconcern"),
        IsolateTable("conductconcernhistory"),
        IsolateTable("conductstep"),
        IsolateTable("coveredcount"),
        IsolateTable("handover"),
        IsolateTable("handoverhistory"),
        IsolateTable("invitation"),
        IsolateTable("invitationhistory"),
        IsolateTable("leaderappointment"),
        IsolateTable("leaderappointmenthistory"),
        IsolateTable("ledcount"),
        IsolateTable("membership"),
        IsolateTable("membershiphistory"),
        IsolateTable("officeholder"),
        IsolateTable("officeholderhistory"),
        IsolateTable("settingrole"),
        IsolateTable("settingrolehistory"),
        IsolateTable("stafftold"),
        CompositeKey("application", "collaboration"),
        CompositeKey("application", "membership"),
        CompositeKey("application", "provider"),
        CompositeKey("conductconcern", "about"),
        CompositeKey("conductconcern", "collaboration"),
        CompositeKey("conductstep", "concern"),
        CompositeKey("handover", "membership"),
        CompositeKey("handover", "taken_by"),
        CompositeKey("invitation", "collaboration"),
        CompositeKey("invitation", "membership"),
        CompositeKey("invitation", "provider"),
        CompositeKey("leaderappointment", "membership"),
        CompositeKey("membership", "collaboration"),
        CompositeKey("membership", "continues"),
        CompositeKey("membership", "provider"),
        CompositeKey("officeholder", "membership"),
        CompositeKey("settingrole", "provider"),
        CompositeKey("stafftold", "membership"),
    ]
