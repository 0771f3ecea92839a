from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0006_sent_emails"),
    ]

    operations = [
        IsolateTable("sentemail"),
    ]
