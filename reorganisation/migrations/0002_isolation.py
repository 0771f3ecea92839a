from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("reorganisation", "0001_initial"),
        ("collaborations", "0002_isolation"),
        ("memberships", "0002_isolation"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("plannedleader"),
        IsolateTable("plannedmember"),
        IsolateTable("plannedsuccessor"),
        IsolateTable("reorganisation"),
        IsolateTable("reorganisationhistory"),
        IsolateTable("reorganisationsource"),
        CompositeKey("plannedleader", "member"),
        CompositeKey("plannedmember", "membership"),
        CompositeKey("plannedmember", "plan"),
        CompositeKey("plannedmember", "successor"),
        CompositeKey("plannedsuccessor", "collaboration"),
        CompositeKey("plannedsuccessor", "district"),
        CompositeKey("plannedsuccessor", "plan"),
        CompositeKey("reorganisationsource", "collaboration"),
        CompositeKey("reorganisationsource", "plan"),
    ]
