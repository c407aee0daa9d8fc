"""Make the explorer's map: Natural Earth's public-domain outlines in the Equal Earth projection, one SVG path a state.

Run once when the outlines change:
    python scripts/outlines.py COUNTRIES-110M.json COUNTRIES-50M.json src/secretariat/web/data/outlines.json

The input files are TopoJSON made from Natural Earth 1:110m and 1:50m (public domain), as the npm package `world-atlas`
ships them. States that the coarse file leaves out (small islands) become a dot at the middle of their fine outline.
Projection: Šavrič, Patterson, Jenny, "The Equal Earth map projection", IJGIS 33 (2019).
"""

import json
import math
import sys
from pathlib import Path

import pycountry

WIDTH, HEIGHT = 1000.0, 487.0
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2
# Natural Earth draws these without an ISO number.
UNNUMBERED = {"Kosovo": "XKX", "Somaliland": "SOM", "N. Cyprus": "XNC"}


def project(lon: float, lat: float) -> tuple[float, float]:
    """Longitude and latitude in degrees to a point of the picture."""
    t = math.asin(_M * math.sin(math.radians(lat)))
    t2, t6 = t * t, t**6
    x = math.radians(lon) * math.cos(t) / (_M * (_A[0] + 3 * _A[1] * t2 + t6 * (7 * _A[2] + 9 * _A[3] * t2)))
    y = t * (_A[0] + _A[1] * t2 + t6 * (_A[2] + _A[3] * t2))
    return (x / 2.7066 + 1) * WIDTH / 2, (1 - y / 1.3173) * HEIGHT / 2


def rings(topology: dict, shape: dict) -> list[list[tuple[float, float]]]:
    """The rings of a shape in degrees."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(n: int) -> list[tuple[float, float]]:
        x = y = 0
        points = []
        for dx, dy in topology["arcs"][n if n >= 0 else ~n]:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        return points if n >= 0 else points[::-1]

    polygons = (
        [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"] if shape["type"] == "MultiPolygon" else []
    )
    return [[p for n in ring for p in arc(n)] for polygon in polygons for ring in polygon]


def code(shape: dict) -> str:
    """Alpha-3 code of a shape, empty for what is no state (Antarctica's claims, disputed ice)."""
    number = shape.get("id")
    found = pycountry.countries.get(numeric=str(number).zfill(3)) if number else None
    return found.alpha_3 if found else UNNUMBERED.get(shape["properties"]["name"], "")


def path(topology: dict, shape: dict) -> str:
    """SVG path data with one decimal."""
    out = []
    for ring in rings(topology, shape):
        for piece in cut(ring):
            points = [f"{x:.1f} {y:.1f}" for x, y in (project(*p) for p in piece)]
            words = [w for n, w in enumerate(points) if not n or w != points[n - 1]]
            if len(words) > 2:
                out.append("M" + "L".join(words) + "Z")
    return "".join(out)


def cut(ring: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    """Cut a ring where it crosses the antimeridian, so that no line runs across the whole picture."""
    pieces: list[list[tuple[float, float]]] = [[]]
    for n, point in enumerate(ring):
        if n and abs(point[0] - ring[n - 1][0]) > 180:
            pieces.append([])
        pieces[-1].append(point)
    if len(pieces) > 1 and abs(pieces[0][0][0] - pieces[-1][-1][0]) < 180:
        pieces[0] = pieces.pop() + pieces[0]
    return pieces


def middle(topology: dict, shape: dict) -> tuple[float, float]:
    """Middle of the largest ring."""
    ring = max(rings(topology, shape), key=len)
    points = [project(*p) for p in ring]
    return round(sum(x for x, _ in points) / len(points), 1), round(sum(y for _, y in points) / len(points), 1)


def main(coarse_file: str, fine_file: str, out: str) -> None:
    """Write {code: {"d": path} or {"c": [x, y]}}."""
    coarse, fine = (json.loads(Path(f).read_text()) for f in (coarse_file, fine_file))
    shapes: dict[str, dict] = {}
    for shape in coarse["objects"]["countries"]["geometries"]:
        name = code(shape)
        if name and name != "ATA":
            shapes.setdefault(name, {"d": ""})["d"] += path(coarse, shape)
    for shape in fine["objects"]["countries"]["geometries"]:
        name = code(shape)
        if name and name not in shapes and name != "ATA" and shape.get("type"):
            shapes[name] = {"c": middle(fine, shape)}
    Path(out).write_text(json.dumps(dict(sorted(shapes.items())), separators=(",", ":")))


if __name__ == "__main__":
    main(*sys.argv[1:])
