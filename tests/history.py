"""A workspace with a history: three versions in four periods, the last without a mapping, and two mergers."""

from pathlib import Path
from typing import Final

SETTINGS: Final = """\
format: 1
title: Trang mẫu
publisher: {name: Sở Mẫu}
languages: [vi, en]
publish:
  - {questionnaire: short, period: "2027", version: "3"}
  - {questionnaire: short, period: "2026", version: "2"}
  - {questionnaire: short, period: "2025", version: "2"}
  - {questionnaire: short, period: "2024", version: "1"}
"""
REGISTER: Final = """\
format: 1
kinds: [{id: department, name: Sở}]
agencies:
  - {id: so-moi, name: Sở Mới, names: {en: New Department}, kind: department, valid_from: "2026-01-01"}
  - {id: so-a, name: Sở A, kind: department}
  - {id: so-b, name: Sở B, kind: department, valid_to: "2025-12-31", successor: so-moi}
  - {id: so-c, name: Sở C, kind: department, valid_to: "2024-12-31", successor: so-b}
"""
QUESTIONS: Final = {
    "1": "[{id: a, text: A?, type: percent}, {id: old, text: Cũ?, type: percent}, {id: gone, text: G?, type: percent}]",
    "2": "[{id: a, text: A?, type: percent}, {id: new, text: Mới?, type: percent, weight: 3}]",
    "3": "[{id: a, text: A?, type: percent}]",
}
MAP: Final = """\
from: "1"
kept: [a]
changed: [{was: old, now: new, comparable: true}]
ended: [gone]
"""
ANSWERS: Final = {
    ("2024", "so-a"): ("1", "{a: 40, old: 20, gone: 100}"),
    ("2025", "so-a"): ("2", "{a: 50, new: 30}"),
    ("2026", "so-a"): ("2", "{a: 60, new: 30}"),
    ("2027", "so-a"): ("3", "{a: 60}"),
    ("2024", "so-c"): ("1", "{a: 10, old: 10, gone: 10}"),
    ("2025", "so-b"): ("2", "{a: 20, new: 20}"),
    ("2026", "so-moi"): ("2", "{a: 70, new: 70}"),
}


def workspace_with_history(root: Path) -> Path:
    """Write a workspace of three versions in four periods; version 3 has no mapping."""
    files = {"assess.yaml": SETTINGS, "agencies.yaml": REGISTER, "questionnaires/short/2/mapping.yaml": MAP}
    for version, questions in QUESTIONS.items():
        files[f"questionnaires/short/{version}/questionnaire.yaml"] = (
            f'format: 1\nid: short\nversion: "{version}"\nlanguage: vi\ntitle: Ngắn\napplies_to: [department]\n'
            f"dimensions: [{{id: d, title: D, questions: {questions}}}]\n"
        )
    for (period, agency), (version, answers) in ANSWERS.items():
        files[f"responses/{period}/short/{agency}.yaml"] = (
            f'format: 1\nagency: {agency}\nquestionnaire: short\nquestionnaire_version: "{version}"\n'
            f'period: "{period}"\nstatus: submitted\nanswers: {answers}\n'
        )
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root
