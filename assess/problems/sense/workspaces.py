"""Rules of assess.yaml: what is published, and what is said of it."""

from assess.problems.rule import Both, Rule

WORKSPACES: dict[str, Rule] = {
    "published-twice": Rule(
        title=Both(
            "Công bố hai lần",
            "Published twice",
        ),
        message=Both(
            "bộ câu hỏi này trong kỳ này đã có ở dòng {first}",
            "this questionnaire in this period already stands in line {first}",
        ),
        meaning=Both(
            "Mỗi bộ câu hỏi trong một kỳ được công bố một lần, với một phiên bản.",
            "A questionnaire is published once for a period, in one version.",
        ),
        wrong="",
        right="",
    ),
    "not-published": Rule(
        title=Both(
            "Thông báo cho kết quả không được công bố",
            "Notice about a result that is not published",
        ),
        message=Both(
            "“{value}” không có trong publish; sửa lại, hoặc thêm vào publish",
            "“{value}” does not stand under publish; mend it, or add it to publish",
        ),
        meaning=Both(
            "Thu hồi và đính chính chỉ dành cho bộ câu hỏi và kỳ có tên trong publish; nếu không, trang không có chỗ để hiện.",
            "Withdrawals and corrections are about a questionnaire and period that stand under publish; no page would show others.",
        ),
        wrong='withdrawn: [{questionnaire: six-messages, period: "2019", …}]',
        right='withdrawn: [{questionnaire: six-messages, period: "2026", …}]',
    ),
}
