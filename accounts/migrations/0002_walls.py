from django.db import migrations

from core.walls import RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_first_tables"),
    ]

    operations = [
        RaiseWall("roleappointment"),
        RaiseWall("roleappointmenthistory", key=False),
    ]
