from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0007_staff_return_reminders"),
    ]

    operations = [
        RaiseWall("staffreturnreminder"),
        CompositeKey("staffreturnreminder", "period"),
        CompositeKey("staffreturnreminder", "provider"),
    ]
