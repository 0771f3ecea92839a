from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("leadership", "0001_initial"),
        ("memberships", "0002_isolation"),
        ("ofsted", "0002_isolation"),
    ]

    operations = [
        IsolateTable("casegrant"),
        IsolateTable("leadershipcase"),
        IsolateTable("leadershipcasehistory"),
        IsolateTable("opencasecount"),
        IsolateTable("sweep"),
        IsolateTable("unpublishedoutcome"),
        CompositeKey("casegrant", "content_object"),
        CompositeKey("leadershipcase", "appointment"),
        CompositeKey("leadershipcase", "inspection"),
        CompositeKey("leadershipcase", "policy"),
        CompositeKey("unpublishedoutcome", "case"),
    ]
