"""Rules of references: what a file names by its id is there."""

from assess.problems.rule import Both, Rule

REFERENCES: dict[str, Rule] = {
    "unknown-agency": Rule(
        title=Both(
            "Cơ quan không có trong danh mục",
            "Unknown agency",
        ),
        message=Both(
            "không có cơ quan “{value}” trong agencies.yaml",
            "there is no agency “{value}” in agencies.yaml",
        ),
        meaning=Both(
            "Mọi cơ quan được nhắc đến phải có trong danh mục agencies.yaml.",
            "Every agency that is named must be in the register agencies.yaml.",
        ),
        wrong="agency: so-mau-x",
        right="agency: so-mau-a",
    ),
    "unknown-kind": Rule(
        title=Both(
            "Loại cơ quan không có",
            "Unknown kind of agency",
        ),
        message=Both(
            "không có loại cơ quan “{value}” trong agencies.yaml; thêm vào kinds, hoặc sửa ở đây",
            "there is no kind of agency “{value}” in agencies.yaml; add it to kinds, or mend it here",
        ),
        meaning=Both(
            "Loại cơ quan được khai trong phần kinds của agencies.yaml.",
            "Kinds of agency are listed under kinds in agencies.yaml.",
        ),
        wrong="kind: provence",
        right="kind: province",
    ),
    "unknown-group": Rule(
        title=Both(
            "Không có nhóm này",
            "Unknown group",
        ),
        message=Both(
            "không có nhóm hoặc họ nhóm “{value}” trong agencies.yaml",
            "there is no group, or family of groups, “{value}” in agencies.yaml",
        ),
        meaning=Both(
            "Nhóm được khai trong phần groups của agencies.yaml, mỗi nhóm thuộc một họ (of). Cơ quan ghi mã nhóm; bộ câu hỏi ghi họ nhóm.",
            "Groups are listed under groups in agencies.yaml, each of a family (of). Agencies name groups; questionnaires name families.",
        ),
        wrong="over: {groups: north}",
        right="over: {groups: region}",
    ),
    "unknown-attribute": Rule(
        title=Both(
            "Không có số liệu nền này",
            "Unknown attribute",
        ),
        message=Both(
            "không cơ quan nào trong agencies.yaml có số liệu nền “{value}”",
            "no agency in agencies.yaml has the attribute “{value}”",
        ),
        meaning=Both(
            "divide_by chia câu trả lời cho một con số ghi ở attributes của cơ quan.",
            "divide_by divides the answer by a number that stands in the agency's attributes.",
        ),
        wrong="prepare: [{divide_by: populaton}]",
        right="prepare: [{divide_by: population}]",
    ),
    "unknown-questionnaire": Rule(
        title=Both(
            "Không có bộ câu hỏi này",
            "Unknown questionnaire",
        ),
        message=Both(
            "không có bộ câu hỏi “{value}”",
            "there is no questionnaire “{value}”",
        ),
        meaning=Both(
            "Bộ câu hỏi là một thư mục trong questionnaires/.",
            "A questionnaire is a folder below questionnaires/.",
        ),
        wrong="questionnaire: six-mesages",
        right="questionnaire: six-messages",
    ),
    "unknown-version": Rule(
        title=Both(
            "Không có phiên bản này",
            "Unknown version",
        ),
        message=Both(
            "bộ câu hỏi “{questionnaire}” không có phiên bản “{value}”",
            "the questionnaire “{questionnaire}” has no version “{value}”",
        ),
        meaning=Both(
            "Mỗi phiên bản là một thư mục trong questionnaires/<bộ câu hỏi>/. Bản trả lời gắn với đúng một phiên bản.",
            "Each version is a folder in questionnaires/<questionnaire>/. A response is tied to exactly one version.",
        ),
        wrong='questionnaire_version: "2024.1"',
        right='questionnaire_version: "2025.1"',
    ),
    "unknown-question": Rule(
        title=Both(
            "Không có câu hỏi này",
            "Unknown question",
        ),
        message=Both(
            "bộ câu hỏi không có câu hỏi “{value}”",
            "the questionnaire has no question “{value}”",
        ),
        meaning=Both(
            "Mã câu hỏi viết sai, hoặc câu hỏi thuộc phiên bản khác. Câu trả lời cho câu hỏi không có thì không "
            "được bỏ qua, mà phải sửa.",
            "The id is misspelt, or the question belongs to another version. An answer to a question that does "
            "not exist is not passed over; it must be mended.",
        ),
        wrong="answers: {leader-chair: …}",
        right="answers: {leader-chairs: …}",
    ),
    "unknown-option": Rule(
        title=Both(
            "Không có lựa chọn này",
            "Unknown option",
        ),
        message=Both(
            "câu hỏi “{question}” không có lựa chọn “{value}”",
            "the question “{question}” has no option “{value}”",
        ),
        meaning=Both(
            "Ghi mã của lựa chọn, không ghi nội dung của nó. Các mã có trong tệp do assess new tạo ra.",
            "Write the option's id, not its text. The ids stand in the file that assess new writes.",
        ),
        wrong="value: Đã ban hành",
        right="value: issued",
    ),
    "unknown-option-set": Rule(
        title=Both(
            "Không có bộ lựa chọn này",
            "Unknown option set",
        ),
        message=Both(
            "không có bộ lựa chọn “{value}” trong option_sets",
            "there is no option set “{value}” in option_sets",
        ),
        meaning=Both(
            "Bộ lựa chọn dùng chung được khai trong questionnaire.yaml, phần option_sets.",
            "Shared option sets are listed in questionnaire.yaml under option_sets.",
        ),
        wrong="options: isued",
        right="options: issued",
    ),
    "unknown-commitment": Rule(
        title=Both(
            "Không có cam kết này",
            "Unknown commitment",
        ),
        message=Both(
            "không có cam kết “{value}” trong commitments",
            "there is no commitment “{value}” in commitments",
        ),
        meaning=Both(
            "Cam kết mà câu hỏi đo lường phải có trong phần commitments của questionnaire.yaml. Cam kết mà một mục "
            "tiêu theo dõi phải có trong một bộ câu hỏi của không gian làm việc.",
            "A commitment that a question measures must stand under commitments in questionnaire.yaml. One that a "
            "target watches must stand in some questionnaire of the workspace.",
        ),
        wrong="commitments: [M1-leadr]",
        right="commitments: [M1-leader]",
    ),
    "unknown-source": Rule(
        title=Both(
            "Không có tài liệu này",
            "Unknown source",
        ),
        message=Both(
            "không có tài liệu “{value}” trong sources",
            "there is no source “{value}” in sources",
        ),
        meaning=Both(
            "Tài liệu nguồn được khai trong phần sources của questionnaire.yaml.",
            "Sources are listed under sources in questionnaire.yaml.",
        ),
        wrong="source: summit-2081",
        right="source: summit-2018",
    ),
    "unknown-grouping": Rule(
        title=Both(
            "Không có cách đọc này",
            "Unknown grouping",
        ),
        message=Both(
            "không có “{value}” trong groupings",
            "there is no “{value}” in groupings",
        ),
        meaning=Both(
            "Cách đọc khác và các giá trị của nó được khai trong phần groupings của questionnaire.yaml.",
            "Groupings and their values are listed under groupings in questionnaire.yaml.",
        ),
        wrong="groupings: {pillar: digital-goverment}",
        right="groupings: {pillar: digital-government}",
    ),
    "unknown-id": Rule(
        title=Both(
            "Mã không có trong bộ câu hỏi",
            "Unknown id",
        ),
        message=Both(
            "bộ câu hỏi không có “{value}” ở đây",
            "the questionnaire has no “{value}” here",
        ),
        meaning=Both(
            "Bản dịch, bảng đối chiếu, điều kiện và điều chỉnh chỉ dùng mã có trong bộ câu hỏi.",
            "Translations, mappings, conditions and adjustments use ids of the questionnaire only.",
        ),
        wrong="questions: {leader-chair: {text: …}}",
        right="questions: {leader-chairs: {text: …}}",
    ),
}
