from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0008_agreement_to_terms"),
        ("collaborations", "0007_walls_of_ways_of_working"),
    ]

    operations = [
        IsolateTable("termsanswer"),
        IsolateTable("termsanswerhistory"),
        IsolateTable("termsreminder"),
        IsolateTable("termsreply"),
        CompositeKey("termsanswer", "ways"),
        CompositeKey("termsanswer", "membership"),
        CompositeKey("termsreminder", "ways"),
        CompositeKey("termsreminder", "membership"),
        CompositeKey("termsreply", "answer"),
    ]
