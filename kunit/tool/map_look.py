"""What is wrong with a picture, whatever it shows: text that is cut off, or that lies
upon other text."""
import pathlib
import re
import tempfile
import xml.etree.ElementTree as xml

from tool import WELL, WRONG, call


def look_at_text(tally, what, text):
    tally.expect(f"{what}: 80 columns", max(map(len, text.splitlines())) <= 80, text)
    tally.expect(f"{what}: lines", len(text.splitlines()) < 200, text[:400])
    tally.expect(f"{what}: plain ASCII",
                 all(c == "\n" or " " <= c <= "~" for c in text), repr(text[:400]))


# --- The SVG: what a browser would show of it
SVG = "{http://www.w3.org/2000/svg}"
LETTER = {"title": 18, "head": 14}


def boxes_of(root):
    """(left, top, right, bottom, text) of each text"""
    for one in root.iter(SVG + "text"):
        size = LETTER.get(one.get("class"), 12)
        x, y = float(one.get("x")), float(one.get("y"))
        yield x, y - size * .8, x + len(one.text) * size * .61, y + size * .2, one.text


def meet(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def overlaps(boxes):
    return [(a[4], b[4]) for n, a in enumerate(boxes) for b in boxes[n + 1:]
            if meet(a, b)]


def look_at_svg(tally, what, *args, **more):
    """Draws it: everything is in the picture, and nothing lies upon another text."""
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "map.svg"
        status, out, err = call(*args, "--svg", file, **more)
        if not tally.expect(f"{what}: SVG: status", status in (WELL, WRONG) and
                            not out + err, f"{status}\n{out}{err}"):
            return None
        text = file.read_text(encoding="ascii")
    tally.expect(f"{what}: SVG: not huge", len(text) < 100000, str(len(text)))
    try:
        root = xml.fromstring(text)
    except xml.ParseError as error:
        tally.expect(f"{what}: SVG: well-formed", False, str(error))
        return None
    width, height = map(float, root.get("viewBox").split()[2:])
    boxes = list(boxes_of(root))
    outside = [b for b in boxes if b[0] < 0 or b[1] < 0 or b[2] > width or b[3] > height]
    tally.same(f"{what}: SVG: text outside", outside, [])
    tally.same(f"{what}: SVG: text upon text", overlaps(boxes), [])
    rects = [[float(r.get(k, 0)) for k in ("x", "y", "width", "height")]
             for r in root.iter(SVG + "rect")]
    # What is empty may have words in it.
    filled = [(x, y, x + w, y + h) for one, (x, y, w, h) in
              zip(root.iter(SVG + "rect"), rects)
              if one.get("class") not in ("paper", "open", "open wrong")]
    tally.same(f"{what}: SVG: text upon bars",
               [text[4] for text in boxes for bar in filled if meet(text, bar)], [])
    # Words to the left of bars stay there, in whichever of their lines.
    bars = [r for one, r in zip(root.iter(SVG + "rect"), rects)
            if (one.get("class") or "").split()[0] in ("bar", "open")]
    across = [text[4] for text in boxes if bars and
              bars[0][1] < text[3] < bars[-1][1] and text[0] < bars[0][0] < text[2]]
    tally.same(f"{what}: SVG: words across", across, [])
    tally.expect(f"{what}: SVG: all within", all(
        x >= 0 and y >= 0 and x + w <= width and y + h <= height for x, y, w, h in rects))
    tally.expect(f"{what}: SVG: has its own background", rects[0] == [0, 0, width, height])
    tally.expect(f"{what}: SVG: title and desc",
                 root.find(SVG + "title").text and root.find(SVG + "desc").text)
    tally.expect(f"{what}: SVG: needs nothing else",
                 not re.search("href|url\\(|<script|<image|@import", text))
    return root
