from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0001_initial"),
    ]

    operations = [
        IsolateTable("district"),
        IsolateTable("districtoutline"),
        IsolateTable("listedcount"),
        IsolateTable("provider"),
        IsolateTable("providergrant"),
        IsolateTable("providerhistory"),
        IsolateTable("provideridentity"),
        IsolateTable("successionlink"),
        IsolateTable("successionlinkhistory"),
        CompositeKey("districtoutline", "district"),
        CompositeKey("provider", "agency"),
        CompositeKey("provider", "district"),
        CompositeKey("providergrant", "content_object"),
        CompositeKey("provideridentity", "provider"),
        CompositeKey("successionlink", "new"),
        CompositeKey("successionlink", "old"),
    ]
