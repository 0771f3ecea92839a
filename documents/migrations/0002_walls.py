from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_first_tables"),
    ]

    operations = [
        RaiseWall("exportrun"),
        RaiseWall("job"),
        RaiseWall("storedfile"),
        CompositeKey("exportrun", "file"),
        CompositeKey("exportrun", "job"),
    ]
