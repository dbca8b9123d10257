"""Rules of agencies.yaml: parents, successors and groups."""

from assess.problems.rule import Both, Rule

REGISTERS: dict[str, Rule] = {
    "parent-circle": Rule(
        title=Both(
            "Cấp trên vòng quanh",
            "Circular parents",
        ),
        message=Both(
            "cấp trên của “{id}” đi vòng về chính nó",
            "the parents of “{id}” lead back to itself",
        ),
        meaning=Both(
            "Một cơ quan không thể là cấp trên của chính mình, dù qua bao nhiêu cấp.",
            "An agency cannot be its own parent, over however many steps.",
        ),
        wrong="- {id: a, parent: b}\n- {id: b, parent: a}",
        right="- {id: a}\n- {id: b, parent: a}",
    ),
    "successor-circle": Rule(
        title=Both(
            "Kế thừa vòng quanh",
            "Circular successors",
        ),
        message=Both(
            "các cơ quan kế thừa “{id}” đi vòng về chính nó",
            "the successors of “{id}” lead back to itself",
        ),
        meaning=Both(
            "Một cơ quan không thể kế thừa chính mình, dù qua bao nhiêu lần hợp nhất.",
            "An agency cannot be its own successor, over however many mergers.",
        ),
        wrong="- {id: a, successor: b}\n- {id: b, successor: a}",
        right="- {id: a, successor: b}\n- {id: b}",
    ),
    "successor-dates": Rule(
        title=Both(
            "Cơ quan kế thừa không hoạt động vào lúc tiếp nhận",
            "A successor that is not there to take over",
        ),
        message=Both(
            "cơ quan kế thừa “{id}” không hoạt động vào ngày liền sau {end}, ngày cuối của cơ quan này; xem lại valid_from, valid_to và successor",
            "the successor “{id}” is not there on the day after {end}, this agency's last; look at valid_from, valid_to and successor",
        ),
        meaning=Both(
            "Cơ quan kế thừa tiếp nhận ngay khi cơ quan cũ kết thúc: valid_from của nó chậm nhất là ngày liền sau "
            "valid_to của cơ quan cũ, và khi đó nó chưa kết thúc. Nếu không, lịch sử sẽ nối sai cơ quan.",
            "A successor takes over when the old agency ends: its valid_from is at the latest the day after the old "
            "one's valid_to, and it has not ended by then. Otherwise history would be carried on by the wrong agency.",
        ),
        wrong='- {id: so-cu, …, valid_to: "2025-06-30", successor: so-moi}\n- {id: so-moi, …, valid_from: "2026-07-01"}',
        right='- {id: so-cu, …, valid_to: "2025-06-30", successor: so-moi}\n- {id: so-moi, …, valid_from: "2025-07-01"}',
    ),
    "group-twice": Rule(
        title=Both(
            "Hai nhóm cùng họ",
            "Two groups of one family",
        ),
        message=Both(
            "“{value}” và “{first}” cùng thuộc họ “{family}”; mỗi cơ quan chỉ ở một nhóm của một họ",
            "“{value}” and “{first}” are both of “{family}”; an agency is in one group of a family only",
        ),
        meaning=Both(
            "Nếu cơ quan ở hai vùng thì không biết so nó với vùng nào.",
            "An agency of two regions could not be compared within one.",
        ),
        wrong="groups: [north, south]",
        right="groups: [north]",
    ),
}
