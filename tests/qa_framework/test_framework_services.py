"""Q1: versions of a framework begun, written, carried over, published; what nobody changes afterwards."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from time_machine import TimeMachineFixture

from accounts.models import Authority, User
from audit.models import Entry
from core.scoping import authority_scope
from qa_framework.models.frameworks import Framework, FrameworkLevel, FrameworkVersion
from qa_framework.models.standards import Descriptor, FrameworkStandard, StandardWords, Successor
from qa_framework.rules.documents import document_of
from qa_framework.rules.faults import MAX_LEVELS, MAX_PROMPT, MAX_PROMPTS
from qa_framework.rules.frameworks import Area, Words
from qa_framework.rules.versions import VersionState
from qa_framework.rules.written import written
from qa_framework.selectors import frameworks as selectors
from qa_framework.services import frameworks as services
from qa_framework.services import loading, parts
from tests.concurrency import at_once
from tests.factories.frameworks import framework, in_use, next_draft, standard

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)


@pytest.fixture(autouse=True)
def now(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def used(in_larkshire: Authority, quinn: User) -> FrameworkVersion:
    return in_use(quinn, NOW)


@pytest.fixture
def draft(used: FrameworkVersion, quinn: User) -> FrameworkVersion:
    return next_draft(used, quinn, NOW)


def sentences() -> list[str]:
    return list(Entry.objects.order_by("pk").values_list("sentence", flat=True))


def refused(deed: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as error, transaction.atomic():
        deed()
    return error.value.message_dict if hasattr(error.value, "error_dict") else {"": error.value.messages}


def test_q1_what_a_file_says_is_stored_and_read_again(in_larkshire: Authority, quinn: User) -> None:
    version = services.load_framework(framework=framework(), file="a.yaml", by=quinn, at=NOW)
    assert selectors.framework_of(version) == framework()
    assert (version.number, version.state) == (1, VersionState.DRAFT)
    assert services.load_framework(framework=framework(), file="a.yaml", by=quinn, at=NOW) == version
    other = refused(
        lambda: services.load_framework(framework=framework(name="Other"), file="b.yaml", by=quinn, at=NOW)
    )
    assert "Version 1 of “Learning outdoors” is being written already" in other["file"][0]
    assert (
        sentences()[-1]
        == "loaded version 1 of the quality framework “Learning outdoors” from the file “a.yaml”"
    )


def test_q1_a_file_of_a_framework_in_use_becomes_its_next_version(
    used: FrameworkVersion, quinn: User
) -> None:
    version = services.load_framework(framework=framework(about="New"), file="a.yaml", by=quinn, at=NOW)
    assert (version.framework_id, version.number, version.began_from_id) == (used.framework_id, 2, used.pk)


def test_q1_a_file_is_read_by_a_limited_process(in_larkshire: Authority, quinn: User) -> None:
    file = io.BytesIO(written(document_of(framework())).encode())
    version = loading.load_file(file=file, name="mine.yaml", by=quinn, at=NOW)
    assert selectors.framework_of(version) == framework()
    with pytest.raises(loading.FrameworkRefused) as error:
        loading.load_file(file=io.BytesIO(b"a: [\n"), name="mine.yaml", by=quinn, at=NOW)
    assert [problem.line for problem in error.value.problems] == [2]
    big = io.BytesIO(b"a" * (loading.MAX_BYTES + 1))
    assert "file" in refused(lambda: loading.load_file(file=big, name="big.yaml", by=quinn, at=NOW))


def test_q1_what_ships_can_be_published_as_it_is(in_larkshire: Authority, quinn: User) -> None:
    version = loading.load_shipped(name="quality-at-home", by=quinn, at=NOW)
    services.publish_version(version_id=version.pk, by=quinn, at=NOW)
    assert [row.name for row in list(selectors.versions().filter(state=VersionState.PUBLISHED))] == [
        "Quality in a childminder’s home"
    ]


def test_q1_an_empty_one_is_written_part_by_part_until_it_can_be_published(
    in_larkshire: Authority, quinn: User
) -> None:
    by: dict[str, Any] = {"by": quinn}
    version = services.start_framework(name=" My own ", kinds=["school", "setting"], at=NOW, **by)
    assert (version.name, version.kinds, version.framework.key) == ("My own", ["setting", "school"], "my-own")
    again = services.start_framework(name="My own", kinds=["school"], at=NOW, **by)
    assert again.framework.key == "my-own-2"
    twice = services.start_framework(name="My own", kinds=["school", "setting"], at=NOW, **by)
    assert twice == version, "pressed twice"
    assert "Mend" in refused(lambda: services.publish_version(version_id=version.pk, at=NOW, **by))[""][0]
    for name in ("Low", "High"):
        parts.save_level(version_id=version.pk, name=name, **by)
    area = parts.save_area(version_id=version.pk, name="Play", **by)
    words = Words("Trees are climbed", {"low": "at times", "high": "each day"}, ("a tree", " "))
    parts.save_standard(version_id=version.pk, area_id=area.pk, name="Trees", words=words, **by)
    published = services.publish_version(version_id=version.pk, at=NOW, **by)
    assert published.state == VersionState.PUBLISHED
    assert services.publish_version(version_id=version.pk, at=NOW, **by).published_at == NOW
    assert sentences().count("published version 1 of the quality framework “My own”") == 1
    said = selectors.framework_of(published).standards()["trees"][1].words
    assert said == replace(words, prompts=("a tree",))


@pytest.mark.parametrize(
    ("kinds", "words"), [([], "Select for whom"), (["setting", "collaboration"], "Select settings or")]
)
def test_q1_a_framework_is_for_somebody(
    in_larkshire: Authority, quinn: User, kinds: list[str], words: str
) -> None:
    error = refused(lambda: services.start_framework(name="A", kinds=kinds, by=quinn, at=NOW))
    assert words in error["kinds"][0]


def test_q1_the_next_version_says_the_same_with_the_same_keys(
    used: FrameworkVersion, draft: FrameworkVersion, quinn: User
) -> None:
    assert selectors.framework_of(draft) == selectors.framework_of(used)
    assert next_draft(used, quinn, NOW) == draft, "begun twice it is the same draft"
    assert {change.change for change in selectors.changes_in(draft)} == {"same"}


def test_q1_a_new_part_never_gets_the_key_of_one_that_ended(draft: FrameworkVersion, quinn: User) -> None:
    trees = next(one for one in selectors.standards_of(draft) if one.key == "trees")
    parts.remove_part(version_id=draft.pk, part="standard", row=trees.pk, by=quinn)
    new = parts.save_standard(
        version_id=draft.pk, area_id=trees.area_id, name="Trees", words=Words("x"), by=quinn
    )
    assert new.key == "trees-2"


def test_q1_what_comes_after_a_standard_is_said_before_publishing(
    used: FrameworkVersion, draft: FrameworkVersion, quinn: User
) -> None:
    by_key = {one.key: one for one in selectors.standards_of(draft)}
    parts.remove_part(version_id=draft.pk, part="standard", row=by_key["trees"].pk, by=quinn)
    ending = selectors.ending_in(draft)
    assert [one.key for one in ending] == ["trees"]
    refusal = refused(lambda: services.publish_version(version_id=draft.pk, by=quinn, at=NOW))
    assert "what comes after each standard" in refusal[""][0]
    after = [by_key["water"].pk, by_key["families"].pk]
    parts.say_successors(version_id=draft.pk, row=ending[0].pk, after=after, by=quinn)
    assert selectors.successors_of(draft) == {"trees": ("water", "families")}
    parts.say_successors(version_id=draft.pk, row=ending[0].pk, after=[], by=quinn)
    assert selectors.successors_of(draft) == {"trees": ()}
    published = services.publish_version(version_id=draft.pk, by=quinn, at=NOW)
    used.refresh_from_db()
    assert (used.state, used.left_at, published.state) == ("replaced", NOW, "published")
    assert [row.pk for row in list(selectors.versions().filter(state=VersionState.PUBLISHED))] == [
        published.pk
    ]


def test_q1_whoever_looked_at_older_words_reads_the_new_ones_first(
    draft: FrameworkVersion, quinn: User
) -> None:
    seen = services.mark_of_about(draft)
    services.change_about(version_id=draft.pk, name="New", about="", kinds=["setting"], seen=seen, by=quinn)
    late = refused(
        lambda: services.change_about(
            version_id=draft.pk, name="Late", about="", kinds=["setting"], seen=seen, by=quinn
        )
    )
    assert "seen" in late
    shown = services.mark_of_all(framework())
    assert "seen" in refused(
        lambda: services.publish_version(version_id=draft.pk, seen=shown, by=quinn, at=NOW)
    )


def test_q1_parts_are_moved_up_and_down_and_stay_at_the_ends(draft: FrameworkVersion, quinn: User) -> None:
    first, second, _third = selectors.standards_of(draft)

    def move(part: str, row: Any, *, up: bool) -> list[str]:
        parts.move_part(version_id=draft.pk, part=part, row=row.pk, up=up, by=quinn)
        return [one.key for one in selectors.standards_of(draft)]

    assert move("standard", second, up=True) == ["water", "trees", "families"]
    assert move("standard", second, up=True) == ["water", "trees", "families"]
    assert move("standard", first, up=False) == ["water", "trees", "families"]
    play, people = selectors.areas_of(draft)
    assert move("area", people, up=True) == ["families", "water", "trees"]
    low, _high = selectors.levels_of(draft)
    move("level", low, up=False)
    assert [level.key for level in selectors.framework_of(draft).levels] == ["high", "low"]
    assert play.name == "Play"


def test_q1_a_standard_moves_to_another_area_behind_the_others(draft: FrameworkVersion, quinn: User) -> None:
    trees = selectors.standards_of(draft)[0]
    _play, people = selectors.areas_of(draft)
    words = selectors.words_of(trees, "")
    parts.save_standard(
        version_id=draft.pk, row=trees.pk, area_id=people.pk, name="Trees", words=words, by=quinn
    )
    assert [one.key for one in selectors.standards_of(draft)] == ["water", "families", "trees"]
    assert {change.change for change in selectors.changes_in(draft)} == {"same", "moved"}


def test_q2_words_of_a_kind_are_written_and_taken_back(draft: FrameworkVersion, quinn: User) -> None:
    trees = selectors.standards_of(draft)[0]
    own = Words("You climb", {"low": "at times"}, ("your tree",))
    parts.save_words(version_id=draft.pk, row=trees.pk, kind="childminder", words=own, by=quinn)
    assert selectors.framework_of(draft).standards()["trees"][1].own == {"childminder": own}
    assert selectors.kinds_written(draft) == {trees.pk: {"childminder"}}
    parts.save_words(version_id=draft.pk, row=trees.pk, kind="childminder", words=Words(), by=quinn)
    assert selectors.framework_of(draft).standards()["trees"][1].own == {}
    parts.save_words(version_id=draft.pk, row=trees.pk, kind="school", words=Words(), by=quinn)
    assert StandardWords.objects.filter(standard=trees).count() == 1


@pytest.mark.parametrize(
    ("deed", "field", "words"),
    [
        (
            lambda v, by: parts.save_level(version_id=v.pk, name="low", by=by),
            "name",
            "Another level has this name",
        ),
        (
            lambda v, by: parts.save_level(version_id=v.pk, name="New", award="gold", by=by),
            "award",
            "Another level gives this award",
        ),
        (
            lambda v, by: parts.save_area(version_id=v.pk, name="PLAY", by=by),
            "name",
            "Another area has this name",
        ),
        (
            lambda v, by: parts.save_standard(version_id=v.pk, area_id=0, name="A", words=Words(), by=by),
            "area",
            "Select an area",
        ),
        (
            lambda v, by: parts.save_standard(
                version_id=v.pk, area_id=selectors.areas_of(v)[0].pk, name="Water", words=Words(), by=by
            ),
            "name",
            "Another standard of this area has this name",
        ),
        (
            lambda v, by: parts.save_standard(
                version_id=v.pk,
                area_id=selectors.areas_of(v)[0].pk,
                name="New",
                words=Words("x", {}, ("a",) * (MAX_PROMPTS + 1)),
                by=by,
            ),
            "prompts",
            f"Enter {MAX_PROMPTS} lines or fewer",
        ),
        (
            lambda v, by: parts.save_standard(
                version_id=v.pk,
                area_id=selectors.areas_of(v)[0].pk,
                name="New",
                words=Words("x", {}, ("a" * (MAX_PROMPT + 1),)),
                by=by,
            ),
            "prompts",
            f"Each line must be {MAX_PROMPT} characters or fewer",
        ),
        (lambda v, by: parts.save_level(version_id=v.pk, row=0, name="A", by=by), "", "taken this out"),
        (
            lambda v, by: parts.say_successors(
                version_id=v.pk, row=selectors.standards_of(v)[0].pk, after=[], by=by
            ),
            "",
            "in the draft again",
        ),
    ],
)
def test_q1_a_part_that_cannot_be_is_refused_at_its_field(
    draft: FrameworkVersion, quinn: User, deed: Any, field: str, words: str
) -> None:
    assert words in refused(lambda: deed(draft, quinn))[field][0]


def test_q1_levels_have_an_end(draft: FrameworkVersion, quinn: User) -> None:
    for n in range(MAX_LEVELS - 2):
        parts.save_level(version_id=draft.pk, name=f"More {n}", by=quinn)
    error = refused(lambda: parts.save_level(version_id=draft.pk, name="One more", by=quinn))
    assert f"{MAX_LEVELS} levels at most" in error["name"][0]


@pytest.mark.parametrize(("part", "left"), [("level", 3), ("area", 1), ("standard", 2)])
def test_q1_a_part_goes_with_all_that_stands_in_it_once(
    draft: FrameworkVersion, quinn: User, part: str, left: int
) -> None:
    find = {"level": selectors.levels_of, "area": selectors.areas_of, "standard": selectors.standards_of}
    row = find[part](draft)[0]  # type: ignore[operator]
    for _time in range(2):
        parts.remove_part(version_id=draft.pk, part=part, row=row.pk, by=quinn)
    assert FrameworkStandard.objects.filter(version=draft).count() == left
    assert sum("took “" in sentence for sentence in sentences()) == 1


def test_q1_a_draft_is_put_aside_and_a_first_one_takes_its_framework_along(
    used: FrameworkVersion, draft: FrameworkVersion, quinn: User
) -> None:
    for _time in range(2):
        services.discard_version(version_id=draft.pk, by=quinn)
    assert Framework.objects.count() == 1
    refused(lambda: services.discard_version(version_id=used.pk, by=quinn))
    alone = services.start_framework(name="Alone", kinds=["school"], by=quinn, at=NOW)
    services.discard_version(version_id=alone.pk, by=quinn)
    assert Framework.objects.count() == 1
    assert Descriptor.objects.filter(version=used).count() == 6


def test_q1_a_framework_is_taken_out_of_use_with_a_reason(used: FrameworkVersion, quinn: User) -> None:
    assert "why" in refused(lambda: services.end_version(version_id=used.pk, why=" ", by=quinn, at=NOW))
    ended = services.end_version(version_id=used.pk, why="A new one comes", by=quinn, at=NOW)
    assert (ended.state, ended.left_at, ended.why_ended) == ("ended", NOW, "A new one comes")
    services.end_version(version_id=used.pk, why="Again", by=quinn, at=NOW)
    assert list(selectors.versions().filter(state=VersionState.PUBLISHED)) == []
    again = next_draft(ended, quinn, NOW)
    assert services.publish_version(version_id=again.pk, by=quinn, at=NOW).number == 2


@pytest.mark.parametrize(
    "write",
    [
        lambda v: FrameworkVersion.objects.filter(pk=v.pk).update(name="Other"),
        lambda v: FrameworkVersion.objects.filter(pk=v.pk).update(state="draft"),
        lambda v: FrameworkLevel.objects.filter(version=v).update(name="Other"),
        lambda v: FrameworkStandard.objects.filter(version=v).update(name="Other"),
        lambda v: Descriptor.objects.filter(version=v).update(text="Other"),
        lambda v: Descriptor.objects.filter(version=v).delete(),
        lambda v: StandardWords.objects.filter(version=v).update(statement="Other"),
        lambda v: FrameworkLevel.objects.create(version=v, position=9, key="new", name="New"),
        lambda v: Successor.objects.create(
            version=v, old=FrameworkStandard.objects.filter(version=v).first()
        ),
    ],
)
def test_q1_the_database_refuses_every_write_to_a_published_version(
    used: FrameworkVersion, write: Any
) -> None:
    with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
        write(used)


def test_q1_a_draft_has_one_other_beside_it_and_both_say_who_published(
    used: FrameworkVersion, draft: FrameworkVersion, quinn: User
) -> None:
    facts = {"framework": used.framework, "name": "A", "started_by": quinn, "started_at": NOW}
    for more in ({"number": 2}, {"number": 3}, {"number": 3, "state": "published"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            FrameworkVersion.objects.create(**facts, **more)


@pytest.mark.django_db(transaction=True)
def test_q1_two_who_publish_and_write_at_once_leave_one_whole(larkshire: Authority, quinn: User) -> None:
    with authority_scope(larkshire):
        version = services.load_framework(framework=framework(), file="a.yaml", by=quinn, at=NOW)
    publish = lambda: services.publish_version(version_id=version.pk, by=quinn, at=NOW)  # noqa: E731
    write = lambda: parts.save_area(version_id=version.pk, name="More", by=quinn)  # noqa: E731
    results = at_once(larkshire, [publish, publish, write])
    with authority_scope(larkshire):
        version.refresh_from_db()
        number = len(selectors.areas_of(version))
        published = Entry.objects.filter(action="framework_published").count()
    # the writer was in time, and its empty area stands in the way; or it was refused
    assert (number, published, version.state) in ((3, 0, "draft"), (2, 1, "published")), results


def test_q1_a_framework_of_two_hundred_standards_is_read_in_five_queries(
    in_larkshire: Authority, quinn: User, django_assert_num_queries: Any
) -> None:
    many = framework(
        areas=tuple(
            Area(f"a{n}", f"Area {n}", "", tuple(standard(f"s{n}-{m}") for m in range(20))) for n in range(10)
        )
    )
    version = services.load_framework(framework=many, file="a.yaml", by=quinn, at=NOW)
    with django_assert_num_queries(5):
        assert len(selectors.framework_of(version).standards()) == 200
