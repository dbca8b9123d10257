"""Rules of responses: each answer fits its question, and the question is asked."""

from assess.problems.rule import Both, Rule

RESPONSES: dict[str, Rule] = {
    "kind-not-asked": Rule(
        title=Both(
            "Bộ câu hỏi không dành cho cơ quan này",
            "Questionnaire is not for this agency",
        ),
        message=Both(
            "bộ câu hỏi không dành cho loại cơ quan “{kind}”",
            "the questionnaire is not meant for agencies of the kind “{kind}”",
        ),
        meaning=Both(
            "Bộ câu hỏi chỉ dành cho những loại cơ quan ghi ở applies_to.",
            "The questionnaire is only for the kinds of agency in its applies_to.",
        ),
        wrong="",
        right="",
    ),
    "answer-state": Rule(
        title=Both(
            "Trạng thái trả lời không rõ",
            "Unclear answer",
        ),
        message=Both(
            "mỗi câu trả lời cần đúng một trong {named}, unknown, not_applicable",
            "an answer needs exactly one of {named}, unknown, not_applicable",
        ),
        meaning=Both(
            "Một câu vừa có giá trị vừa “chưa có số liệu” thì không biết tính thế nào. Nếu chưa trả lời, bỏ cả "
            "mục đó đi.",
            "An answer that has a value and is unknown at once cannot be counted. If there is no answer yet, "
            "leave the entry out.",
        ),
        wrong="plan: {comment: Sẽ bổ sung}",
        right="plan: {unknown: Đang tổng hợp số liệu.}",
    ),
    "wrong-answer": Rule(
        title=Both(
            "Câu trả lời không hợp kiểu câu hỏi",
            "Answer does not fit the question",
        ),
        message=Both(
            "câu hỏi “{question}” cần {expected_vi}, đọc được “{value}”{tip_vi}",
            "the question “{question}” takes {expected_en}, found “{value}”{tip_en}",
        ),
        meaning=Both(
            "Số viết bằng dấu chấm thập phân, không ngoặc kép; có/không viết true hoặc false; tỷ số viết {part: "
            "…, of: …}; ngày viết năm-tháng-ngày trong ngoặc kép.",
            "Numbers use a decimal point and no quotes; yes and no are true and false; a ratio is {part: …, of: "
            "…}; a date is year-month-day in quotes.",
        ),
        wrong='value: "62,5"',
        right="value: 62.5",
    ),
    "out-of-range": Rule(
        title=Both(
            "Giá trị ngoài khoảng",
            "Value out of range",
        ),
        message=Both(
            "{value} nằm ngoài khoảng cho phép {range} của câu hỏi “{question}”",
            "{value} is outside the range {range} of the question “{question}”",
        ),
        meaning=Both(
            "Kiểm tra lại đơn vị tính: tỷ lệ phần trăm từ 0 đến 100, tỷ số có tử số không lớn hơn mẫu số.",
            "Check the unit: percentages run from 0 to 100, and a ratio's part is not larger than its whole.",
        ),
        wrong="value: 620",
        right="value: 62.0",
    ),
    "not-computable": Rule(
        title=Both(
            "Không tính điểm được",
            "Not computable",
        ),
        message=Both(
            "câu hỏi “{question}” không tính điểm được với giá trị {value}: {why_vi}",
            "the question “{question}” cannot be scored with the value {value}: {why_en}",
        ),
        meaning=Both(
            "Quy tắc cho điểm không có kết quả với giá trị này. Kiểm tra lại con số; nếu chưa có số liệu thì ghi unknown kèm lý do.",
            "The scoring rule has no result for this value. Check the number; if there is no figure, write unknown with a reason.",
        ),
        wrong="income: 0",
        right="income: {unknown: Chưa có số liệu thống kê.}",
    ),
    "not-applicable-never": Rule(
        title=Both(
            "Không được ghi không áp dụng",
            "Not applicable is not allowed",
        ),
        message=Both(
            "câu hỏi “{question}” không cho phép ghi not_applicable",
            "the question “{question}” does not allow not_applicable",
        ),
        meaning=Both(
            "Một câu không áp dụng sẽ rời khỏi mẫu số, nên chỉ được ghi khi bộ câu hỏi cho phép. Nếu chưa có số "
            "liệu, ghi unknown.",
            "A question that does not apply leaves the denominator, so the questionnaire must allow it. If "
            "there is no figure, write unknown.",
        ),
        wrong="plan: {not_applicable: Không có}",
        right="plan: none",
    ),
    "evidence-missing": Rule(
        title=Both(
            "Thiếu minh chứng",
            "Evidence is missing",
        ),
        message=Both(
            "câu hỏi “{question}” cần minh chứng vì câu trả lời được điểm; viết: {{value: …, evidence: [{{title: tên văn bản}}]}}",
            "the question “{question}” needs evidence, because the answer earns points; write: {{value: …, evidence: [{{title: name of the document}}]}}",
        ),
        meaning=Both(
            "Nêu ít nhất một văn bản: tên, số hiệu, ngày, liên kết.",
            "Name at least one document: title, number, date, link.",
        ),
        wrong="plan: issued",
        right="plan:\n  value: issued\n  evidence:\n    - {title: Quyết định, number: 12/QĐ-SMA}",
    ),
    "evidence-value": Rule(
        title=Both(
            "Giá trị đặt sai chỗ",
            "Value in the wrong place",
        ),
        message=Both(
            "câu hỏi “{question}”: {why_vi}",
            "the question “{question}”: {why_en}",
        ),
        meaning=Both(
            "Câu có combine được trả lời riêng ở từng minh chứng, mỗi mục của evidence có value của nó. Các câu khác có đúng một value, đặt cạnh evidence.",
            "A question with combine is answered for each piece of evidence: each entry of evidence has a value. Any other question has one value, beside evidence.",
        ),
        wrong="plan:\n  value: issued\n  evidence: [{title: Quyết định}]",
        right="plan:\n  evidence: [{title: Quyết định, value: issued}]",
    ),
    "answer-not-asked": Rule(
        title=Both(
            "Trả lời câu không được hỏi",
            "Answer to a question that is not asked",
        ),
        message=Both(
            "câu hỏi “{question}” không dành cho loại cơ quan này; bỏ câu trả lời",
            "the question “{question}” is not meant for this kind of agency; remove the answer",
        ),
        meaning=Both(
            "Câu hỏi chỉ dành cho những loại cơ quan ghi ở applies_to.",
            "The question is only for the kinds of agency in its applies_to.",
        ),
        wrong="",
        right="",
    ),
    "answer-closed": Rule(
        title=Both(
            "Trả lời câu đã đóng",
            "Answer to a closed question",
        ),
        message=Both(
            "câu hỏi “{question}” chỉ được hỏi khi {condition_vi}; bỏ câu trả lời này hoặc sửa câu trả lời kia",
            "the question “{question}” is asked only when {condition_en}; remove this answer or change the other",
        ),
        meaning=Both(
            "Câu hỏi chỉ mở khi câu trả lời khác thỏa điều kiện when.",
            "The question opens only when another answer meets its condition.",
        ),
        wrong="",
        right="",
    ),
    "answer-not-counted": Rule(
        title=Both(
            "Câu trả lời không được tính",
            "Answer that never counts",
        ),
        message=Both(
            "câu hỏi “{question}” chỉ lấy kết quả khảo sát, nên câu trả lời này không bao giờ được tính; có thể bỏ",
            "the question “{question}” takes the survey alone, so this answer never counts; it may be removed",
        ),
        meaning=Both(
            "Câu hỏi, hoặc phần chứa nó, có channels chỉ gồm survey: điểm lấy từ khảo sát, không lấy từ câu trả lời của cơ "
            "quan. Đây là nhắc nhở. assess new không ghi những câu này vào bản trả lời.",
            "The question, or a dimension above it, has channels with survey alone: its score comes from the survey, not "
            "from the agency's answer. This is a reminder. assess new leaves such questions out of responses.",
        ),
        wrong="answers: {satisfaction: 80}   # channels: {survey: 1}",
        right="answers: {}",
    ),
}
