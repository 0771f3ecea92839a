from django.db import migrations

from core.walls import RaiseWall


class Migration(migrations.Migration):
    dependencies = [("providers", "0009_kept_counts")]

    operations = [
        RaiseWall("listedcount"),
    ]
