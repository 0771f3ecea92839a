import core.models
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('accounts', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('collaborations', '0001_initial'),
        ('memberships', '0001_initial'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Reorganisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('divide', 'Divide a collaboration'), ('merge', 'Merge collaborations')], max_length=10, verbose_name='kind')),
                ('state', models.CharField(choices=[('draft', 'Being drawn up'), ('agreed', 'Agreed with the leaders'), ('done', 'Carried out'), ('abandoned', 'Put aside')], default='draft', max_length=10, verbose_name='state')),
                ('reason', models.TextField(verbose_name='why')),
                ('takes_effect_on', models.DateField(blank=True, null=True, verbose_name='first day of the new collaborations')),
                ('met_leaders_on', models.DateField(blank=True, null=True, verbose_name='met the leaders on')),
                ('met_words', models.TextField(blank=True, verbose_name='what was agreed with the leaders')),
                ('records_holder', models.CharField(blank=True, max_length=200, verbose_name='who holds the old records')),
                ('balance_words', models.TextField(blank=True, verbose_name='how the balance is shared')),
                ('copies_ways_of_working', models.BooleanField(default=True, verbose_name='the new collaborations begin with a copy of the ways of working')),
                ('started_at', models.DateTimeField(verbose_name='drawn up at')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='carried out at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('started_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='drawn up by')),
            ],
            options={
                'verbose_name': 'division or merger',
                'verbose_name_plural': 'divisions and mergers',
                'ordering': ['-started_at', '-pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='PlannedSuccessor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='collaborations.collaboration')),
                ('district', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='providers.district', verbose_name='district')),
                ('plan', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='successors', to='reorganisation.reorganisation')),
            ],
            options={
                'ordering': ['pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'plan', 'name'), name='reorganisation_successor_name_once')],
            },
        ),
        migrations.CreateModel(
            name='PlannedMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('leaves', models.BooleanField(default=False)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('membership', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='memberships.membership')),
                ('successor', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='members', to='reorganisation.plannedsuccessor')),
                ('plan', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='members', to='reorganisation.reorganisation')),
            ],
            options={
                'ordering': ['membership__provider__search_text', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'plan', 'membership'), name='reorganisation_placed_once')],
            },
        ),
        migrations.CreateModel(
            name='ReorganisationHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('kind', models.CharField(choices=[('divide', 'Divide a collaboration'), ('merge', 'Merge collaborations')], max_length=10, verbose_name='kind')),
                ('state', models.CharField(choices=[('draft', 'Being drawn up'), ('agreed', 'Agreed with the leaders'), ('done', 'Carried out'), ('abandoned', 'Put aside')], default='draft', max_length=10, verbose_name='state')),
                ('reason', models.TextField(verbose_name='why')),
                ('takes_effect_on', models.DateField(blank=True, null=True, verbose_name='first day of the new collaborations')),
                ('met_leaders_on', models.DateField(blank=True, null=True, verbose_name='met the leaders on')),
                ('met_words', models.TextField(blank=True, verbose_name='what was agreed with the leaders')),
                ('records_holder', models.CharField(blank=True, max_length=200, verbose_name='who holds the old records')),
                ('balance_words', models.TextField(blank=True, verbose_name='how the balance is shared')),
                ('copies_ways_of_working', models.BooleanField(default=True, verbose_name='the new collaborations begin with a copy of the ways of working')),
                ('started_at', models.DateTimeField(verbose_name='drawn up at')),
                ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='carried out at')),
                ('version', models.PositiveIntegerField(default=1, editable=False)),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('done_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='reorganisation.reorganisation')),
                ('started_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='drawn up by')),
            ],
            options={
                'db_table': 'reorganisation_reorganisation_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='ReorganisationSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state_before', models.CharField(max_length=20)),
                ('is_open', models.BooleanField(default=True)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('collaboration', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='reorganisations', to='collaborations.collaboration')),
                ('plan', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='reorganisation.reorganisation')),
            ],
            options={
                'ordering': ['collaboration__name', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_open', True)), fields=('authority', 'collaboration'), name='reorganisation_one_open_plan'), models.UniqueConstraint(fields=('authority', 'plan', 'collaboration'), name='reorganisation_plan_source_once')],
            },
        ),
        migrations.CreateModel(
            name='PlannedLeader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('manner', models.CharField(choices=[('sole', 'Alone'), ('joint', 'Jointly'), ('rotating', 'In rotation')], default='joint', max_length=10, verbose_name='leads')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('officers_decision', models.TextField(blank=True, verbose_name="the officer's decision")),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person')),
                ('member', core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='leaders', to='reorganisation.plannedmember')),
            ],
            options={
                'ordering': ['user__full_name', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.UniqueConstraint(fields=('authority', 'member', 'user'), name='reorganisation_planned_to_lead_once')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reorganisation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "reorganisation_reorganisation_history" ("authority_id", "balance_words", "copies_ways_of_working", "done_at", "done_by_id", "id", "kind", "met_leaders_on", "met_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "records_holder", "started_at", "started_by_id", "state", "takes_effect_on", "version") VALUES (OLD."authority_id", OLD."balance_words", OLD."copies_ways_of_working", OLD."done_at", OLD."done_by_id", OLD."id", OLD."kind", OLD."met_leaders_on", OLD."met_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."reason", OLD."records_holder", OLD."started_at", OLD."started_by_id", OLD."state", OLD."takes_effect_on", OLD."version"); RETURN NULL;', hash='376e5a39eee7c419e72bbfa7e8161b667f6d7d2d', operation='UPDATE', pgid='pgtrigger_update_update_9cd0d', table='reorganisation_reorganisation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='reorganisation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "reorganisation_reorganisation_history" ("authority_id", "balance_words", "copies_ways_of_working", "done_at", "done_by_id", "id", "kind", "met_leaders_on", "met_words", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "records_holder", "started_at", "started_by_id", "state", "takes_effect_on", "version") VALUES (OLD."authority_id", OLD."balance_words", OLD."copies_ways_of_working", OLD."done_at", OLD."done_by_id", OLD."id", OLD."kind", OLD."met_leaders_on", OLD."met_words", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."reason", OLD."records_holder", OLD."started_at", OLD."started_by_id", OLD."state", OLD."takes_effect_on", OLD."version"); RETURN NULL;', hash='f0334bc10205b608c3d08169efe5b9821a78ea78', operation='DELETE', pgid='pgtrigger_delete_delete_77232', table='reorganisation_reorganisation', when='AFTER')),
        ),
    ]
