"""Questions: whether they tell agencies apart."""

from collections.abc import Mapping
from typing import Final

ITEMS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "items_bounds": "Đánh dấu ▲ khi mọi cơ quan đạt cùng một tỷ lệ điểm, khi chưa đến {answered}% số cơ quan được hỏi đã trả lời, hoặc khi tương quan với phần còn lại dưới {correlation}. Có dưới {agencies} cơ quan thì không tính.",
        "items_title": "{questionnaire} ({version}) · kỳ {period} · {agencies} cơ quan · {channel}",
        "items_whole": "Toàn bộ câu hỏi",
        "items_flag_same": "mọi cơ quan đạt cùng một tỷ lệ điểm",
        "items_flag_few-answers": "chưa đến {answered}% số cơ quan được hỏi đã trả lời",
        "items_flag_low-correlation": "tương quan với phần còn lại dưới {correlation}",
        "items_item_few-parts": "không có câu hay phần nào khác để đối chiếu",
        "items_item_few-agencies": "có dưới {agencies} cơ quan trả lời",
        "items_item_few-shared": "có dưới {agencies} cơ quan vừa trả lời câu này vừa trả lời câu khác",
        "items_item_no-spread": "điểm của câu này, hoặc của phần còn lại, không chênh lệch giữa các cơ quan",
        "items_alpha_few-parts": "chỉ có một câu hoặc một phần được tính",
        "items_alpha_few-agencies": "có câu hoặc phần dưới {agencies} cơ quan trả lời",
        "items_alpha_few-shared": "có hai câu hoặc hai phần mà dưới {agencies} cơ quan cùng trả lời",
        "items_alpha_no-spread": "tổng điểm không chênh lệch giữa các cơ quan",
    },
    "en": {
        "items_bounds": "▲ marks where all agencies have the same share of points, where fewer than {answered}% of those asked have answered, and where the correlation with the rest is below {correlation}. Of fewer than {agencies} agencies nothing is worked out.",
        "items_title": "{questionnaire} ({version}) · period {period} · agencies: {agencies} · {channel}",
        "items_whole": "The whole questionnaire",
        "items_flag_same": "all agencies have the same share of points",
        "items_flag_few-answers": "fewer than {answered}% of those asked have answered",
        "items_flag_low-correlation": "correlation with the rest below {correlation}",
        "items_item_few-parts": "there is no other question or part to hold it against",
        "items_item_few-agencies": "fewer than {agencies} agencies have answered",
        "items_item_few-shared": "fewer than {agencies} agencies have answered both this and another",
        "items_item_no-spread": "the points here, or those of the rest, do not differ between agencies",
        "items_alpha_few-parts": "only one question or part counts",
        "items_alpha_few-agencies": "some question or part was answered by fewer than {agencies} agencies",
        "items_alpha_few-shared": "some two questions or parts have fewer than {agencies} agencies that answered both",
        "items_alpha_no-spread": "the sums of points of the agencies do not differ",
    },
}
