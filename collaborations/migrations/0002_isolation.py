from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("collaborations", "0001_initial"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("collaboration"),
        IsolateTable("collaborationcount"),
        IsolateTable("collaborationgrant"),
        IsolateTable("collaborationhistory"),
        IsolateTable("firstmeeting"),
        IsolateTable("firstmeetinghistory"),
        IsolateTable("lineage"),
        IsolateTable("statechange"),
        CompositeKey("collaboration", "district"),
        CompositeKey("collaborationgrant", "content_object"),
        CompositeKey("firstmeeting", "collaboration"),
        CompositeKey("lineage", "earlier"),
        CompositeKey("lineage", "later"),
        CompositeKey("statechange", "collaboration"),
    ]
