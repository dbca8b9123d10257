"""Rules of versions: published ones stay as they are, and like is compared with like."""

from assess.problems.rule import Both, Rule

VERSIONS: dict[str, Rule] = {
    "frozen-changed": Rule(
        title=Both(
            "Phiên bản đã công bố bị sửa",
            "A published version was changed",
        ),
        message=Both(
            "bộ câu hỏi “{questionnaire}” phiên bản {version} đã niêm phong (frozen.yaml) nhưng nội dung nay khác; trả lại nội dung cũ, hoặc chép thư mục này thành một phiên bản mới, bỏ frozen.yaml ở đó và ghi mapping.yaml",
            "the questionnaire “{questionnaire}”, version {version}, is frozen (frozen.yaml) but says something else now; put it back as it was, or copy this folder to a new version, without frozen.yaml, and write its mapping.yaml",
        ),
        meaning=Both(
            "Điểm đã công bố phải tính lại được từ đúng bộ câu hỏi đã công bố. Lệnh assess freeze ghi mã nội dung của "
            "phiên bản vào frozen.yaml; chú thích, cách xuống dòng, bản dịch và mapping.yaml thì vẫn sửa được.",
            "Published scores must follow from the questionnaire as it was published. assess freeze records the digest "
            "of a version's content in frozen.yaml; comments, line breaks, translations and mapping.yaml may still change.",
        ),
        wrong="# questionnaires/six-messages/2025.1/questionnaire.yaml, đã niêm phong\nscoring: {missing: skip}   # trước là zero",
        right='# questionnaires/six-messages/2026.1/questionnaire.yaml\nversion: "2026.1"\nscoring: {missing: skip}',
    ),
    "not-frozen": Rule(
        title=Both(
            "Phiên bản được công bố nhưng chưa niêm phong",
            "A published version that is not frozen",
        ),
        message=Both(
            "phiên bản {version} của bộ câu hỏi “{questionnaire}” được công bố nhưng chưa niêm phong; chạy: assess freeze {questionnaire} {version}",
            "version {version} of the questionnaire “{questionnaire}” is published but not frozen; run: assess freeze {questionnaire} {version}",
        ),
        meaning=Both(
            "Niêm phong ghi lại mã nội dung của phiên bản, để mọi thay đổi về sau đều bị phát hiện. Đây là nhắc nhở.",
            "Freezing records the digest of a version, so that any later change is noticed. This is a reminder.",
        ),
        wrong='publish:\n  - {questionnaire: six-messages, period: "2026", version: "2026.1"}   # chưa có frozen.yaml',
        right='publish:\n  - {questionnaire: six-messages, period: "2026", version: "2026.1"}   # đã chạy assess freeze six-messages 2026.1',
    ),
    "not-ended": Rule(
        title=Both(
            "Câu chưa kết thúc",
            "A question that has not ended",
        ),
        message=Both(
            "câu “{value}” vẫn được hỏi trong phiên bản này; ghi vào kept hoặc changed, không ghi vào ended",
            "the question “{value}” is still asked in this version; put it under kept or changed, not under ended",
        ),
        meaning=Both(
            "ended là những câu của phiên bản trước mà phiên bản này không còn hỏi. Câu vẫn hỏi thì ghi vào kept, hoặc "
            "vào changed nếu ý nghĩa đã khác.",
            "ended lists the questions of the earlier version that this one does not ask any more. What is still asked "
            "goes under kept, or under changed if it means something else.",
        ),
        wrong="ended: [plan]   # câu plan vẫn có trong phiên bản này",
        right="kept: [plan]",
    ),
    "not-comparable": Rule(
        title=Both(
            "Hai câu hỏi không so sánh được",
            "Questions that cannot be compared",
        ),
        message=Both(
            "câu “{was}” và câu “{now}” khác kiểu, hoặc phương án cũ không còn, nên không so sánh được; ghi vào changed với comparable: false",
            "the questions “{was}” and “{now}” differ in type, or lack an option, so they cannot be compared; put them under changed with comparable: false",
        ),
        meaning=Both(
            "So sánh giữa hai phiên bản là chấm lại câu trả lời cũ theo quy tắc mới, nên câu mới phải nhận được mọi "
            "câu trả lời của câu cũ: cùng kiểu, và còn đủ các phương án cũ.",
            "To compare two versions, earlier answers are scored again by the later rules. So the later question must "
            "take every answer of the earlier one: the same type, and all of its options.",
        ),
        wrong="kept: [plan]   # phiên bản trước là choice, nay là yes_no",
        right="changed: [{was: plan, now: plan, comparable: false}]",
    ),
}
