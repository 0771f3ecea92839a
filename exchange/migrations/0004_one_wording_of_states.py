from django.db import migrations, models


class Migration(migrations.Migration):
    """The words of a state only: nothing in the database changes."""

    dependencies = [
        ("exchange", "0003_account_questions_and_sheets"),
    ]

    operations = [
        migrations.AlterField(
            model_name="sheetimport",
            name="state",
            field=models.CharField(
                choices=[
                    ("reading", "Being read"),
                    ("ready", "Ready to check"),
                    ("loading", "Being loaded"),
                    ("loaded", "Loaded"),
                    ("failed", "Could not be read"),
                    ("discarded", "Put aside"),
                ],
                default="reading",
                max_length=12,
                verbose_name="state",
            ),
        ),
    ]
