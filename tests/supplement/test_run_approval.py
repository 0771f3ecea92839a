"""S8: a payment run is approved by another than whoever calculated it, and never changes after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from accounts.models import User
from collaborations.models import Collaboration
from supplement.models.claims import Claim
from supplement.models.runs import Run, RunClaim, RunLine, RunSnapshot, RunStep
from supplement.selectors import runs as selectors
from supplement.services import run_again, run_rows, runs
from tests.factories.groups import Group
from tests.factories.runs import (
    AT,
    assessed,
    calculated,
    calculated_again,
    corrected,
    reviewed,
)

pytestmark = pytest.mark.django_db
Refused = Callable[..., Any]


def refused(act: Callable[[], Any]) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as raised, transaction.atomic():
        act()
    error = raised.value
    return error.message_dict if hasattr(error, "error_dict") else {"": error.messages}


def test_s8_who_calculated_cannot_approve(run: Run, claim: Claim, fred: User, maya: User) -> None:
    reviewed(run, fred)
    assert "You calculated this run" in str(refused(lambda: runs.approve_run(run_id=run.pk, by=fred, at=AT)))
    with pytest.raises(DatabaseError, match="cannot approve"), transaction.atomic():
        Run.objects.filter(pk=run.pk).update(state="approved", approved_by=fred, approved_at=AT)
    done = runs.approve_run(run_id=run.pk, seen=run.input_hash, by=maya, at=AT)
    assert (done.state, done.approved_by) == ("approved", maya)
    assert runs.approve_run(run_id=run.pk, by=maya, at=AT) == done
    assert "Maya" in str(refused(lambda: runs.approve_run(run_id=run.pk, by=fred, at=AT)))
    claim.refresh_from_db()
    assert claim.state == "approved"


def test_s8_nothing_that_changed_since_is_approved(run: Run, stage: Group, fred: User, maya: User) -> None:
    reviewed(run, fred)
    assert "calculated again while" in str(
        refused(lambda: runs.approve_run(run_id=run.pk, seen="another", by=maya, at=AT))
    )
    corrected(stage.acorns, 10)
    assert "Something changed" in str(refused(lambda: runs.approve_run(run_id=run.pk, by=maya, at=AT)))
    again = reviewed(calculated_again(run, fred), fred)
    assert runs.approve_run(run_id=again.pk, by=maya, at=AT + timedelta(days=40)).state == "approved"


def test_s8_a_claim_assessed_since_waits_for_the_next_run(
    run: Run, claim: Claim, fred: User, maya: User, elsewhere: Collaboration
) -> None:
    reviewed(run, fred)
    late = assessed(claim.period, elsewhere, maya)
    runs.approve_run(run_id=run.pk, by=maya, at=AT)
    second = calculated(claim.period, fred)
    assert second.number == run.number + 1
    assert list(RunClaim.objects.filter(run=second).values_list("claim", flat=True)) == [late.pk]


@pytest.mark.parametrize(
    "write",
    [
        lambda run: RunLine.objects.filter(run=run).update(pence=1),
        lambda run: RunLine.objects.filter(run=run)[0].delete(),
        lambda run: RunClaim.objects.filter(run=run).update(pence=1),
        lambda run: RunSnapshot.objects.filter(run=run).update(digest="0"),
        lambda run: run_rows.insert_lines(run, [], {}) or RunLine.objects.bulk_create(
            [RunLine(run=run, claim=run.claims.get().claim, membership=run.lines.all()[0].membership,
                     provider=run.lines.all()[0].provider, component="more", pence=1)]
        ),
        lambda run: Run.objects.filter(pk=run.pk).update(total_pence=1),
        lambda run: Run.objects.filter(pk=run.pk).update(state="calculated", approved_at=None, approved_by=None),
        lambda run: run.lines.all()._raw_delete("default"),
    ],
)  # fmt: skip
def test_s8_an_approved_run_never_changes(
    run: Run, fred: User, maya: User, write: Callable[[Run], object]
) -> None:
    runs.approve_run(run_id=reviewed(run, fred).pk, by=maya, at=AT)
    with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
        write(run)
    for act in (
        lambda: runs.calculate_run(run_id=run.pk, by=fred, at=AT),
        lambda: runs.cancel_run(run_id=run.pk, words="No", by=fred, at=AT),
        lambda: runs.send_back(run_id=run.pk, words="No", by=maya, at=AT),
    ):
        assert refused(act)


def test_s8_it_is_sent_back_with_words(run: Run, claim: Claim, fred: User, maya: User) -> None:
    reviewed(run, fred)
    assert set(refused(lambda: runs.send_back(run_id=run.pk, words="", by=maya, at=AT))) == {"words"}
    back = runs.send_back(run_id=run.pk, words="Ask Acorns again.", by=maya, at=AT)
    assert (back.state, back.reviewed_by) == ("calculated", None)
    claim.refresh_from_db()
    assert claim.state == "calculated"
    assert RunStep.objects.latest("pk").words == "Ask Acorns again."


def test_s8_called_off_its_claims_wait_for_another(run: Run, claim: Claim, fred: User) -> None:
    reviewed(run, fred)
    assert set(refused(lambda: runs.cancel_run(run_id=run.pk, words="", by=fred, at=AT))) == {"words"}
    off = runs.cancel_run(run_id=run.pk, words="Wrong period", by=fred, at=AT)
    assert runs.cancel_run(run_id=run.pk, words="Again", by=fred, at=AT) == off
    claim.refresh_from_db()
    assert claim.state == "assessed"
    assert calculated(claim.period, fred).number == run.number + 1


# --- again from the snapshot --------------------------------------------------------------------------------


def again(run: Run, by: User) -> dict[str, Any]:
    job = run_again.start_again(run_id=run.pk, by=by, at=AT)
    assert run_again.start_again(run_id=run.pk, by=by, at=AT) == job
    run_again.calculate_again(job_id=job.pk, run_id=run.pk, authority_id=run.authority_id)
    job.refresh_from_db()
    return job.result


def test_s8_an_old_run_comes_to_the_same_pence(run: Run, stage: Group, fred: User, maya: User) -> None:
    runs.approve_run(run_id=reviewed(run, fred).pk, by=maya, at=AT)
    corrected(stage.acorns, 100)
    assert again(run, fred) == {"count": 0, "differences": [], "pence": 17500}


def test_s8_what_differs_is_an_alarm(run: Run, fred: User) -> None:
    line = RunLine.objects.order_by("pk")[0]
    RunLine.objects.filter(pk=line.pk).update(pence=11251)
    result = again(run, fred)
    assert result["count"] == 1
    assert result["differences"][0][:3] == ["line", 11251, 11250]
    found = selectors.snapshot_of(run)
    assert found is not None
    RunSnapshot.objects.update(packed=selectors.packed(found[0].replace("17500", "17501")))
    assert again(run, fred)["count"] > 1
    for broken in (b"broken", b"", b"{\xff", found[0].encode()[:-9]):
        RunSnapshot.objects.update(packed=broken)
        assert again(run, fred)["differences"] == [["snapshot", run.snapshot.digest, None, None, None, None]]
