from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0013_blocking_and_corrections"),
    ]

    operations = [
        IsolateTable("correction"),
        IsolateTable("decision"),
    ]
