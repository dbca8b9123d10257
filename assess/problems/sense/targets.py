"""Rules of targets.yaml: what can be measured, and divided by."""

from assess.problems.rule import Both, Rule

TARGETS: dict[str, Rule] = {
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
