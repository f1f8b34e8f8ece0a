"""The words of one paragraph: runs, fields, tracked changes, notes, boxes. ECMA-376, 17.3.2, 17.13.5, 17.16."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from report.reading.manuscript import ManuscriptBuilder
from report.reading.rules import Rule
from report.sources.docx.values import attribute, child, is_on
from report.sources.docx.words import chosen, deleted_text, plain_text
from report.sources.markup import Element, name_of

_THROUGH: Final = frozenset(
    (
        *("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo", "sdtContent", "Choice"),
        *("ruby", "rubyBase", "oMath", "oMathPara", "subDoc"),
    )
)
"""What only wraps runs. Formulas are taken as the words in them."""
_SPACES: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PRIVATE: Final = range(0xE000, 0xF900)
_BESIDE: Final = 14
"""Characters shown beside a note."""


@dataclass(slots=True)
class ParagraphText:
    """The words of a paragraph, line breaks as such, and the boxes that hang on it."""

    pieces: list[str] = field(default_factory=list[str])
    boxes: list[Element] = field(default_factory=list[Element])

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self.pieces)


class RunReader:
    """Reads the runs of paragraphs; fields may begin in one and end in another."""

    def __init__(self, builder: ManuscriptBuilder, notes: Mapping[tuple[str, str], str]) -> None:
        self._builder, self._notes = builder, notes
        self._fields: list[bool] = []
        self._hidden = False

    def read(self, paragraph: Element, *, hidden: bool = False) -> ParagraphText:
        """The words of a paragraph; `hidden` when its style hides them."""
        found = ParagraphText()
        self._hidden = hidden
        self._inside(paragraph, found)
        return found

    def _inside(self, element: Element, found: ParagraphText) -> None:
        for one in element:
            self._one(one, found)

    def _one(self, one: Element, found: ParagraphText) -> None:
        name = name_of(one)
        if name == "r":
            self._run(one, found)
        elif name in ("ins", "moveTo"):
            before = len(found.pieces)
            self._inside(one, found)
            words = "".join(found.pieces[before:])
            if words.strip() and name == "ins":
                self._builder.remark(Rule.INSERTION, words)
        elif name in ("del", "moveFrom"):
            if words := deleted_text(one):
                self._builder.remark(Rule.DELETION, words)
        elif name == "sdt":
            self._control(one, found)
        elif name == "AlternateContent":
            self._chosen(one, found)
        elif name == "t":  # of a formula
            found.pieces.append(one.text or "")
        elif name in _THROUGH:
            self._inside(one, found)

    def _control(self, control: Element, found: ParagraphText) -> None:
        content = child(control, "sdtContent")
        if content is None:
            return
        if is_on(control, "sdtPr", "showingPlcHdr"):
            self._builder.remark(Rule.HIDDEN, plain_text(content))
        else:
            self._inside(content, found)

    def _chosen(self, alternate: Element, found: ParagraphText) -> None:
        choice = chosen(alternate)
        for one in choice if choice is not None else ():
            if name_of(one) in ("drawing", "pict", "object"):
                self._drawing(one, found)
            else:
                self._one(one, found)

    def _run(self, run: Element, found: ParagraphText) -> None:
        hidden = self._hidden or is_on(run, "rPr", "vanish")
        for one in run:
            name = name_of(one)
            if name == "fldChar":
                self._field(attribute(one, "fldCharType"))
            elif any(self._fields):
                continue  # the code of a field, not what it shows
            elif hidden and name in ("t", "sym"):
                if (one.text or "").strip():
                    self._builder.remark(Rule.HIDDEN, one.text or "")
            elif name == "t":
                found.pieces.append(one.text or "")
            elif name in _SPACES:
                found.pieces.append(_SPACES[name])
            else:
                self._special(one, name, found)

    def _special(self, one: Element, name: str, found: ParagraphText) -> None:
        match name:
            case "sym":
                self._symbol(one, found)
            case "footnoteReference" | "endnoteReference":
                self._note(one, name.removesuffix("Reference"), found)
            case "commentReference":
                self._builder.remark(Rule.COMMENT, found.text[-_BESIDE:])
            case "drawing" | "pict" | "object":
                self._drawing(one, found)
            case "AlternateContent":
                self._chosen(one, found)
            case "ruby":
                base = child(one, "rubyBase")
                if base is not None:
                    self._inside(base, found)
            case _:
                pass

    def _field(self, kind: str | None) -> None:
        """A field's code is left out, its result is text. True stands for a code that is being read."""
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _symbol(self, symbol: Element, found: ParagraphText) -> None:
        try:
            code = int(attribute(symbol, "char") or "", 16)
            char = chr(code)
        except (ValueError, OverflowError):
            return
        if code in _PRIVATE:
            self._builder.remark(Rule.SYMBOL, found.text[-_BESIDE:])
        else:
            found.pieces.append(char)

    def _note(self, reference: Element, kind: str, found: ParagraphText) -> None:
        text = self._notes.get((kind, attribute(reference, "id") or ""), "")
        if text:
            self._builder.remark(Rule.FOOTNOTE, text)
            self._builder.notes.append(f"……{found.text[-_BESIDE:].strip()}〔注〕{text}")

    def _drawing(self, drawing: Element, found: ParagraphText) -> None:
        boxes = [one for one in drawing.iter() if name_of(one) == "txbxContent" and not _within_box(one, drawing)]
        found.boxes += boxes
        if boxes:
            return
        kind = Rule.EMBEDDED if name_of(drawing) == "object" or _is_chart(drawing) else Rule.PICTURE
        self._builder.remark(kind, found.text[-_BESIDE:])


def _within_box(element: Element, top: Element) -> bool:
    above = element.getparent()
    while above is not None and above is not top:
        if name_of(above) in ("txbxContent", "Fallback"):
            return True
        above = above.getparent()
    return False


def _is_chart(drawing: Element) -> bool:
    return any(name_of(one) in ("chart", "relIds") for one in drawing.iter())
