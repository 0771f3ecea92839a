from django.db import migrations

from core.walls import RaiseWall


class Migration(migrations.Migration):
    dependencies = [("memberships", "0010_kept_counts")]

    operations = [
        RaiseWall("coveredcount"),
        RaiseWall("ledcount"),
    ]
