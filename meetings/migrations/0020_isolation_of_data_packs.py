from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0019_shared_data_packs"),
    ]

    operations = [
        IsolateTable("shareddatapack"),
        CompositeKey("shareddatapack", "event"),
    ]
