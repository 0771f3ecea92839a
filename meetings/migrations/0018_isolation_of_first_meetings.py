from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0017_first_meetings"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("firstinvited"),
        IsolateTable("firstneeds"),
        CompositeKey("firstinvited", "meeting"),
        CompositeKey("firstinvited", "provider"),
        CompositeKey("firstneeds", "invited"),
    ]
