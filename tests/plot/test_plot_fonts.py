"""Every text is drawn in a font that has its characters, or it is said that there is none."""

from __future__ import annotations

import pickle
import shutil
from random import Random

import pytest
from matplotlib import font_manager, get_data_path
from tests.support.drawn_plots import (
    assert_is_drawn_well,
    made,
    needs_chinese,
    region,
    said,
    texts,
)
from tests.support.effort import some

from gxstats import Organ
from gxstats.plot import (
    MissingFont,
    NotWritten,
    UnusableFont,
    flow,
    fonts,
    outcomes_by_year,
    relation_heat_map,
)
from gxstats.plot.fonts import FAMILIES, Face, Lettering, chinese_faces

LATIN = f"{get_data_path()}/fonts/ttf/DejaVuSans.ttf"
NAMELESS = made("2021", 2023, {"received": 3, "outcomes/granted": 3, "outcomes/total": 3})
NAMED = made("2021", 2023, {"received": 3}, "某某局")


@pytest.fixture
def no_chinese_font(monkeypatch):
    """A machine without a Chinese font."""
    listed = [
        one for one in font_manager.fontManager.ttflist if one.fname.startswith(get_data_path())
    ]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", listed)
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda *_, **__: [LATIN])


@pytest.mark.usefixtures("no_chinese_font")
def test_without_a_chinese_font_a_chinese_picture_says_what_to_install():
    with pytest.raises(MissingFont) as raised:
        outcomes_by_year([NAMELESS])
    message = str(raised.value)
    for said_so in ("fonts-noto-cjk", "font=", 'language="en"', "安装", "Install"):
        assert said_so in message
    assert raised.value.text in message
    assert pickle.loads(pickle.dumps(raised.value)) == raised.value


@pytest.mark.usefixtures("no_chinese_font")
def test_without_a_chinese_font_an_english_picture_is_drawn():
    assert_is_drawn_well(flow(NAMELESS, language="en"))
    assert_is_drawn_well(outcomes_by_year([NAMELESS], language="en"))
    assert_is_drawn_well(relation_heat_map([NAMED], language="en", names={"某某局": "A"}))


@pytest.mark.usefixtures("no_chinese_font")
def test_without_a_chinese_font_a_chinese_name_is_no_row_of_boxes():
    for draw in (flow, lambda report, **how: relation_heat_map([report], **how)):
        with pytest.raises(MissingFont, match="某某局"):
            draw(NAMED, language="en")


@pytest.mark.usefixtures("no_chinese_font")
def test_a_font_that_is_named_but_has_no_chinese_is_not_enough():
    with pytest.raises(MissingFont):
        flow(NAMED, font=LATIN)


@needs_chinese
def test_a_font_installed_after_matplotlib_made_its_list_is_found(monkeypatch):
    face = next(chinese_faces())
    listed = [
        one for one in font_manager.fontManager.ttflist if one.fname.startswith(get_data_path())
    ]
    before = {str(one.path) for one in chinese_faces()}
    monkeypatch.setattr(font_manager.fontManager, "ttflist", listed)
    found = [str(one.path) for one in chinese_faces()]
    assert str(face.path) in before & set(found)
    assert_is_drawn_well(flow(NAMED))
    assert font_manager.fontManager.ttflist is listed
    assert not [one for one in listed if one.name in FAMILIES]


@needs_chinese
def test_a_font_that_is_listed_and_not_there_any_more_is_passed_over(monkeypatch, tmp_path):
    gone = font_manager.FontEntry(fname=str(tmp_path / "gone.ttf"), name=FAMILIES[0])
    listed = [gone, *font_manager.fontManager.ttflist]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", listed)
    assert_is_drawn_well(flow(NAMED))
    assert not Face(gone.fname).has("中")


@pytest.mark.parametrize("seed", range(3))
def test_faces_come_by_family_upright_only_and_plain_weight_first(monkeypatch, seed):
    best, next_best, *_ = FAMILIES
    expected = ["plain.ttf", "light.ttf", "bold.ttf", "other.ttf"]
    listed = [
        font_manager.FontEntry(fname="plain.ttf", name=best, weight=400),
        font_manager.FontEntry(fname="light.ttf", name=best, weight="light"),
        font_manager.FontEntry(fname="bold.ttf", name=best, weight="bold"),
        font_manager.FontEntry(fname="slanted.ttf", name=best, style="italic"),
        font_manager.FontEntry(fname="other.ttf", name=next_best),
        font_manager.FontEntry(fname="unknown.ttf", name="No Family Of Ours"),
    ]
    Random(seed).shuffle(listed)
    monkeypatch.setattr(font_manager.fontManager, "ttflist", listed)
    monkeypatch.setattr(font_manager, "findSystemFonts", lambda *_, **__: [])
    assert [face.path for face in chinese_faces()] == expected


@needs_chinese
def test_a_chinese_picture_is_in_one_font_and_an_english_one_only_where_it_must():
    files = {one.get_fontproperties().get_file() for one in texts(flow(NAMED))}
    assert len(files) == 1
    english = texts(flow(NAMED, language="en"))
    other = [one for one in english if one.get_fontproperties().get_file() != LATIN]
    assert [one.get_text()[:3] for one in other] == ["某某局"]


@needs_chinese
def test_a_named_font_is_used(tmp_path):
    face = next(chinese_faces())
    suffix = str(face.path).rsplit(".", 1)[1]
    copy = tmp_path / f"mine.{suffix}"
    shutil.copy(str(face.path), copy)
    for language in ("zh", "en"):
        picture = flow(NAMED, font=copy, language=language)
        assert {one.get_fontproperties().get_file() for one in texts(picture)} == {str(copy)}
        assert_is_drawn_well(picture)


def test_a_file_that_is_no_font_is_refused(tmp_path):
    path = tmp_path / "font.ttf"
    with pytest.raises(FileNotFoundError):
        flow(NAMELESS, font=path, language="en")
    path.write_text("no font")
    with pytest.raises(UnusableFont) as raised:
        flow(NAMELESS, font=path, language="en")
    assert str(path) in raised.value.explain("zh")
    assert str(path) in raised.value.explain("en")


@needs_chinese
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_character_that_no_font_has_is_spelt_and_warned_of(language):
    private = "\U000f1234"
    report = made("2021", 2023, {"received": 3}, f"某{private}局")
    with pytest.warns(NotWritten, match=r"U\+F1234") as caught:
        picture = flow(report, language=language)
    assert caught[0].filename == __file__
    assert caught[0].message.characters == private
    assert "某[U+F1234]局" in said(picture)
    assert_is_drawn_well(picture)


def test_lettering_asks_for_no_font_that_it_does_not_need(monkeypatch):
    monkeypatch.setattr(fonts, "chinese_faces", lambda: pytest.fail("looked for Chinese fonts"))
    lettering = Lettering.__new__(Lettering)
    monkeypatch.setattr(fonts, "chinese_faces", lambda: iter(()))
    lettering.__init__("en", None)
    text, properties = lettering.written("1. New requests", 9)
    assert (text, properties.get_file(), properties.get_size()) == ("1. New requests", LATIN, 9)
    lettering.warn()


@needs_chinese
def test_the_second_font_of_a_file_is_the_one_that_is_drawn():
    if not hasattr(font_manager, "FontPath"):
        pytest.skip("matplotlib tells the fonts of one file apart since 3.11")
    entries = [one for one in font_manager.fontManager.ttflist if one.name == "Noto Sans CJK SC"]
    if not entries:
        pytest.skip("needs a collection of fonts: apt install fonts-noto-cjk")
    path = next(chinese_faces()).path
    assert font_manager.get_font(path).family_name == "Noto Sans CJK SC"
    picture = flow(NAMED)
    [file] = {one.get_fontproperties().get_file() for one in texts(picture)}
    assert font_manager.get_font(file).family_name == "Noto Sans CJK SC"


@needs_chinese
@pytest.mark.parametrize("suffix", some(["png", "svg", "pdf"], 34))
def test_pictures_go_into_files_without_a_warning(tmp_path, suffix):
    relation_heat_map(region(3)).figure.savefig(tmp_path / f"map.{suffix}")
    flow(NAMED).figure.savefig(tmp_path / f"flow.{suffix}")
    assert (tmp_path / f"map.{suffix}").stat().st_size > 1000


def test_a_report_without_an_organ_needs_no_chinese_in_english():
    assert NAMELESS.organ == Organ()
    assert all(ord(sign) < 0x2E80 for sign in said(flow(NAMELESS, language="en")))
