from django.db import migrations

from core.walls import CompositeKey, RaiseWall


class Migration(migrations.Migration):
    dependencies = [
        ("memberships", "0008_agreement_to_terms"),
        ("collaborations", "0007_walls_of_ways_of_working"),
    ]

    operations = [
        RaiseWall("termsanswer"),
        RaiseWall("termsanswerhistory", key=False),
        RaiseWall("termsreminder"),
        RaiseWall("termsreply"),
        CompositeKey("termsanswer", "ways"),
        CompositeKey("termsanswer", "membership"),
        CompositeKey("termsreminder", "ways"),
        CompositeKey("termsreminder", "membership"),
        CompositeKey("termsreply", "answer"),
    ]
