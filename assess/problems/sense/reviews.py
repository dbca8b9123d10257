"""Rules of reviews and surveys: they stand beside the response that they are of."""

from assess.problems.rule import Both, Rule

REVIEWS: dict[str, Rule] = {
    "no-response": Rule(
        title=Both(
            "Không có bản trả lời",
            "No response",
        ),
        message=Both(
            "không có bản trả lời {file} nên tệp này không được dùng",
            "there is no response {file}, so this file is not used",
        ),
        meaning=Both(
            "Bản thẩm định và kết quả khảo sát đứng cạnh bản trả lời của cùng cơ quan, bộ câu hỏi và kỳ. Xem lại tên tệp và "
            "thư mục, hoặc chờ bản trả lời.",
            "A review and a survey stand beside the response of the same agency, questionnaire and period. Look at the "
            "names of file and folders, or wait for the response.",
        ),
        wrong="reviews/2026/six-messages/so-mau-x.yaml",
        right="reviews/2026/six-messages/so-mau-a.yaml   # có responses/2026/six-messages/so-mau-a.yaml",
    ),
    "other-version": Rule(
        title=Both(
            "Khác phiên bản với bản trả lời",
            "Another version than the response",
        ),
        message=Both(
            "tệp này theo phiên bản “{value}” nhưng bản trả lời theo phiên bản “{version}”",
            "this file is of version “{value}”, but the response is of version “{version}”",
        ),
        meaning=Both(
            "Cùng một mã, câu hỏi ở hai phiên bản có thể khác nhau, nên kết quả thẩm định hay khảo sát không được dùng cho "
            "phiên bản khác.",
            "A question may differ between two versions under the same id, so a review or a survey is not used for "
            "another version.",
        ),
        wrong='questionnaire_version: "2025.1"   # cơ quan trả lời phiên bản 2026.1',
        right='questionnaire_version: "2026.1"',
    ),
    "stale-review": Rule(
        title=Both(
            "Bản thẩm định đã cũ",
            "Stale review",
        ),
        message=Both(
            "bản thẩm định này ứng với câu trả lời có mã {reviewed}…, còn bản trả lời nay có mã {present}…; "
            'xem lại những câu đã thay đổi rồi ghi answers_sha256: "{digest}"',
            "this review is of the answers {reviewed}…, but the response now holds {present}…; "
            'look at the answers that changed, then write answers_sha256: "{digest}"',
        ),
        meaning=Both(
            "Sau khi thẩm định, cơ quan đã sửa câu trả lời. Bản thẩm định cũ không được dùng cho câu trả lời mới: kênh "
            "verified chưa có bản thẩm định nào cho đến khi có người xem lại. Sửa chú thích, thứ tự dòng hay ghi chú nội "
            "bộ không làm bản thẩm định cũ đi.",
            "The agency changed its answers after they were reviewed. An old review does not stand for new answers: the "
            "channel verified has none until somebody has looked again. Comments of YAML, the order of lines and "
            "internal notes make no review stale.",
        ),
        wrong='answers_sha256: "0c4f…"   # các câu trả lời nay có mã 91f0…',
        right='answers_sha256: "91f0…"',
    ),
}
