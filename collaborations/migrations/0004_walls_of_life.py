from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("collaborations", "0003_life"),
    ]

    operations = [
        IsolateTable("firstmeeting"),
        IsolateTable("firstmeetinghistory"),
        IsolateTable("lineage"),
        IsolateTable("statechange"),
        CompositeKey("firstmeeting", "collaboration"),
        CompositeKey("lineage", "earlier"),
        CompositeKey("lineage", "later"),
        CompositeKey("statechange", "collaboration"),
    ]
