"""A short run of the power cuts, what the disks may hold, and that the harness sees a slip when there is one."""

import random
from pathlib import Path

import pytest

from tests.faults import power_cut, recorder
from tests.faults.disk_states import Disk, State
from tests.faults.power_cut import Slip
from tests.faults.recorder import Record

needs_compiler = pytest.mark.skipif(bool(recorder.missing()), reason=recorder.missing() or "can be built")


@pytest.mark.slow
@needs_compiler
@pytest.mark.parametrize("model", ["strict", "ext4"])
def test_nothing_acknowledged_is_lost(model: str, tmp_path: Path) -> None:
    figures = power_cut.run(100, model, seed=7, where=tmp_path)
    print(figures.line())
    assert figures.clean, figures
    assert figures.backups_read > 100


@pytest.mark.slow
@needs_compiler
def test_a_lost_edit_would_be_seen(tmp_path: Path) -> None:
    figures = power_cut.run(100, "strict", seed=7, slip=Slip.NORMAL, where=tmp_path)
    print(figures.line())
    assert figures.lost > 0


@pytest.mark.slow
@needs_compiler
def test_half_an_export_would_be_seen(tmp_path: Path) -> None:
    figures = power_cut.run(100, "strict", seed=7, slip=Slip.IN_PLACE, where=tmp_path)
    print(figures.line())
    assert figures.exports_bad > 0
    assert not figures.lost


def after(model: str, *records: Record) -> list[State]:
    """What a cut may leave, tried so often that each possibility comes."""
    dice, found = random.Random(1), list[State]()
    for _ in range(200):
        disk = Disk(model, (), lambda path: False)
        for one in records:
            disk.apply(one)
        found.append(disk.after_cut(dice))
    return found


def call(operation: str, path: str, other: str = "", offset: int = 0, data: bytes = b"") -> Record:
    return Record(operation, path, other, offset, data)


@pytest.mark.parametrize("model", ["strict", "ext4"])
def test_what_was_flushed_with_its_folder_is_always_there(model: str) -> None:
    found = after(model, call("C", "a"), call("W", "a", data=b"x" * 2000), call("S", "a"), call("D", ""))
    assert {one["a"] for one in found} == {b"x" * 2000}


@pytest.mark.parametrize("model", ["strict", "ext4"])
def test_what_was_not_flushed_is_torn_and_out_of_order(model: str) -> None:
    made = (call("C", "a"), call("S", "a"), call("D", ""))
    found = after(model, *made, call("W", "a", data=b"1" * 512), call("W", "a", offset=512, data=b"2" * 512))
    assert {one["a"] for one in found} == {
        b"",
        b"1" * 512,
        bytes(512) + b"2" * 512,
        b"1" * 512 + b"2" * 512,
    }


def test_a_renaming_survives_by_itself_or_after_those_before_it() -> None:
    made = (call("C", "a"), call("S", "a"), call("C", "b"), call("S", "b"), call("D", ""))
    moved = (call("R", "a", "c"), call("R", "b", "d"))
    strict = {tuple(sorted(one)) for one in after("strict", *made, *moved)}
    ext4 = {tuple(sorted(one)) for one in after("ext4", *made, *moved)}
    assert ext4 == {("a", "b"), ("b", "c"), ("c", "d")}
    assert strict == {*ext4, ("a", "d")}


def test_a_flush_of_any_file_lets_names_last_on_ext4_only() -> None:
    made = (call("C", "a"), call("S", "a"), call("D", ""), call("C", "b"), call("R", "a", "c"), call("S", "b"))
    assert {tuple(sorted(one)) for one in after("ext4", *made)} == {("b", "c")}
    assert {tuple(sorted(one)) for one in after("strict", *made)} == {("a", "b"), ("b", "c")}


def test_a_file_in_a_folder_that_did_not_survive_is_gone() -> None:
    made = (call("M", "f"), call("C", "f/a"), call("S", "f/a"), call("D", "f"))
    assert {tuple(one) for one in after("strict", *made)} == {(), ("f/a",)}
    assert {tuple(one) for one in after("strict", *made, call("D", ""))} == {("f/a",)}
