from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0009_elections"),
        ("collaborations", "0002_isolation"),
        ("memberships", "0002_isolation"),
    ]

    operations = [
        IsolateTable("election"),
        IsolateTable("nomination"),
        CompositeKey("election", "ballot"),
        CompositeKey("election", "collaboration"),
        CompositeKey("election", "elected_for"),
        CompositeKey("nomination", "election"),
        CompositeKey("nomination", "membership"),
    ]
