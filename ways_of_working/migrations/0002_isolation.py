from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("ways_of_working", "0001_initial"),
        ("collaborations", "0002_isolation"),
        ("documents", "0002_isolation"),
        ("memberships", "0002_isolation"),
    ]

    operations = [
        IsolateTable("review"),
        IsolateTable("reviewhistory"),
        IsolateTable("termsanswer"),
        IsolateTable("termsanswerhistory"),
        IsolateTable("termsreminder"),
        IsolateTable("termsreply"),
        IsolateTable("termssection"),
        IsolateTable("termstemplate"),
        IsolateTable("termstemplatehistory"),
        IsolateTable("waysofworking"),
        IsolateTable("waysofworkinghistory"),
        CompositeKey("review", "collaboration"),
        CompositeKey("termsanswer", "membership"),
        CompositeKey("termsanswer", "ways"),
        CompositeKey("termsreminder", "membership"),
        CompositeKey("termsreminder", "ways"),
        CompositeKey("termsreply", "answer"),
        CompositeKey("termssection", "ways"),
        CompositeKey("waysofworking", "before"),
        CompositeKey("waysofworking", "collaboration"),
        CompositeKey("waysofworking", "document"),
        CompositeKey("waysofworking", "template"),
    ]
