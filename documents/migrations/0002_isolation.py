from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_initial"),
    ]

    operations = [
        IsolateTable("exportrun"),
        IsolateTable("job"),
        IsolateTable("storedfile"),
        CompositeKey("exportrun", "file"),
        CompositeKey("exportrun", "job"),
    ]
