"""Finding agencies: the names that the finder loads, the pages that list them all, and the index of the search."""

import gzip
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, cast

import pytest

from assess.presentation import agencies
from assess.presentation.agencies import LISTED, list_pages, names
from assess.presentation.search import RESULTS_SEARCHED, Entry, result_entries
from assess.presentation.surroundings import Surroundings
from assess.presentation.wording import unmarked
from assess.publishing.collecting import Collected, collect
from assess.publishing.filling import Filling
from assess.publishing.resources import words
from assess.publishing.searching import INDEX, extend_index, with_unmarked
from assess.publishing.surroundings import surroundings_of
from assess.publishing.templates import drawer
from tests.test_publishing import CANARY, HOSTILE, REGISTER, SMALL, workspace
from tests.workspaces import BARE

NAMES_GZIP: Final = 160_000
SYLLABLES: Final = (
    "An Bình Cẩm Châu Đông Đức Giang Hà Hải Hòa Hưng Khánh Lâm Long Lộc Mỹ Minh Nam Nghĩa Ninh Phong Phú Phước Quang"
    " Sơn Tân Tây Thạch Thanh Thành Thịnh Thọ Thủy Tiên Trung Trường Vân Việt Vĩnh Xuân Yên Ia Đắk Krông Mường Nậm"
)


@contextmanager
def gathered(root: Path) -> Iterator[Collected]:
    """Give a workspace after the first pass, and its disk back."""
    collected = collect(root)
    with closing(collected.spool):
        yield collected


def filling_of(collected: Collected) -> Filling:
    """Return the pages and files of a workspace without a frame."""
    return Filling(collected, dict.fromkeys(collected.workspace.settings.languages, BARE))


def handed_over(content: bytes) -> tuple[str, Any]:
    """Return the name and the data of a file that is handed to scripts."""
    found = re.fullmatch(r'assessData\("([^"]+)",(.*)\);\n', content.decode(), re.DOTALL)
    assert found is not None
    return found[1], json.loads(found[2])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collected]:
    with gathered(workspace(tmp_path_factory.mktemp("finding"))) as found:
        yield found


@pytest.fixture(scope="module")
def files(small: Collected) -> Mapping[str, bytes]:
    return {path: make() for path, make in filling_of(small).files() if path.endswith(".js")}


def around_of(collected: Collected, language: str = "vi") -> Surroundings:
    return surroundings_of(collected, language, drawer(words(language)))


# ------------------------------------------------------------------------------------------------- names


def test_the_names_are_those_of_published_agencies_with_their_newest_result(files: Mapping[str, bytes]) -> None:
    name, data = handed_over(files["assets/assess/agencies.js"])
    assert name == "agencies"
    assert data == {
        "notes": ["Tỉnh", "Tỉnh A"],
        "homes": ["small/2026/"],
        "rows": [
            *([f"Tỉnh {each.upper()}", 0, 0, f"tinh-{each}"] for each in "abcd"),
            ["Xã A", 1, 0, "xa-a"],
        ],
    }
    english = handed_over(files["en/assets/assess/agencies.js"])[1]
    assert [row[0] for row in english["rows"]][:2] == ["Commune A", "Province A"]


def test_files_for_scripts_hold_nothing_that_is_not_published(files: Mapping[str, bytes]) -> None:
    text = b"".join(files.values()).decode()
    assert CANARY not in text
    assert not re.search("tinh-[efg]|xa-b|hidden|9[3-9][.,]25", text)


def test_whoever_has_an_older_result_alone_is_led_to_it(tmp_path: Path) -> None:
    files = {name: text for name, text in SMALL.items() if name != "responses/2026/small/tinh-b.yaml"}
    with gathered(workspace(tmp_path, files)) as collected:
        found = names(around_of(collected))
    homes = {row[3]: found["homes"][row[2]] for row in found["rows"]}
    assert (homes["tinh-a"], homes["tinh-b"]) == ("small/2026/", "small/2025/")


def _many(count: int) -> Surroundings:
    """Return so many agencies with names like those of Vietnam's communes, and a result of each."""
    chance, syllables = random.Random(2018), SYLLABLES.split()
    register: dict[str, Any] = {}

    def add(name: str, kind: str, parent: str | None) -> None:
        plain = unmarked(name).lower().replace(" ", "-")
        while plain in register:
            plain += f"-{len(register)}"
        named = SimpleNamespace(id=plain, kind=kind, parent=parent, name_in=lambda language: name)
        register[plain] = named

    for _ in range(34):
        add(f"Tỉnh {' '.join(chance.sample(syllables, 2))}", "province", None)
    above = list(register)
    while len(register) < count:
        name = " ".join(chance.sample(syllables, chance.choice((2, 2, 2, 3))))
        add(f"{chance.choice(('Xã', 'Phường'))} {name}", "commune", chance.choice(above))
    kind = SimpleNamespace(name_in=lambda language: "Tỉnh")
    cohort = SimpleNamespace(publication=SimpleNamespace(questionnaire="q", period="2026"), records=dict(register))
    around = SimpleNamespace(
        language="vi",
        words=words("vi"),
        cohorts=[cohort],
        latest=lambda: (cohort,),
        register=SimpleNamespace(agencies=register, kinds={"province": kind, "commune": kind}),
    )
    return cast("Surroundings", around)


def test_eleven_thousand_names_are_small_enough_to_load() -> None:
    found = names(_many(11_000))
    assert len(found["rows"]) == 11_000
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(gzip.compress(text, 9)) < NAMES_GZIP


# ------------------------------------------------------------------------------------------- pages of all


def test_few_agencies_are_listed_on_one_page_by_kind(small: Collected) -> None:
    found = dict(list_pages(around_of(small)))
    assert list(found) == ["agencies/"]
    page = found["agencies/"]()
    assert [(kind.title, [row.name for row in kind.rows]) for kind in page.kinds] == [
        ("Tỉnh", ["Tỉnh A", "Tỉnh B", "Tỉnh C", "Tỉnh D"]),
        ("Xã", ["Xã A"]),
    ]
    assert page.kinds[1].rows[0].note == "Tỉnh A"
    assert page.kinds[1].rows[0].href == "../small/2026/xa-a/"


def test_many_agencies_are_listed_on_several_pages_each_once() -> None:
    found = {address: make() for address, make in list_pages(_many(4_000))}
    assert list(found) == [
        *("agencies/", "agencies/province/"),
        *("agencies/commune/", "agencies/commune/2/", "agencies/commune/3/"),
    ]
    listed = [row.href.rpartition("q/2026/")[2] for page in found.values() for kind in page.kinds for row in kind.rows]
    assert len(listed) == len(set(listed)) == 4_000
    assert max(len(kind.rows) for page in found.values() for kind in page.kinds) <= LISTED
    assert not found["agencies/"].kinds[0].rows
    second = found["agencies/commune/2/"]
    rows = second.kinds[0].rows
    assert second.title.endswith(f"{rows[0].name} – {rows[-1].name}")
    assert [link.current for link in second.kinds[0].parts] == [False, True, False]
    assert rows[0].href.startswith("../../../q/2026/")


def test_where_nothing_is_published_there_is_no_list_and_no_finder(tmp_path: Path) -> None:
    files = {name: text for name, text in SMALL.items() if not name.startswith("responses/")}
    with gathered(workspace(tmp_path, files)) as collected:
        around = around_of(collected)
    assert list(list_pages(around)) == []
    assert agencies.finder(around, "") is None


# ------------------------------------------------------------------------------------------------- search


def test_results_are_in_the_index_by_name_and_one_line(small: Collected) -> None:
    found = {entry.address: entry for entry in result_entries(around_of(small))}
    assert list(found) == [f"small/2026/{each}/" for each in ("tinh-a", "tinh-b", "tinh-c", "tinh-d", "xa-a")]
    first = found["small/2026/tinh-a/"]
    assert first.title == "Tỉnh A"
    assert first.text == "Bộ câu hỏi nhỏ, kỳ 2026: 96,7 điểm; mức 2. Dẫn dắt; hạng 1 trong 4."
    english = {entry.address: entry.text for entry in result_entries(around_of(small, "en"))}
    assert (
        english["small/2026/tinh-a/"] == "Small questionnaire, period 2026: score 96.7; level 2. Leading; rank 1 of 4."
    )


def test_too_many_results_are_left_to_the_finder(small: Collected, monkeypatch: pytest.MonkeyPatch) -> None:
    assert RESULTS_SEARCHED > 1_000
    monkeypatch.setattr("assess.presentation.search.RESULTS_SEARCHED", 4)
    assert list(result_entries(around_of(small))) == []


def test_the_index_holds_each_page_once_and_withdrawn_ones_not(small: Collected) -> None:
    filling = filling_of(small)
    for _, make in filling.pages():
        make()
    found = {entry.address: entry for entry in filling.entries("vi")}
    assert {"", "small/2026/", "agencies/", "compare/", "problems/duplicate-key/", "small/2026/tinh-a/"} <= found.keys()
    assert "small/2026/tinh-g/" not in found
    assert ("small/" in found) != ("small/versions/1/" in found)
    assert not re.search(CANARY, "".join(each.title + each.text for each in found.values()))
    assert all(len(each.text) < 600 for each in found.values())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Hà Nội", "Hà Nội<span hidden> ha noi</span>"),
        ("plain", "plain"),
        ("", ""),
        ("<p>Điểm <b>số</b></p> <ul><li>tỉnh</li></ul>", None),
        ("a &lt; <br/>độ", "a &lt; <br/>độ<span hidden> do</span>"),
        ("Hà hà ha", "Hà hà ha"),
    ],
)
def test_words_stand_once_more_without_marks_where_they_stand(html: str, expected: str | None) -> None:
    nested = "<p>Điểm <b>số</b><span hidden> diem so</span></p> <ul><li>tỉnh</li><span hidden> tinh</span></ul>"
    assert with_unmarked(html) == (nested if expected is None else expected)


def _extended(folder: Path, entries: Sequence[Entry]) -> Any:
    path = folder / INDEX
    path.parent.mkdir(parents=True)
    docs = [{"location": "guide/", "title": "Hướng dẫn", "text": "<p>Chữ.</p>"}]
    path.write_text(json.dumps({"config": {"lang": ["vi"]}, "docs": docs}), encoding="utf-8")
    extend_index(folder, entries)
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_index_stands_in_a_script_too_and_names_are_escaped_in_it(tmp_path: Path) -> None:
    index = _extended(tmp_path, [Entry("q/2026/x/", HOSTILE[1], "Một dòng")])
    assert [each["location"] for each in index["docs"]] == ["guide/", "q/2026/x/"]
    assert index["docs"][0]["title"] == "Hướng dẫn<span hidden> huong dan</span>"
    assert "<img" not in index["docs"][1]["title"]
    assert "<b" not in index["docs"][1]["title"]
    script = (tmp_path / INDEX).with_suffix(".js").read_text(encoding="utf-8")
    assert json.loads(script.removeprefix("var __index=").removesuffix(";\n")) == index


def test_a_page_of_results_takes_the_place_of_a_hand_written_one(tmp_path: Path) -> None:
    index = _extended(tmp_path, [Entry("guide/", "Kết quả", "Một dòng")])
    assert [each["title"].partition("<")[0] for each in index["docs"]] == ["Kết quả"]


def test_a_frame_without_a_search_is_left_alone(tmp_path: Path) -> None:
    extend_index(tmp_path, [Entry("x/", "X", "")])
    assert list(tmp_path.iterdir()) == []


def test_a_kind_without_results_is_not_listed(tmp_path: Path) -> None:
    files = SMALL | {
        "agencies.yaml": REGISTER.replace("  - {id: commune", "  - {id: ward, name: Phường}\n  - {id: commune")
    }
    with gathered(workspace(tmp_path, files)) as collected:
        page = dict(list_pages(around_of(collected)))["agencies/"]()
    assert [kind.title for kind in page.kinds] == ["Tỉnh", "Xã"]
