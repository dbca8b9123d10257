"""Rules of shape: the JSON Schema of a file's kind, in a person's words."""

from assess.problems.rule import Both, Rule

SHAPE: dict[str, Rule] = {
    "unknown-key": Rule(
        title=Both("Khóa không có trong mẫu", "Unknown key"),
        message=Both("không có khóa “{name}” ở đây", "there is no key “{name}” here"),
        meaning=Both(
            "Khóa viết sai hoặc đặt sai chỗ. Công cụ không bỏ qua khóa lạ, vì bỏ qua một chữ viết sai là mất một câu trả lời.",
            "The key is misspelt or in the wrong place. Unknown keys are never skipped: skipping a misspelt word would "
            "lose an answer.",
        ),
        wrong="plan: {valeu: issued}",
        right="plan: {value: issued}",
    ),
    "missing-key": Rule(
        title=Both("Thiếu khóa", "Missing key"),
        message=Both("thiếu khóa “{name}”", "the key “{name}” is missing"),
        meaning=Both(
            "Khóa này bắt buộc phải có. Thêm vào cùng giá trị.", "This key must be there. Add it with its value."
        ),
        wrong="agency: so-mau-a",
        right="format: 1\nagency: so-mau-a\nquestionnaire: six-messages\n…",
    ),
    "wrong-type": Rule(
        title=Both("Sai kiểu giá trị", "Wrong type"),
        message=Both(
            "cần {expected_vi} nhưng đọc được {found_vi}{quotes_vi}",
            "expected {expected_en}, found {found_en}{quotes_en}",
        ),
        meaning=Both(
            "Chữ trông giống số (năm, phiên bản, mã) phải đặt trong ngoặc kép thì mới là chữ.",
            "Text that looks like a number (a year, a version, a code) must stand in quotes to be text.",
        ),
        wrong="period: 2026",
        right='period: "2026"',
    ),
    "not-allowed-value": Rule(
        title=Both("Giá trị không được dùng", "Value not allowed"),
        message=Both("không dùng được giá trị “{value}”", "the value “{value}” is not allowed"),
        meaning=Both(
            "Khóa này chỉ nhận một trong các giá trị đã liệt kê.", "This key takes one of the listed values only."
        ),
        wrong="status: sent",
        right="status: submitted",
    ),
    "wrong-form": Rule(
        title=Both("Sai dạng", "Wrong form"),
        message=Both("“{value}” không đúng dạng: {form_vi}", "“{value}” does not have the right form: {form_en}"),
        meaning=Both(
            "Mã của cơ quan, bộ câu hỏi và kỳ chỉ gồm chữ thường không dấu, chữ số và dấu gạch ngang; mã câu hỏi và lựa chọn "
            "được thêm chữ hoa, dấu chấm và gạch dưới. Ngày viết là năm-tháng-ngày.",
            "Ids of agencies, questionnaires and periods hold lower-case letters without marks, digits and hyphens; ids of "
            "questions and options also capitals, dots and underscores. Dates are year-month-day.",
        ),
        wrong="agency: Sở Mẫu A",
        right="agency: so-mau-a",
    ),
    "wrong-length": Rule(
        title=Both("Sai độ dài", "Wrong length"),
        message=Both("{what_vi}", "{what_en}"),
        meaning=Both(
            "Chữ và danh sách có độ dài tối thiểu và tối đa, để trang công bố còn đọc được.",
            "Text and lists have a least and a greatest length, so that the published page stays readable.",
        ),
        wrong='title: ""',
        right="title: Bộ câu hỏi",
    ),
    "number-out-of-bounds": Rule(
        title=Both("Số ngoài giới hạn", "Number out of bounds"),
        message=Both("{name} là {value}, nhưng {bound_vi} {limit}", "{name} is {value}, but {bound_en} {limit}"),
        meaning=Both("Sửa lại số cho nằm trong giới hạn.", "Change the number so that it lies within the bounds."),
        wrong="weight: -1",
        right="weight: 1",
    ),
    "repeated-item": Rule(
        title=Both("Mục lặp lại", "Repeated item"),
        message=Both("“{value}” lặp lại trong danh sách", "“{value}” stands in the list twice"),
        meaning=Both("Mỗi mục chỉ ghi một lần.", "Each item is written once."),
        wrong="value: [web, web]",
        right="value: [web]",
    ),
    "wrong-shape": Rule(
        title=Both("Không đúng mẫu", "Does not fit the form"),
        message=Both("nội dung không đúng mẫu của loại tệp này", "the content does not fit this kind of file"),
        meaning=Both(
            "So lại với một tệp do assess init hay assess new tạo ra.",
            "Compare it with a file written by assess init or assess new.",
        ),
        wrong="",
        right="",
    ),
    "answer-empty": Rule(
        title=Both("Câu trả lời để trống", "Empty answer"),
        message=Both(
            "câu hỏi “{question}” chưa có câu trả lời; điền vào, hoặc đặt lại dấu # ở đầu dòng",
            "the question “{question}” has no answer yet; fill it in, or put the # back",
        ),
        meaning=Both(
            "Dòng đã bỏ dấu # thì phải có câu trả lời. Chưa có số liệu thì ghi unknown kèm lý do.",
            "A line without its # must hold an answer. If there is no figure yet, write unknown with a reason.",
        ),
        wrong="plan:",
        right="plan: {unknown: Đang tổng hợp số liệu.}",
    ),
    "comma-in-text": Rule(
        title=Both("Dấu phẩy trong chữ", "Comma in a text"),
        message=Both(
            "không có khóa “{name}” ở đây; nếu đây là phần sau dấu phẩy của một câu chữ, hãy đặt cả câu trong ngoặc kép",
            "there is no key “{name}” here; if it is what follows a comma in a text, put the whole text in quotes",
        ),
        meaning=Both(
            "Trong ngoặc nhọn, dấu phẩy ngăn cách các khóa, nên chữ có dấu phẩy bị đọc thành hai phần.",
            "Inside braces a comma parts one key from the next, so text with a comma is read as two things.",
        ),
        wrong="{id: plan, text: Có kế hoạch, chiến lược không?}",
        right='{id: plan, text: "Có kế hoạch, chiến lược không?"}',
    ),
    "decimal-comma": Rule(
        title=Both("Dấu phẩy thập phân", "Decimal comma"),
        message=Both(
            "“{value}” đứng một mình sau dấu phẩy; số thập phân viết bằng dấu chấm, ví dụ 62.5",
            "“{value}” stands alone after a comma; write decimals with a point, for example 62.5",
        ),
        meaning=Both(
            "Trong ngoặc nhọn, dấu phẩy ngăn cách các khóa, nên 62,5 bị đọc thành hai phần.",
            "Inside braces a comma parts one key from the next, so 62,5 is read as two things.",
        ),
        wrong="portal-share: {value: 62,5}",
        right="portal-share: {value: 62.5}",
    ),
}
