"""`assess init`: a clean workspace that can be built at once."""

import shutil
from argparse import Namespace
from pathlib import Path
from shlex import quote
from typing import Final

from assess.cli.trouble import Trouble
from assess.cli.words import SAID
from assess.loading.files import shown_path
from assess.publishing.resources import frame_file, packaged

AGENCY: Final = "co-quan-mau"
FIRST: Final = {"vietnam": "ha-noi"}
"""An agency of each register that comes with the package, for what to do next."""
PERIOD: Final = "2026"
FRAME: Final = ("mkdocs.yml", "mkdocs.en.yml")

_SETTINGS: Final = """\
# Không gian làm việc: tên trang, đơn vị công bố và những gì được công bố. · What the site is called and publishes.
format: 1
title: Đánh giá mức độ trưởng thành số
titles: {{en: Digital maturity assessment}}
publisher: {{name: Tên đơn vị công bố, names: {{en: Name of the publisher}}}}
licence: CC-BY-4.0
languages: [vi, en]
publish:                 # chỉ những gì có tên ở đây mới được công bố · only what is named here is published
{publish}
"""

_REGISTER: Final = """\
# Danh mục cơ quan. Thay cơ quan mẫu bằng cơ quan thật. · The register of agencies: put yours in place of the sample.
format: 1
kinds:
  - {{id: ministry, name: Bộ, names: {{en: Ministry}}}}
  - {{id: province, name: Tỉnh, names: {{en: Province}}}}
  - {{id: commune, name: Xã, names: {{en: Commune}}}}
agencies:
  - {{id: {agency}, name: Cơ quan mẫu, names: {{en: Sample agency}}, kind: province}}
"""


_REGISTERS: Final = Path(__file__).parents[1] / "registers"


def run(options: Namespace) -> int:
    """Write the files, and say what to do next."""
    folder = Path(options.folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Trouble("not_empty", path=shown_path(folder))
    try:
        first = _write(folder, options.register)
    except OSError as error:
        raise Trouble("disk", path=shown_path(folder), error=error.strerror or type(error).__name__) from error
    agency = FIRST.get(options.register, AGENCY)
    facts = {"path": quote(shown_path(folder)), "agency": agency, "questionnaire": first, "period": PERIOD}
    print(SAID[options.lang]["init_done"].format_map(facts))
    return 0


def _write(folder: Path, register: str) -> str:
    """Write a workspace; return the id of its first questionnaire."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(packaged("questionnaires"), folder / "questionnaires")
    shutil.copytree(packaged("docs"), folder / "docs", ignore=shutil.ignore_patterns("decisions", "*.png"))
    for name in FRAME:
        shutil.copyfile(frame_file(name), folder / name)
    versions = [
        (each.parent.name, each.name) for each in sorted((folder / "questionnaires").glob("*/*")) if each.is_dir()
    ]
    publish = [
        f'  - {{questionnaire: {name}, period: "{PERIOD}", version: "{version}", channel: declared, agencies: all}}'
        for name, version in versions
    ]
    _put(folder / "assess.yaml", _SETTINGS.format(publish="\n".join(publish)))
    if register == "sample":
        _put(folder / "agencies.yaml", _REGISTER.format(agency=AGENCY))
    else:
        shutil.copyfile(_REGISTERS / f"{register}.yaml", folder / "agencies.yaml")
    (folder / "responses").mkdir()
    return versions[0][0]


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
