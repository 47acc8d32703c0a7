"""Make the fonts of the page (WOFF2) and of the A4 (TTF) from the full Noto fonts.

Run by hand, when Noto has a new version: `python .ci/build-fonts.py`. Needs npm, fonttools and brotli.
The results are committed, so nobody else needs those.

Noto has had no Reserved Font Name since version 2 (the name table says only "Copyright 2022 The Noto
Project Authors"), so a subset may keep the name Noto under the Open Font License.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from npm_pack import fetch_package

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "static" / "fonts"
PDF = ROOT / "leefgebieden" / "pdf" / "fonts"

# Noto Sans and Noto Serif have no arrows and signs; these come from two sister fonts of the same makers.
SIGNS = {
    "math": "←↑→↓↔−≈≠≤≥⊕⊖∞",
    "symbols": "■□▪●○◇◆✓✗⚠☐☑▲▼",
}
# Small enough to come first on a slow line: what Dutch, English, German, French, Polish, Turkish need.
RANGES = {
    "latin": [(0x20, 0x7E), (0xA0, 0xFF), (0x131, 0x131), (0x152, 0x153), (0x2C6, 0x2C6), (0x2DA, 0x2DA), (0x2DC, 0x2DC),
              (0x2000, 0x206F), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2194), (0x2212, 0x2212),
              (0x2248, 0x2248), (0x2260, 0x2265), (0x25A0, 0x25CF), (0x2713, 0x2713), (0xFFFD, 0xFFFD)],
    "latin-ext": [(0x100, 0x130), (0x132, 0x151), (0x154, 0x24F), (0x259, 0x259), (0x292, 0x292), (0x2BB, 0x2BC),
                  (0x2C7, 0x2C7), (0x2D8, 0x2D9), (0x2DB, 0x2DB), (0x2DD, 0x2DD), (0x300, 0x36F), (0x1E00, 0x1EFF),
                  (0x20A0, 0x20AB), (0x20AD, 0x20C0)],
    "greek": [(0x370, 0x3FF)],
    "cyrillic": [(0x400, 0x4FF)],
}  # fmt: skip
# What the A4 can print: names and sentences of the people here. Other scripts get a font of their own, per run.
PDF_RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x1E6, 0x1E7), (0x1EA, 0x1EB),
    (0x1F8, 0x1F9), (0x1FA, 0x21B), (0x226, 0x233), (0x259, 0x259), (0x292, 0x292), (0x2BB, 0x2BC), (0x2C6, 0x2C7), (0x2D8, 0x2DD),
    (0x300, 0x304), (0x306, 0x30C), (0x323, 0x323), (0x326, 0x328), (0x37E, 0x37E), (0x384, 0x3CE), (0x400, 0x45F), (0x490, 0x493),
    (0x49A, 0x49B), (0x4A2, 0x4A3), (0x4AE, 0x4B1), (0x4BA, 0x4BB), (0x4D8, 0x4D9), (0x4E8, 0x4E9), (0x1E02, 0x1E03),
    (0x1E0A, 0x1E0B), (0x1E20, 0x1E21), (0x1E24, 0x1E25), (0x1E62, 0x1E63), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9),
    (0x2000, 0x200B), (0x2010, 0x2015), (0x2018, 0x201E),
    (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F), (0x2030, 0x2030), (0x2032, 0x2033),
    (0x2039, 0x203A), (0x2044, 0x2044), (0x2070, 0x2079), (0x2080, 0x2089), (0x20AC, 0x20AC), (0x2116, 0x2116), (0x2122, 0x2122),
    (0x2190, 0x2194), (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265), (0x2295, 0x2296), (0x221E, 0x221E), (0x25A0, 0x25CF),
    (0x2610, 0x2611), (0x26A0, 0x26A0), (0x2713, 0x2717), (0xFFFD, 0xFFFD),
]  # fmt: skip
STYLES = {  # folder in the package, weight, style, name for the PDF (or none)
    "noto-sans": [
        ("400Regular", 400, "normal", "NotoSans-Regular"),
        ("600SemiBold", 600, "normal", None),
        ("700Bold", 700, "normal", "NotoSans-Bold"),
        ("400Regular_Italic", 400, "italic", "NotoSans-Italic"),
    ],
    "noto-serif": [
        ("400Regular", 400, "normal", "NotoSerif-Regular"),
        ("700Bold", 700, "normal", "NotoSerif-Bold"),
        ("400Regular_Italic", 400, "italic", "NotoSerif-Italic"),
    ],
}


def points(ranges: list[tuple[int, int]]) -> list[int]:
    return [point for first, last in ranges for point in range(first, last + 1)]


def add_signs(font: TTFont, source: TTFont, signs: str) -> None:
    """Copy the outlines of `signs` from `source` into `font` (both 1000 units per em)."""
    glyphs, cmap = source.getGlyphSet(), source.getBestCmap()
    order = list(font.getGlyphOrder())
    for sign in signs:
        if ord(sign) in font.getBestCmap() or ord(sign) not in cmap:
            continue
        name = f"uni{ord(sign):04X}"
        outline = DecomposingRecordingPen(glyphs)
        glyphs[cmap[ord(sign)]].draw(outline)
        pen = TTGlyphPen(None)
        outline.replay(pen)
        order.append(name)
        font.setGlyphOrder(order)
        font["glyf"].glyphs[name] = pen.glyph()
        font["glyf"].glyphOrder = order
        font["hmtx"][name] = source["hmtx"][cmap[ord(sign)]]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name


def cut(font: TTFont, codepoints: list[int], features: list[str]) -> TTFont:
    options = Options(
        hinting=False, notdef_outline=True, layout_features=features, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        drop_tables=["DSIG", "STAT", "MATH", "GDEF"] if not features else ["DSIG", "STAT", "MATH"],
        glyph_names=False, legacy_kern=False,
    )  # fmt: skip
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codepoints)
    subsetter.subset(font)
    # The makers' date, not ours: the same sources give the same bytes.
    font.recalcTimestamp = False
    return font


def css_ranges(ranges: list[tuple[int, int]]) -> str:
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in ranges)


def build(family: str, folder: Path, math: TTFont, symbols: TTFont) -> Iterator[str]:
    """Write the files of one family; yield its @font-face rules, the most used script first."""
    for style_folder, weight, style, pdf_name in STYLES[family]:
        source = next((folder / style_folder).glob("*.ttf"))

        def load(source: Path = source) -> TTFont:
            font = TTFont(source, recalcTimestamp=False)
            add_signs(font, math, SIGNS["math"])
            add_signs(font, symbols, SIGNS["symbols"])
            return font

        if pdf_name:
            cut(load(), points(PDF_RANGES), []).save(PDF / f"{pdf_name}.ttf")
        for script, ranges in RANGES.items():
            font = cut(load(), points(ranges), ["kern", "mark", "mkmk", "ccmp", "locl", "liga"])
            font.flavor = "woff2"
            name = f"{family}-{weight}{'i' if style == 'italic' else ''}-{script}.woff2"
            font.save(WEB / name)
            yield (
                f'@font-face{{font-family:"{family.replace("-", " ").title()}";font-style:{style};font-weight:{weight};'
                f'font-display:swap;src:url("../fonts/{name}") format("woff2");unicode-range:{css_ranges(ranges)}}}'
            )


def main() -> None:
    WEB.mkdir(parents=True, exist_ok=True)
    PDF.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        lock = json.loads((ROOT / ".ci" / "fonts.lock.json").read_text("utf-8"))
        folders = {
            name.rpartition("/")[2]: fetch_package(name, entry["version"], entry["integrity"], Path(temporary))
            for name, entry in lock.items()
        }
        math = TTFont(next((folders["noto-sans-math"] / "400Regular").glob("*.ttf")))
        symbols = TTFont(next((folders["noto-sans-symbols-2"] / "400Regular").glob("*.ttf")))
        rules = [rule for family in STYLES for rule in build(family, folders[family], math, symbols)]
        for place in (WEB, PDF):
            shutil.copy(folders["noto-sans"] / "LICENSE_FONT", place / "OFL.txt")
    head = "/* Made by .ci/build-fonts.py. Loaded last: the words are there before the letters are pretty. */\n"
    (ROOT / "static" / "css" / "fonts.css").write_text(head + "\n".join(rules) + "\n", "utf-8")


if __name__ == "__main__":
    main()
