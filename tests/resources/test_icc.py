"""The colour profile is the one that Debian ships, with its licence."""

import hashlib

from resources import resource


def test_the_profile_is_unchanged_and_its_licence_is_beside_it() -> None:
    profile = resource("icc", "sRGB.icc").read_bytes()
    assert hashlib.sha256(profile).hexdigest() == "2a92d4bae450b76d8b0aa42193df974d75f62738ecebf74f01c5e75b12a95796"
    assert "zlib/libpng" in resource("icc", "sRGB-copyright.txt").read_text("utf-8")
