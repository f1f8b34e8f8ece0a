"""What the styles of a Word file say of their paragraphs: depth of heading, title, caption, list. ECMA-376, 17.7."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from report.sources.docx.values import attribute, child, children, is_on, number, value
from report.sources.markup import Element

_HEADING: Final = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_TITLES: Final = ("title", "标题", "公文标题", "文章标题")
_CONTENTS: Final = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)", re.IGNORECASE)
_CAPTIONS: Final = ("caption", "题注")
_BODY_DEPTH: Final = 9
_DEEPEST_CHAIN: Final = 20


@dataclass(frozen=True, slots=True)
class StyleForm:
    """`heading` from 1, 0 for none; `list_id` None where the style has no list, "0" where it takes one away."""

    heading: int = 0
    title: bool = False
    caption: bool = False
    contents: bool = False
    list_id: str | None = None
    list_level: int | None = None
    list_style: str = ""
    hidden: bool = False


class Styles:
    """The paragraph styles of a file by id, with what they inherit."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._forms: dict[str, StyleForm] = {}
        self.default = ""
        for one in children(root, "style"):
            id_ = attribute(one, "styleId") or ""
            self._elements[id_] = one
            if attribute(one, "type") == "paragraph" and attribute(one, "default") in ("1", "true", "on"):
                self.default = id_

    def form(self, id_: str | None) -> StyleForm:
        """What a style says; the default style's for None, nothing for an unknown one."""
        name = self.default if id_ is None else id_
        if name not in self._forms:
            self._forms[name] = self._resolve(name)
        return self._forms[name]

    def lists(self) -> Mapping[str, str]:
        """The lists that list styles stand for, by style id."""
        found = ((id_, value(one, "pPr", "numPr", "numId")) for id_, one in self._elements.items())
        return {id_: list_id for id_, list_id in found if list_id}

    def _resolve(self, name: str) -> StyleForm:
        form = StyleForm()
        for id_ in reversed(self._chain(name)):
            form = _over(form, id_, self._elements[id_])
        return form

    def _chain(self, name: str) -> list[str]:
        chain: list[str] = []
        while name in self._elements and name not in chain and len(chain) < _DEEPEST_CHAIN:
            chain.append(name)
            name = value(self._elements[name], "basedOn") or ""
        return chain


def _over(base: StyleForm, id_: str, style: Element) -> StyleForm:
    """The form of a style that is based on another's."""
    name = (value(style, "name") or "").strip()
    properties = child(style, "pPr")
    heading = base.heading
    if named := _HEADING.fullmatch(name):
        heading = int(named[1])
    depth = number(value(properties, "outlineLvl"))
    if depth is not None:
        heading = depth + 1 if 0 <= depth < _BODY_DEPTH else 0
    list_id = value(properties, "numPr", "numId")
    has_list = child(properties, "numPr") is not None
    return StyleForm(
        heading=heading,
        title=name.lower() in _TITLES or (base.title and not named),
        caption=name.lower() in _CAPTIONS or base.caption,
        contents=_CONTENTS.fullmatch(name) is not None or base.contents,
        list_id=list_id if list_id is not None else base.list_id,
        list_level=number(value(properties, "numPr", "ilvl")) if has_list else base.list_level,
        list_style=id_ if list_id is not None else base.list_style,
        hidden=is_on(style, "rPr", "vanish") or base.hidden,
    )
