from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("development", "0001_initial"),
        ("collaborations", "0002_isolation"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("developmentplan"),
        IsolateTable("developmentplanhistory"),
        IsolateTable("objective"),
        IsolateTable("objectivehistory"),
        IsolateTable("planaction"),
        IsolateTable("planactionhistory"),
        CompositeKey("developmentplan", "collaboration"),
        CompositeKey("objective", "plan"),
        CompositeKey("planaction", "objective"),
        CompositeKey("planaction", "owner"),
    ]
