from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0007_agreement_to_terms"),
        ("collaborations", "0006_walls_of_ways_of_working"),
    ]

    operations = [
        RaiseWall("termsanswer"),
        RaiseWall("termsanswerhistory", key=False),
        RaiseWall("termsreply"),
        CompositeKey("termsanswer", "ways"),
        CompositeKey("termsanswer", "membership"),
        CompositeKey("termsreply", "answer"),
    ]
