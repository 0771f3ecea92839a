from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_initial"),
    ]

    operations = [
        IsolateTable("entry"),
        IsolateTable("seal"),
    ]
