"""A report as a JSON file: read as strictly as it was written."""

import json
from collections.abc import Sequence
from typing import Any, NoReturn

from report.errors import TooMuchText, UnreadableSource
from report.reading.decoding import SIZE_LIMIT
from report.reading_data import NotAReport, from_data
from report.report import Report


def report_from_json(data: bytes) -> Report:
    """The report in a file that `to_data` made.

    Raises TooMuchText, and UnreadableSource: encoding, no-report, newer. Doubled names, numbers that are none and
    nests too deep to be a report are refused.
    """
    if len(data) > SIZE_LIMIT:
        raise TooMuchText(len(data), SIZE_LIMIT)
    try:
        found: object = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_object, parse_constant=_constant)
        return from_data(found)
    except UnicodeDecodeError as error:
        raise UnreadableSource("encoding", str(error)) from error
    except NotAReport as error:
        raise UnreadableSource("newer" if error.problem == "newer" else "no-report", str(error)) from error
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise UnreadableSource("no-report", str(error)) from error


def _object(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError(pairs[0][0])
    return made


def _constant(name: str) -> NoReturn:
    raise ValueError(name)
