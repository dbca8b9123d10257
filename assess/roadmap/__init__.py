"""The way up from a result: single steps, what each adds to the whole, and how many of them reach the next level.

A step raises one answer: to the next option, to one option more, from no to yes, or to the number that a target states.
What it adds follows from the effective weight of its question, which is exact where every node above is an average or a
sum and nothing is done to it afterwards. Elsewhere nothing is said: of a question below any other formula, a rule, an
adjustment, rounding, a mix of channels or a least coverage; of one that an adjustment looks at, or that is relative to
a group; and of a step that would close questions, or open a chain of them.
"""

from assess.roadmap.ground import Ground, ground_of
from assess.roadmap.rises import Rise, rise_of
from assess.roadmap.way import MOST, Roadmap, Step, roadmap

__all__ = ["MOST", "Ground", "Rise", "Roadmap", "Step", "ground_of", "rise_of", "roadmap"]
