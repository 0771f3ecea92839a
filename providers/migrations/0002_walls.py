from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0001_first_tables"),
    ]

    operations = [
        RaiseWall("district"),
        RaiseWall("provider"),
        RaiseWall("providerhistory", key=False),
        RaiseWall("providergrant"),
        RaiseWall("provideridentity"),
        RaiseWall("successionlink"),
        RaiseWall("successionlinkhistory", key=False),
        CompositeKey("provider", "district"),
        CompositeKey("provider", "agency"),
        CompositeKey("providergrant", "content_object"),
        CompositeKey("provideridentity", "provider"),
        CompositeKey("successionlink", "old"),
        CompositeKey("successionlink", "new"),
    ]
