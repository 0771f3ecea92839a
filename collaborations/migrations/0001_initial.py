import core.models
import django.db.models.deletion
import django.db.models.functions.text
import django.db.models.manager
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
        ('auth', '0012_alter_user_first_name_max_length'),
        ('providers', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='CollaborationCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('change', models.IntegerField()),
                ('district_id', models.BigIntegerField(null=True)),
                ('state', models.CharField(max_length=20)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(fields=['authority', 'district_id'], name='collaborations_count')],
            },
        ),
        migrations.CreateModel(
            name='CollaborationGrant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('is_exceptional', models.BooleanField(default=False)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'all_dates',
                'default_manager_name': 'objects',
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('all_dates', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='CollaborationHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('kind', models.CharField(choices=[('collaboration', 'Collaboration'), ('locality', 'Locality partnership'), ('eyfs_network', 'EYFS network'), ('themed_network', 'Themed network'), ('buddy_pair', 'Buddy pair')], default='collaboration', max_length=20, verbose_name='kind')),
                ('state', models.CharField(choices=[('enquiry', 'Enquiry'), ('proposed', 'Proposed'), ('initial_meeting', 'First meeting'), ('drafting', 'Drafting ways of working'), ('active', 'Active'), ('under_review', 'Under review'), ('dividing', 'Dividing'), ('merging', 'Merging'), ('dormant', 'Dormant'), ('closed', 'Closed')], default='active', max_length=20, verbose_name='state')),
                ('is_virtual', models.BooleanField(default=False, verbose_name='meets online only')),
                ('purpose', models.TextField(blank=True, verbose_name='purpose')),
                ('started_on', models.DateField(verbose_name='started on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('asked_by', models.CharField(blank=True, max_length=200, verbose_name='who asked')),
                ('enquiry', models.TextField(blank=True, verbose_name='what they asked for')),
                ('terms_adopted_on', models.DateField(blank=True, null=True, verbose_name='ways of working adopted on')),
                ('first_version_adopted_on', models.DateField(blank=True, editable=False, null=True)),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
                ('district', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='providers.district', verbose_name='district')),
            ],
            options={
                'db_table': 'collaborations_collaboration_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='FirstMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('held_on', models.DateField(verbose_name='held on')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='where')),
                ('notes', models.TextField(verbose_name='what was agreed')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'verbose_name': 'first meeting',
                'verbose_name_plural': 'first meetings',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='FirstMeetingHistory',
            fields=[
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('id', models.BigIntegerField()),
                ('held_on', models.DateField(verbose_name='held on')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='where')),
                ('notes', models.TextField(verbose_name='what was agreed')),
                ('authority', models.ForeignKey(db_constraint=False, db_default=core.models.AuthorityInScope(), editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.authority')),
            ],
            options={
                'db_table': 'collaborations_firstmeeting_history',
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Lineage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='on')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
            ],
            options={
                'ordering': ['on', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='StateChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('from_state', models.CharField(blank=True, choices=[('enquiry', 'Enquiry'), ('proposed', 'Proposed'), ('initial_meeting', 'First meeting'), ('drafting', 'Drafting ways of working'), ('active', 'Active'), ('under_review', 'Under review'), ('dividing', 'Dividing'), ('merging', 'Merging'), ('dormant', 'Dormant'), ('closed', 'Closed')], max_length=20, verbose_name='from')),
                ('to_state', models.CharField(choices=[('enquiry', 'Enquiry'), ('proposed', 'Proposed'), ('initial_meeting', 'First meeting'), ('drafting', 'Drafting ways of working'), ('active', 'Active'), ('under_review', 'Under review'), ('dividing', 'Dividing'), ('merging', 'Merging'), ('dormant', 'Dormant'), ('closed', 'Closed')], max_length=20, verbose_name='to')),
                ('on', models.DateField(verbose_name='on')),
                ('words', models.TextField(blank=True, verbose_name='in words')),
                ('at', models.DateTimeField(verbose_name='recorded at')),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='by')),
            ],
            options={
                'verbose_name': 'move',
                'verbose_name_plural': 'moves',
                'ordering': ['at', 'pk'],
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Collaboration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('kind', models.CharField(choices=[('collaboration', 'Collaboration'), ('locality', 'Locality partnership'), ('eyfs_network', 'EYFS network'), ('themed_network', 'Themed network'), ('buddy_pair', 'Buddy pair')], default='collaboration', max_length=20, verbose_name='kind')),
                ('state', models.CharField(choices=[('enquiry', 'Enquiry'), ('proposed', 'Proposed'), ('initial_meeting', 'First meeting'), ('drafting', 'Drafting ways of working'), ('active', 'Active'), ('under_review', 'Under review'), ('dividing', 'Dividing'), ('merging', 'Merging'), ('dormant', 'Dormant'), ('closed', 'Closed')], default='active', max_length=20, verbose_name='state')),
                ('is_virtual', models.BooleanField(default=False, verbose_name='meets online only')),
                ('purpose', models.TextField(blank=True, verbose_name='purpose')),
                ('started_on', models.DateField(verbose_name='started on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='closed on')),
                ('asked_by', models.CharField(blank=True, max_length=200, verbose_name='who asked')),
                ('enquiry', models.TextField(blank=True, verbose_name='what they asked for')),
                ('terms_adopted_on', models.DateField(blank=True, null=True, verbose_name='ways of working adopted on')),
                ('first_version_adopted_on', models.DateField(blank=True, editable=False, null=True)),
                ('authority', models.ForeignKey(db_default=core.models.AuthorityInScope(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.authority')),
                ('district', core.models.OwnedForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='collaborations', to='providers.district', verbose_name='district')),
            ],
            options={
                'verbose_name': 'collaboration',
                'verbose_name_plural': 'collaborations',
                'ordering': ['name', 'pk'],
                'permissions': [('lead_collaboration', 'Can lead the collaboration'), ('run_collaboration', "Can do the collaboration's daily work")],
                'abstract': False,
                'base_manager_name': 'objects',
                'indexes': [models.Index(models.F('authority'), django.db.models.functions.text.Lower('name'), models.F('id'), name='collaborations_in_order'), models.Index(models.F('authority'), models.F('district'), django.db.models.functions.text.Lower('name'), models.F('id'), name='collaborations_of_district'), models.Index(condition=models.Q(('state', 'enquiry')), fields=['authority', 'started_on'], name='collaborations_enquiries')],
                'constraints': [models.UniqueConstraint(fields=('authority', 'name'), name='collaborations_name_once'), models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('closed_on__gte', models.F('started_on')), _connector='OR'), name='collaborations_closed_after_start')],
            },
        ),
        migrations.AddField(
            model_name='collaborationgrant',
            name='content_object',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='collaborations.collaboration'),
        ),
        migrations.AddField(
            model_name='collaborationgrant',
            name='permission',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='auth.permission'),
        ),
        migrations.AddField(
            model_name='collaborationgrant',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='collaborationhistory',
            name='pgh_obj',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='collaborations.collaboration'),
        ),
        migrations.AddField(
            model_name='firstmeeting',
            name='collaboration',
            field=core.models.OwnedOneToOneField(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='first_meeting', to='collaborations.collaboration'),
        ),
        migrations.AddField(
            model_name='firstmeeting',
            name='facilitated_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='facilitated by'),
        ),
        migrations.AddField(
            model_name='firstmeetinghistory',
            name='collaboration',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='collaborations.collaboration'),
        ),
        migrations.AddField(
            model_name='firstmeetinghistory',
            name='facilitated_by',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='facilitated by'),
        ),
        migrations.AddField(
            model_name='firstmeetinghistory',
            name='pgh_obj',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='history', to='collaborations.firstmeeting'),
        ),
        migrations.AddField(
            model_name='lineage',
            name='earlier',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='later_ones', to='collaborations.collaboration'),
        ),
        migrations.AddField(
            model_name='lineage',
            name='later',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='earlier_ones', to='collaborations.collaboration'),
        ),
        migrations.AddField(
            model_name='statechange',
            name='collaboration',
            field=core.models.OwnedForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='state_changes', to='collaborations.collaboration'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='collaboration',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "collaborations_collaboration_history" ("asked_by", "authority_id", "closed_on", "district_id", "enquiry", "first_version_adopted_on", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state", "terms_adopted_on") VALUES (OLD."asked_by", OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."enquiry", OLD."first_version_adopted_on", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."purpose", OLD."started_on", OLD."state", OLD."terms_adopted_on"); RETURN NULL;', hash='1003263aa0eb209936b153ef8af897b64485ef7e', operation='UPDATE', pgid='pgtrigger_update_update_9a54f', table='collaborations_collaboration', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='collaboration',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "collaborations_collaboration_history" ("asked_by", "authority_id", "closed_on", "district_id", "enquiry", "first_version_adopted_on", "id", "is_virtual", "kind", "name", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "started_on", "state", "terms_adopted_on") VALUES (OLD."asked_by", OLD."authority_id", OLD."closed_on", OLD."district_id", OLD."enquiry", OLD."first_version_adopted_on", OLD."id", OLD."is_virtual", OLD."kind", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."purpose", OLD."started_on", OLD."state", OLD."terms_adopted_on"); RETURN NULL;', hash='5827d4a36f17eb0a00b7995e9bb62350435d467f', operation='DELETE', pgid='pgtrigger_delete_delete_a3efd', table='collaborations_collaboration', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='collaboration',
            trigger=pgtrigger.compiler.Trigger(name='count_added', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE counted record;', func='\n            FOR counted IN\n                SELECT r.authority_id, r.district_id AS district_id, r.state AS state, count(*)::integer AS number\n                  FROM new_rows r WHERE true GROUP BY 1, 2, 3\n            LOOP\n                INSERT INTO collaborations_collaborationcount (authority_id, district_id, state, change) VALUES (counted.authority_id, counted.district_id, counted.state, +counted.number);\n            END LOOP;\n            RETURN NULL;\n        ', hash='9161a812d8ec4e5190e06d2ba3dd44d455c3a361', level='STATEMENT', operation='INSERT', pgid='pgtrigger_count_added_45e06', referencing='REFERENCING NEW TABLE AS new_rows ', table='collaborations_collaboration', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='collaboration',
            trigger=pgtrigger.compiler.Trigger(name='count_deleted', sql=pgtrigger.compiler.UpsertTriggerSql(declare='DECLARE counted record;', func='\n            FOR counted IN\n                SELECT r.authority_id, r.district_id AS district_id, r.state AS state, count(*)::integer AS number\n                  FROM old_rows r WHERE true GROUP BY 1, 2, 3\n            LOOP\n                INSERT INTO collaborations_collaborationcount (authority_id, district_id, state, change) VALUES (counted.authority_id, counted.district_id, counted.state, -counted.number);\n            END LOOP;\n            RETURN NULL;\n        ', hash='848acf5d00c04355304181f7278f1d1854a6ea2a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_count_deleted_e89c4', referencing='REFERENCING OLD TABLE AS old_rows ', table='collaborations_collaboration', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='collaboration',
            trigger=pgtrigger.compiler.Trigger(name='count_changed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD.district_id) IS DISTINCT FROM (NEW.district_id) OR (OLD.state) IS DISTINCT FROM (NEW.state) OR (true) IS DISTINCT FROM (true))', func='\n            IF true THEN INSERT INTO collaborations_collaborationcount (authority_id, district_id, state, change) VALUES (OLD.authority_id, OLD.district_id, OLD.state, -1); END IF;\n            IF true THEN INSERT INTO collaborations_collaborationcount (authority_id, district_id, state, change) VALUES (NEW.authority_id, NEW.district_id, NEW.state, 1); END IF;\n            RETURN NULL;\n        ', hash='6d9094c6c8c499b36b5aaef3ed7ffbadb8a2181c', operation='UPDATE', pgid='pgtrigger_count_changed_5cebd', table='collaborations_collaboration', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='collaboration',
            trigger=pgtrigger.compiler.Trigger(name='led_count_changed', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN ((OLD.district_id) IS DISTINCT FROM (NEW.district_id) OR (OLD.state) IS DISTINCT FROM (NEW.state) OR (true) IS DISTINCT FROM (true))', declare='DECLARE touched record; thing record; edge record; others datemultirange; before datemultirange; after datemultirange;', func="\n            SELECT NEW.authority_id, NEW.id AS thing, '{}'::bigint[] AS ids INTO touched;\n            \n        SELECT coalesce(range_agg(daterange(m.joined_on, m.left_on) * daterange(l.starts_on, l.ends_on)), '{}') FROM memberships_membership m\n          JOIN memberships_leaderappointment l ON l.authority_id = m.authority_id AND l.membership_id = m.id\n         WHERE m.authority_id = touched.authority_id AND m.collaboration_id = touched.thing AND l.id <> ALL (touched.ids) INTO before;\n            after := '{}';\n            FOR edge IN \n            SELECT e.day, sum(e.change)::integer AS change FROM (\n                SELECT lower(s), -1 FROM unnest(before) s UNION ALL\n                SELECT upper(s), 1 FROM unnest(before) s WHERE NOT upper_inf(s) UNION ALL\n                SELECT lower(s), 1 FROM unnest(after) s UNION ALL\n                SELECT upper(s), -1 FROM unnest(after) s WHERE NOT upper_inf(s)\n            ) e (day, change) GROUP BY e.day HAVING sum(e.change) <> 0 LOOP\n                IF true THEN INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (OLD.authority_id, OLD.district_id, OLD.state, edge.day, edge.change); END IF;\n                IF true THEN INSERT INTO memberships_ledcount (authority_id, district_id, state, day, change) VALUES (NEW.authority_id, NEW.district_id, NEW.state, edge.day, -edge.change); END IF;\n            END LOOP;\n            RETURN NULL;\n        ", hash='7b0229e6f06cb9f3e8de30646a5d9f1965dc2212', operation='UPDATE', pgid='pgtrigger_led_count_changed_925c0', table='collaborations_collaboration', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='collaborationgrant',
            index=models.Index(fields=['authority', 'content_object', 'user'], name='collaborations_grant_of'),
        ),
        migrations.AddConstraint(
            model_name='collaborationgrant',
            constraint=models.UniqueConstraint(fields=('authority', 'user', 'content_object', 'permission', 'starts_on', 'is_exceptional'), name='collaborations_grant_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='firstmeeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "collaborations_firstmeeting_history" ("authority_id", "collaboration_id", "facilitated_by_id", "held_on", "id", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."facilitated_by_id", OLD."held_on", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'update\', OLD."id", OLD."place"); RETURN NULL;', hash='6f23db7c9ea740e329a09dfbf5d23d25c4a4a414', operation='UPDATE', pgid='pgtrigger_update_update_0309a', table='collaborations_firstmeeting', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='firstmeeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "collaborations_firstmeeting_history" ("authority_id", "collaboration_id", "facilitated_by_id", "held_on", "id", "notes", "pgh_context", "pgh_created_at", "pgh_label", "pgh_obj_id", "place") VALUES (OLD."authority_id", OLD."collaboration_id", OLD."facilitated_by_id", OLD."held_on", OLD."id", OLD."notes", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, NOW(), \'delete\', OLD."id", OLD."place"); RETURN NULL;', hash='50d4c3ce0652f2c82132ba50461329ab72beb518', operation='DELETE', pgid='pgtrigger_delete_delete_3a43d', table='collaborations_firstmeeting', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='lineage',
            index=models.Index(fields=['authority', 'later'], name='collaborations_lineage_later'),
        ),
        migrations.AddConstraint(
            model_name='lineage',
            constraint=models.UniqueConstraint(fields=('authority', 'earlier', 'later'), name='collaborations_lineage_once'),
        ),
        migrations.AddConstraint(
            model_name='lineage',
            constraint=models.CheckConstraint(condition=models.Q(('earlier', models.F('later')), _negated=True), name='collaborations_not_its_own_heir'),
        ),
        migrations.AddIndex(
            model_name='statechange',
            index=models.Index(fields=['authority', 'collaboration', 'at'], name='collaborations_life_of'),
        ),
        migrations.AddConstraint(
            model_name='statechange',
            constraint=models.CheckConstraint(condition=models.Q(('from_state', models.F('to_state')), _negated=True), name='collaborations_moves_somewhere'),
        ),
    ]
