from django.db import migrations

from core.isolation.operations import CompositeKey, IsolateTable


class Migration(migrations.Migration):
    dependencies = [
        ("supplement", "0013_spending_is_voted_on"),
        ("collaborations", "0002_isolation"),
        ("development", "0002_isolation"),
    ]

    operations = [
        IsolateTable("receipthistory"),
        IsolateTable("spendingproposal"),
        IsolateTable("spendingproposalhistory"),
        CompositeKey("spendingproposal", "collaboration"),
        CompositeKey("spendingproposal", "decision"),
        CompositeKey("spendingproposal", "objective"),
    ]
