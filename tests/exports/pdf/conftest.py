"""The faces once for all tests of the page; a document as small as can be."""

import pytest

from exports.pdf.faces import Faces, bundled_faces
from exports.pdf.lines import Measure
from resources import resource


@pytest.fixture(scope="session")
def faces() -> Faces:
    return bundled_faces(resource("fonts"))


@pytest.fixture(scope="session")
def measure(faces: Faces) -> Measure:
    return Measure(faces.measure)
