"""Rules of single values: ids, dates and links."""

from assess.problems.rule import Both, Rule

VALUES: dict[str, Rule] = {
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
}
