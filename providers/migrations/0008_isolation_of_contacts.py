from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("providers", "0007_contacts_of_settings"),
    ]

    operations = [
        IsolateTable("settingcontact"),
        IsolateTable("settingcontacthistory"),
        CompositeKey("settingcontact", "provider"),
    ]
