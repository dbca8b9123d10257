"""Rules of how answers become scores: scoring rules, steps, weights and levels."""

from assess.problems.rule import Both, Rule

SCORING: dict[str, Rule] = {
    "rule-mismatch": Rule(
        title=Both(
            "Quy tắc không hợp kiểu câu hỏi",
            "Rule does not fit the type",
        ),
        message=Both(
            "{what_vi} chưa đúng: {why_vi}",
            "{what_en} cannot be like this: {why_en}",
        ),
        meaning=Both(
            "Mỗi quy tắc dành cho một số kiểu câu hỏi và có những khóa bắt buộc; bảng nằm trong phần hướng dẫn soạn bộ "
            "câu hỏi. text không tính điểm. Chỉ choice và choices có options.",
            "Each rule is for some types of question and has keys that it needs; the guide to writing a questionnaire "
            "has the table. text is never scored. Only choice and choices have options.",
        ),
        wrong="type: number",
        right="type: number\nscore: {rule: linear, from: 0, to: 80}",
    ),
    "rule-order": Rule(
        title=Both(
            "Mốc không theo thứ tự",
            "Goalposts out of order",
        ),
        message=Both(
            "{what_vi}",
            "{what_en}",
        ),
        meaning=Both(
            "Hai mốc from và to của một quy tắc phải khác nhau, và với minmax phải đúng chiều của direction; các bậc, các "
            "mức, hai phân vị và hai đầu của khoảng phải tăng dần; ngưỡng xanh của đèn phải cao hơn ngưỡng vàng.",
            "The goalposts from and to of a rule must differ, and those of minmax must go the way of direction; steps, "
            "levels, percentiles and the ends of a range must rise; green begins above yellow.",
        ),
        wrong="score: {rule: linear, from: 80, to: 80}",
        right="score: {rule: linear, from: 0, to: 80}",
    ),
    "step-form": Rule(
        title=Both(
            "Bước không rõ",
            "Unclear step",
        ),
        message=Both(
            "mỗi bước cần đúng một trong các khóa cho biết làm gì",
            "a step needs exactly one of the keys that say what it does",
        ),
        meaning=Both(
            "Một bước làm đúng một việc, để người đọc thấy từng việc một trong phần giải thích. Hai việc thì viết thành hai bước, theo thứ tự.",
            "A step does one thing, so that readers see each in the explanation. Two things are two steps, in order.",
        ),
        wrong="adjust: [{cap: 60, times: 0.9}]",
        right="adjust: [{times: 0.9}, {cap: 60}]",
    ),
    "circular-adjust": Rule(
        title=Both(
            "Điều chỉnh vòng quanh",
            "Circular adjustment",
        ),
        message=Both(
            "điểm của phần này phụ thuộc vào chính nó: {cycle}",
            "the score of this dimension depends on itself: {cycle}",
        ),
        meaning=Both(
            "Điều chỉnh của một phần không thể xét điểm của chính nó, của phần chứa nó, hay của phần mà điểm lại dựa vào nó.",
            "A dimension's adjustments cannot look at its own score, at that of a dimension it is inside, or at one whose score rests on it.",
        ),
        wrong="- {id: a, adjust: [{if: {dimension: b, score: {below: 30}}, cap: 60}], …}\n- {id: b, adjust: [{if: {dimension: a, score: {below: 30}}, cap: 60}], …}",
        right="- {id: a, adjust: [{if: {dimension: b, score: {below: 30}}, cap: 60}], …}\n- {id: b, …}",
    ),
    "zero-weights": Rule(
        title=Both(
            "Tổng trọng số bằng 0",
            "Weights add up to zero",
        ),
        message=Both(
            "trọng số của {what_vi} cộng lại bằng 0",
            "the weights of {what_en} add up to zero",
        ),
        meaning=Both(
            "Không thể tính trung bình khi không phần nào, hoặc không kênh nào, có trọng số.",
            "No mean can be worked out when no part, or no channel, has any weight.",
        ),
        wrong="weight: 0",
        right="weight: 1",
    ),
    "unused-key": Rule(
        title=Both(
            "Khóa không có tác dụng",
            "Key without effect",
        ),
        message=Both(
            "{name} không có tác dụng ở đây: {why_vi}",
            "{name} has no effect here: {why_en}",
        ),
        meaning=Both(
            "Trong phần cộng điểm (sum), mỗi phần con được tính theo points; ở các cách gộp khác thì theo weight. Đây là "
            "nhắc nhở: bỏ khóa này, hoặc đổi cách gộp.",
            "Where points are added up (sum), each part counts by its points; everywhere else by its weight. This is a "
            "reminder: remove the key, or put the parts together in the other way.",
        ),
        wrong="scoring: {aggregate: sum}\ndimensions: [{id: plans, weight: 2, …}]",
        right="scoring: {aggregate: sum}\ndimensions: [{id: plans, points: 200, …}]",
    ),
    "level-outside-scale": Rule(
        title=Both(
            "Mức nằm ngoài thang điểm",
            "Level outside the scale",
        ),
        message=Both(
            "mức bắt đầu từ {value}, ngoài thang điểm từ {start} đến {end}",
            "the level begins at {value}, outside the scale from {start} to {end}",
        ),
        meaning=Both(
            "Mức thường bắt đầu ở một điểm trên thang của bộ câu hỏi (scale; không ghi thì từ 0 đến 100). Chỉ chỉ số có "
            "điểm vượt ra ngoài thang, chẳng hạn điểm thưởng hay điểm chuẩn z, mới cần mức như vậy.",
            "A level usually begins somewhere on the questionnaire's scale (scale; from 0 to 100 if left out). Only an "
            "index whose scores go beyond it, by a bonus or as z-scores, needs such a level.",
        ),
        wrong='levels: {bands: [{id: "1", title: Khởi đầu, from: 150}]}',
        right='levels: {bands: [{id: "1", title: Khởi đầu, from: 50}]}',
    ),
}
