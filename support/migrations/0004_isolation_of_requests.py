from django.db import migrations

from core.isolation.operations import CompositeKey


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0003_kinds_of_request"),
        ("providers", "0002_isolation"),
    ]

    operations = [
        CompositeKey("supportrequest", "provider"),
    ]
