"""Rules of sense: what a schema cannot see, because it takes more than one value to see it."""

from assess.problems.rule import Both, Rule

SENSE: dict[str, Rule] = {
    "duplicate-id": Rule(
        title=Both(
            "Mã trùng nhau",
            "Duplicate id",
        ),
        message=Both(
            "mã “{id}” đã dùng ở dòng {first}; hoa thường không phân biệt",
            "the id “{id}” is already used in line {first}; case does not tell ids apart",
        ),
        meaning=Both(
            "Mỗi mã chỉ dùng cho một thứ trong cùng một loại. Địa chỉ trang và câu trả lời dựa vào mã, nên hai "
            "mã chỉ khác nhau chữ hoa chữ thường cũng bị coi là trùng.",
            "An id stands for one thing of its kind. Addresses and answers hang on ids, so two that differ only "
            "in case count as the same.",
        ),
        wrong="- {id: plan, …}\n- {id: Plan, …}",
        right="- {id: plan, …}\n- {id: plan-2026, …}",
    ),
    "reserved-id": Rule(
        title=Both(
            "Mã dành riêng",
            "Reserved id",
        ),
        message=Both(
            "không dùng được mã “{id}”: trang web, hệ điều hành hoặc chính công cụ dùng tên này",
            "the id “{id}” cannot be used: the site, an operating system or the tool itself needs this name",
        ),
        meaning=Both(
            "Mã trở thành tên thư mục của trang. Những tên như assets, search, con, nul đã có việc khác; họ nhóm "
            "cũng không được gọi là kind, all hay parent.",
            "Ids become folders of the site. Names such as assets, search, con and nul are taken; nor is a family of "
            "groups called kind, all or parent.",
        ),
        wrong="id: search",
        right="id: tim-kiem",
    ),
    "wrong-date": Rule(
        title=Both(
            "Không phải ngày",
            "Not a date",
        ),
        message=Both(
            '“{value}” không phải là một ngày trong lịch; viết năm-tháng-ngày, ví dụ "2026-03-31"',
            '“{value}” is not a calendar date; write year-month-day, for example "2026-03-31"',
        ),
        meaning=Both(
            "Ngày viết theo thứ tự năm-tháng-ngày trong ngoặc kép và phải có thật.",
            "Dates are written year-month-day, in quotes, and must exist.",
        ),
        wrong='issued: "31/03/2026"',
        right='issued: "2026-03-31"',
    ),
    "date-order": Rule(
        title=Both(
            "Ngày sai thứ tự",
            "Dates out of order",
        ),
        message=Both(
            "ngày kết thúc {end} đứng trước ngày bắt đầu {start}",
            "the end, {end}, comes before the beginning, {start}",
        ),
        meaning=Both(
            "Ngày hết hiệu lực không thể trước ngày ban hành.",
            "A document cannot expire before it is issued.",
        ),
        wrong='{issued: "2026-03-02", expires: "2025-01-01"}',
        right='{issued: "2026-03-02", expires: "2028-01-01"}',
    ),
    "bad-link": Rule(
        title=Both(
            "Liên kết không dùng được",
            "Unusable link",
        ),
        message=Both(
            "liên kết “{value}” không dùng được: cần https:// (hoặc http://) và tên miền đầy đủ",
            "the link “{value}” cannot be used: it needs https:// (or http://) and a full host name",
        ),
        meaning=Both(
            "Chỉ công bố liên kết đến trang web công khai. Địa chỉ nội bộ, tệp trên máy, và liên kết chứa tên "
            "người dùng hay dấu cách không được nhận.",
            "Only links to public web pages are published. Internal addresses, files on a computer, and links "
            "with user names or spaces are refused.",
        ),
        wrong='url: "javascript:alert(1)"',
        right='url: "https://example.gov.vn/12.pdf"',
    ),
    "plain-http": Rule(
        title=Both(
            "Liên kết không mã hóa",
            "Link without encryption",
        ),
        message=Both(
            "liên kết “{value}” dùng http://; nên dùng https:// nếu có",
            "the link “{value}” uses http://; use https:// if there is one",
        ),
        meaning=Both(
            "Liên kết http vẫn được công bố, nhưng người đọc không được bảo vệ trên đường truyền.",
            "A link with http is published all the same, but its readers are not protected on the way.",
        ),
        wrong='url: "http://example.gov.vn"',
        right='url: "https://example.gov.vn"',
    ),
    "path-disagrees": Rule(
        title=Both(
            "Nội dung không khớp đường dẫn",
            "Content and path disagree",
        ),
        message=Both(
            "đường dẫn nói “{expected}” nhưng trong tệp ghi “{value}”; đổi tên tệp hoặc sửa trong tệp",
            "the path says “{expected}”, but the file says “{value}”; rename the file or mend it inside",
        ),
        meaning=Both(
            "Tên thư mục và tên tệp phải trùng với mã ghi trong tệp, để một câu trả lời không bị tính nhầm cho "
            "cơ quan hay kỳ khác.",
            "Folder and file names must agree with the ids inside the file, so that an answer is never counted "
            "for another agency or period.",
        ),
        wrong="# responses/2026/six-messages/so-mau-a.yaml\nagency: so-mau-b",
        right="# responses/2026/six-messages/so-mau-a.yaml\nagency: so-mau-a",
    ),
    "stray-file": Rule(
        title=Both(
            "Tệp đặt sai chỗ",
            "Stray file",
        ),
        message=Both(
            "tệp này không nằm đúng chỗ nên không được đọc; chỗ đúng là {expected_vi}",
            "this file is not where it would be read; its place is {expected_en}",
        ),
        meaning=Both(
            "Tệp để sai thư mục hoặc sai đuôi sẽ không được chấm. Công cụ báo ra thay vì lặng lẽ bỏ qua.",
            "A file in the wrong folder or with the wrong ending would not be scored. It is reported rather "
            "than passed over in silence.",
        ),
        wrong="responses/2026/so-mau-a.yml",
        right="responses/2026/six-messages/so-mau-a.yaml",
    ),
    "missing-file": Rule(
        title=Both(
            "Thiếu tệp",
            "Missing file",
        ),
        message=Both(
            "thiếu tệp {file}",
            "the file {file} is missing",
        ),
        meaning=Both(
            "Tệp này được nhắc đến nhưng không có.",
            "The file is named, but it is not there.",
        ),
        wrong="dimensions: [determination]   # không có dimensions/determination.yaml",
        right="dimensions: [determination]",
    ),
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
            "{points} points, above the question's maximum of {maximum}",
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
    "rule-mismatch": Rule(
        title=Both(
            "Quy tắc không hợp kiểu câu hỏi",
            "Rule does not fit the type",
        ),
        message=Both(
            "{what_vi} chưa đúng: {why_vi}",
            "{what_en} cannot be like this: {why_en}",
        ),
        meaning=Both(
            "Mỗi quy tắc dành cho một số kiểu câu hỏi và có những khóa bắt buộc; bảng nằm trong phần hướng dẫn soạn bộ "
            "câu hỏi. text không tính điểm. Chỉ choice và choices có options.",
            "Each rule is for some types of question and has keys that it needs; the guide to writing a questionnaire "
            "has the table. text is never scored. Only choice and choices have options.",
        ),
        wrong="type: number",
        right="type: number\nscore: {rule: linear, from: 0, to: 80}",
    ),
    "rule-order": Rule(
        title=Both(
            "Mốc không theo thứ tự",
            "Goalposts out of order",
        ),
        message=Both(
            "{what_vi}",
            "{what_en}",
        ),
        meaning=Both(
            "Hai mốc from và to của một quy tắc phải khác nhau; các bậc, các mức và hai đầu của khoảng phải tăng dần; ngưỡng xanh của "
            "đèn phải cao hơn ngưỡng vàng.",
            "The goalposts from and to of a rule must differ; steps, levels and the ends of a range must rise; green begins "
            "above yellow.",
        ),
        wrong="score: {rule: linear, from: 80, to: 80}",
        right="score: {rule: linear, from: 0, to: 80}",
    ),
    "step-form": Rule(
        title=Both(
            "Bước không rõ",
            "Unclear step",
        ),
        message=Both(
            "mỗi bước cần đúng một trong các khóa cho biết làm gì",
            "a step needs exactly one of the keys that say what it does",
        ),
        meaning=Both(
            "Một bước làm đúng một việc, để người đọc thấy từng việc một trong phần giải thích. Hai việc thì viết thành hai bước, theo thứ tự.",
            "A step does one thing, so that readers see each in the explanation. Two things are two steps, in order.",
        ),
        wrong="adjust: [{cap: 60, times: 0.9}]",
        right="adjust: [{times: 0.9}, {cap: 60}]",
    ),
    "circular-adjust": Rule(
        title=Both(
            "Điều chỉnh vòng quanh",
            "Circular adjustment",
        ),
        message=Both(
            "điểm của phần này phụ thuộc vào chính nó: {cycle}",
            "the score of this dimension depends on itself: {cycle}",
        ),
        meaning=Both(
            "Điều chỉnh của một phần không thể xét điểm của chính nó, của phần chứa nó, hay của phần mà điểm lại dựa vào nó.",
            "A dimension's adjustments cannot look at its own score, at that of a dimension it is inside, or at one whose score rests on it.",
        ),
        wrong="- {id: a, adjust: [{if: {dimension: b, score: {below: 30}}, cap: 60}], …}\n- {id: b, adjust: [{if: {dimension: a, score: {below: 30}}, cap: 60}], …}",
        right="- {id: a, adjust: [{if: {dimension: b, score: {below: 30}}, cap: 60}], …}\n- {id: b, …}",
    ),
    "zero-weights": Rule(
        title=Both(
            "Tổng trọng số bằng 0",
            "Weights add up to zero",
        ),
        message=Both(
            "trọng số của {what_vi} cộng lại bằng 0",
            "the weights of {what_en} add up to zero",
        ),
        meaning=Both(
            "Không thể tính trung bình khi không phần nào, hoặc không kênh nào, có trọng số.",
            "No mean can be worked out when no part, or no channel, has any weight.",
        ),
        wrong="weight: 0",
        right="weight: 1",
    ),
    "unused-key": Rule(
        title=Both(
            "Khóa không có tác dụng",
            "Key without effect",
        ),
        message=Both(
            "{name} không có tác dụng ở đây: {why_vi}",
            "{name} has no effect here: {why_en}",
        ),
        meaning=Both(
            "Trong phần cộng điểm (sum), mỗi phần con được tính theo points; ở các cách gộp khác thì theo weight. Đây là "
            "nhắc nhở: bỏ khóa này, hoặc đổi cách gộp.",
            "Where points are added up (sum), each part counts by its points; everywhere else by its weight. This is a "
            "reminder: remove the key, or put the parts together in the other way.",
        ),
        wrong="scoring: {aggregate: sum}\ndimensions: [{id: plans, weight: 2, …}]",
        right="scoring: {aggregate: sum}\ndimensions: [{id: plans, points: 200, …}]",
    ),
    "level-outside-scale": Rule(
        title=Both(
            "Mức nằm ngoài thang điểm",
            "Level outside the scale",
        ),
        message=Both(
            "mức bắt đầu từ {value}, ngoài thang điểm từ {start} đến {end}",
            "the level begins at {value}, outside the scale from {start} to {end}",
        ),
        meaning=Both(
            "Mức thường bắt đầu ở một điểm trên thang của bộ câu hỏi (scale; không ghi thì từ 0 đến 100). Chỉ chỉ số có "
            "điểm vượt ra ngoài thang, chẳng hạn điểm thưởng hay điểm chuẩn z, mới cần mức như vậy.",
            "A level usually begins somewhere on the questionnaire's scale (scale; from 0 to 100 if left out). Only an "
            "index whose scores go beyond it, by a bonus or as z-scores, needs such a level.",
        ),
        wrong='levels: {bands: [{id: "1", title: Khởi đầu, from: 150}]}',
        right='levels: {bands: [{id: "1", title: Khởi đầu, from: 50}]}',
    ),
    "translation-missing": Rule(
        title=Both(
            "Thiếu bản dịch",
            "Translation is missing",
        ),
        message=Both(
            "chưa dịch sang {language}: {value}",
            "not translated into {language}: {value}",
        ),
        meaning=Both(
            "Phần chưa dịch hiện bằng ngôn ngữ gốc và được đánh dấu. Đây là nhắc nhở, không phải lỗi.",
            "What is not translated is shown in the questionnaire's own language and marked as such. This is a "
            "reminder, not a fault.",
        ),
        wrong="",
        right="questions:\n  leader-chairs: {text: …}",
    ),
    "no-translation": Rule(
        title=Both(
            "Chưa có bản dịch nào",
            "No translation at all",
        ),
        message=Both(
            "trang có cả tiếng {name_vi}, nhưng bộ câu hỏi “{questionnaire}” phiên bản {version} chưa có tệp dịch này",
            "the site is in {name_en} too, but version {version} of the questionnaire “{questionnaire}” lacks this translation",
        ),
        meaning=Both(
            "Bộ câu hỏi chưa dịch vẫn được công bố, bằng ngôn ngữ gốc và được đánh dấu. Đây là nhắc nhở: thêm tệp dịch, "
            "hoặc bỏ ngôn ngữ khỏi languages.",
            "A questionnaire that is not translated is published all the same, in its own language and marked as such. "
            "This is a reminder: add the translation, or take the language out of languages.",
        ),
        wrong="languages: [vi, en]   # không có locale/en.yaml",
        right="languages: [vi]",
    ),
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
            "câu hỏi “{question}” cần minh chứng vì câu trả lời được điểm; thêm evidence: [{{title: tên văn bản}}]",
            "the question “{question}” needs evidence, because the answer earns points; add evidence: [{{title: name of the document}}]",
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
    "target-form": Rule(
        title=Both(
            "Mục tiêu chưa đo được",
            "A target that cannot be measured",
        ),
        message=Both(
            "mục tiêu chưa đo được: {why_vi}",
            "the target cannot be measured: {why_en}",
        ),
        meaning=Both(
            "Số thực hiện của quốc gia ghi trong targets.yaml, kèm nguồn. Số thực hiện của cơ quan lấy từ một câu hỏi "
            "dạng số, một câu có tính điểm, một nội dung hoặc cả bộ câu hỏi, nên không ghi lại ở đây.",
            "Figures of the nation stand in targets.yaml with their source. Those of agencies come from a question "
            "with a number, a scored question, a dimension or a whole questionnaire, so they are not written here.",
        ),
        wrong="of: nation",
        right='of: nation\nactuals: [{period: "2022", value: 86}]',
    ),
    "target-division": Rule(
        title=Both(
            "Mục tiêu không chia được",
            "A target that cannot be divided by",
        ),
        message=Both(
            "không tính được mức hoàn thành so với {value}: {why_vi}",
            "no achievement can be worked out against {value}: {why_en}",
        ),
        meaning=Both(
            "Mức hoàn thành là một phép chia. Chia cho 0 không ra số; chia cho số âm ra một số trông có vẻ đúng mà "
            "sai. Khi mục tiêu bằng 0 hoặc âm, hãy tính từ số gốc: from_baseline: true và baseline.",
            "An achievement is a division. By 0 it gives no number; by a negative number it gives one that looks right "
            "and is not. For a target of 0 or less count from the baseline: from_baseline: true, and baseline.",
        ),
        wrong='by_period: [{period: "2030", target: 0}]',
        right='by_period: [{period: "2030", target: 0}]\nfrom_baseline: true\nbaseline: {period: "2025", value: -4}',
    ),
}
