"""Draw static/merk.svg as the icons that a phone puts on its home screen: static/icoon/.

`python .ci/build-icons.py`. Run by hand when the mark changes; the results are committed. The mark is only rectangles, so
Pillow, which the PDF needs anyway, is enough. An icon `masker` fills its square, for phones that cut a shape of their own out
of it: the mark then stands in the middle 80 per cent that every phone keeps.
"""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image, ImageDraw

STATIC = Path(__file__).resolve().parent.parent / "static"
GRID = 32
OVERSAMPLE = 4
SIZES = (192, 512)
SAFE = 0.8


def read_mark(svg: str) -> tuple[int, str, list[tuple[tuple[int, int, int, int], str]]]:
    """The radius and colour of the ground, and each rectangle (left, top, right, bottom on the grid of 32) with its colour."""
    ground = re.search(r'<rect width="32" height="32" rx="(\d+)" fill="(#\w{6})"/>', svg)
    bars = re.findall(r'<path d="M(\d+) (\d+)h(\d+)v(\d+)(?:H\d+|h-\d+)z" fill="(#\w{6})"/>', svg)
    if ground is None or len(bars) != svg.count("<path"):
        raise ValueError("static/merk.svg has other shapes than this script can draw")
    boxes = [((int(x), int(y), int(x) + int(w), int(y) + int(h)), colour) for x, y, w, h, colour in bars]
    return int(ground[1]), ground[2], boxes


def draw_icon(svg: str, size: int, *, masker: bool) -> Image.Image:
    radius, ground, boxes = read_mark(svg)
    whole = size * OVERSAMPLE
    picture = Image.new("RGBA", (whole, whole), ground if masker else (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    if not masker:
        pen.rounded_rectangle((0, 0, whole - 1, whole - 1), radius * whole / GRID, fill=ground)
    scale = whole / GRID * (SAFE if masker else 1)
    edge = (whole - scale * GRID) / 2
    for (left, top, right, bottom), colour in boxes:
        pen.rectangle(
            (edge + left * scale, edge + top * scale, edge + right * scale - 1, edge + bottom * scale - 1), fill=colour
        )
    return picture.resize((size, size), Image.Resampling.LANCZOS)


def main() -> None:
    svg = (STATIC / "merk.svg").read_text("utf-8")
    folder = STATIC / "icoon"
    folder.mkdir(exist_ok=True)
    for size in SIZES:
        for name, masker in (("icoon", False), ("masker", True)):
            draw_icon(svg, size, masker=masker).save(folder / f"{name}-{size}.png", optimize=True)


if __name__ == "__main__":
    main()
