"""Two agencies, or two periods of one, side by side."""

from collections.abc import Mapping
from typing import Final

COMPARING: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "compare_title": "{names} · {questionnaire} · kỳ {periods}",
        "difference": "Chênh lệch",
        "compare_side": "{name}, kỳ {period} (phiên bản {version}, {status}): {score} điểm{told}, {coverage}",
        "compare_nothing": "{name}, kỳ {period}: chưa có bản trả lời",
        "level_id": "mức {id}",
        "staged_id": "theo bậc: mức {id}",
        "compare_common": (
            "Hai phiên bản khác nhau: bảng trên chấm lại cả hai theo phiên bản {later}, chỉ trên {compared} câu hỏi so sánh "
            "được theo mapping.yaml; bỏ ra {before} câu của phiên bản {earlier} và {after} câu của phiên bản {later}."
        ),
        "compare_unmapped": (
            "Hai phiên bản khác nhau và không có mapping.yaml dùng được nối chúng với nhau nên không so sánh; mỗi điểm chỉ "
            "đúng với phiên bản của nó."
        ),
        "compare_kinds": "Hai cơ quan khác loại: không được hỏi cùng những câu như nhau.",
        "compare_former": "Trước khi hợp nhất vào {name} – để riêng, không cộng và không lấy trung bình:",
    },
    "en": {
        "compare_title": "{names} · {questionnaire} · period {periods}",
        "difference": "Difference",
        "compare_side": "{name}, period {period} (version {version}, {status}): score {score}{told}, {coverage}",
        "compare_nothing": "{name}, period {period}: nothing received",
        "level_id": "level {id}",
        "staged_id": "staged: level {id}",
        "compare_common": (
            "The versions differ: the table scores both again by version {later}, over the questions that mapping.yaml calls "
            "comparable alone ({compared}); left out of version {earlier}: {before}, of version {later}: {after}."
        ),
        "compare_unmapped": (
            "The versions differ, and no usable mapping.yaml leads from one to the other, so they are not compared; each "
            "score holds for its own version."
        ),
        "compare_kinds": "The agencies are of different kinds: they were not asked the same questions.",
        "compare_former": "Before the merger into {name} – each apart, neither added up nor averaged:",
    },
}
