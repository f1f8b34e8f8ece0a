"""Any order of deeds, closings and crashes, against a model that is a dict."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from report.report import Report
from storage.errors import UnknownReport
from storage.location import database
from storage.lock import FolderLock
from storage.reading import read_listings
from storage.records import State
from storage.store import Store
from tests.report.strategies import Pieces, edited


class Archive(RuleBasedStateMachine):
    """What the store holds must be what the model holds, after every step."""

    ids = Bundle("ids")

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp(prefix="archiv "))
        self.model: dict[str, tuple[Report, State, bool]] = {}
        self.versions: dict[str, list[Report]] = {}
        self.last = 0
        self.pieces = Pieces()
        self.open(self.base / "1")

    def open(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        self.lock = FolderLock.take(folder)
        self.store = Store(self.lock)

    @rule(target=ids, data=st.data())
    def create(self, data: st.DataObject) -> str:
        self.last += 1
        report = data.draw(self.pieces.reports(f"r{self.last}"))
        self.store.create(report, "甲")
        self.model[report.id] = report, State.DRAFTING, False
        self.versions[report.id] = []
        return report.id

    @rule(target=ids, of=ids)
    def duplicate(self, of: str) -> str:
        self.last += 1
        copy = f"r{self.last}"
        self.store.duplicate(of, copy, "甲")
        self.model[copy] = replace(self.model[of][0], id=copy), State.DRAFTING, False
        self.versions[copy] = []
        return copy

    @rule(of=ids, data=st.data())
    def edit(self, of: str, data: st.DataObject) -> None:
        report, state, trashed = self.model[of]
        after = data.draw(edited(report, self.pieces))
        self.store.save(after, "乙", "edit")
        self.model[of] = after, state, trashed

    @rule(of=ids, state=st.sampled_from(State))
    def set_state(self, of: str, state: State) -> None:
        self.store.set_state(of, state, "丙")
        report, _, trashed = self.model[of]
        self.model[of] = report, state, trashed

    @rule(of=ids, trashed=st.booleans())
    def trash(self, of: str, *, trashed: bool) -> None:
        (self.store.trash if trashed else self.store.restore)(of, "甲")
        self.model[of] = (*self.model[of][:2], trashed)

    @rule(of=ids)
    def freeze(self, of: str) -> None:
        self.store.freeze(of, "稿", "submission", "", "甲")
        self.versions[of].append(self.model[of][0])

    @rule(of=consumes(ids))
    def purge(self, of: str) -> None:
        self.store.purge(of, "甲")
        del self.model[of], self.versions[of]

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

    def teardown(self) -> None:
        self.store.close()
        self.lock.release()
        shutil.rmtree(self.base)


TestArchive = Archive.TestCase
TestArchive.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
