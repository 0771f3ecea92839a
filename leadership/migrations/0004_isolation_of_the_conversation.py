from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("leadership", "0003_the_conversation"),
        ("collaborations", "0002_isolation"),
        ("documents", "0002_isolation"),
        ("memberships", "0002_isolation"),
    ]

    operations = [
        IsolateTable("away"),
        IsolateTable("awayhistory"),
        IsolateTable("caseletter"),
        IsolateTable("caseletterhistory"),
        IsolateTable("casestep"),
        IsolateTable("casesupport"),
        IsolateTable("casesupporthistory"),
        IsolateTable("leaderwords"),
        IsolateTable("lettertemplate"),
        IsolateTable("possiblesuccessor"),
        IsolateTable("possiblesuccessorhistory"),
        IsolateTable("reinstatement"),
        IsolateTable("reinstatementhistory"),
        IsolateTable("stepdays"),
        IsolateTable("stepdayshistory"),
        IsolateTable("supportswitch"),
        IsolateTable("supportswitchhistory"),
        CompositeKey("caseletter", "case"),
        CompositeKey("caseletter", "file"),
        CompositeKey("casestep", "case"),
        CompositeKey("casestep", "corrects"),
        CompositeKey("casesupport", "case"),
        CompositeKey("leaderwords", "case"),
        CompositeKey("possiblesuccessor", "case"),
        CompositeKey("possiblesuccessor", "membership"),
        CompositeKey("reinstatement", "case"),
        CompositeKey("supportswitch", "collaboration"),
    ]
