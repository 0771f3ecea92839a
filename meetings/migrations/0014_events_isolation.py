from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0013_events"),
        ("documents", "0002_isolation"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        IsolateTable("booking"),
        IsolateTable("bookingneeds"),
        IsolateTable("event"),
        IsolateTable("eventdistrict"),
        IsolateTable("eventfeedback"),
        IsolateTable("eventinvitation"),
        IsolateTable("eventmaterial"),
        IsolateTable("eventsession"),
        IsolateTable("sessionchoice"),
        IsolateTable("walkin"),
        CompositeKey("booking", "event"),
        CompositeKey("booking", "provider"),
        CompositeKey("bookingneeds", "booking"),
        CompositeKey("eventdistrict", "district"),
        CompositeKey("eventdistrict", "event"),
        CompositeKey("eventfeedback", "booking"),
        CompositeKey("eventinvitation", "event"),
        CompositeKey("eventmaterial", "event"),
        CompositeKey("eventmaterial", "file"),
        CompositeKey("eventsession", "event"),
        CompositeKey("sessionchoice", "booking"),
        CompositeKey("sessionchoice", "session"),
        CompositeKey("walkin", "event"),
    ]
