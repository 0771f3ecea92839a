from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0015_actions_of_meetings"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("meetingaction"),
        IsolateTable("meetingactionhistory"),
        CompositeKey("meetingaction", "item"),
        CompositeKey("meetingaction", "meeting"),
        CompositeKey("meetingaction", "owner"),
    ]
