from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("supplement", "0007_payment_files_answers_and_checks"),
        ("documents", "0002_isolation"),
        ("memberships", "0002_isolation"),
    ]

    operations = [
        IsolateTable("moneycheck"),
        IsolateTable("paymentanswers"),
        IsolateTable("proposedcorrection"),
        CompositeKey("paymentanswers", "file"),
        CompositeKey("paymentanswers", "run"),
        CompositeKey("proposedcorrection", "adjustment"),
        CompositeKey("proposedcorrection", "line"),
        CompositeKey("proposedcorrection", "membership"),
        CompositeKey("proposedcorrection", "run"),
    ]
