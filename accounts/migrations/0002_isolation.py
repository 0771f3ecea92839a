from django.db import migrations

from core.isolation.operations import IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
    ]

    operations = [
        IsolateTable("roleappointment"),
        IsolateTable("roleappointmenthistory"),
        IsolateTable("tasklink"),
    ]
