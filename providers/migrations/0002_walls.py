from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0001_first_tables"),
    ]

    operations = [
        IsolateTable("district"),
        IsolateTable("provider"),
        IsolateTable("providerhistory"),
        IsolateTable("providergrant"),
        IsolateTable("provideridentity"),
        IsolateTable("successionlink"),
        IsolateTable("successionlinkhistory"),
        CompositeKey("provider", "district"),
        CompositeKey("provider", "agency"),
        CompositeKey("providergrant", "content_object"),
        CompositeKey("provideridentity", "provider"),
        CompositeKey("successionlink", "old"),
        CompositeKey("successionlink", "new"),
    ]
