from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0005_public_meetings"),
        ("collaborations", "0002_isolation"),
    ]

    operations = [
        IsolateTable("publicmeetings"),
        CompositeKey("publicmeetings", "collaboration"),
    ]
