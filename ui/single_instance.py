"""One window a data folder: a second start asks the first to come forward."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 800


class FirstWindow(QObject):
    """Listens for further starts.

    Signals:
        raise_requested(): another start asks for this window.
    """

    raise_requested = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(server_name(folder))
        self._server.listen(server_name(folder))
        self._server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
            self.raise_requested.emit()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()


def raise_first_window(folder: Path) -> bool:
    """Ask the running window of this data folder to come forward; whether one answered."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(folder))
    answered = socket.waitForConnected(_WAIT)
    socket.abort()
    return answered


def server_name(folder: Path) -> str:
    """A name that differs with the folder and fits into a socket path."""
    digest = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()
    return f"chengbao-{digest[:16]}"
