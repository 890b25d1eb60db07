"""Front-end files of the package's static folder: scripts, the map's style and worker, and small web fonts, each with its licence.

Called by tools/build_static.py. A page asks nothing outside, so everything that a browser loads lies in the package.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

SCRIPTS = {
    "htmx.org": {"dist/htmx.min.js": "htmx.js", "LICENSE": "htmx.LICENSE.txt"},
    "maplibre-gl": {
        # the module finds its worker beside itself by this name, so both keep it
        "dist/maplibre-gl.mjs": "maplibre-gl.mjs",
        "dist/maplibre-gl-worker.mjs": "maplibre-gl-worker.mjs",
        "dist/maplibre-gl.css": "maplibre-gl.css",
        "LICENSE.txt": "maplibre-gl.LICENSE.txt",
    },
}  # fmt: skip

ARABIC = "U+0020,U+00A0,U+00AB,U+00BB,U+0600-061F,U+0621-063A,U+0640-0655,U+0660-066C,U+0670,U+0671,U+067E,U+0686,U+0698,U+06A4,U+06A9,U+06AF,U+06CC"  # noqa: E501 - one list, read by eye in one go
"""Letters, marks, digits and signs of Arabic as it is written today, and the few letters of names from its neighbours.

Direction marks and isolates stay out: where a font claims them, a browser draws the Latin word after them without any width.
"""

LATIN = "U+0020-007E,U+00A0-00FF,U+0152,U+0153,U+2009-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2039,U+203A,U+20AC,U+2190-2193,U+2212,U+2264,U+2265"  # noqa: E501
"""English and French, with the signs and arrows that pages print."""

FACES = (
    ("@fontsource/ibm-plex-sans-arabic", "ibm-plex-sans-arabic-arabic-{weight}-normal.woff2", "arabic", ARABIC),
    ("@fontsource/ibm-plex-sans", "ibm-plex-sans-latin-{weight}-normal.woff2", "latin", LATIN),
)
WEIGHTS = (400, 600)


def copy_scripts(modules: Path, target: Path) -> None:
    """Scripts and styles as published, without the line that would send a browser's tools for a map of the source."""
    for package, files in SCRIPTS.items():
        for source, name in files.items():
            text = (modules / package / source).read_text(encoding="utf-8")
            kept = [line for line in text.splitlines() if not line.startswith("//# sourceMappingURL=")]
            (target / name).write_text("\n".join(kept) + "\n", encoding="utf-8")


def make_fonts(modules: Path, target: Path) -> None:
    """The face of the pages in two weights: 60 KB in all, where the whole files take four times that.

    The licence reserves the name "Plex" for unchanged files, so the cut ones bear another.
    """
    from fontTools import subset

    for package, pattern, script, letters in FACES:
        shutil.copyfile(modules / package / "LICENSE", target / f"marsad-sans-{script}.LICENSE.txt")
        for weight in WEIGHTS:
            options = subset.Options(flavor="woff2", hinting=False, layout_features=["*"] if script == "arabic" else _LATIN_FEATURES)
            # the moment of making would give other bytes each time
            options.recalc_timestamp = False
            font = subset.load_font(str(modules / package / "files" / pattern.format(weight=weight)), options)
            cutter = subset.Subsetter(options)
            cutter.populate(unicodes=subset.parse_unicodes(letters.replace("U+", "")))
            cutter.subset(font)
            _rename(font, f"Marsad Sans {script.title()}")
            subset.save_font(font, str(target / f"marsad-sans-{script}-{weight}.woff2"), options)


_LATIN_FEATURES = ["kern", "liga", "tnum", "lnum", "mark", "mkmk", "ccmp", "locl"]


def _rename(font: Any, name: str) -> None:
    """Give the font another name in every record that names it; its copyright and licence records stay."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 16):
            record.string = name
        elif record.nameID == 6:
            record.string = name.replace(" ", "")
