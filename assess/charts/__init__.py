"""Numbers and labels → accessible SVG.

Every chart is one `<svg role="img">` named by its `<title>` and told in words by its `<desc>`; the ids of the two
begin with a prefix that the caller gives and that is unique on the page. Colours come from the site's style sheet
by class; dashes, marks and text say the same without colour. There are no style attributes, so the charts work
under a strict content security policy. Long labels are wrapped into lines, and what does not fit ends in "…" with
the whole label in a title. Values are floats from 0 to 100, or None where there is no number; the text of a value
is given ready by the caller.
"""

from assess.charts.bars import bars, meter
from assess.charts.columns import distribution
from assess.charts.dumbbell import dumbbell
from assess.charts.interval import interval
from assess.charts.radar import radar
from assess.charts.spread import Band, spread
from assess.charts.trend import trend

__all__ = ["Band", "bars", "distribution", "dumbbell", "interval", "meter", "radar", "spread", "trend"]
