"""Which files there are: who answers when, what is published, withdrawn, corrected and reviewed."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from assess.documents import parse
from assess.loading import load_questionnaire, questionnaire_versions
from assess.model import Agency, Questionnaire, Register
from assess.model.digest import answers_sha256
from tests.demonstration import writing
from tests.demonstration.abilities import PERIODS
from tests.demonstration.agencies import GROUPS, KINDS, agencies
from tests.demonstration.answers import Round, begin, draw
from tests.demonstration.chance import whole
from tests.demonstration.reviews import findings

QUESTIONNAIRES: Final = ("six-messages", "task-groups")
VERIFIED: Final = ("task-groups", "2025")
"""What is published as verified; all else as declared."""
AWAITING: Final = "tinh-mau-rung-suong"
"""Whose answers to that nobody has looked at yet."""
UNREVIEWED: Final = {"bo-mau-den-long": "zero", "tinh-mau-dong-gio": "missing"}
"""What stands for answers that a verifier did not look at; for all others the agency's own."""
ALSO_REVIEWED: Final = {
    ("six-messages", "2026", "bo-mau-hai-dang"),
    ("six-messages", "2026", "tinh-mau-song-trang"),
    ("six-messages", "2026", "xa-mau-ben-cau"),
}
DRAFTS: Final = {
    ("task-groups", "2026", "bo-mau-den-long"),
    ("task-groups", "2026", "tinh-mau-dong-dom-dom"),
    ("task-groups", "2026", "xa-mau-ao-trang"),
    ("six-messages", "2026", "tinh-mau-cao-nguyen-nang"),
    ("six-messages", "2026", "xa-mau-mai-ngoi-do"),
}
ABSENT: Final = {
    *((name, period, "xa-mau-doi-thong") for name in QUESTIONNAIRES for period in PERIODS),
    *((name, "2024", "tinh-mau-dao-ca-voi") for name in QUESTIONNAIRES),
    ("six-messages", "2025", "xa-mau-hoa-muoi-gio"),
    ("task-groups", "2026", "bo-mau-bong-bong"),
    ("six-messages", "2026", "xa-mau-san-dieu"),
}
"""Who was asked and never sent anything."""
WITHDRAWN: Final = """\
withdrawn:
  - questionnaire: task-groups
    period: "2025"
    agency: xa-mau-bai-cat
    on: "2025-09-10"
    reason: Số liệu đầu vào bị nhập nhầm đơn vị tính.
    reasons: {en: The figures were entered in the wrong unit.}
corrections:
  - questionnaire: six-messages
    period: "2025"
    agency: tinh-mau-song-trang
    on: "2025-08-20"
    reason: Sửa một con số trước đó ghi theo năm trước, không theo kỳ đánh giá.
    reasons: {en: A figure was corrected; it had been counted for the year before instead of the period.}
"""
HEAD: Final = """\
# yaml-language-server: $schema=assess/schemas/register.schema.json
# Mọi cơ quan ở đây đều là giả định, chỉ để minh họa. · Every agency here is invented.
format: 1
"""
SIGNED: Final = {"ministry": "Thứ trưởng", "province": "Phó Chủ tịch", "commune": "Chủ tịch"}


def write_demonstration(root: Path) -> int:
    """Write the register, the settings below `publish`, responses and reviews of a workspace; return how many files."""
    rows = list(agencies())
    parts = (("kinds", KINDS), ("groups", GROUPS), ("agencies", rows))
    _write(root / "agencies.yaml", HEAD + "".join(f"{key}:\n{writing.rows(each)}" for key, each in parts))
    register = Register.from_data({"kinds": KINDS, "groups": GROUPS, "agencies": rows})
    questionnaires = [_newest(root, name, register) for name in QUESTIONNAIRES]
    settings = root / "assess.yaml"
    kept = settings.read_text(encoding="utf-8").partition("publish:\n")[0]
    _write(settings, f"{kept}publish:\n{writing.rows(_published(questionnaires))}{WITHDRAWN}")
    for folder in ("responses", "reviews"):
        shutil.rmtree(root / folder, ignore_errors=True)
    return 2 + sum(_write_answers(root, each, register) for each in questionnaires)


def _newest(root: Path, name: str, register: Register) -> Questionnaire:
    version = max(questionnaire_versions(root)[name], key=lambda each: [int(part) for part in each.split(".")])
    questionnaire, problems = load_questionnaire(root, name, version, register)
    if questionnaire is None:
        raise SystemExit("\n".join(map(str, problems)))
    return questionnaire


def _published(questionnaires: Sequence[Questionnaire]) -> list[dict[str, Any]]:
    return [
        {
            "questionnaire": each.id,
            "period": period,
            "version": each.version,
            "channel": "verified" if (each.id, period) == VERIFIED else "declared",
            "agencies": "all",
            "comments": period == PERIODS[-1],
        }
        for each in questionnaires
        for period in reversed(PERIODS)
    ]


def _write_answers(root: Path, questionnaire: Questionnaire, register: Register) -> int:
    asked = {period: _answering(questionnaire, period, register) for period in PERIODS}
    drafts = {(period, agency) for name, period, agency in DRAFTS if name == questionnaire.id}
    the_round = begin(questionnaire, asked, drafts)
    answers = draw(the_round)
    count = 0
    for period, each in asked.items():
        for agency in each:
            text = writing.document(_response(the_round, agency, period), answers[period, agency.id])
            count += _write(_path(root, "responses", questionnaire, agency, period), text)
            if _is_reviewed(questionnaire, agency, period):
                text = _review(the_round, agency, period, parse(text, "response").data["answers"])
                count += _write(_path(root, "reviews", questionnaire, agency, period), text)
    return count


def _answering(questionnaire: Questionnaire, period: str, register: Register) -> list[Agency]:
    """Return who sends something: who is there on the last day, is asked, and is not absent."""
    return [
        each
        for each in register.agencies.values()
        if each.kind in questionnaire.applies_to
        and (each.valid_from or "") <= f"{period}-12-31" <= (each.valid_to or "9999")
        and (questionnaire.id, period, each.id) not in ABSENT
    ]


def _is_reviewed(questionnaire: Questionnaire, agency: Agency, period: str) -> bool:
    if (questionnaire.id, period) == VERIFIED:
        return agency.id != AWAITING
    return (questionnaire.id, period, agency.id) in ALSO_REVIEWED


def _head(questionnaire: Questionnaire, agency: Agency, period: str) -> dict[str, Any]:
    return {
        "format": 1,
        "agency": agency.id,
        "questionnaire": questionnaire.id,
        "questionnaire_version": questionnaire.version,
        "period": period,
    }


def _response(the_round: Round, agency: Agency, period: str) -> dict[str, Any]:
    key = (the_round.questionnaire.id, period, agency.id)
    head = _head(the_round.questionnaire, agency, period)
    if (period, agency.id) in the_round.drafts:
        return head | {"status": "draft"}
    number = f"{whole(10, 310, 'letter', *key)}/BC-MAU"
    sent = {"number": number, "date": f"{period}-07-{whole(1, 28, 'sent', *key):02}", "signed_by": SIGNED[agency.kind]}
    return head | {"status": "submitted", "submission": sent}


def _review(the_round: Round, agency: Agency, period: str, answers: Mapping[str, Any]) -> str:
    unreviewed = UNREVIEWED.get(agency.id, "declared")
    key = (the_round.questionnaire.id, period, agency.id)
    head = _head(the_round.questionnaire, agency, period) | {
        "answers_sha256": answers_sha256(answers),
        "reviewer": f"to-tham-dinh-{whole(1, 6, 'reviewer', *key):02}",
        "reviewed_on": f"{period}-08-{whole(3, 28, 'reviewed', *key):02}",
        "unreviewed": unreviewed,
    }
    return writing.document(head, findings(the_round, agency, period, answers, unreviewed))


def _path(root: Path, folder: str, questionnaire: Questionnaire, agency: Agency, period: str) -> Path:
    return root / folder / period / questionnaire.id / f"{agency.id}.yaml"


def _write(path: Path, text: str) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.write_text(text, encoding="utf-8", newline="\n") > 0
