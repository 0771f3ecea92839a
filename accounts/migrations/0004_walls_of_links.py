from django.db import migrations

from core.walls import RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_single_task_links"),
    ]

    operations = [
        RaiseWall("tasklink"),
    ]
