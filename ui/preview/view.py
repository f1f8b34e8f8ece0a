"""The pages on the desk: they scroll, show where the cursor is, and lead to what is clicked.

A page keeps its last picture until the new one is there, so that nothing ever flashes.
"""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from exports.pdf.positions import LineArea
from report.document import Place
from resources.i18n import _
from ui.preview.arrangement import Arrangement, Fit, arrange
from ui.preview.drawing import Built, Picture
from ui.theme import Theme

_MARGIN, _KEPT, _STEP = 16, 6, 40
_NEAR = 6.0
"""Points around a line that a click may miss it by."""


class PreviewView(QAbstractScrollArea):
    """Shows the pages of a PDF.

    Signals:
        page_wanted(int, int): page and width in pixels of a picture that is to be drawn.
        place_chosen(Place, int): a line was clicked; characters of its piece before the click, number included.
        page_changed(int, int): the page in view (from 1) and how many there are.
    """

    page_wanted = Signal(int, int)
    place_chosen = Signal(object, int)
    page_changed = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._built: Built | None = None
        self._fit = Fit.WIDTH
        self._arrangement = Arrangement((), QSize(0, 0), 1.0)
        self._images: dict[int, QImage] = {}
        self._stale: set[int] = set()
        self._asked: set[tuple[int, int]] = set()
        self._place: Place | None = None
        self._offset = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("预览"))
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._note_scroll)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        theme.changed.connect(self._arrange)

    # What is shown

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._built.sizes) if self._built else 0

    @property
    def current_page(self) -> int:
        """The page in the middle, from 0."""
        return self._arrangement.page_at(self.verticalScrollBar().value() + self.viewport().height() / 2)

    def show_built(self, built: Built) -> None:
        """Show another state of the PDF; the place on the page stays."""
        followed = self._built is None or self._is_revealed()
        self._built = built
        self._stale = {page for page in self._images if page < len(built.sizes)}
        self._images = {page: image for page, image in self._images.items() if page < len(built.sizes)}
        self._asked.clear()
        self._arrange()
        if followed:
            self._reveal()

    def show_picture(self, picture: Picture) -> None:
        """Take a page's picture."""
        form = QImage.Format.Format_RGB32
        image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, form)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._images[picture.page] = image.copy()
        self._stale.discard(picture.page)
        far = sorted(self._images, key=lambda page: abs(page - picture.page))[_KEPT:]
        for page in far:
            del self._images[page]
        self.viewport().update()

    def set_fit(self, fit: Fit) -> None:
        """Show the pages in another size; the page in view stays in view."""
        page = self.current_page
        self._fit = fit
        self._arrange(keep=False)
        if page < len(self._arrangement.pages):
            self.verticalScrollBar().setValue(self._arrangement.pages[page].top() - self._theme.px(_MARGIN))

    def follow(self, place: Place, offset: int) -> None:
        """Tint the piece in which the cursor is, and scroll to it when it is out of sight."""
        if (place, offset) != (self._place, self._offset):
            self._place, self._offset = place, offset
            self._reveal()
            self.viewport().update()

    def is_current(self) -> bool:
        """Whether every page in view shows the newest picture."""
        shown = self._visible_pages()
        return bool(shown) and all(page in self._images and page not in self._stale for page in shown)

    def page_of(self, place: Place) -> int | None:
        """The first page, from 0, on which something of a place stands."""
        return next((area.page for area in self._areas(place)), None)

    # Where things are

    def _areas(self, place: Place) -> list[LineArea]:
        """The lines of a place; of its field or its section where the report prints it otherwise."""
        areas = self._built.areas if self._built else ()
        for same in (
            lambda one: one == place,
            lambda one: one.section == place.section and one.field == place.field and bool(one.field),
            lambda one: one.section == place.section,
        ):
            found = [area for area in areas if same(area.place)]
            if found:
                return found
        return []

    def _arrange(self, *, keep: bool = True) -> None:
        before, top = self._arrangement, self.verticalScrollBar().value()
        followed = not before.pages or self._is_revealed()
        page = before.page_at(top)
        room = self.maximumViewportSize() - QSize(self.verticalScrollBar().sizeHint().width(), 0)
        margin = self._theme.px(_MARGIN)
        self._arrangement = arrange(self._built.sizes if self._built else (), room, self._fit, margin)
        size, view = self._arrangement.size, self.viewport().size()
        for bar, whole, seen in (
            (self.verticalScrollBar(), size.height(), view.height()),
            (self.horizontalScrollBar(), size.width(), view.width()),
        ):
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(self._theme.px(_STEP))
        if keep and before.pages and page < len(self._arrangement.pages):
            inside = (top - before.pages[page].top()) / before.scale
            now = self._arrangement.pages[page].top() + inside * self._arrangement.scale
            self.verticalScrollBar().setValue(round(now))
        if followed:
            self._reveal()
        self._note_scroll()

    def _cursor_line(self) -> QRectF | None:
        """Where the line of the cursor stands, in pixels of the whole."""
        areas = self._areas(self._place) if self._place is not None else []
        if not areas:
            return None
        line = next((area for area in areas if area.end > self._offset), areas[-1])
        if line.page >= len(self._arrangement.pages):
            return None
        return self._arrangement.on_page(line.page, line.left, line.top, line.width, line.height)

    def _is_revealed(self) -> bool:
        """Whether the cursor's line is in view: then it stays so, else the clerk looks elsewhere."""
        rect, top = self._cursor_line(), self.verticalScrollBar().value()
        return rect is not None and rect.top() >= top and rect.bottom() <= top + self.viewport().height()

    def _reveal(self) -> None:
        """Scroll so that the cursor's line is in view, a little away from the edges."""
        rect = self._cursor_line()
        if rect is None:
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        away = min(self._theme.px(3 * _STEP), height // 4)
        if rect.top() < bar.value() + _MARGIN or rect.bottom() > bar.value() + height - _MARGIN:
            above = rect.top() < bar.value() + _MARGIN
            bar.setValue(round(rect.top() - away if above else rect.bottom() + away - height))

    def _visible_pages(self) -> list[int]:
        top = self.verticalScrollBar().value()
        seen = QRect(0, top, max(1, self.viewport().width()) + 100_000, self.viewport().height())
        return [page for page, rect in enumerate(self._arrangement.pages) if rect.intersects(seen)]

    def _note_scroll(self) -> None:
        """Ask for the pictures of what is in view."""
        for page in self._visible_pages():
            width = max(1, round(self._arrangement.pages[page].width() * self.devicePixelRatioF()))
            image = self._images.get(page)
            fresh = image is not None and page not in self._stale and image.width() == width
            if not fresh and (page, width) not in self._asked:
                self._asked.add((page, width))
                self.page_wanted.emit(page, width)
        if self._built:
            self.setAccessibleDescription(
                _("第{page}页，共{count}页").format(page=self.current_page + 1, count=self.page_count)
            )
            self.page_changed.emit(self.current_page + 1, self.page_count)
        self.viewport().update()

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages anew."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The desk, the pages, the tint of the cursor's piece."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("desk"))
        moved = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._visible_pages():
            rect = self._arrangement.pages[page].translated(moved)
            image = self._images.get(page)
            if image is None:
                painter.fillRect(rect, Qt.GlobalColor.white)
            elif image.width() == round(rect.width() * self.devicePixelRatioF()):
                painter.drawImage(rect.topLeft(), image)
            else:
                painter.drawImage(rect, image)
        if self._place is not None and self._place.block:
            self._tint(painter, moved)

    def _tint(self, painter: QPainter, moved: QPoint) -> None:
        """Paper stays paper in both schemes: the tint is the light one, multiplied."""
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        tint = self._theme.paper_tint()
        for area in self._areas(self._place) if self._place else ():
            if area.place == self._place:
                rect = self._arrangement.on_page(area.page, area.left, area.top - 3, area.width, area.height + 6)
                painter.fillRect(rect.translated(QPointF(moved)), tint)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a line leads to it."""
        if event.button() == Qt.MouseButton.LeftButton:
            found = self._line_at(event.position())
            if found is not None:
                area, x = found
                share = min(1.0, max(0.0, (x - area.left) / max(area.width, 1.0)))
                self.place_chosen.emit(area.place, area.start + round(share * (area.end - area.start)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        over = self._line_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a click does."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = _("点一下，到写这一句的地方") if self._line_at(QPointF(event.pos())) else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the tinted piece; Home and End to the first and the last page."""
        bar = self.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._place is not None:
            self.place_chosen.emit(self._place, self._offset)
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def _line_at(self, position: QPointF) -> tuple[LineArea, float] | None:
        """The line under the mouse and the place in it in points."""
        scrolled = position + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        at = self._arrangement.in_points(scrolled)
        if at is None or self._built is None:
            return None
        page, x, y = at
        near = [
            area
            for area in self._built.areas
            if area.page == page
            and area.top - _NEAR <= y <= area.top + area.height + _NEAR
            and area.left - _NEAR <= x <= area.left + area.width + _NEAR
        ]
        best = min(near, key=lambda area: abs(area.top + area.height / 2 - y), default=None)
        return (best, x) if best is not None else None
