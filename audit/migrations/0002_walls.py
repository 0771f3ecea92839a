from django.db import migrations

from core.walls import RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0001_first_tables"),
    ]

    operations = [
        RaiseWall("entry"),
        RaiseWall("seal"),
    ]
