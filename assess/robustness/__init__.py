"""How sure the order of a group is, and how its questions hang together. NumPy, imported only here.

What becomes of ranks when what could be otherwise is; and whether each question tells agencies apart.

Sources: Handbook on Constructing Composite Indicators (OECD/JRC 2008), step 7; its average shift in rank, and median
ranks with their 5th and 95th percentile.
"""

from assess.robustness.coherence import correlation, cronbach, effective_weights
from assess.robustness.items import Item, Items, every_part, items_of
from assess.robustness.trees import Choice, Panel
from assess.robustness.varying import Robustness, choices_of, intervals, robustness_of, simulated, singles
from assess.robustness.weighing import Tree, Weighed, leaf_weights, weigh

__all__ = [
    "Choice",
    "Item",
    "Items",
    "Panel",
    "Robustness",
    "Tree",
    "Weighed",
    "choices_of",
    "correlation",
    "cronbach",
    "effective_weights",
    "every_part",
    "intervals",
    "items_of",
    "leaf_weights",
    "robustness_of",
    "simulated",
    "singles",
    "weigh",
]
