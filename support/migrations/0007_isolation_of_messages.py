from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("support", "0006_drafts_files_and_templates_of_messages"),
        ("collaborations", "0002_isolation"),
        ("documents", "0002_isolation"),
    ]

    operations = [
        IsolateTable("messagefile"),
        IsolateTable("messagetemplate"),
        CompositeKey("message", "of_group"),
        CompositeKey("messagefile", "file"),
        CompositeKey("messagefile", "message"),
    ]
