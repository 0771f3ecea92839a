from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0001_initial"),
        ("collaborations", "0002_isolation"),
        ("documents", "0002_isolation"),
        ("memberships", "0002_isolation"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("agendaitem"),
        IsolateTable("agendaitemhistory"),
        IsolateTable("answer"),
        IsolateTable("attendance"),
        IsolateTable("attendancemark"),
        IsolateTable("guest"),
        IsolateTable("meeting"),
        IsolateTable("meetinghistory"),
        IsolateTable("otherpresent"),
        IsolateTable("paper"),
        IsolateTable("paperssent"),
        CompositeKey("agendaitem", "carried_from"),
        CompositeKey("agendaitem", "meeting"),
        CompositeKey("agendaitem", "proposed_for"),
        CompositeKey("answer", "meeting"),
        CompositeKey("answer", "membership"),
        CompositeKey("attendance", "meeting"),
        CompositeKey("attendance", "membership"),
        CompositeKey("attendancemark", "meeting"),
        CompositeKey("attendancemark", "membership"),
        CompositeKey("guest", "item"),
        CompositeKey("meeting", "collaboration"),
        CompositeKey("otherpresent", "meeting"),
        CompositeKey("paper", "file"),
        CompositeKey("paper", "item"),
        CompositeKey("paper", "meeting"),
        CompositeKey("paper", "replaces"),
        CompositeKey("paperssent", "meeting"),
    ]
