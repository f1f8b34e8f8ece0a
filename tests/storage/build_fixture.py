"""Write a database of the current schema, for a release.

python -m tests.storage.build_fixture tests/storage/data/v1.db

A released one is never written again: `test_migrations` opens each.
"""

import sys
import tempfile
from pathlib import Path

from report import edits
from report.report import Report
from storage.location import database
from storage.lock import FolderLock
from storage.records import SourceText, State
from storage.store import Store
from tests.storage.reports import full_report


def build(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder, FolderLock.take(Path(folder)) as lock:
        store = Store(lock)
        report = full_report()
        store.create(report, "张三", SourceText("原文", "去年.txt", unplaced=("页眉",)))
        store.save(edited(report), "张三", "改标题")
        store.submit(report.id, "报送稿", "submission", "ab" * 32, ["成文日期"], "李四")
        store.set_state(report.id, State.PUBLISHED, "李四")
        store.set_settings({"office": '"某局"'})
        store.close()
        target.write_bytes(database(Path(folder)).read_bytes())


def edited(report: Report) -> Report:
    return edits.set_front(report, "title", "新标题")


if __name__ == "__main__":
    build(Path(sys.argv[1]))
