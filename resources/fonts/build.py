"""Makes the bundled faces again: `make fonts`.

Reads sources.toml, fetches every package by name with its own client (apt-get download, npm pack), takes
the faces and licence texts out, cuts those that are marked, and writes manifest.json. With `--verify`
nothing is fetched: the files are compared with the manifest. Needs apt-get, dpkg-deb, npm and fontTools.
"""

from __future__ import annotations

import argparse
import bz2
import gzip
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from resources.fonts import charset, cut

HERE = Path(__file__).parent
LICENCES = "licences"
MANIFEST = HERE / "manifest.json"


class BuildError(Exception):
    """A package, a member or a hash is not what sources.toml or manifest.json says."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of Debian or npm, by name and exact version."""

    name: str
    manager: str
    version: str


@dataclass(frozen=True, slots=True)
class Font:
    """A face to bundle: the member of a package, and whether it is cut."""

    file: str
    role: str
    package: str
    member: str
    licence: str
    licence_file: str
    cut: bool


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence text to ship beside the faces."""

    file: str
    package: str
    member: str


@dataclass(frozen=True, slots=True)
class Characters:
    """The table of 8,105 characters, taken from Unihan."""

    file: str
    package: str
    member: str
    licence_file: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All of sources.toml."""

    packages: dict[str, Package]
    licences: tuple[Licence, ...]
    fonts: tuple[Font, ...]
    characters: Characters


def read_sources() -> Sources:
    """sources.toml as data; a missing or unknown key is a TypeError of the dataclass that names it."""
    raw: dict[str, Any] = tomllib.loads((HERE / "sources.toml").read_text(encoding="utf-8"))
    packages = (Package(**entry) for entry in raw["package"])
    return Sources(
        packages={package.name: package for package in packages},
        licences=tuple(Licence(**entry) for entry in raw["licence"]),
        fonts=tuple(Font(**entry) for entry in raw["font"]),
        characters=Characters(**raw["characters"]),
    )


def fetch(package: Package, folder: Path) -> Path:
    """Downloads one package file into `folder` and returns where it lies."""
    commands = {
        "debian": ["apt-get", "download", f"{package.name}={package.version}"],
        "npm": ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
    }
    target = folder / package.name.replace("/", "_")
    target.mkdir()
    done = subprocess.run(commands[package.manager], cwd=target, capture_output=True, text=True, check=False)
    found = list(target.iterdir())
    if done.returncode != 0 or len(found) != 1:
        message = f"{package.name} {package.version} cannot be had from {package.manager}: {done.stderr.strip()}"
        raise BuildError(message)
    return found[0]


def open_package(package: Package, path: Path) -> tarfile.TarFile:
    """The files of a package as a tar archive."""
    if package.manager == "npm":
        return tarfile.open(path)
    unpacked = subprocess.run(["dpkg-deb", "--fsys-tarfile", str(path)], capture_output=True, check=True)
    return tarfile.open(fileobj=io.BytesIO(unpacked.stdout))


def read_member(archive: tarfile.TarFile, member: str) -> bytes:
    """The bytes of one member, unpacked when its name ends in .gz or .bz2; Debian's names begin with ./ ."""
    names = set(archive.getnames())
    name = next((candidate for candidate in (member, f"./{member}") if candidate in names), None)
    stream = archive.extractfile(name) if name else None
    if stream is None:
        message = f"the package has no file {member}"
        raise BuildError(message)
    data = stream.read()
    if member.endswith(".gz"):
        return gzip.decompress(data)
    return bz2.decompress(data) if member.endswith(".bz2") else data


def write(path: Path, data: bytes) -> dict[str, object]:
    """Writes a file and returns its manifest fields."""
    path.write_bytes(data)
    path.chmod(0o644)
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def origin(package: Package, member: str) -> dict[str, object]:
    """The manifest fields that say where a file comes from."""
    return {"package": package.name, "manager": package.manager, "version": package.version, "member": member}


class Builder:
    """Fetches each package once and turns its members into files of this folder."""

    def __init__(self, sources: Sources, folder: Path) -> None:
        self._sources = sources
        self._folder = folder
        self._open: dict[str, tarfile.TarFile] = {}
        self._package_hashes: dict[str, str] = {}

    def _member(self, package: str, member: str) -> bytes:
        if package not in self._open:
            path = fetch(self._sources.packages[package], self._folder)
            self._package_hashes[package] = hashlib.sha256(path.read_bytes()).hexdigest()
            self._open[package] = open_package(self._sources.packages[package], path)
        return read_member(self._open[package], member)

    def licence(self, licence: Licence) -> dict[str, object]:
        """Writes a licence text, as shipped but for its compression."""
        fields = write(HERE / LICENCES / licence.file, self._member(licence.package, licence.member))
        return {"file": licence.file, **origin(self._sources.packages[licence.package], licence.member), **fields}

    def characters(self) -> tuple[str, dict[str, object]]:
        """Writes the table of standard characters; returns it with its manifest entry."""
        source = self._sources.characters
        text = self._member(source.package, source.member).decode("utf-8")
        table = charset.standard(text.splitlines())
        # 50 a line: a file that an editor and a diff can show.
        lines = [table[start : start + 50] for start in range(0, len(table), 50)]
        fields = write(HERE / source.file, ("\n".join(lines) + "\n").encode())
        entry = {"file": source.file, **origin(self._sources.packages[source.package], source.member), **fields}
        return table, {**entry, "modified": "field kTGH, in its order", "licence_file": source.licence_file}

    def font(self, font: Font, keep: set[int]) -> dict[str, object]:
        """Writes one face and returns its manifest entry."""
        original = self._member(font.package, font.member)
        data = cut.cut_face(original, keep) if font.cut else original
        head = {"file": font.file, "role": font.role, "family": cut.family_of(data)}
        fields = write(HERE / font.file, data)
        package = origin(self._sources.packages[font.package], font.member)
        rights = {
            "modified": cut.DESCRIPTION if font.cut else "no",
            "licence": font.licence,
            "licence_file": font.licence_file,
        }
        source_hash = {"source_sha256": hashlib.sha256(original).hexdigest()}
        return {**head, **package, **fields, **source_hash, **rights}

    def build(self) -> dict[str, object]:
        """Everything; returns the manifest."""
        (HERE / LICENCES).mkdir(exist_ok=True)
        licences = [self.licence(licence) for licence in self._sources.licences]
        table, characters = self.characters()
        keep = charset.gb2312() | charset.signs() | set(map(ord, table))
        fonts = [self.font(font, keep) for font in self._sources.fonts]
        return {
            "fonts": fonts,
            "licences": licences,
            "characters": characters,
            "packages": [{"name": name, "sha256": found} for name, found in sorted(self._package_hashes.items())],
        }


def verify(manifest: dict[str, Any]) -> list[str]:
    """Names of files that are absent or differ from the manifest."""
    entries = [(HERE / entry["file"], entry) for entry in (*manifest["fonts"], manifest["characters"])]
    entries += [(HERE / LICENCES / entry["file"], entry) for entry in manifest["licences"]]
    return [
        path.name
        for path, entry in entries
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]
    ]


def changed(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Files whose bytes are no longer those of the former manifest."""
    former = {entry["file"]: entry["sha256"] for entry in old.get("fonts", [])}
    return [entry["file"] for entry in new["fonts"] if former.get(entry["file"], entry["sha256"]) != entry["sha256"]]


def main(arguments: list[str] | None = None) -> int:
    """Builds or verifies; 0 when all is well, 1 with one line on stderr otherwise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--verify", action="store_true", help="compare the files with the manifest, fetch nothing")
    old: dict[str, Any] = json.loads(MANIFEST.read_text(encoding="utf-8")) if MANIFEST.exists() else {}
    if not parser.parse_args(arguments).verify:
        try:
            with tempfile.TemporaryDirectory() as folder:
                new = cast("dict[str, Any]", Builder(read_sources(), Path(folder)).build())
        except (BuildError, OSError, subprocess.SubprocessError, ValueError) as error:
            sys.stderr.write(f"{error}\n")
            return 1
        MANIFEST.write_text(json.dumps(new, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        for name in changed(old, new):
            sys.stderr.write(f"{name} is no longer the file of the former manifest\n")
        old = new
    wrong = verify(old)
    if wrong:
        sys.stderr.write("differs from the manifest: " + ", ".join(wrong) + "\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
