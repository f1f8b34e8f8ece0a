"""Words in the user's language. Message ids are the Chinese sentences, so Chinese needs no catalogue.

The language is chosen once at the start, by the composition root; every package asks `_` when it shows something.
"""

import gettext
from typing import Final

from resources import resource

DOMAIN: Final = "chengbao"
_current: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """Choose the language: "zh" (none needed) or one that resources/locale has, such as "en"."""
    global _current
    if language.startswith("zh"):
        _current = gettext.NullTranslations()
    else:
        _current = gettext.translation(DOMAIN, resource("locale"), [language], fallback=True)


def _(message: str) -> str:
    """The message in the chosen language."""
    return _current.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name by which catalogue tools know marked messages
    """Mark a message in a table; it is translated where it is shown."""
    return message
