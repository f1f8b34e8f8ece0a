"""A clerk's worst moment: two edits typed, the process killed, started again. Both are there, and in the PDF."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from exports.pdf.export import export_pdf
from exports.pdf.faces import bundled_faces
from report.compose import compose
from resources import resource
from storage.location import data_folder
from storage.reading import read_listings, read_report
from tests.exports.pdf.reading import page_texts
from tests.ui.commands.conftest import REPORT
from ui import library
from ui.application import declared

_ROOT = Path(__file__).parents[2]
_CHILD = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QLineEdit
from storage.location import data_folder
from storage.lock import FolderLock
from tests.ui.typing_chinese import compose, type_chinese
from ui.application import Application, make_qt
from ui.import_preview.dialog import ImportPreview

app = make_qt()
folder = data_folder(sys.argv[1])
program = Application(folder, FolderLock.take(folder))
program.start()

def until(done):
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()

program.window.start_page.paths_dropped.emit([Path(sys.argv[2])])
until(lambda: program.window.findChildren(ImportPreview))
program.window.findChildren(ImportPreview)[-1].accept()
until(lambda: program.window.session is not None)
session = program.window.session
workplace = session.workplace
front = workplace.page_of("front")
office = next(line for line in front.findChildren(QLineEdit) if line.accessibleName() == "署名")
office.end(False)
type_chinese(office, "（印）")
part = session.opened.report.sections[0].id
workplace.show_part(part)
text = workplace.page_of(part).prose.text
type_chinese(text, "全年学法十二次。")
compose(text, "meixiewan")
until(lambda: not session.autosave.dirty)
print("acknowledged", flush=True)
until(lambda: False)
"""


def test_two_edits_survive_kill_9_and_stand_in_the_pdf(tmp_path: Path) -> None:
    shared = os.environ.get("CHENGBAO_SHARED")
    seeds = sorted((Path(shared) / "seed").glob("000_*.txt")) if shared else []
    source = tmp_path / "去年.txt"
    source.write_text(seeds[0].read_text("utf-8") if seeds else REPORT, "utf-8")
    data = tmp_path / "数 据"
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(data), str(source)],
        cwd=_ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "acknowledged\n"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    folder = data_folder(str(data))
    listing = next(one for one in read_listings(folder) if not one.name)
    stored = read_report(folder, listing.id)
    types, _groups = declared()
    report_type = library.type_of(types, stored.report.type.id)
    document = compose(report_type, stored.report)
    data_bytes = export_pdf(document, bundled_faces(resource("fonts")), stored.listing.changed)
    text = "".join(page_texts(data_bytes))
    assert "全年学法十二次。" in text
    assert "（印）" in text
    assert "meixiewan" not in text
