"""The areas of the lines: inside the type area, in reading order, and each character of a piece counted once."""

from datetime import UTC, datetime
from itertools import pairwise

from exports.layout.page import HEIGHT, LEFT, TOP, WIDTH
from exports.pdf.export import export_pdf, lay_out, write_pdf
from exports.pdf.faces import bundled_faces
from exports.pdf.positions import line_areas
from report.document import Prose
from resources import resource
from tests.exports.pdf.documents import every_element


def test_every_line_has_its_area_inside_the_type_area() -> None:
    faces = bundled_faces(resource("fonts"))
    document = every_element()
    pages = lay_out(document, faces)
    areas = line_areas(pages, faces)
    assert {area.page for area in areas} <= set(range(len(pages)))
    for area in areas:
        assert area.left >= LEFT - 0.01
        assert area.left + area.width <= LEFT + WIDTH + 8.5
        assert TOP - 0.01 <= area.top <= TOP + HEIGHT - area.height + 0.01
    order = [(area.page, area.start) for area in areas if area.place == document.body[-1].place]
    assert order == sorted(order)


def test_the_characters_of_a_paragraph_are_counted_through() -> None:
    faces = bundled_faces(resource("fonts"))
    document = every_element()
    areas = line_areas(lay_out(document, faces), faces)
    for piece in document.body:
        if isinstance(piece, Prose) and piece.text and piece.text.isprintable():
            own = [area for area in areas if area.place == piece.place]
            assert own, piece
            assert own[0].start == 0
            assert all(one.end == other.start for one, other in pairwise(own))


def test_the_bytes_are_those_of_an_export() -> None:
    faces, moment = bundled_faces(resource("fonts")), datetime(2026, 1, 19, tzinfo=UTC)
    document = every_element()
    assert write_pdf(document, lay_out(document, faces), faces, moment) == export_pdf(document, faces, moment)
