"""Targets, and how far they are reached."""

from collections.abc import Mapping
from typing import Final

TARGETS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "no_results": "Chưa có số thực hiện.",
        "direction_higher": "càng cao càng tốt",
        "direction_lower": "càng thấp càng tốt",
        "light_green": "● xanh",
        "light_yellow": "▲ vàng",
        "light_red": "■ đỏ",
    },
    "en": {
        "no_results": "No actual yet.",
        "direction_higher": "the higher the better",
        "direction_lower": "the lower the better",
        "light_green": "● green",
        "light_yellow": "▲ yellow",
        "light_red": "■ red",
    },
}
