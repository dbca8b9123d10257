"""Pages and rankings of what is published as verified, as surveyed, or mixed: they say so, with what was declared."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from assess.cli import main
from assess.documents import parse
from assess.model.digest import answers_sha256
from assess.publishing.collecting import collect
from assess.publishing.filling import Filling
from tests.everything import write_everything
from tests.test_publishing import CANARY, Element, tree
from tests.workspaces import BARE

HOSTILE: Final = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> {{ 7*7 }} &amp;"
SETTINGS: Final = """\
format: 1
title: Thử
titles: {en: Test}
publisher: {name: Văn phòng Thử}
languages: [vi, en]
publish:
  - {questionnaire: q, period: "2026", version: "1", channel: survey}
  - {questionnaire: q, period: "2025", version: "1", channel: verified}
  - {questionnaire: q, period: "2024", version: "1", channel: declared}
  - {questionnaire: whole, period: "2025", version: "1", channel: declared}
"""
REGISTER: Final = "format: 1\nkinds: [{id: province, name: Tỉnh}]\nagencies:\n" + "".join(
    f"  - {{id: tinh-{each}, name: Tỉnh {each.upper()}, kind: province{', parent: tinh-a' * (each == 'e')}}}\n"
    for each in "abcdefg"
)
QUESTIONNAIRE: Final = """\
format: 1
id: q
version: "1"
language: vi
title: Bộ câu hỏi thử
applies_to: [province]
ranking: {within: kind, min_coverage: 0, min_group: 1}
dimensions:
  - id: plain
    number: "1"
    title: Thường
    questions:
      - {id: plan, text: Kế hoạch?, type: choice, options: [
          {id: none, text: Chưa có, points: 0}, {id: draft, text: Đang soạn, points: 1},
          {id: issued, text: Đã ban hành, points: 2}]}
      - {id: share, text: Tỷ lệ?, type: percent}
      - {id: cases, text: Hồ sơ?, type: ratio}
      - {id: open, text: Mở không?, type: yes_no}
      - {id: note, text: Ghi chú?, type: text, scored: false}
      - {id: papers, text: Văn bản?, type: choice, evidence: optional, combine: mean, options: [
          {id: old, text: Bản cũ, points: 0}, {id: new, text: Bản mới, points: 4}]}
  - id: node
    number: "2"
    title: Gộp
    channels: {declared: 0.4, verified: 0.6}
    questions: [{id: online, text: Trực tuyến?, type: percent}]
  - id: leaf
    number: "3"
    title: Từng câu
    scoring: {missing: skip}
    questions: [{id: happy, text: Hài lòng?, type: percent, channels: {declared: 1, survey: 3}}]
"""
WHOLE: Final = """\
format: 1
id: whole
version: "1"
language: vi
title: Gộp cả bộ
applies_to: [province]
channels: {verified: 0.5, declared: 0.5}
ranking: {within: kind, min_coverage: 0, min_group: 1}
dimensions:
  - {id: one, title: Một, questions: [{id: x, text: X?, type: percent}]}
  - {id: two, title: Hai, questions: [{id: y, text: Y?, type: percent}]}
  - {id: three, title: Ba, questions: [{id: z, text: Z?, type: percent}]}
"""
ANSWERS: Final = f"""\
  plan: {{value: issued, comment: Kèm quyết định., internal_note: {CANARY}}}
  share: 80
  cases: {{part: 4, of: 8}}
  open: true
  note: Bản khai.
  papers: {{evidence: [{{title: Văn bản một, value: new}}, {{title: Văn bản hai, value: old}}]}}
  online: 90
  happy: 100
"""
REVIEWS: Final = {
    "tinh-a": (
        "declared",
        f"""\
  plan: {{verified: draft, reason: {json.dumps(HOSTILE)}, evidence: [{{title: Biên bản kiểm tra}}]}}
  share: {{unknown: Không có bảng kê.}}
  cases: {{verified: {{part: 4, of: 8}}}}
  online: {{verified: 40, reason: Chỉ đếm hồ sơ toàn trình.}}
""",
    ),
    "tinh-b": ("missing", "  share: {verified: 60.0}\n"),
    "tinh-c": ("zero", "  share: {verified: 80}\n"),
}
SURVEY: Final = "  share: 30\n  happy: 60\n"


def head(agency: str, period: str, name: str = "q") -> str:
    return f'format: 1\nagency: {agency}\nquestionnaire: {name}\nquestionnaire_version: "1"\nperiod: "{period}"\n'


def response(agency: str, period: str, answers: str = ANSWERS, name: str = "q") -> str:
    return f"{head(agency, period, name)}status: submitted\nanswers:\n{answers}"


def review(answered: str, agency: str, unreviewed: str, answers: str) -> str:
    digest = answers_sha256(parse(answered, "response").data["answers"])
    name = parse(answered, "response").data["questionnaire"]
    return (
        f'{head(agency, "2025", name)}answers_sha256: "{digest}"\nreviewer: to-tham-dinh-09\n'
        f'reviewed_on: "2025-05-20"\nunreviewed: {unreviewed}\nanswers:\n{answers}'
    )


def files() -> Mapping[str, str]:
    """Return a workspace: agencies with a review of each kind, one without, one that is stale, one without anything."""
    found = {
        "assess.yaml": SETTINGS,
        "agencies.yaml": REGISTER,
        "questionnaires/q/1/questionnaire.yaml": QUESTIONNAIRE,
        "questionnaires/whole/1/questionnaire.yaml": WHOLE,
    }
    for each in "abcdef":
        found[f"responses/2025/q/tinh-{each}.yaml"] = response(f"tinh-{each}", "2025")
    for agency, (unreviewed, answers) in REVIEWS.items():
        answered = found[f"responses/2025/q/{agency}.yaml"]
        found[f"reviews/2025/q/{agency}.yaml"] = review(answered, agency, unreviewed, answers)
    stale = review(response("tinh-f", "2025", "  share: 1\n"), "tinh-f", "declared", "  share: {verified: 1}\n")
    found["reviews/2025/q/tinh-f.yaml"] = stale
    found["responses/2024/q/tinh-a.yaml"] = response("tinh-a", "2024")
    one_paper = ANSWERS.replace(", {title: Văn bản hai, value: old}", "").replace("  open: true\n", "")
    found["responses/2024/q/tinh-b.yaml"] = response("tinh-b", "2024", one_paper)
    found["responses/2026/q/tinh-a.yaml"] = response("tinh-a", "2026")
    found["responses/2026/q/tinh-b.yaml"] = response("tinh-b", "2026")
    found["surveys/2026/q/tinh-a.yaml"] = (
        f"{head('tinh-a', '2026')}method: Phiếu hỏi tại bộ phận một cửa.\nrespondents: 412\nanswers:\n{SURVEY}"
    )
    mixed = response("tinh-a", "2025", "  x: 80\n  y: 60\n  z: 40\n", "whole")
    found["responses/2025/whole/tinh-a.yaml"] = mixed
    found["reviews/2025/whole/tinh-a.yaml"] = review(mixed, "tinh-a", "declared", "  x: {verified: 20}\n")
    return found


def written(folder: Path, contents: Mapping[str, str]) -> Path:
    for name, text in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def filled(root: Path) -> Mapping[str, bytes]:
    """Return every generated page by its address."""
    collected = collect(root)
    made = {address: make() for address, make in Filling(collected, dict.fromkeys(("vi", "en"), BARE)).pages()}
    collected.spool.close()
    return made


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("channels"), files())


@pytest.fixture(scope="module")
def site(root: Path) -> Mapping[str, bytes]:
    return filled(root)


@cache
def _tree(content: bytes) -> Element:
    return tree(content)


def rows(page: Element) -> Mapping[str, str]:
    """Return the text of each question on an agency's page, by its id; not how it is scored, and where it is from."""
    found = [each for part in page.every("ol", "qs") for each in part.parts if isinstance(each, Element)]
    return {each.attributes["id"].removeprefix("q-"): _without_source(each).text() for each in found}


def _without_source(row: Element) -> Element:
    kept = [part for part in row.parts if isinstance(part, str) or part.attributes.get("class") != "s"]
    return Element(row.tag, row.attributes, kept)


def cells(page: Element, class_: str) -> Sequence[Sequence[str]]:
    """Return the first table of a class, its headings first."""
    table = next(page.every("table", class_))
    return [[each.text() for each in row.parts if isinstance(each, Element)] for row in table.every("tr")]


@pytest.mark.parametrize(
    ("prefix", "score", "declared"),
    [
        ("", "Điểm theo kết quả thẩm định", "Theo số liệu cơ quan tự khai, điểm là 78,7; chênh lệch −8,7."),
        (
            "en/",
            "Score as verified in a review",
            "By the agency's own answers the score is 78.7; the difference is −8.7.",
        ),
    ],
)
def test_a_verified_page_says_so_with_what_was_declared_and_by_whom_it_was_reviewed(
    site: Mapping[str, bytes], prefix: str, score: str, declared: str
) -> None:
    page = _tree(site[f"{prefix}q/2025/tinh-a/"])
    result = next(page.every("section", "result"))
    assert next(result.every("p", "by")).text() == score
    assert declared in next(result.every("p", "summary")).text()
    facts = next(result.every("dl")).text()
    assert "to-tham-dinh-09" in facts
    assert ("20/05/2025" if not prefix else "20 May 2025") in facts
    assert ("Chênh lệch −8,7" if not prefix else "Difference −8.7") in facts


def test_the_table_of_dimensions_has_the_declared_score_and_the_gap_only_beside_another_one(
    site: Mapping[str, bytes],
) -> None:
    head, plain, node, leaf = cells(_tree(site["q/2025/tinh-a/"]), "dims")
    assert head[1:4] == ["Điểm", "Tự khai", "Chênh lệch"]
    assert plain[1:4] == ["50,0", "76,0", "−26,0"]
    assert node[1:4] == ["60,0", "90,0", "−30,0"]  # 0.4 × 90 + 0.6 × 40 beside its own declared channel
    assert "tự khai 90,0 (trọng số 0,4); thẩm định 40,0 (trọng số 0,6)" in node[0]
    assert leaf[1:4] == ["100,0", "100,0", "0,0"]
    declared = cells(_tree(site["q/2024/tinh-a/"]), "dims")
    assert "Tự khai" not in declared[0]
    assert not list(_tree(site["q/2024/tinh-a/"]).every("p", "by"))


def test_answers_are_those_of_the_review_with_the_declared_ones_and_the_reason(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2025/tinh-a/"])
    found = rows(page)
    assert "1 / 2 Đang soạn" in found["plan"]
    assert f"Bên thẩm định: {HOSTILE}" in found["plan"]
    assert "Cơ quan tự khai: Đã ban hành" in found["plan"]
    assert "Biên bản kiểm tra" in found["plan"]
    assert "0 / 1 Chưa đủ căn cứ Bên thẩm định: Không có bảng kê. Cơ quan tự khai: 80%" in found["share"]
    assert "4 / 8 (50,0%) Đã thẩm định, đúng như tự khai" in found["cases"]
    assert "1 / 1 Có Chưa thẩm định, lấy theo tự khai" in found["open"]
    assert "Cơ quan tự khai" not in found["open"] + found["cases"] + found["note"]
    assert "Tự khai: 90% 0,9 / 1 Thẩm định: 40% 0,4 / 1 Bên thẩm định: Chỉ đếm hồ sơ toàn trình." in found["online"]


def test_a_hostile_reason_is_shown_as_it_is_and_internal_notes_never(site: Mapping[str, bytes]) -> None:
    for prefix in ("", "en/"):
        content = site[f"{prefix}q/2025/tinh-a/"].decode()
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content
        assert not [each for each in _tree(content.encode()).every() if each.tag in ("script", "img")]
        assert f'<span lang="vi">{"&lt;script"}' in content or not prefix
    assert [address for address, content in site.items() if CANARY.encode() in content] == []


@pytest.mark.parametrize(
    ("agency", "told", "points"),
    [
        ("tinh-b", "Chưa thẩm định; tính như câu chưa trả lời", "0 / 2 Chưa được thẩm định"),
        ("tinh-c", "Chưa thẩm định; chưa được tính điểm", "0 / 2 Chưa được thẩm định"),
    ],
)
def test_what_was_not_reviewed_is_marked_as_the_review_says(
    site: Mapping[str, bytes], agency: str, told: str, points: str
) -> None:
    found = rows(_tree(site[f"q/2025/{agency}/"]))
    assert f"{points} {told} Cơ quan tự khai: Đã ban hành" in found["plan"]
    assert f"{told} Cơ quan tự khai: Bản mới; Bản cũ" in found["papers"]
    assert "Cơ quan tự khai: Bản khai." in found["note"]
    assert "Bước tiếp theo" not in found["plan"]
    assert ("Cơ quan tự khai: 80%" in found["share"]) == (agency == "tinh-b")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_page_of_a_survey_says_how_people_were_asked(site: Mapping[str, bytes], prefix: str) -> None:
    page = _tree(site[f"{prefix}q/2026/tinh-a/"])
    said = next(page.every("section", "result")).text()
    for each in (
        "Phiếu hỏi tại bộ phận một cửa.",
        *(
            ("412 người trả lời", "Điểm theo kết quả khảo sát")
            if not prefix
            else ("respondents: 412", "found in a survey")
        ),
    ):
        assert each in said
    found = rows(page)
    if not prefix:
        assert "30% Cơ quan tự khai: 80%" in found["share"]
        assert "Không có trong khảo sát Cơ quan tự khai: Có" in found["open"]
        assert "0,7 / 1 Tự khai: 100% 1 / 1 · trọng số 1 Khảo sát: 60% 0,6 / 1 · trọng số 3" in found["happy"]


def test_a_declared_page_tells_what_it_mixes_as_well(site: Mapping[str, bytes]) -> None:
    page = _tree(site["q/2024/tinh-a/"])
    found = rows(page)
    assert "Tự khai: 100% 1 / 1 · trọng số 1 Khảo sát: Không có trong khảo sát · trọng số 3" in found["happy"]
    assert "Riêng những câu và nội dung có ghi nhiều nguồn" in page.text()
    assert "Đây là số liệu do cơ quan tự khai" in page.text()


def test_a_whole_that_mixes_channels_is_told_channel_by_channel(site: Mapping[str, bytes]) -> None:
    page = _tree(site["whole/2025/tinh-a/"])
    text = page.text()
    assert "Điểm gộp theo trọng số từ các nguồn: thẩm định 0,5; tự khai 0,5" in text
    assert "thẩm định 40,0 (trọng số 0,5); tự khai 60,0 (trọng số 0,5); bằng 50,0." in text
    assert "Đây là số liệu do cơ quan tự khai" not in text
    _, one, *_ = cells(page, "dims")
    assert "Tính riêng theo từng nguồn: thẩm định 20,0; tự khai 80,0" in one[0]
    assert one[1] == "–"
    assert "Vạch đứng" not in text  # there is no median to mark
    assert "Thẩm định: 20% 0,2 / 1 Tự khai: 80% 0,8 / 1" in rows(page)["x"]
    assert not list(page.every("svg", "radar"))
    ranking = _tree(site["whole/2025/"])
    assert "Điểm gộp theo trọng số từ các nguồn" in ranking.text()
    assert not list(ranking.every("figure", "medians"))
    assert "Trung vị theo nội dung" not in ranking.text()


def test_other_readings_of_what_mixes_channels_are_shown_and_say_how(tmp_path: Path) -> None:
    contents = dict(files())
    name = "questionnaires/whole/1/questionnaire.yaml"
    head = "groupings: [{id: pillar, title: Trụ cột, values: [{id: g, title: Chính phủ}, {id: s, title: Xã hội}]}]\n"
    contents[name] = (
        contents[name]
        .replace("dimensions:\n", f"{head}dimensions:\n")
        .replace("{id: x, text: X?, type: percent}", "{id: x, text: X?, type: percent, groupings: {pillar: g}}")
    )
    found = filled(written(tmp_path, contents))
    for prefix, note, shown in (("", "lấy điểm ở từng nguồn", "50,0"), ("en/", "its scores in these, mixed", "50.0")):
        page = _tree(found[f"{prefix}whole/2025/tinh-a/"])
        reading = next(each for each in page.every("section") if "Trụ cột" in next(each.every("h2")).text())
        assert note in reading.text()
        assert [row[:2] for row in cells(reading, "dims")[1:]] == [["Chính phủ", shown], ["Xã hội", "–"]]


def test_the_same_answer_is_drawn_with_each_score_and_state_that_it_has(site: Mapping[str, bytes]) -> None:
    """What is drawn once for all agencies must not be taken for one whose answer came to something else."""
    one, other = (rows(_tree(site[f"q/2024/tinh-{each}/"])) for each in "ab")
    assert "2 / 4" in one["papers"]
    assert "§" not in one["papers"]
    assert "Văn bản một Bản mới" in one["papers"]
    assert "Văn bản hai Bản cũ" in one["papers"]
    assert "4 / 4" in other["papers"]
    assert "Chưa trả lời" in other["open"]
    unseen = rows(_tree(site["q/2025/tinh-b/"]))  # missing there too, but declared
    assert "Chưa được thẩm định" in unseen["open"]
    assert "Chưa trả lời" not in unseen["open"]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_ranking_says_what_it_goes_by_and_who_awaits_a_review(site: Mapping[str, bytes], prefix: str) -> None:
    page = _tree(site[f"{prefix}q/2025/"])
    assert next(page.every("p", "lead")).text() == (
        "Điểm theo kết quả thẩm định" if not prefix else "Score as verified in a review"
    )
    table = cells(page, "rank-t")
    assert table[0][3:6] == (["Điểm", "Tự khai", "Chênh lệch"] if not prefix else ["Score", "Declared", "Difference"])
    assert [row[2].split()[-1] for row in table[1:]] == ["A", "C", "B"]
    assert table[1][3:6] == (["70,0", "78,7", "−8,7"] if not prefix else ["70.0", "78.7", "−8.7"])
    titles = [each.text() for each in page.every("h3")]
    assert titles == (
        ["Chờ thẩm định", "Chờ thẩm định lại", "Chưa nhận được bản trả lời"]
        if not prefix
        else ["Awaiting review", "Awaiting another review", "Nothing received yet"]
    )
    lists = [[each.text() for each in part.every("li")] for part in page.every("ul", "names")]
    assert lists == [["Tỉnh D", "Tỉnh E (Tỉnh A)"], ["Tỉnh F"], ["Tỉnh G"]]
    told = (
        "câu trả lời đã thay đổi sau khi thẩm định" if not prefix else "their answers were changed after the review",
        "Bên thẩm định cần xem lại các câu đã thay đổi" if not prefix else "The verifier needs to look at the answers",
    )
    assert all(each in page.text() for each in told)
    assert ("trong 7 cơ quan đăng ký" if not prefix else "of 7 registered") in page.text()
    parent = _tree(site[f"{prefix}q/2025/tinh-a/"]).text()
    assert ("Tỉnh E Chờ thẩm định" if not prefix else "Tỉnh E Awaiting review") in parent
    home = _tree(site[prefix]).text()
    assert ("Kỳ 2026 · Điểm theo kết quả khảo sát" if not prefix else "Period 2026 · Score as found") in home


def test_a_stale_review_is_a_problem_and_gives_no_page(root: Path, site: Mapping[str, bytes]) -> None:
    collected = collect(root)
    collected.spool.close()
    found = [(each.code, Path(each.path).name) for each in collected.problems if each.refuses]
    assert found == [("stale-review", "tinh-f.yaml")]
    assert "q/2025/tinh-f/" not in site
    assert (collected.count.read, collected.count.built, collected.count.skipped) == (11, 7, 4)


def test_a_page_that_mixes_channels_says_that_its_review_is_stale(tmp_path: Path) -> None:
    contents = dict(files())
    name = "reviews/2025/whole/tinh-a.yaml"
    contents[name] = re.sub('answers_sha256: "[^"]*"', f'answers_sha256: "{"0" * 64}"', contents[name])
    found = filled(written(tmp_path, contents))
    for prefix, told in (("", "câu trả lời đã thay đổi sau khi thẩm định"), ("en/", "the answers were changed after")):
        assert told in next(_tree(found[f"{prefix}whole/2025/tinh-a/"]).every("section", "result")).text()
        assert told not in _tree(found[f"{prefix}q/2025/tinh-a/"]).text()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_command_ranks_with_the_channel_the_gap_and_who_awaits(
    root: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def rank(*more: str) -> str:
        main(["rank", "--workspace", str(root), "--questionnaire", "q", "--lang", language, *more])
        return capsys.readouterr().out

    title, first, *_, awaiting, stale, missing = rank("--period", "2025").splitlines()
    assert title.endswith("theo kết quả thẩm định" if language == "vi" else "as verified in a review")
    assert ("tự khai 78,7 (−8,7)" if language == "vi" else "declared 78.7 (−8.7)") in first
    assert awaiting == {"vi": "Chờ thẩm định", "en": "Awaiting review"}[language] + ": Tỉnh D, Tỉnh E"
    assert ("thay đổi sau khi thẩm định" if language == "vi" else "changed after the review") in stale
    assert stale.endswith(": Tỉnh F")
    assert missing.endswith(": Tỉnh G")
    assert ("Chờ khảo sát: Tỉnh B" if language == "vi" else "Awaiting survey: Tỉnh B") in rank("--period", "2026")
    assert rank("--period", "2024").splitlines()[0].endswith("số liệu tự khai" if language == "vi" else "as declared")
    found: dict[str, Any] = json.loads(rank("--period", "2025", "--format", "json"))
    assert (found["channel"], found["awaiting"]) == ("verified", ["tinh-d", "tinh-e", "tinh-f"])
    assert found["stale"] == ["tinh-f"]
    assert found["ranking"][0]["declared"].startswith("78.6666")
    assert json.loads(rank("--period", "2024", "--format", "json"))["ranking"][0]["declared"] is None
    table = [line for line in rank("--period", "2025", "--format", "markdown").splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in table} == {8}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_response_without_a_review_is_told_of_and_the_others_are_scored(
    root: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    every = [str(root / f"responses/2025/q/tinh-{each}.yaml") for each in "dafb"]
    assert main(["score", *every, "--channel", "verified", "--format", "json", "--lang", language]) == 1
    out, err = capsys.readouterr()
    assert [each["agency"] for each in json.loads(out)["results"]] == ["tinh-a", "tinh-b"]
    told = [line for line in err.splitlines() if line.startswith("assess: ")]
    assert [re.findall(r"tinh-.\.yaml", line) for line in told] == [["tinh-d.yaml"], ["tinh-f.yaml"]]
    assert main(["compare", "tinh-a", "tinh-d", "--workspace", str(root), "--channel", "verified"]) == 1
    assert "responses/2025/q/tinh-d.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["vi", "en"])
def test_tables_say_whose_answers_a_score_goes_by(
    root: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    declared, verified = {"vi": ("số liệu tự khai", "theo kết quả thẩm định"), "en": ("as declared", "as verified")}[
        language
    ]

    def run(*arguments: str) -> str:
        main([*arguments, "--lang", language])
        return capsys.readouterr().out

    for form in ("table", "markdown"):
        scored = run("score", str(root / "responses/2025/q/tinh-a.yaml"), "--channel", "verified", "--format", form)
        assert scored.splitlines()[0].endswith(f" · {verified}")
        assert declared not in scored
    out = run("compare", "tinh-a", "tinh-b", "--workspace", str(root), "--channel", "verified", "--period", "2025")
    assert sum(verified in line for line in out.splitlines()) == 2
    assert declared not in out
    mixed = run("score", str(root / "responses/2025/whole/tinh-a.yaml")).splitlines()[0]
    assert mixed.endswith("thẩm định 0,5; tự khai 0,5" if language == "vi" else "verified 0.5; declared 0.5")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_explanation_says_that_a_channel_has_nothing(
    root: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for agency, lacking in (("d", True), ("f", True), ("a", False)):
        main(["score", str(root / f"responses/2025/q/tinh-{agency}.yaml"), "--explain", "node", "--lang", language])
        out = capsys.readouterr().out
        assert ({"vi": "chưa có bản thẩm định dùng được", "en": "no usable review"}[language] in out) == lacking


# ------------------------------------------------------------------------------------ who is not published


def test_who_is_not_published_is_in_no_group_and_leaves_no_trace(tmp_path: Path) -> None:
    root = write_everything(tmp_path)
    settings = root / "assess.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("agencies: all", "agencies: [so-mau-a, so-mau-b]"),
        encoding="utf-8",
    )
    beside = filled(root)
    (root / "responses/2026/everything/so-mau-c.yaml").unlink()
    assert filled(root) == beside
    assert not [address for address in beside if "so-mau-c" in address]


def test_who_was_taken_back_is_in_no_group(tmp_path: Path) -> None:
    root = write_everything(tmp_path)
    with (root / "assess.yaml").open("a", encoding="utf-8") as file:
        file.write(
            "withdrawn:\n"
            '  - {questionnaire: everything, period: "2026", agency: so-mau-c, on: "2026-06-01", reason: Sai.}\n'
        )
    beside = filled(root)
    (root / "responses/2026/everything/so-mau-c.yaml").unlink()
    assert filled(root) == beside
    assert "everything/2026/so-mau-c/" in beside


def test_a_page_lists_those_below_that_may_be_shown(tmp_path: Path) -> None:
    """Of those below Tỉnh A, D sent nothing, G was taken back, and nobody else is named, whether they sent or not."""
    contents = dict(files())
    contents["agencies.yaml"] = REGISTER.replace("kind: province}", "kind: province, parent: tinh-a}").replace(
        "{id: tinh-a, name: Tỉnh A, kind: province, parent: tinh-a}", "{id: tinh-a, name: Tỉnh A, kind: province}"
    )
    contents["assess.yaml"] = (
        SETTINGS.replace(
            '{questionnaire: q, period: "2024", version: "1", channel: declared}',
            '{questionnaire: q, period: "2024", version: "1", channel: declared, agencies: [tinh-a, tinh-d, tinh-g]}',
        )
        + 'withdrawn: [{questionnaire: q, period: "2024", agency: tinh-g, on: "2025-01-01", reason: Sai.}]\n'
    )
    contents["responses/2024/q/tinh-a.yaml"] = response("tinh-a", "2024")
    contents["responses/2024/q/tinh-g.yaml"] = response("tinh-g", "2024")
    contents["responses/2024/q/tinh-f.yaml"] = response("tinh-f", "2024")
    page = tree(filled(written(tmp_path, contents))["q/2024/tinh-a/"])
    below = next(
        each for each in page.every("section") if any(h.text() == "Các cơ quan trực thuộc" for h in each.every("h2"))
    )
    assert [" ".join(each.text().split()) for each in below.every("li")] == [
        "Tỉnh D Chưa nhận được bản trả lời",
        "Tỉnh G Kết quả đã thu hồi",
    ]
    assert [each.attributes["href"] for each in below.every("a")] == [
        "../../../q/2024/tinh-g/",
        "../../../places/tinh-a/",
    ]
