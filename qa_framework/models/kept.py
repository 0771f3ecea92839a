"""What nobody changes any more once a version is published: triggers that hold whoever writes."""

from __future__ import annotations

import pgtrigger

from core.history import REFUSED

_REFUSED = f"RAISE EXCEPTION 'a published framework stays as it is' {REFUSED}"
#: A published version may be replaced or end, and who a row names may follow a merge of two accounts.
VERSION_KEPT = pgtrigger.Trigger(
    name="published_is_kept",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    condition=pgtrigger.Condition("OLD.state <> 'draft'"),
    func=f"""
        IF TG_OP = 'DELETE' THEN {_REFUSED} END IF;
        IF NOT (NEW.state = OLD.state OR (OLD.state = 'published' AND NEW.state IN ('replaced', 'ended')))
           OR (to_jsonb(OLD) - '{{state,left_at,why_ended,started_by_id,published_by_id}}'::text[])
              IS DISTINCT FROM
              (to_jsonb(NEW) - '{{state,left_at,why_ended,started_by_id,published_by_id}}'::text[])
           OR (NEW.state = OLD.state AND (OLD.left_at, OLD.why_ended) IS DISTINCT FROM (NEW.left_at, NEW.why_ended))
        THEN {_REFUSED} END IF;
        RETURN NEW;
    """,
)
_OF_PUBLISHED = """
    PERFORM 1 FROM qa_framework_frameworkversion AS v
      WHERE v.authority_id = {row}.authority_id AND v.id = {row}.version_id FOR SHARE OF v;
    PERFORM 1 FROM qa_framework_frameworkversion AS v
      WHERE v.authority_id = {row}.authority_id AND v.id = {row}.version_id AND v.state <> 'draft';
    IF FOUND THEN {refused} END IF;
"""


def kept_with_version() -> pgtrigger.Trigger:
    """Refuse every write to a part of a version that is no draft. The version is locked while it is looked at:
    nothing is added to it at the moment in which it is published.
    """
    return pgtrigger.Trigger(
        name="published_is_kept",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=f"""
            IF TG_OP <> 'INSERT' THEN {_OF_PUBLISHED.format(row="OLD", refused=_REFUSED)} END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            {_OF_PUBLISHED.format(row="NEW", refused=_REFUSED)}
            RETURN NEW;
        """,
    )
