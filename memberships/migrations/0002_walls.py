from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0001_first_tables"),
        ("collaborations", "0002_walls"),
        ("providers", "0002_walls"),
    ]

    operations = [
        IsolateTable("leaderappointment"),
        IsolateTable("leaderappointmenthistory"),
        IsolateTable("membership"),
        IsolateTable("membershiphistory"),
        IsolateTable("settingrole"),
        IsolateTable("settingrolehistory"),
        CompositeKey("leaderappointment", "membership"),
        CompositeKey("membership", "collaboration"),
        CompositeKey("membership", "provider"),
        CompositeKey("settingrole", "provider"),
    ]
