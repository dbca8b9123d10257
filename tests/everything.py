"""A workspace whose questionnaire uses every sort of rule, preparing, adjusting, mixing and level at once."""

from pathlib import Path
from typing import Final

QUESTIONNAIRE: Final = """\
format: 1
id: everything
version: "1"
language: vi
title: Chỉ số thử mọi quy tắc
tiers: [{id: pillar, title: Trụ cột, round: {to: 4}}]
applies_to: [department]
scale: {from: 0, to: 100, decimals: 2}
glossary: {CSDL: cơ sở dữ liệu, OCOP: Chương trình Mỗi xã một sản phẩm}
levels:
  bands:
    - {id: "1", title: Khởi đầu, from: 0}
    - {id: "2", title: Hình thành, from: 20}
    - {id: "3", title: Vận hành, from: 50}
    - {id: "4", title: Dẫn dắt, from: 80}
  requires:
    "2": {question: plan, is: [issued, reviewed]}
    "3": {of: [{dimension: infrastructure, score: {at_least: 20}}, {question: online, at_least: 50},
               {dimension: security, coverage: {above: 0.5}}], at_least: 2}
    "4": {all: [{dimension: services, points: {at_least: 8}}, {not: {question: incident, is: [true]}}]}
scoring: {aggregate: geometric, missing: skip, min_coverage: 0.25}
adjust:
  - {if: {dimension: security, score: {below: 50}}, cap: 60, reason: An toàn thông tin chưa đạt yêu cầu tối thiểu.}
  - {if: {question: incident, is: [true]}, times: 0.9, round: {to: 1}, reason: Có sự cố nghiêm trọng trong kỳ.}
  - {if: {question: award, is: [true]}, plus: 2}
round: {to: 2, mode: half_even}
ranking: {within: kind}
dimensions:
  - id: institutions
    number: "1"
    title: Thể chế
    levels: {"1": Chưa có kế hoạch., "3": Kế hoạch đã ban hành., "4": Kế hoạch được rà soát mỗi kỳ.}
    scoring: {aggregate: mean, missing: zero}
    channels: {declared: 0.4, verified: 0.6}
    questions:
      - {id: plan, number: "1.1", text: Cơ quan đã ban hành kế hoạch chuyển đổi số chưa?, type: choice,
         options: [{id: none, text: Chưa có, points: 0}, {id: issued, text: Đã ban hành, points: 3,
                    shown_by: Quyết định ban hành.},
                   {id: reviewed, text: Đã rà soát trong kỳ, points: 4}]}
      - {id: topics, number: "1.2", text: Kế hoạch có những nội dung nào?, type: choices, score: {rule: count, of: 2},
         options: [{id: data, text: Dữ liệu, points: 1}, {id: people, text: Nhân lực, points: 1},
                   {id: money, text: Kinh phí, points: 1}]}
      - {id: systems, number: "1.3", text: Các hệ thống đã được phê duyệt cấp độ an toàn chưa?, type: yes_no,
         combine: mean, evidence: optional}
  - id: infrastructure
    number: "2"
    title: Hạ tầng
    weight: 2
    scoring: {aggregate: power, power: 0.5, missing: skip, min_parts: 0.4}
    score: {rule: linear, from: 0, to: 0.9}
    questions:
      - {id: broadband, number: "2.1", text: Số thuê bao băng rộng, unit: thuê bao, type: count, points: 5,
         prepare: [{divide_by: population, times: 1000}, {impute: median},
                   {winsorise: {skew: 2, kurtosis: 3.5, at_most: 2}}],
         score: {rule: minmax, over: {kind: same}}}
      - {id: centres, number: "2.2", text: Số trung tâm dữ liệu đạt chuẩn, type: count, score: {rule: best},
         definition: Số trung tâm còn hoạt động vào cuối kỳ., data_source: Sổ theo dõi.}
      - {id: latency, number: "2.3", text: Độ trễ trung bình, unit: ms, type: number,
         score: {rule: zscore, direction: lower, deviation: sample, mean: 0.5, sd: 0.1}}
      - {id: income, number: "2.4", text: Chi cho hạ tầng trên mỗi cán bộ, unit: triệu đồng, type: number,
         score: {rule: linear, from: 1, to: 100, transform: log}}
  - id: services
    number: "3"
    title: Dịch vụ
    points: 10
    scoring: {aggregate: sum, missing: zero, inapplicable: zero}
    adjust:
      - {if: {question: complaints, above: 100}, plus: -1.5, reason: Nhiều phản ánh chưa xử lý.}
      - {plus: {question: pilot}}
    questions:
      - {id: online, number: "3.1", text: Tỷ lệ hồ sơ trực tuyến, type: percent, points: 6,
         round: {to: 1, mode: half_up}}
      - {id: satisfied, number: "3.2", text: Mức độ hài lòng của người dân, type: percent, points: 4,
         not_applicable: allowed, channels: {survey: 1, declared: 1}}
      - {id: complaints, number: "3.3", text: Số phản ánh chưa xử lý, type: count, scored: false}
      - {id: pilot, number: "3.4", text: Số dịch vụ thí điểm, type: count, scored: false, points: 1,
         score: {rule: count, of: 4}}
  - id: security
    number: "4"
    title: An toàn thông tin
    scored: false
    scoring: {aggregate: harmonic, missing: skip}
    questions:
      - {id: incident, number: "4.1", text: Trong kỳ có sự cố nghiêm trọng không?, type: yes_no, scored: false}
      - {id: award, number: "4.2", text: Có sáng kiến được công nhận không?, type: yes_no, scored: false}
      - {id: patched, number: "4.3", text: Tỷ lệ máy chủ đã vá lỗi, type: percent,
         score: {rule: steps, steps: [{from: 50, share: 0.4}, {from: 90, share: 1}]}}
      - {id: response, number: "4.4", text: Thời gian xử lý sự cố, unit: giờ, type: number,
         score: {rule: target, target: 4, direction: lower, method: 2}}
  - id: spread
    number: "5"
    title: Đối chiếu
    scored: false
    questions:
      - {id: staff, number: "5.1", text: Số cán bộ chuyên trách, type: count,
         prepare: [{winsorise: {percentiles: [25, 75]}}],
         score: {rule: minmax, from: {percentile: 2.5}, to: {mean_of_best: 2}}}
      - {id: share, number: "5.2", text: Tỷ lệ chi cho công nghệ, type: percent,
         score: {rule: distance, value: median, reach: farthest}}
      - {id: days, number: "5.3", text: Số ngày xử lý trung bình, type: number,
         score: {rule: minmax, direction: lower, from: 30, to: {mean_of_best: 4}, cap: low}}
"""

RESPONSES: Final = {
    "so-mau-a": """\
  plan: issued
  topics: [data, people, money]
  systems: {evidence: [{title: Quyết định 12, value: true}, {title: Quyết định 15, value: false},
                       {title: Quyết định 18, value: true}]}
  broadband: 4200
  centres: 3
  latency: 28.5
  income: 37
  online: 71.25
  satisfied: 66
  complaints: 140
  pilot: 3
  incident: true
  award: false
  patched: 61
  response: 9
  staff: 10
  share: 3
  days: 12
""",
    "so-mau-b": """\
  plan: reviewed
  topics: [data]
  systems: {evidence: [{title: Quyết định 3, value: true}]}
  centres: 5
  latency: 12
  income: 55
  online: 88
  satisfied: {not_applicable: Không cung cấp dịch vụ công.}
  incident: false
  award: true
  patched: 95
  response: 3
  staff: 4
  share: 2
  days: 8
""",
    "so-mau-c": """\
  plan: none
  systems: {unknown: Đang rà soát.}
  broadband: 990
  centres: 0
  latency: 41
  online: 20
  patched: 20
  staff: 2
  share: 7
  days: 25
""",
}

REVIEWED: Final = """\
format: 1
agency: so-mau-a
questionnaire: everything
questionnaire_version: "1"
period: "2026"
answers_sha256: "a549fa5c83cdf7d233cb9766f965f0fa3d16877d530d5825c5b918e0f4fb5a43"
reviewer: to-tham-dinh-01
reviewed_on: "2026-05-20"
unreviewed: declared
answers:
  plan: {verified: none, reason: Kế hoạch chưa được ký.}
"""

SURVEYED: Final = """\
format: 1
agency: so-mau-a
questionnaire: everything
questionnaire_version: "1"
period: "2026"
answers: {satisfied: 52.5}
"""

RESPONSE: Final = """\
format: 1
agency: {agency}
questionnaire: everything
questionnaire_version: "1"
period: "2026"
status: submitted
answers:
{answers}"""

REGISTER: Final = """\
format: 1
kinds: [{id: department, name: Sở, names: {en: Department}}]
agencies:
  - {id: so-mau-a, name: Sở Mẫu A, names: {en: Sample Department A}, kind: department, attributes: {population: 120000}}
  - {id: so-mau-b, name: Sở Mẫu B, names: {en: Sample Department B}, kind: department, attributes: {population: 80000}}
  - {id: so-mau-c, name: Sở Mẫu C, names: {en: Sample Department C}, kind: department, attributes: {population: 50000}}
"""

SETTINGS: Final = """\
format: 1
title: Trang thử mọi quy tắc
publisher: {name: Sở Mẫu}
licence: CC-BY-4.0
languages: [vi, en]
invented: true
publish:
  - {questionnaire: everything, period: "2026", version: "1", channel: declared, agencies: all, comments: false}
"""


def write_everything(folder: Path) -> Path:
    """Write the workspace below a folder and return its root."""
    root = folder / "everything"
    files = {
        "assess.yaml": SETTINGS,
        "agencies.yaml": REGISTER,
        "questionnaires/everything/1/questionnaire.yaml": QUESTIONNAIRE,
        "reviews/2026/everything/so-mau-a.yaml": REVIEWED,
        "surveys/2026/everything/so-mau-a.yaml": SURVEYED,
    }
    for agency, answers in RESPONSES.items():
        files[f"responses/2026/everything/{agency}.yaml"] = RESPONSE.format(agency=agency, answers=answers)
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root
