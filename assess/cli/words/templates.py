"""The files that `assess new` writes."""

from collections.abc import Mapping
from typing import Final

TEMPLATES: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "template_response": "Bản trả lời của {name} · {questionnaire}, phiên bản {version}, kỳ {period}",
        "template_response_how": (
            "Bỏ dấu # ở đầu dòng của câu muốn trả lời rồi điền.\n"
            'Chưa có số liệu: {{unknown: "lý do"}}. Không áp dụng: {{not_applicable: "lý do"}}.\n'
            'Kèm minh chứng: {{value: …, evidence: [{{title: "tên văn bản", number: "12/QĐ"}}]}}.\n'
            "Số bị khuyết là câu không hỏi loại cơ quan này.\nXong thì đổi status thành submitted. Kiểm tra: assess check {path}"
        ),
        "template_review": "Thẩm định câu trả lời của {name} · {questionnaire}, phiên bản {version}, kỳ {period}",
        "template_review_how": (
            "Mỗi câu ghi sẵn câu trả lời của cơ quan. Đã xem câu nào thì bỏ dấu # ở đầu dòng cuối của câu đó.\n"
            'Câu trả lời đúng: giữ nguyên. Không đúng: sửa lại, kèm lý do: {{verified: draft, reason: "lý do"}}.\n'
            'Chưa đủ căn cứ: {{unknown: "lý do"}}. Không áp dụng: {{not_applicable: "lý do"}}.\n'
            "unreviewed: câu còn dấu # được tính theo câu trả lời của cơ quan (declared), coi như bỏ trống (missing) hay "
            "không cho điểm (zero).\n"
            "Giữ nguyên answers_sha256: cơ quan sửa câu trả lời thì phải xem lại. Kiểm tra: assess check {path}"
        ),
        "template_survey": "Kết quả khảo sát về {name} · {questionnaire}, phiên bản {version}, kỳ {period}",
        "template_survey_how": (
            "Bỏ dấu # ở đầu dòng cuối của câu có kết quả rồi điền; câu không hỏi thì để nguyên.\n"
            "Kiểm tra: assess check {path}"
        ),
        "declared_nothing": "Cơ quan chưa trả lời.",
        "declared_comment": "Ghi chú của cơ quan: {text}",
        "declared_evidence": "Minh chứng của cơ quan: {text}",
        "template_evidence": "minh chứng bắt buộc",
        "template_optional": "nên có minh chứng",
        "template_na": "được ghi not_applicable kèm lý do",
        "template_when": "chỉ trả lời khi {condition}",
        "template_unscored": "không tính điểm",
        "template_left_out": "Không có ở đây, vì chỉ lấy kết quả khảo sát: {questions}",
        "points": "{points} điểm",
        "value_yes_no": "true (có) hoặc false (không)",
        "value_number": "một số",
        "value_count": "một số nguyên",
        "value_percent": "số từ 0 đến 100",
        "value_ratio": "part: tử số, of: mẫu số",
        "value_date": 'ngày, dạng "2026-03-31"',
        "value_text": "chữ",
        "value_choices": "danh sách mã, ví dụ [a, b]",
    },
    "en": {
        "template_response": "Response of {name} · {questionnaire}, version {version}, period {period}",
        "template_response_how": (
            "Remove the # before a question to answer it, and fill it in.\n"
            'No figure yet: {{unknown: "reason"}}. Not applicable: {{not_applicable: "reason"}}.\n'
            'With evidence: {{value: …, evidence: [{{title: "name of the document", number: "12/QĐ"}}]}}.\n'
            "Numbers that are missing are questions that your kind of agency is not asked.\nWhen done, change status to submitted. Check it: assess check {path}"
        ),
        "template_review": "Review of the answers of {name} · {questionnaire}, version {version}, period {period}",
        "template_review_how": (
            "Each question holds the agency's own answer. Remove the # before its last line once you have looked at it.\n"
            'The answer is right: leave it. It is not: change it, with a reason: {{verified: draft, reason: "reason"}}.\n'
            'Nothing shows it: {{unknown: "reason"}}. Not applicable: {{not_applicable: "reason"}}.\n'
            "unreviewed: what keeps its # counts as the agency answered (declared), as left out (missing), or earns "
            "nothing (zero).\n"
            "Leave answers_sha256 alone: when the agency changes an answer, look again. Check it: assess check {path}"
        ),
        "template_survey": "Survey on {name} · {questionnaire}, version {version}, period {period}",
        "template_survey_how": (
            "Remove the # before the last line of a question that was asked, and fill it in; leave the others.\n"
            "Check it: assess check {path}"
        ),
        "declared_nothing": "The agency has not answered.",
        "declared_comment": "The agency's comment: {text}",
        "declared_evidence": "The agency's evidence: {text}",
        "template_evidence": "evidence required",
        "template_optional": "evidence welcome",
        "template_na": "may be not_applicable, with a reason",
        "template_when": "only when {condition}",
        "template_unscored": "not scored",
        "template_left_out": "Not here, because the survey alone is taken: {questions}",
        "points": "points: {points}",
        "value_yes_no": "true (yes) or false (no)",
        "value_number": "a number",
        "value_count": "a whole number",
        "value_percent": "a number from 0 to 100",
        "value_ratio": "part: so many, of: how many",
        "value_date": 'a date such as "2026-03-31"',
        "value_text": "text",
        "value_choices": "a list of ids, such as [a, b]",
    },
}
