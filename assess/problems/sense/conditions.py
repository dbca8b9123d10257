"""Rules of conditions: one thing each, something that can hold, and no circles."""

from assess.problems.rule import Both, Rule

CONDITIONS: dict[str, Rule] = {
    "condition-form": Rule(
        title=Both(
            "Điều kiện không rõ",
            "Unclear condition",
        ),
        message=Both(
            "mỗi điều kiện cần đúng một trong all, any, not, of, question, dimension; of cần at_least hoặc share; "
            "question và dimension cần đúng một phép thử phù hợp",
            "a condition needs exactly one of all, any, not, of, question, dimension; of needs at_least or share; "
            "question and dimension need exactly one test that fits",
        ),
        meaning=Both(
            "at_least, at_most, above và below dùng cho số và tỷ số; is dùng cho lựa chọn, có/không và chữ; score, points "
            "và coverage cần ít nhất một cận. Câu trả lời theo từng minh chứng (combine) chỉ xét được bằng answered và điểm.",
            "at_least, at_most, above and below are for numbers and ratios; is is for options, yes/no and text; score, "
            "points and coverage need a bound. Where an answer is given for each piece of evidence (combine), only "
            "answered and scores can be looked at.",
        ),
        wrong="when: {question: plan}",
        right="when: {question: plan, is: [issued]}",
    ),
    "score-in-when": Rule(
        title=Both(
            "Điểm trong when",
            "Score in when",
        ),
        message=Both(
            "when chỉ xét câu trả lời, không xét {key}",
            "when looks at answers only, not at {key}",
        ),
        meaning=Both(
            "Việc một câu có được hỏi hay không chỉ dựa vào câu trả lời khác, để người trả lời tự thấy được. Điều kiện về điểm đặt ở adjust hoặc levels.requires.",
            "Whether a question is asked hangs on other answers only, so that whoever answers can see it. Conditions on scores stand in adjust or levels.requires.",
        ),
        wrong="when: {dimension: security, score: {at_least: 40}}",
        right="when: {question: security-plan, is: [issued]}",
    ),
    "empty-bounds": Rule(
        title=Both(
            "Khoảng không có số nào",
            "Bounds with nothing between them",
        ),
        message=Both(
            "điều kiện không bao giờ thỏa; không số nào cùng lúc: {bounds_vi}",
            "the condition never holds; no number is all of this: {bounds_en}",
        ),
        meaning=Both(
            "Các cận mâu thuẫn với nhau, hoặc nằm ngoài khoảng mà câu trả lời có thể nhận: phần trăm từ 0 đến 100, tỷ "
            "số và độ phủ từ 0 đến 1.",
            "The bounds contradict each other, or lie outside what the answer can be: percentages run from 0 to 100, "
            "ratios and coverage from 0 to 1.",
        ),
        wrong="coverage: {at_least: 80}",
        right="coverage: {at_least: 0.8}",
    ),
    "circular-when": Rule(
        title=Both(
            "Điều kiện vòng quanh",
            "Circular condition",
        ),
        message=Both(
            "điều kiện when đi vòng: {cycle}",
            "the conditions go round in a circle: {cycle}",
        ),
        meaning=Both(
            "Câu hỏi phụ thuộc vào chính nó qua các điều kiện when, nên không bao giờ biết nó có được hỏi hay không.",
            "Through its conditions a question depends on itself, so it can never be known whether it is asked.",
        ),
        wrong="- {id: a, when: {question: b, answered: true}}\n- {id: b, when: {question: a, answered: true}}",
        right="- {id: a}\n- {id: b, when: {question: a, answered: true}}",
    ),
    "long-chain": Rule(
        title=Both(
            "Điều kiện nối tiếp quá dài",
            "Chain of conditions too long",
        ),
        message=Both(
            "phụ thuộc vào hơn {limit} câu hỏi hoặc phần khác nối tiếp nhau",
            "it depends on more than {limit} others, one behind the other",
        ),
        meaning=Both(
            "Không ai theo được một chuỗi điều kiện dài như vậy. Hãy dựa vào câu hỏi hoặc phần đầu chuỗi.",
            "Nobody can follow a chain of conditions this long. Let the condition look at its beginning.",
        ),
        wrong="",
        right="",
    ),
}
