from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_sessions_locks_and_notices"),
    ]

    operations = [
        IsolateTable("accountnotice"),
    ]
