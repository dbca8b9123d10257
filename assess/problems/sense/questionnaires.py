"""Rules of what a questionnaire asks: dimensions, questions and options."""

from assess.problems.rule import Both, Rule

QUESTIONNAIRES: dict[str, Rule] = {
    "nothing-inside": Rule(
        title=Both(
            "Phần không có gì bên trong",
            "Nothing inside",
        ),
        message=Both(
            "phần này cần dimensions hoặc questions, và chỉ một trong hai",
            "a dimension needs dimensions or questions, and only one of them",
        ),
        meaning=Both(
            "Mỗi phần chứa các phần nhỏ hơn, hoặc các câu hỏi.",
            "A dimension holds dimensions, or it holds questions.",
        ),
        wrong="- {id: leader, title: Người đứng đầu}",
        right="- id: leader\n  title: Người đứng đầu\n  questions: […]",
    ),
    "never-asked": Rule(
        title=Both(
            "Không hỏi cơ quan nào",
            "Asked of nobody",
        ),
        message=Both(
            "không cơ quan nào được hỏi: ở đây dành cho {kinds}, nhưng phần chứa nó chỉ dành cho {above}",
            "no agency is asked this: here it is for {kinds}, but what holds it is for {above} only",
        ),
        meaning=Both(
            "Một câu hỏi chỉ dành cho loại cơ quan có trong applies_to của nó, của mọi phần chứa nó và của bộ câu hỏi.",
            "A question is asked of the kinds of agency that stand in its own applies_to, in that of every dimension "
            "above it, and in the questionnaire's.",
        ),
        wrong="applies_to: [nation]   # bộ câu hỏi: applies_to: [agency]",
        right="applies_to: [agency]",
    ),
    "points-above-maximum": Rule(
        title=Both(
            "Điểm vượt mức tối đa",
            "Points above the maximum",
        ),
        message=Both(
            "{points} điểm, cao hơn mức tối đa {maximum} của câu hỏi",
            "points: {points}, above the question's maximum of {maximum}",
        ),
        meaning=Both(
            "Điểm của một lựa chọn hay một bậc không được cao hơn points của câu hỏi.",
            "An option or a step cannot earn more than the question's points.",
        ),
        wrong="points: 2   # lựa chọn có points: 3",
        right="points: 3",
    ),
    "points-and-share": Rule(
        title=Both(
            "Điểm ghi hai lần",
            "Points said twice",
        ),
        message=Both(
            "có cả points: {points} và share: {share}; chỉ giữ một",
            "it has both points: {points} and share: {share}; keep one of them",
        ),
        meaning=Both(
            "Một lựa chọn hay một bậc ghi điểm bằng points, hoặc bằng share là phần của điểm tối đa. Ghi cả hai thì "
            "không biết số nào đúng.",
            "An option or a step says what it earns in points, or as a share of the maximum. With both, nobody knows "
            "which is meant.",
        ),
        wrong="{id: draft, text: Đang soạn thảo, points: 1, share: 0.5}",
        right="{id: draft, text: Đang soạn thảo, points: 1}",
    ),
    "no-points": Rule(
        title=Both(
            "Không lựa chọn nào có điểm",
            "No option earns points",
        ),
        message=Both(
            "câu hỏi có tính điểm nhưng không câu trả lời nào được điểm",
            "the question is scored, but no answer earns points",
        ),
        meaning=Both(
            "Cho điểm ít nhất một lựa chọn, hoặc ghi scored: false.",
            "Give points to at least one option, or write scored: false.",
        ),
        wrong="options: [{id: a, text: A}]",
        right="options: [{id: a, text: A, points: 1}]",
    ),
}
