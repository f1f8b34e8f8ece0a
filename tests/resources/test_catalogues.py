"""The catalogue script: collects what the code says, keeps translations, and names what is not finished."""

from __future__ import annotations

import gettext
import io
from pathlib import Path

import pytest

from resources.locale import build


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with one module, and an empty folder for its catalogue."""
    (tmp_path / "ui").mkdir()
    say(tmp_path, 'A = _("已保存 {time}")\nB = N_("导出PDF")\n')
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "FOLDER", tmp_path)
    monkeypatch.setattr(build, "PO", tmp_path / "chengbao.po")
    monkeypatch.setattr(build, "MO", tmp_path / "chengbao.mo")
    return tmp_path


def say(project: Path, code: str) -> None:
    (project / "ui" / "window.py").write_text(code, encoding="utf-8")


def translate(project: Path, sentence: str, english: str) -> None:
    path = project / "chengbao.po"
    before = f'msgid "{sentence}"\nmsgstr ""'
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, f'msgid "{sentence}"\nmsgstr "{english}"'), encoding="utf-8")


def test_from_nothing_to_a_complete_catalogue(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["--check"]) == 1
    assert "stale: chengbao.po" in capsys.readouterr().err
    assert build.main([]) == 0
    translate(project, "已保存 {time}", "Saved {time}")
    translate(project, "导出PDF", "Export PDF")
    assert build.main([]) == 0
    assert build.main(["--check"]) == 0
    translations = gettext.GNUTranslations(io.BytesIO((project / "chengbao.mo").read_bytes()))
    assert translations.gettext("导出PDF") == "Export PDF"


def test_untranslated_sentences_are_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build.main([])
    assert build.main(["--check"]) == 1
    assert "untranslated: 导出PDF" in capsys.readouterr().err


def test_a_new_sentence_is_not_guessed_and_an_old_one_goes(project: Path) -> None:
    build.main([])
    translate(project, "导出PDF", "Export PDF")
    say(project, 'B = N_("导出PDF")\nC = _("导出 PDF")\n')
    build.main([])
    text = (project / "chengbao.po").read_text(encoding="utf-8")
    assert "Export PDF" in text
    assert "已保存" not in text
    assert build.main(["--check"]) == 1


def test_a_fuzzy_entry_fails(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    say(project, 'B = N_("导出PDF")\n')
    build.main([])
    translate(project, "导出PDF", "Export PDF")
    path = project / "chengbao.po"
    path.write_text(path.read_text(encoding="utf-8").replace('msgid "导出', '#, fuzzy\nmsgid "导出'), encoding="utf-8")
    build.main([])
    assert build.main(["--check"]) == 1
    assert "fuzzy: 导出PDF" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("english", "said"),
    [("Saved at {hour}", "other placeholders"), ("Saved", "other placeholders"), ("Saved {time", "braces")],
)
def test_other_placeholders_fail(project: Path, capsys: pytest.CaptureFixture[str], english: str, said: str) -> None:
    say(project, 'A = _("已保存 {time}")\n')
    build.main([])
    translate(project, "已保存 {time}", english)
    build.main([])
    capsys.readouterr()
    assert build.main(["--check"]) == 1
    assert capsys.readouterr().err.startswith(said)


def test_twice_gives_the_same_bytes(project: Path) -> None:
    build.main([])
    first = [(project / name).read_bytes() for name in ("chengbao.po", "chengbao.mo")]
    build.main([])
    assert [(project / name).read_bytes() for name in ("chengbao.po", "chengbao.mo")] == first
