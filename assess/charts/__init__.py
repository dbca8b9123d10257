"""Numbers and labels → accessible SVG.

Every chart is one `<svg role="img">` named by its `<title>` and told in words by its `<desc>`; the ids of the two
begin with a prefix that the caller gives and that is unique on the page. Colours come from the site's style sheet
by class; dashes, marks and text say the same without colour. There are no style attributes, so the charts work
under a strict content security policy. Long labels are wrapped into lines, and what does not fit ends in "…" with
the whole label in a title. Values are floats from 0 to 100, or None where there is no number; the text of a value
is given ready by the caller.

Two kinds are otherwise: what is drawn into the cells of a table stands beside its number or is named by a label, and
a map of tiles is a group of links.
"""

from assess.charts.bars import bars, meter
from assess.charts.cells import gauge, rank_range, sparkline
from assess.charts.columns import distribution
from assess.charts.dots import SHAPES, dots
from assess.charts.dumbbell import dumbbell
from assess.charts.histogram import histogram
from assess.charts.interval import interval
from assess.charts.places import places
from assess.charts.radar import radar
from assess.charts.shifts import ThenNow, shifts
from assess.charts.spread import Band, spread
from assess.charts.stacks import stacks
from assess.charts.tiles import Tile, tiles
from assess.charts.trajectory import Mark, trajectory
from assess.charts.trend import trend
from assess.charts.weights import weights

__all__ = [
    "SHAPES",
    "Band",
    "Mark",
    "ThenNow",
    "Tile",
    "bars",
    "distribution",
    "dots",
    "dumbbell",
    "gauge",
    "histogram",
    "interval",
    "meter",
    "places",
    "radar",
    "rank_range",
    "shifts",
    "sparkline",
    "spread",
    "stacks",
    "tiles",
    "trajectory",
    "trend",
    "weights",
]
