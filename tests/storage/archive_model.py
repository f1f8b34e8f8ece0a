"""Any order of deeds, closings, crashes, backups and restores, against a model that is a dict."""

import shutil
import tempfile
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from report.report import Report
from storage.backups import Reason, back_up, backup_folder, backups, tidy
from storage.errors import StorageError, UnknownReport
from storage.location import database
from storage.lock import FolderLock
from storage.reading import read_listings
from storage.records import SourceText, State
from storage.restoring import restore
from storage.store import Store
from storage.verifying import verify
from tests.report.strategies import Pieces, edited
from tests.storage.clocks import BEGIN


@dataclass(slots=True)
class Held:
    """What the store must hold: reports with state and whether in the trash, their versions, every state there was."""

    reports: dict[str, tuple[Report, State, bool]] = field(default_factory=dict[str, tuple[Report, State, bool]])
    versions: dict[str, list[Report]] = field(default_factory=dict[str, list[Report]])
    settings: dict[str, str] = field(default_factory=dict[str, str])
    past: dict[str, dict[int, Report]] = field(default_factory=dict[str, dict[int, Report]])

    def copy(self) -> "Held":
        """The same, apart from this one."""
        return Held(
            dict(self.reports),
            {key: list(found) for key, found in self.versions.items()},
            dict(self.settings),
            {key: dict(found) for key, found in self.past.items()},
        )


class Archive(RuleBasedStateMachine):
    """What the store holds must be what the model holds, after every step."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp(prefix="archiv "))
        self.now = BEGIN
        self.held = Held()
        self.backed_up: dict[int, Held] = {}
        self.last = 0
        self.pieces = Pieces()
        self.open(self.base / "1")

    def open(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.lock = FolderLock.take(folder)
        self.store = self.make_store()

    def make_store(self) -> Store:
        return Store(self.lock, clock=lambda: self.now)

    @property
    def model(self) -> dict[str, tuple[Report, State, bool]]:
        return self.held.reports

    @property
    def versions(self) -> dict[str, list[Report]]:
        return self.held.versions

    @initialize(target=ids, data=st.data())
    def begin(self, data: st.DataObject) -> str:
        return self.made(data)

    @rule(target=ids, data=st.data())
    def create(self, data: st.DataObject) -> str:
        return self.made(data)

    def made(self, data: st.DataObject) -> str:
        self.last += 1
        report = data.draw(self.pieces.reports(f"r{self.last}"))
        saved = self.store.create(report, "甲")
        self.model[report.id] = report, State.DRAFTING, False
        self.versions[report.id] = []
        self.held.past[report.id] = {saved.sequence: report}
        return report.id

    @rule(target=ids, of=ids)
    def duplicate(self, of: str) -> str:
        self.last += 1
        copy = f"r{self.last}"
        if of not in self.model:
            return copy
        saved = self.store.duplicate(of, copy, "甲")
        self.held.past[copy] = {saved.sequence: replace(self.model[of][0], id=copy)}
        self.model[copy] = replace(self.model[of][0], id=copy), State.DRAFTING, False
        self.versions[copy] = []
        return copy

    @rule(of=ids, data=st.data(), times=st.integers(1, 3))
    def edit(self, of: str, data: st.DataObject, times: int) -> None:
        if of not in self.model:  # a restore took it away
            return
        for _ in range(times):
            self.save(of, data.draw(edited(self.model[of][0], self.pieces)))

    def save(self, of: str, after: Report) -> None:
        _, state, trashed = self.model[of]
        saved = self.store.save(after, "乙", "edit")
        self.model[of] = after, state, trashed
        self.held.past[of][saved.sequence] = after

    @rule(of=ids, data=st.data())
    def undo(self, of: str, data: st.DataObject) -> None:
        """Save a state again that there was."""
        if of in self.model:
            self.save(of, data.draw(st.sampled_from(list(self.held.past[of].values()))))

    @rule(of=ids, data=st.data())
    def go_back_in_history(self, of: str, data: st.DataObject) -> None:
        if of in self.model:
            sequence = data.draw(st.sampled_from(sorted(self.held.past[of])))
            assert self.store.report_at(of, sequence) == self.held.past[of][sequence]

    @rule(of=ids, minutes=st.sampled_from([0, 10_000_000]), most=st.integers(1, 50))
    def compact(self, of: str, minutes: int, most: int) -> None:
        """Old lines are joined: states in the middle of a revision are no more, those at its end stay."""
        if of not in self.model:
            return
        past = self.held.past[of]
        ends = [one.sequence for one in self.store.revisions(of, limit=10_000)]
        self.store.compact(of, self.now + timedelta(minutes=minutes), most)
        known = {end: max((one for one in past if one <= end), default=None) for end in ends}
        self.held.past[of] = {end: past[one] for end, one in known.items() if one is not None}

    @rule(minutes=st.sampled_from([0.1, 1, 6, 45, 3000, -90]))
    def wait(self, minutes: float) -> None:
        """Time goes on, or the clock is set back."""
        self.now += timedelta(minutes=minutes)

    @rule(name=st.sampled_from(["zoom", "person"]), value=st.text(max_size=4))
    def set(self, name: str, value: str) -> None:
        self.store.set_settings({name: value})
        self.held.settings[name] = value

    @rule(data=st.data())
    def import_that_fails(self, data: st.DataObject) -> None:
        """Nothing of it remains."""
        report = data.draw(self.pieces.reports("failing"))

        class Torn(SourceText):
            @property
            def confidence(self) -> float:  # type: ignore[override]
                raise OSError("torn")

        source = object.__new__(Torn)
        try:
            self.store.create(report, "甲", source)
        except (OSError, StorageError, AttributeError):
            return
        raise AssertionError("it did not fail")

    @rule()
    def back_up(self) -> None:
        made = back_up(self.lock.folder, Reason.ASKED, self.now)
        if made is not None:
            self.backed_up[made.number] = self.held.copy()

    @rule()
    def tidy_backups(self) -> None:
        known = backups(backup_folder(self.lock.folder))
        tidy(backup_folder(self.lock.folder))
        left = backups(backup_folder(self.lock.folder))
        assert left[:5] == known[:5]
        self.backed_up = {one.number: self.backed_up[one.number] for one in left if one.number in self.backed_up}

    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        """A backup takes the place of all; restoring what it put away brings that back."""
        known = [one for one in backups(backup_folder(self.lock.folder)) if one.number in self.backed_up]
        if not known:
            return
        chosen = data.draw(st.sampled_from(known))
        before = self.held.copy()
        self.store.close()
        done = restore(self.lock, chosen.path, self.now)
        if done.undo is not None:
            self.backed_up[done.undo.number] = before
        self.held = self.backed_up[chosen.number].copy()
        self.store = self.make_store()
        if done.undo is not None and data.draw(st.booleans()):
            self.store.close()
            restore(self.lock, done.undo.path, self.now)
            self.held = before.copy()
            self.store = self.make_store()

    @rule(of=ids, state=st.sampled_from(State))
    def set_state(self, of: str, state: State) -> None:
        if of not in self.model:
            return
        self.store.set_state(of, state, "丙")
        report, _, trashed = self.model[of]
        self.model[of] = report, state, trashed

    @rule(of=ids, trashed=st.booleans())
    def trash(self, of: str, *, trashed: bool) -> None:
        if of not in self.model:
            return
        (self.store.trash if trashed else self.store.restore)(of, "甲")
        self.model[of] = (*self.model[of][:2], trashed)

    @rule(of=ids)
    def freeze(self, of: str) -> None:
        if of not in self.model:
            return
        self.store.freeze(of, "稿", "submission", "", "甲")
        self.versions[of].append(self.model[of][0])

    @rule(of=consumes(ids))
    def purge(self, of: str) -> None:
        if of not in self.model:
            return
        self.store.purge(of, "甲")
        del self.model[of], self.versions[of], self.held.past[of]

    @rule()
    def name_an_unknown_one(self) -> None:
        try:
            self.store.rename("none", "x", "甲")
        except UnknownReport:
            return
        raise AssertionError("renamed")

    @rule()
    def close_and_open(self) -> None:
        self.store.close()
        self.lock.release()
        self.open(self.lock.folder)

    @rule()
    def crash(self) -> None:
        """Go on with a copy of the files as a killed process leaves them."""
        old, new = self.lock.folder, self.base / f"{int(self.lock.folder.name) + 1}"
        new.mkdir()
        for file in old.glob("chengbao.db*"):
            if not file.name.endswith("-shm"):
                shutil.copy(file, new)
        if backup_folder(old).is_dir():
            shutil.copytree(backup_folder(old), backup_folder(new))
        self.store.close()
        self.lock.release()
        self.open(new)

    @rule()
    def tidy(self) -> None:
        self.store.tidy()

    @invariant()
    def the_store_holds_what_the_model_holds(self) -> None:
        listings = read_listings(self.lock.folder) if database(self.lock.folder).exists() else ()
        assert {one.id for one in listings} == set(self.model)
        for one in listings:
            report, state, trashed = self.model[one.id]
            assert (one.state, one.trashed is not None, one.year) == (state, trashed, report.year)
            assert self.store.load(one.id).report == report
            kept = [self.store.version(one.id, version.sequence).report for version in self.store.versions(one.id)]
            assert kept == self.versions[one.id]
        found = self.store.settings()
        assert found == self.held.settings, (found, self.held.settings)

    def teardown(self) -> None:
        self.store.close()
        verdict = verify(self.store.path)
        assert verdict.is_sound, verdict.damages
        self.lock.release()
        shutil.rmtree(self.base)
