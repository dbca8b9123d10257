"""Ranks, and how sure they are."""

from collections.abc import Mapping
from typing import Final

from assess.presentation.plural import Plural

RANKING: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "rank_title": "{questionnaire} ({version}) · kỳ {period} · {kind} · {channel}",
        "not_received": "Chưa nhận được: {names}",
        "awaiting_verified": "Chờ thẩm định: {names}",
        "awaiting_stale": (
            "Chờ thẩm định lại (câu trả lời đã thay đổi sau khi thẩm định; cần xem lại các câu đã thay đổi): {names}"
        ),
        "awaiting_survey": "Chờ khảo sát: {names}",
        "uncertainty_title": "Thứ hạng chắc chắn đến đâu: {questionnaire} ({version}) · kỳ {period} · {kind} · {channel}",
        "uncertainty_plan": "{draws} lần thử (số khởi tạo {seed}), mỗi trọng số thay đổi ngẫu nhiên trong khoảng ±{spread}%; hạng trung vị [phân vị 5–95%]",
        "uncertainty_choices": "Các cách tính lần lượt được thử: {choices}",
        "nobody_to_compare": "Không có nhóm nào có từ hai cơ quan được xếp hạng.",
        "average_shift": "Số bậc thay đổi trung bình của một cơ quan",
        "choice_weights": "đổi trọng số ngẫu nhiên",
        "choice_mean": "gộp bằng trung bình cộng",
        "choice_geometric": "gộp bằng trung bình nhân (phần dưới {floor} tính là {floor})",
        "choice_harmonic": "gộp bằng trung bình điều hòa (phần dưới {floor} tính là {floor})",
        "choice_median": "gộp bằng trung vị",
        "choice_min": "gộp bằng phần thấp nhất",
        "choice_max": "gộp bằng phần cao nhất",
        "choice_own_aggregates": "gộp như bộ câu hỏi quy định",
        "choice_none": "giữ nguyên điểm từng câu hỏi",
        "choice_minmax": "chuẩn hóa từng câu hỏi theo giá trị thấp nhất và cao nhất của nhóm",
        "choice_percentile": "chuẩn hóa từng câu hỏi theo thứ bậc phần trăm trong nhóm",
        "choice_zscore": "chuẩn hóa từng câu hỏi theo độ lệch chuẩn trong nhóm (trung bình là 50 điểm, mỗi độ lệch chuẩn là 10 điểm)",
        "choice_zero": "câu chưa trả lời tính là 0",
        "choice_skip": "bỏ qua câu chưa trả lời",
        "choice_zero_node": "có câu chưa trả lời thì cả phần bằng 0",
        "choice_own_missing": "câu chưa trả lời tính như bộ câu hỏi quy định",
        "choice_equal": "trọng số bằng nhau",
        "choice_without": "bỏ phần {part}",
    },
    "en": {
        "rank_title": "{questionnaire} ({version}) · period {period} · {kind} · {channel}",
        "not_received": "Not received: {names}",
        "awaiting_verified": "Awaiting review: {names}",
        "awaiting_stale": (
            "Awaiting another review (answers were changed after the review; those need another look): {names}"
        ),
        "awaiting_survey": "Awaiting survey: {names}",
        "uncertainty_title": "How sure the ranks are: {questionnaire} ({version}) · period {period} · {kind} · {channel}",
        "uncertainty_plan": Plural(
            "{draws} draws (seed {seed}), each weight changed by chance within ±{spread}%; median rank [5th–95th percentile]",
            one="{draws} draw (seed {seed}), each weight changed by chance within ±{spread}%; median rank [5th–95th percentile]",
            by="draws",
        ),
        "uncertainty_choices": "Choices tried in turn: {choices}",
        "nobody_to_compare": "No group has two or more ranked agencies.",
        "average_shift": "Ranks that an agency moves on average",
        "choice_weights": "weights changed by chance",
        "choice_mean": "arithmetic mean",
        "choice_geometric": "geometric mean (parts below {floor} count as {floor})",
        "choice_harmonic": "harmonic mean (parts below {floor} count as {floor})",
        "choice_median": "median of the parts",
        "choice_min": "the lowest part",
        "choice_max": "the highest part",
        "choice_own_aggregates": "parts put together as the questionnaire says",
        "choice_none": "each question as it is",
        "choice_minmax": "each question stretched between the group's lowest and highest",
        "choice_percentile": "each question by percentile rank in the group",
        "choice_zscore": "each question by standard deviations in the group (50 points for the mean, 10 for each)",
        "choice_zero": "what is not answered counts as 0",
        "choice_skip": "what is not answered is passed over",
        "choice_zero_node": "what is not answered makes its whole part 0",
        "choice_own_missing": "what is not answered counts as the questionnaire says",
        "choice_equal": "equal weights",
        "choice_without": "without {part}",
    },
}
