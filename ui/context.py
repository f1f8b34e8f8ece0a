"""What the flows of the window share: the window, the way to the store, the worker, the looks, the settings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from exports.errors import ExportError
from report.errors import ReportError
from report.template import FrontGroup, ReportType
from resources.i18n import _
from storage.errors import Damaged, StorageError
from ui.archive import Archive
from ui.icons import Icons
from ui.main_window import MainWindow
from ui.sentences import sentence
from ui.settings import Settings, write_settings
from ui.tasks import Tasks
from ui.theme import Theme

if TYPE_CHECKING:
    from storage.store import Store

T = TypeVar("T")


@dataclass(slots=True)
class Context:
    """Made once by the composition root; only `settings` ever changes, through `keep`."""

    window: MainWindow
    archive: Archive
    tasks: Tasks
    theme: Theme
    icons: Icons
    types: Sequence[ReportType]
    groups: Sequence[FrontGroup]
    settings: Settings

    @property
    def who(self) -> str:
        """The name that signs the journal."""
        return self.settings.person

    def keep(self, changed: Settings) -> None:
        """Use other settings from now on and store what differs."""
        texts = write_settings(self.settings, changed)
        self.settings = changed
        if texts:
            self.tasks.follow(self.archive.save_settings(texts), lambda _done: None, self.tell_failure)

    def ask(self, job: "Callable[[Store], T]", done: "Callable[[T], None]") -> None:
        """Have a job done on the storage thread; then `done` here with its answer, or a bar that says what failed.

        What is asked while the program closes is not answered.
        """
        if not self.archive.is_open:
            return
        self.tasks.follow(self.archive.do(job), done, self.tell_failure)

    def tell_failure(self, error: BaseException, name: str = "") -> None:
        """Say what went wrong; what nobody can meet is raised."""
        if isinstance(error, ReportError | StorageError | ExportError):
            way = _("用备份恢复…"), lambda: self.window.wished.emit("restore_data")
            self.window.bars.warn(sentence(error, name), "", [way] if isinstance(error, Damaged) else [])
            return
        raise error
