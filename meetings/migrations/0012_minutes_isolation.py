from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0011_minutes"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("concernroutesgiven"),
        IsolateTable("decision"),
        IsolateTable("decisionhistory"),
        IsolateTable("itemminutes"),
        IsolateTable("minutes"),
        IsolateTable("minutesamendment"),
        IsolateTable("minutescorrection"),
        IsolateTable("minutessent"),
        CompositeKey("concernroutesgiven", "meeting"),
        CompositeKey("decision", "item"),
        CompositeKey("decision", "minutes"),
        CompositeKey("itemminutes", "item"),
        CompositeKey("itemminutes", "minutes"),
        CompositeKey("minutes", "agreed_by_meeting"),
        CompositeKey("minutes", "meeting"),
        CompositeKey("minutesamendment", "minutes"),
        CompositeKey("minutescorrection", "item"),
        CompositeKey("minutescorrection", "minutes"),
        CompositeKey("minutescorrection", "proposed_for"),
        CompositeKey("minutessent", "minutes"),
    ]
