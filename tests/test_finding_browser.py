"""Finding and comparing agencies in a real Chromium: served under a strict policy, and opened from a folder."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsing import LOOKS, TOO_WIDE, every_language, violations, watched
from tests.screenshots import PREFIXES, opened
from tests.test_publishing import HOSTILE

pytestmark = pytest.mark.browser
AGENCY: Final = "six-messages/2026/tinh-mau-song-trang/"
ONE, OTHER, THIRD, FOURTH = "tinh-mau-song-trang", "tinh-mau-rung-suong", "tinh-mau-bien-sao", "tinh-mau-nui-may"
CHOSEN: Final = f"compare/#six-messages/2026/{ONE},{OTHER},{THIRD}"
KEYS_MS: Final = 50


@pytest.fixture(scope="module")
def folder(own_site: Path) -> str:
    """The site as one opens it from a folder; the policy stands in its pages."""
    return f"{own_site.as_uri()}/"


@pytest.fixture(params=["served", "folder"])
def anywhere(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Where the site is read: its root, and what an address ends in there."""
    name = "url" if request.param == "served" else "folder"
    return request.getfixturevalue(name), "" if name == "url" else "index.html"


@pytest.fixture
def page(browser: Browser, anywhere: tuple[str, str]) -> Iterator[Page]:
    with watched(browser, anywhere[0]) as found:
        yield found


def _at(anywhere: tuple[str, str], address: str) -> str:
    root, last = anywhere
    path, _, anchor = address.partition("#")
    return f"{root}{path}{last}{'#' * bool(anchor)}{anchor}"


def _finder(page: Page, name: str = "Tìm cơ quan") -> Locator:
    return page.get_by_role("combobox", name=name, exact=True)


def _options(page: Page) -> Locator:
    return page.locator("[role=option]:visible")


# --------------------------------------------------------------------------------------------------- the finder


@pytest.mark.parametrize(
    "typed", ["song trang", "SÔNG TRĂNG", "sông trăng", "songtrang", "trăng sông", "So\u0302ng Tra\u0306ng"]
)
def test_an_agency_is_found_however_its_name_is_typed(page: Page, anywhere: tuple[str, str], typed: str) -> None:
    page.goto(_at(anywhere, ""))
    finder = _finder(page)
    finder.fill(typed)
    expect(_options(page).first).to_have_text("Tỉnh Mẫu Sông Trăng Tỉnh")
    finder.press("Enter")
    expect(page).to_have_url(_at(anywhere, AGENCY))


def test_names_are_loaded_when_the_field_is_used_and_not_before(browser: Browser, url: str) -> None:
    with watched(browser, url) as page:
        asked: list[str] = []
        page.on("request", lambda each: asked.append(each.url) if "agencies.js" in each.url else None)
        page.goto(f"{url}agencies/", wait_until="networkidle")
        assert asked == []
        _finder(page).focus()
        page.wait_for_function("() => document.querySelector('script[src*=\"agencies.js\"]')")
        _finder(page).fill("mau")
        expect(_options(page).first).to_be_visible()
        assert len(asked) == 1


def test_the_finder_works_by_keyboard_and_says_what_it_does(page: Page, anywhere: tuple[str, str]) -> None:
    page.goto(_at(anywhere, "en/"))
    finder, said = _finder(page, "Find an agency"), page.locator(".finder [role=status]")
    expect(finder).to_have_attribute("aria-expanded", "false")
    finder.fill("sample")
    expect(said).to_have_text(re.compile(r"Agencies found: \d+; the first 50 are below"))
    expect(finder).to_have_attribute("aria-expanded", "true")
    options = _options(page)
    expect(options).to_have_count(50)
    assert finder.get_attribute("aria-activedescendant") is None
    for key, place in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", 49), ("ArrowDown", 0)):
        finder.press(key)
        expect(finder).to_have_attribute("aria-activedescendant", str(options.nth(place).get_attribute("id")))
        expect(page.locator("[aria-selected=true]")).to_have_count(1)
        expect(options.nth(place)).to_have_attribute("aria-selected", "true")
        expect(options.nth(place)).to_be_in_viewport()
    finder.press("Escape")
    expect(options).to_have_count(0)
    expect(finder).to_have_value("sample")
    expect(finder).to_have_attribute("aria-expanded", "false")
    finder.press("Escape")
    expect(finder).to_have_value("")
    finder.fill("zzz")
    expect(said).to_have_text("No agency matches this name.")
    finder.press("Enter")
    expect(page).to_have_url(_at(anywhere, "en/"))
    finder.fill("moon river")
    options.first.click()
    expect(page).to_have_url(_at(anywhere, f"en/{AGENCY}"))


def _with_names(page: Page, names: Sequence[str]) -> None:
    """Let the finder load these names, in this order."""
    data = {"notes": ["Tỉnh"], "homes": ["q/2026/"], "rows": [[name, 0, 0, f"a-{n}"] for n, name in enumerate(names)]}
    body = f'assessData("agencies",{json.dumps(data)});'
    page.route("**/agencies.js", lambda route: route.fulfill(body=body, content_type="text/javascript"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("hà", ["Hà Giang", "Hà Nội", "An Hà", "Bắc Hà", "Thành phố Hà Nội", "Hạ Long", "Thanh Hóa"]),
        ("ha", ["Hà Giang", "Hà Nội", "Hạ Long", "An Hà", "Bắc Hà", "Thành phố Hà Nội", "Thanh Hóa"]),
        ("HÀ NỘI", ["Hà Nội", "Thành phố Hà Nội"]),
        ("ha noi", ["Hà Nội", "Thành phố Hà Nội"]),
        ("Ha\u0300 No\u0323\u0302i", ["Hà Nội", "Thành phố Hà Nội"]),
        ("hanoi", ["Hà Nội", "Thành phố Hà Nội"]),
        ("noi ha", ["Hà Nội", "Thành phố Hà Nội"]),
        ("dak", ["Đắk Lắk"]),
    ],
)
def test_names_with_the_marks_typed_come_first_then_those_that_begin_so(
    browser: Browser, url: str, typed: str, expected: Sequence[str]
) -> None:
    with watched(browser, url) as page:
        _with_names(
            page, ["An Hà", "Bắc Hà", "Đắk Lắk", "Hà Giang", "Hà Nội", "Hạ Long", "Thanh Hóa", "Thành phố Hà Nội"]
        )
        page.goto(url)
        _finder(page).fill(typed)
        expect(_options(page)).to_have_text([f"{each} Tỉnh" for each in expected])


_TIMED: Final = """() => {
  const field = document.querySelector('#find');
  const typed = ['x', 'xa', 'xã t', 'thanh', 'tân bình', 'so 99', 'zzz', '12', 'xatan', 'binh tan xa'];
  const taken = value => {
    field.value = value;
    const before = performance.now();
    field.dispatchEvent(new Event('input'));
    document.body.offsetHeight;
    return performance.now() - before;
  };
  const rounds = [1, 2, 3].map(() => typed.map(taken));
  return typed.map((_, n) => Math.min(...rounds.map(each => each[n]))).sort((a, b) => a - b);
}"""
"""How long it takes to answer what is typed: the least of three times, as other tests run at the same time."""


def test_eleven_thousand_names_answer_at_once(browser: Browser, url: str) -> None:
    with watched(browser, url) as page:
        _with_names(
            page, [f"Xã {one} {n}" for n in range(2_750) for one in ("Tân Bình", "Thạnh Lợi", "Đông Hà", "Ia Krông")]
        )
        page.goto(url)
        _finder(page).fill("a")
        expect(_options(page).first).to_be_visible()
        times = page.evaluate(_TIMED)
        assert times[len(times) // 2] < KEYS_MS, times


def test_names_that_cannot_be_loaded_are_told_and_hostile_ones_do_nothing(browser: Browser, url: str) -> None:
    with opened(browser) as page:
        page.route("**/agencies.js", lambda route: route.abort())
        page.goto(url)
        _finder(page).fill("ha")
        expect(page.locator(".finder [role=status]")).to_contain_text("Không tải được")
        expect(page.locator(".finder a")).to_be_visible()
    with watched(browser, url) as page:
        _with_names(page, HOSTILE)
        page.on("dialog", lambda each: pytest.fail(each.message))
        page.goto(url)
        _finder(page).fill("alert(1)")
        expect(_options(page)).to_have_count(2)
        assert page.locator("[role=option] img, [role=option] script").count() == 0


@every_language
def test_axe_finds_nothing_in_an_open_list(browser: Browser, url: str, language: str) -> None:
    for scheme, widths in LOOKS[language].items():
        with watched(browser, url, scheme) as page:
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(f"{url}{PREFIXES[language]}agencies/")
                page.locator("[role=combobox]").fill("s")
                page.keyboard.press("ArrowDown")
                expect(_options(page).first).to_be_visible()
                assert violations(page) == []
                assert page.evaluate(TOO_WIDE) == []


# --------------------------------------------------------------------------------------------------- the search


@pytest.mark.parametrize("typed", ["song trang", "SONG TRANG", "Sông Trăng", "So\u0302ng Tra\u0306ng"])
@pytest.mark.parametrize("start", ["", "guide/"])
def test_the_search_finds_what_is_typed_without_marks(
    page: Page, anywhere: tuple[str, str], start: str, typed: str
) -> None:
    page.goto(_at(anywhere, start))
    _search(page, typed)
    first = page.locator(".md-search-result__item").first
    expect(first).to_contain_text("Tỉnh Mẫu Sông Trăng")
    expect(first).to_contain_text("kỳ 2026")
    expect(first).not_to_contain_text("song trang", use_inner_text=True)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{re.escape(_at(anywhere, AGENCY))}$"))


def _search(page: Page, typed: str) -> None:
    field = page.locator(".md-search__input")
    field.click()
    field.press_sequentially(typed, delay=5)


def test_hand_written_and_generated_pages_are_found_in_their_language(page: Page, anywhere: tuple[str, str]) -> None:
    for start, typed, said in (
        ("", "tham dinh", "Thẩm định và khảo sát"),
        ("", "xep hang lap khoa", "Khóa lặp lại"),
        ("en/", "moon river", "Sample Province of Moon River"),
    ):
        page.goto(_at(anywhere, start))
        _search(page, typed)
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        expect(page.locator(".md-search-result__list")).to_contain_text(said)
    page.goto(_at(anywhere, ""))
    _search(page, "moon")
    expect(page.locator(".md-search-result__meta")).to_have_text("Không tìm thấy tài liệu liên quan")


def test_the_index_of_the_search_is_fetched_when_somebody_goes_there(page: Page, anywhere: tuple[str, str]) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    index = f"search_index.{'js' if anywhere[1] else 'json'}"
    page.goto(_at(anywhere, AGENCY), wait_until="networkidle")
    assert index not in fetched
    _search(page, "song trang")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert fetched.count(index) == 1
    page.goto(f"{_at(anywhere, '')}?q=song+trang")  # an address may hold what is looked for
    expect(page.locator(".md-search-result__item").first).to_be_visible()


# ------------------------------------------------------------------------------------------------- comparing


def _rows(page: Page) -> Mapping[str, list[str]]:
    """Return the cells of the table of what is compared, by the name of each row."""
    found = {}
    for row in page.locator(".beside-t tbody tr").all():
        name, *cells = [" ".join(each.split()) for each in row.locator("th, td").all_inner_texts()]
        found[name] = cells
    return found


def test_agencies_are_chosen_one_by_one_and_the_address_keeps_them(page: Page, anywhere: tuple[str, str]) -> None:
    page.goto(_at(anywhere, "compare/"))
    said = page.locator(".status")
    expect(said).to_have_text("Hãy chọn một cơ quan để bắt đầu.")
    field = _finder(page, "Thêm cơ quan")
    for n, (typed, name) in enumerate([("song trang", "Sông Trăng"), ("rung suong", "Rừng Sương")], 1):
        field.fill(typed)
        expect(_options(page).first).to_contain_text(name)
        field.press("Enter")
        expect(page.locator(".chosen li")).to_have_count(n)
        expect(field).to_have_value("")
        expect(field).to_be_focused()
    expect(page).to_have_url(_at(anywhere, f"compare/#six-messages/2026/{ONE},{OTHER}"))
    expect(said).to_have_text("Đang so sánh: Tỉnh Mẫu Sông Trăng; Tỉnh Mẫu Rừng Sương.")
    expect(page.locator(".beside-t thead th")).to_have_count(3)
    field.fill("song trang")
    expect(page.locator(".asking .found")).not_to_have_text("")
    assert "Tỉnh Mẫu Sông Trăng Tỉnh" not in _options(page).all_inner_texts(), "it is chosen already"
    page.get_by_role("button", name="Bỏ Tỉnh Mẫu Sông Trăng").click()
    expect(page.locator(".chosen li")).to_have_count(1)
    expect(field).to_be_focused()
    page.go_back()
    expect(page.locator(".chosen li")).to_have_count(2)


def test_numbers_are_those_of_the_agencies_pages_and_differences_those_of_the_numbers(
    page: Page, anywhere: tuple[str, str]
) -> None:
    page.goto(_at(anywhere, CHOSEN))
    expect(page.locator(".beside-t tbody tr").last).to_be_visible()
    rows = _rows(page)
    for n, agency in enumerate((ONE, OTHER, THIRD)):
        page.goto(_at(anywhere, f"six-messages/2026/{agency}/"))
        own = {
            " ".join(row.locator("th").inner_text().split("\n")[0].split()): row.locator("td b").first.inner_text()
            for row in page.locator("table.dims").first.locator("tbody tr").all()
        }
        assert len(own) > 5
        assert {name: rows[name][n].split()[0] for name in own} == own
        assert page.locator(".big b").first.inner_text() == rows["Điểm"][n].split()[0]
    for cells in rows.values():
        for cell in cells[1:]:
            shown = re.fullmatch(r"([\d,]+) ([+−]?[\d,]+)", cell)
            if shown:
                first, second, change = (_tenths(each) for each in (cells[0].split()[0], *shown.groups()))
                assert change == second - first, cells
    assert rows["Điểm"][1].count(" ") == 1


def _tenths(text: str) -> int:
    return int(text.replace("−", "-").replace(",", ""))


def test_one_agency_is_compared_with_itself_over_the_periods(page: Page, anywhere: tuple[str, str]) -> None:
    page.goto(_at(anywhere, f"en/compare/#six-messages/2025/{ONE}"))
    heads = page.locator(".beside-t thead th")
    expect(heads).to_have_text(
        [re.compile(each) for each in ("Dimension", "Period 2024", "Period 2025", "Period 2026")]
    )
    expect(page.locator(".status")).to_contain_text("compares its periods")
    rows = _rows(page)
    assert rows["Change since the period before"][0] == "–"
    assert rows["Change since the period before"][1].startswith("+")
    assert all(re.fullmatch(r"\d+\.\d", each) for each in rows["Score"])


def test_periods_in_another_version_are_shown_and_not_compared_in_silence(browser: Browser, url: str) -> None:
    with watched(browser, url) as page:
        page.route("**/compare/six-messages/2025.js", _in_another_version)
        page.goto(f"{url}compare/#six-messages/2026/{ONE}")
        rows = _rows_when_there(page)
        assert rows["Điểm"][1] != "–"
        dimension = next(each for name, each in rows.items() if name.startswith("1 "))
        assert dimension[1] == "–"
        assert len(dimension[2].split()) == 2, "it is held against the last period of its version"
        expect(page.locator(".drawn")).to_contain_text("Kỳ 2025 dùng phiên bản khác")


def _in_another_version(route: Any) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r'"version":"[^"]*"', '"version":"0"', answer.text()))


def _rows_when_there(page: Page) -> Mapping[str, list[str]]:
    expect(page.locator(".beside-t tbody tr").last).to_be_visible()
    return _rows(page)


def test_an_agency_without_a_result_in_the_period_is_said_to_have_none(browser: Browser, url: str) -> None:
    with watched(browser, url) as page:
        page.route("**/compare/six-messages/2026.js", lambda route: _without(route, OTHER))
        page.goto(f"{url}{CHOSEN}")
        expect(page.locator(".status")).to_contain_text("Chưa có kết quả công bố trong kỳ này: Tỉnh Mẫu Rừng Sương.")
        expect(page.locator(".beside-t thead th")).to_have_count(3)
        expect(page.locator(".chosen li")).to_have_count(3)
        page.goto(f"{url}compare/#six-messages/2026/{OTHER}")
        expect(page.locator(".beside-t caption")).to_have_text(re.compile("Tỉnh Mẫu Rừng Sương qua các kỳ"))
        expect(page.locator(".beside-t thead th")).to_have_count(3)


def _without(route: Any, agency: str) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(rf'"{agency}\|[^"]*",', "", answer.text()))


def test_no_more_than_four_are_compared_and_the_period_can_be_changed(page: Page, anywhere: tuple[str, str]) -> None:
    page.goto(_at(anywhere, f"compare/#six-messages/2026/{ONE},{OTHER},{THIRD},{FOURTH},{ONE},tinh-mau-hung-dong"))
    expect(page.locator(".chosen li")).to_have_count(4)
    expect(_finder(page, "Thêm cơ quan")).to_be_disabled()
    expect(page.locator(".status")).to_contain_text("Đã đủ bốn cơ quan")
    page.get_by_label("Bộ câu hỏi và kỳ").select_option("task-groups/2025")
    expect(page.locator(".beside-t caption")).to_contain_text("Ba nhóm nhiệm vụ chuyển đổi số, kỳ 2025")
    assert f"#task-groups/2025/{ONE},{OTHER},{THIRD},{FOURTH}" in page.url
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator(".beside-t caption")).to_contain_text("period 2025")


@pytest.mark.parametrize(
    "anchor", ["#", "#x/y/z", "#six-messages/2026/nobody,%3Cb%3E", "#////,,", "#%", "#six-messages/2026/constructor"]
)
def test_an_address_that_says_nothing_true_is_an_empty_choice(
    page: Page, anywhere: tuple[str, str], anchor: str
) -> None:
    page.goto(_at(anywhere, f"compare/{anchor}"))
    expect(page.locator(".status")).to_have_text("Hãy chọn một cơ quan để bắt đầu.")
    expect(page.locator(".chosen")).to_be_hidden()


_CLIPPED: Final = """() => [...document.querySelectorAll('svg.chart[role=img]')].flatMap(chart => {
  const view = chart.viewBox.baseVal;
  return [...chart.querySelectorAll('text')].filter(text => {
    const box = text.getBBox();
    return box.x < view.x - 1 || box.x + box.width > view.x + view.width + 1
      || box.y < view.y - 3 || box.y + box.height > view.y + view.height + 3;
  }).map(text => text.textContent);
})"""


@every_language
@pytest.mark.parametrize("chosen", [f"six-messages/2026/{ONE},{OTHER},{THIRD},{FOURTH}", f"task-groups/2026/{ONE}"])
def test_a_comparison_is_for_everyone(browser: Browser, url: str, language: str, chosen: str) -> None:
    for scheme, widths in LOOKS[language].items():
        with watched(browser, url, scheme) as page:
            for width in widths:
                page.set_viewport_size({"width": width, "height": 900})
                page.goto(f"{url}{PREFIXES[language]}compare/#{chosen}")
                page.reload()
                expect(page.locator(".beside-t")).to_be_visible()
                assert violations(page) == []
                assert page.evaluate(TOO_WIDE) == []
                assert page.evaluate(_CLIPPED) == []
                charts = page.locator("svg.chart[role=img]")
                assert charts.count() == 2
                table = page.locator(".beside-t").inner_text()
                assert all(text in table for text in charts.last.locator(".value").all_text_contents())


def test_a_comparison_prints_without_its_fields(browser: Browser, url: str) -> None:
    with watched(browser, url) as page:
        page.goto(f"{url}{CHOSEN}")
        expect(page.locator(".beside-t")).to_be_visible()
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 720, "height": 1000})
        expect(page.locator(".chooser")).to_be_hidden()
        expect(page.locator(".beside-t tbody tr").last).to_be_visible()
        assert page.evaluate(TOO_WIDE) == []


def test_figures_that_cannot_be_loaded_are_told(browser: Browser, url: str) -> None:
    with opened(browser) as page:
        page.route("**/compare/**/*.js", lambda route: route.abort())
        page.goto(f"{url}{CHOSEN}")
        expect(page.locator(".status")).to_contain_text("Không tải được số liệu")


# ----------------------------------------------------------------------------------------------- without scripts


@every_language
def test_without_scripts_there_are_lists_and_a_command(browser: Browser, url: str, language: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{url}{PREFIXES[language]}compare/")
        expect(page.locator(".compare")).to_be_hidden()
        expect(page.locator("pre")).to_have_text(re.compile(r"assess compare [a-z-]+ [a-z-]+"))
        page.locator(".plain li a").first.click()
        expect(page.locator(".rank-t").first).to_be_visible()
        page.goto(f"{url}{PREFIXES[language]}")
        expect(page.locator("[role=combobox]")).to_be_hidden()
        page.locator(".finder a").click()
        names = page.locator(".listed li a")
        assert names.count() == 87
        names.first.click()
        expect(page.locator("table.dims").first).to_be_visible()
    finally:
        context.close()
