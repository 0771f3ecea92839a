from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_invited_people"),
    ]

    operations = [
        IsolateTable("personinvitation"),
    ]
