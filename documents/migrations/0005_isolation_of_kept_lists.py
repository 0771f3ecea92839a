from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0004_kept_lists"),
    ]

    operations = [
        IsolateTable("keptlist"),
        IsolateTable("selection"),
    ]
