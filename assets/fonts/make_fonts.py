"""Makes the four bundled fonts from Inter: tabular figures by default, few scripts, the line height of our type scale.

    python3 -m venv v && v/bin/pip install fonttools==4.68.0
    v/bin/python make_fonts.py /usr/share/fonts/opentype/inter .

The first argument is the folder of Inter's static OTF files (Debian 12: package `fonts-inter` 4.0~beta7+ds-1, which
carries Inter 3.019), the second the folder to write to. The same input gives the same bytes.
"""
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

WEIGHTS = ["Regular", "Medium", "SemiBold", "Bold"]
FAMILY = "Planraum Inter"
# Latin, Latin-1, Latin Extended-A, a few letters of neighbours' names; Greek where formulas use it.
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), 0x1E9E, *map(ord, "ΔΣμπσχ")]
PUNCTUATION = [*range(0x2010, 0x2016), *range(0x2018, 0x2023), *range(0x2026, 0x2027), *range(0x2030, 0x2034)]
SPACES = [0x2002, 0x2003, 0x2007, 0x2009, 0x200A, 0x200B, 0x202F]
SIGNS = [*map(ord, "‹›⁄€←↑→↓↔↕↗↘↩↪↵⇧⌘⌥⌫⏎−≈≠≤≥∞√∂∆∑∏◊✓✗●○■□▲△▶▷▼▽◀◁◆◇★☆™℗№⅓⅔⅛⅜⅝⅞⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")]
LINE_HEIGHT = 1.36  # of the em: 11/15, 12/16, 13/18, 15/20 of the type scale


def tabular(font):
    """Lets the character map lead to the figures that are all equally wide. Comma and point stay narrow."""
    gsub = font["GSUB"].table
    lookups = next(it.Feature.LookupListIndex for it in gsub.FeatureList.FeatureRecord if it.FeatureTag == "tnum")
    wide = {}
    for at in lookups:
        for table in gsub.LookupList.Lookup[at].SubTable:
            wide.update(getattr(table, "ExtSubTable", table).mapping)
    digits = [ord(it) for it in "0123456789"]
    for table in font["cmap"].tables:
        for code in digits:
            if table.cmap.get(code) in wide:  # tables may share one map
                table.cmap[code] = wide[table.cmap[code]]
    glyphs = [font.getBestCmap()[code] for code in digits]
    width = max(font["hmtx"][it][0] for it in glyphs)
    for glyph in glyphs:  # rounding between the masters left a few units of 2816 here and there
        assert width - font["hmtx"][glyph][0] <= 8, glyph
        font["hmtx"][glyph] = (width, font["hmtx"][glyph][1])


def cut(font):
    """Keeps our characters, kerning and marks; drops the features nobody switches on."""
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 9, 11, 13, 14, 16, 17]
    options.hinting = True
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[*LETTERS, *PUNCTUATION, *SPACES, *SIGNS])
    cutter.subset(font)


def spaced(font):
    """Sets the line height; capitals stay centred in the line, as in Inter."""
    em = font["head"].unitsPerEm
    middle = (font["hhea"].ascent + font["hhea"].descent) / 2
    half = LINE_HEIGHT * em / 2
    for table, up, down, gap in [("hhea", "ascent", "descent", "lineGap"), ("OS/2", "sTypoAscender", "sTypoDescender", "sTypoLineGap")]:
        setattr(font[table], up, round(middle + half))
        setattr(font[table], down, round(middle - half))
        setattr(font[table], gap, 0)


def renamed(font, weight):
    """Another name, so that nobody takes it for the original."""
    names = font["name"]
    plain = FAMILY.replace(" ", "") + "-" + weight
    for number, text in {1: f"{FAMILY} {weight}", 2: "Regular", 3: plain, 4: f"{FAMILY} {weight}", 6: plain, 16: FAMILY, 17: weight}.items():
        names.setName(text, number, 3, 1, 0x409)
    names.setName("SIL Open Font License, Version 1.1", 13, 3, 1, 0x409)
    names.setName("https://openfontlicense.org", 14, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [plain]
        cff.topDictIndex[0].FamilyName = FAMILY
        cff.topDictIndex[0].FullName = f"{FAMILY} {weight}"


def main(source, target):
    for weight in WEIGHTS:
        font = TTFont(os.path.join(source, f"Inter-{weight}.otf"), recalcTimestamp=False)
        tabular(font)
        cut(font)
        spaced(font)
        renamed(font, weight)
        path = os.path.join(target, f"PlanraumInter-{weight}.otf")
        font.save(path)
        print(path, os.path.getsize(path), "bytes", len(font.getGlyphOrder()), "glyphs")


main(*sys.argv[1:3])
