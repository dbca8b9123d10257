"""Rules of the gate for YAML: which files can be read at all."""

from assess.problems.rule import Both, Rule

READING: dict[str, Rule] = {
    "unreadable": Rule(
        title=Both("Không đọc được tệp", "File cannot be read"),
        message=Both("không mở được tệp: {reason_vi}", "the file cannot be opened: {reason_en}"),
        meaning=Both(
            "Tệp không tồn tại hoặc tài khoản đang dùng không có quyền đọc. Kiểm tra tên tệp và quyền truy cập.",
            "The file does not exist, or this account may not read it. Check its name and its permissions.",
        ),
        wrong="",
        right="",
    ),
    "not-a-regular-file": Rule(
        title=Both("Không phải tệp thường", "Not a regular file"),
        message=Both(
            "đây không phải tệp thường (là liên kết, thư mục hoặc thiết bị) nên không được đọc",
            "this is not a regular file (a link, a folder or a device), so it is not read",
        ),
        meaning=Both(
            "Công cụ chỉ đọc tệp thường và không đi theo liên kết, để không ai đưa được tệp bên ngoài vào kết quả. "
            "Chép nội dung vào một tệp thường.",
            "Only regular files are read and no link is followed, so that nobody can bring a file from elsewhere "
            "into the results. Copy the content into a regular file.",
        ),
        wrong="",
        right="",
    ),
    "file-too-large": Rule(
        title=Both("Tệp quá lớn", "File too large"),
        message=Both(
            "tệp có {size} byte, quá giới hạn {limit} byte",
            "the file has {size} bytes, over the limit of {limit} bytes",
        ),
        meaning=Both(
            "Bản trả lời và bản thẩm định dài tối đa 1 MB, các tệp khác tối đa 16 MB. Minh chứng được dẫn bằng số hiệu "
            "và liên kết, không dán nguyên văn.",
            "Responses and reviews hold at most 1 MB, other files at most 16 MB. Evidence is named by number and link, "
            "not pasted in full.",
        ),
        wrong="",
        right="",
    ),
    "not-utf8": Rule(
        title=Both("Không phải UTF-8", "Not UTF-8"),
        message=Both(
            "tệp không ở dạng mã UTF-8; hãy lưu lại với mã UTF-8",
            "the file is not UTF-8; save it again with the encoding UTF-8",
        ),
        meaning=Both(
            "Mọi tệp dùng bảng mã UTF-8 (có hay không có BOM đều được). Trong trình soạn thảo, chọn “Lưu với mã UTF-8”.",
            "Every file is written in UTF-8 (with or without a BOM). In the editor choose “save with encoding UTF-8”.",
        ),
        wrong="",
        right="",
    ),
    "yaml-syntax": Rule(
        title=Both("Sai cú pháp YAML", "YAML syntax"),
        message=Both("sai cú pháp YAML: {what_vi}", "not valid YAML: {what_en}"),
        meaning=Both(
            "Từ chỗ này tệp không đọc tiếp được. Lỗi thường gặp: thụt lề bằng phím Tab, thiếu dấu cách sau dấu hai chấm, "
            "quên đóng ngoặc kép, hoặc chữ có dấu hai chấm mà không đặt trong ngoặc kép.",
            "From this place on the file cannot be read. Common causes: a tab used to indent, no space after a colon, "
            "a quotation mark that is not closed, or text with a colon in it that is not in quotes.",
        ),
        wrong="comment: Kế hoạch: đã ban hành",
        right='comment: "Kế hoạch: đã ban hành"',
    ),
    "empty-file": Rule(
        title=Both("Tệp trống", "Empty file"),
        message=Both("tệp không có nội dung", "the file holds nothing"),
        meaning=Both(
            "Tệp chỉ có chú thích hoặc trống. Tạo lại bằng lệnh assess new, hoặc xóa tệp.",
            "The file is empty or holds comments only. Make it again with assess new, or remove it.",
        ),
        wrong="",
        right="format: 1",
    ),
    "forbidden-character": Rule(
        title=Both("Ký tự không được dùng", "Forbidden character"),
        message=Both(
            "có ký tự điều khiển hoặc ký tự đảo chiều chữ {character}; hãy xóa ký tự này",
            "there is a control or text-direction character, {character}; remove it",
        ),
        meaning=Both(
            "Ký tự điều khiển và ký tự đảo chiều chữ không nhìn thấy được nhưng làm chữ hiện ra khác với chữ trong tệp. "
            "Chúng thường lọt vào khi chép từ nơi khác; gõ lại đoạn đó là hết.",
            "Control and text-direction characters cannot be seen, yet they make text look different from what it is. "
            "They usually come with copied text; typing the passage again removes them.",
        ),
        wrong="",
        right="",
    ),
    "yaml-tag": Rule(
        title=Both("Thẻ kiểu YAML", "YAML tag"),
        message=Both(
            "không dùng thẻ kiểu {tag}; chỉ ghi giá trị", "the tag {tag} is not allowed; write the value alone"
        ),
        meaning=Both(
            "Thẻ bắt đầu bằng dấu chấm than có thể gọi mã lệnh ở chương trình khác, nên không tệp nào được dùng.",
            "Tags, which begin with an exclamation mark, can call code in other programs, so no file may use them.",
        ),
        wrong="value: !!str 12",
        right='value: "12"',
    ),
    "yaml-anchor": Rule(
        title=Both("Neo và tham chiếu YAML", "YAML anchor or alias"),
        message=Both(
            "không dùng neo (&) hay tham chiếu (*): {name}; hãy ghi lại nội dung, hoặc đặt chữ trong ngoặc kép",
            "anchors (&) and aliases (*) are not allowed: {name}; write the content again, or put the text in quotes",
        ),
        meaning=Both(
            "Vài dòng có neo và tham chiếu có thể nở thành hàng triệu dòng. Nội dung lặp lại được ghi lại đầy đủ; trong "
            "bộ câu hỏi thì dùng option_sets.",
            "A few lines with anchors can unfold into millions. Write repeated content out; in a questionnaire use "
            "option_sets.",
        ),
        wrong="value: *plan",
        right='value: "*plan"',
    ),
    "merge-key": Rule(
        title=Both("Khóa gộp YAML", "YAML merge key"),
        message=Both("không dùng khóa gộp <<", "the merge key << is not allowed"),
        meaning=Both(
            "Khóa gộp làm nội dung phụ thuộc vào chỗ khác trong tệp và có thể làm treo chương trình. Ghi đầy đủ các khóa.",
            "A merge key makes content depend on another place and can make a program hang. Write the keys out.",
        ),
        wrong="<<: {value: 1}",
        right="value: 1",
    ),
    "duplicate-key": Rule(
        title=Both("Khóa lặp lại", "Duplicate key"),
        message=Both(
            "khóa “{key}” đã có ở dòng {first}; chỉ giữ một dòng",
            "the key “{key}” already stands in line {first}; keep one of them",
        ),
        meaning=Both(
            "Một khóa được ghi hai lần thì không biết giá trị nào đúng. Công cụ không tự chọn.",
            "When a key stands twice nobody knows which value is meant. The tool does not choose.",
        ),
        wrong="plan: {value: draft}\nplan: {value: issued}",
        right="plan: {value: issued}",
    ),
    "second-document": Rule(
        title=Both("Tài liệu thứ hai", "Second document"),
        message=Both(
            "tệp chứa nhiều hơn một tài liệu YAML; bỏ dòng --- này hoặc tách tệp",
            "the file holds more than one YAML document; remove this --- or split the file",
        ),
        meaning=Both(
            "Mỗi tệp chứa đúng một tài liệu. Dòng --- ở giữa tệp bắt đầu một tài liệu mới.",
            "A file holds exactly one document. A line --- inside the file begins another.",
        ),
        wrong="format: 1\n---\nformat: 1",
        right="format: 1",
    ),
    "too-deep": Rule(
        title=Both("Lồng quá sâu", "Nested too deeply"),
        message=Both("lồng sâu quá {limit} tầng", "nested more than {limit} levels deep"),
        meaning=Both(
            "Không tệp nào cần lồng sâu đến thế; thường là do thiếu dấu đóng ngoặc.",
            "No file needs this much nesting; usually a closing bracket is missing.",
        ),
        wrong="value: [[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]",
        right="value: [a, b]",
    ),
    "too-many-keys": Rule(
        title=Both("Quá nhiều khóa", "Too many keys"),
        message=Both("một nhóm có hơn {limit} khóa", "one map holds more than {limit} keys"),
        meaning=Both(
            "Không nhóm nào trong các tệp của công cụ cần nhiều khóa như vậy.",
            "No map in the tool's files needs that many keys.",
        ),
        wrong="",
        right="",
    ),
    "key-not-text": Rule(
        title=Both("Khóa không phải là chữ", "Key is not text"),
        message=Both("khóa phải là chữ, không phải danh sách hay nhóm", "a key must be text, not a list or a map"),
        meaning=Both(
            "Mỗi dòng có dạng “khóa: giá trị” và khóa là một từ. Ngoặc vuông hay ngoặc nhọn đứng trước dấu hai chấm là sai.",
            "Each line reads “key: value”, and the key is a word. Brackets or braces before the colon are wrong.",
        ),
        wrong="? [a, b]\n: 1",
        right="a: 1\nb: 1",
    ),
    "number-too-long": Rule(
        title=Both("Số quá dài", "Number too long"),
        message=Both("số có hơn {limit} chữ số", "the number has more than {limit} digits"),
        meaning=Both(
            "Không số liệu nào cần nhiều chữ số như vậy. Nếu đây là mã số, hãy đặt trong ngoặc kép.",
            "No figure needs this many digits. If it is a code, put it in quotes.",
        ),
        wrong="value: 10000000000000000000000000000000000000001",
        right="value: 12.5",
    ),
}
