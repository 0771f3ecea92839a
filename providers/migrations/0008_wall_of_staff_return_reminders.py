from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0007_staff_return_reminders"),
    ]

    operations = [
        IsolateTable("staffreturnreminder"),
        CompositeKey("staffreturnreminder", "period"),
        CompositeKey("staffreturnreminder", "provider"),
    ]
