import core.models
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('documents', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='SheetImport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('file_name', models.CharField(max_length=200, verbose_name='file')),
                ('counts', models.JSONField(default=dict)),
                ('digest', models.CharField(blank=True, editable=False, max_length=64)),
                ('problem', models.TextField(blank=True, verbose_name='problem')),
                ('started_at', models.DateTimeField(verbose_name='uploaded at')),
                ('loaded_at', models.DateTimeField(null=True, verbose_name='loaded at')),
                ('state', models.CharField(choices=[('reading', 'Being read'), ('ready', 'Ready to be checked'), ('loading', 'Being loaded'), ('loaded', 'Loaded'), ('failed', 'Could not be read'), ('discarded', 'Put aside')], default='reading', max_length=12, verbose_name='state')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('file', core.models.OwnedForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile', verbose_name='file')),
                ('job', core.models.OwnedForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.job')),
                ('loaded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': 'spreadsheet of collaborations',
                'verbose_name_plural': 'spreadsheets of collaborations',
                'ordering': ['-started_at', '-pk'],
                'permissions': [('import_collaborations', 'Can load collaborations from a spreadsheet')],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['loading', 'reading', 'ready'])), fields=('authority',), name='exchange_one_sheet_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='SheetLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='line')),
                ('kind', models.CharField(max_length=20, verbose_name='about')),
                ('result', models.CharField(choices=[('new', 'New'), ('known', 'Already here'), ('refused', 'Cannot be loaded')], max_length=10, verbose_name='result')),
                ('values', models.JSONField(default=dict)),
                ('remarks', models.JSONField(default=list)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('sheet', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='exchange.sheetimport')),
            ],
            options={
                'ordering': ['number', 'kind', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'sheet', 'result', 'number'], name='exchange_lines_of')],
            },
        ),
    ]
