from django.db import migrations

from core.walls import RaiseWall


class Migration(migrations.Migration):
    dependencies = [("leadership", "0006_kept_counts")]

    operations = [
        RaiseWall("opencasecount"),
    ]
