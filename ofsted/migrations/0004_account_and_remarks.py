"""What a reading says of the file, remarks, and which column a kept cell is of (O7)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ofsted", "0003_staging"),
    ]

    operations = [
        migrations.AddField(
            model_name="importrun",
            name="accepted",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="importrun",
            name="account",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="plannedrow",
            name="field",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="plannedrow",
            name="is_home",
            field=models.BooleanField(default=True),
        ),
        migrations.AlterField(
            model_name="plannedrow",
            name="kind",
            field=models.CharField(
                choices=[
                    ("new", "New"),
                    ("changed", "Changed"),
                    ("vanished", "No longer listed"),
                    ("remark", "Read with a remark"),
                    ("rejected", "Rejected"),
                ],
                max_length=10,
            ),
        ),
    ]
