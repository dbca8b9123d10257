"""Rules of where files stand."""

from assess.problems.rule import Both, Rule

FILES: dict[str, Rule] = {
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
}
