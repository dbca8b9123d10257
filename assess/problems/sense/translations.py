"""Rules of translations: what has none is listed."""

from assess.problems.rule import Both, Rule

TRANSLATIONS: dict[str, Rule] = {
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
}
