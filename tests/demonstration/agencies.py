"""Who there is: 12 ministries, 34 provinces and the two that one of them came from, 40 communes, all invented."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from tests.demonstration.chance import whole

KINDS: Final = (
    {"id": "ministry", "name": "Bộ", "names": {"en": "Ministry"}},
    {"id": "province", "name": "Tỉnh", "names": {"en": "Province"}},
    {"id": "commune", "name": "Xã", "names": {"en": "Commune"}},
)
GROUPS: Final = (
    {"id": "north", "name": "Vùng Mẫu Bắc", "names": {"en": "Sample North"}, "of": "region"},
    {"id": "midland", "name": "Vùng Mẫu Giữa", "names": {"en": "Sample Midland"}, "of": "region"},
    {"id": "coast", "name": "Vùng Mẫu Biển", "names": {"en": "Sample Coast"}, "of": "region"},
    {"id": "south", "name": "Vùng Mẫu Nam", "names": {"en": "Sample South"}, "of": "region"},
)
MINISTRIES: Final = (
    ("Hải Đăng", "Lighthouses"),
    ("Cánh Diều", "Kites"),
    ("Đèn Lồng", "Lanterns"),
    ("Cầu Vồng", "Rainbows"),
    ("Đồng Hồ Cát", "Hourglasses"),
    ("Thuyền Giấy", "Paper Boats"),
    ("Chuông Gió", "Wind Chimes"),
    ("Kính Vạn Hoa", "Kaleidoscopes"),
    ("Bong Bóng", "Soap Bubbles"),
    ("Con Quay", "Spinning Tops"),
    ("Khinh Khí Cầu", "Hot-Air Balloons"),
    ("La Bàn", "Compasses"),
)
PROVINCES: Final = (
    ("Sông Trăng", "Moon River", "north"),
    ("Núi Mây", "Cloud Mountain", "north"),
    ("Đồng Gió", "Windy Fields", "midland"),
    ("Biển Sao", "Star Sea", "coast"),
    ("Rừng Sương", "Misty Forest", "north"),
    ("Thác Ngân Hà", "Milky Way Falls", "north"),
    ("Hồ Cầu Vồng", "Rainbow Lake", "north"),
    ("Đảo Mặt Trời", "Sun Island", "coast"),
    ("Vịnh Sao Mai", "Morning Star Bay", "coast"),
    ("Đèo Bốn Mùa", "Four Seasons Pass", "north"),
    ("Thung Lũng Ngọc", "Jade Valley", "north"),
    ("Cao Nguyên Nắng", "Sunny Plateau", "midland"),
    ("Suối Đàn", "Lute Stream", "midland"),
    ("Bờ Cát Vàng", "Golden Sands", "coast"),
    ("Rừng Lá Đỏ", "Red Leaf Forest", "north"),
    ("Đồng Cỏ Lau", "Reed Plain", "midland"),
    ("Núi Chim Én", "Swallow Mountain", "north"),
    ("Sông Mực Tím", "Purple Ink River", "midland"),
    ("Đảo Cá Voi", "Whale Island", "coast"),
    ("Biển Ngọc Lam", "Turquoise Sea", "coast"),
    ("Đồi Hoa Giấy", "Paper Flower Hills", "midland"),
    ("Hồ Gương Trời", "Sky Mirror Lake", "midland"),
    ("Đồng Đom Đóm", "Firefly Fields", "south"),
    ("Cửa Gió", "Wind Gate", "midland"),
    ("Rừng Nhạc", "Forest of Songs", "midland"),
    ("Vịnh Hải Âu", "Seagull Bay", "coast"),
    ("Núi Đá Hát", "Singing Rock Mountain", "midland"),
    ("Sông Giấy", "Paper River", "south"),
    ("Đầm Sen Xanh", "Blue Lotus Lagoon", "south"),
    ("Đảo Sương Mai", "Morning Dew Island", "south"),
    ("Bãi Sao Băng", "Shooting Star Shore", "south"),
    ("Đồng Mưa Ngâu", "Summer Rain Fields", "south"),
    ("Thảo Nguyên Xanh", "Green Steppe", "midland"),
    ("Hừng Đông", "First Light", "north"),
    ("Sao Hôm", "Evening Star", "north"),
    ("Sao Khuya", "Midnight Star", "north"),
)
MERGED: Final = {"tinh-mau-sao-hom": "tinh-mau-hung-dong", "tinh-mau-sao-khuya": "tinh-mau-hung-dong"}
"""Provinces that became another at the turn of 2024."""
SHAPE: Final = {
    "north": ((1, 0), (2, 0), (3, 0), (4, 0), (0, 1), (1, 1), (2, 1), (3, 1), (4, 1), (5, 1)),
    "midland": ((0, 2), (1, 2), (2, 2), (3, 2), (4, 2), (1, 3), (2, 3), (3, 3), (2, 4), (3, 4), (2, 5)),
    "coast": ((5, 2), (4, 3), (5, 3), (4, 4), (5, 4), (3, 5), (4, 5)),
    "south": ((1, 6), (2, 6), (3, 6), (4, 6), (1, 7), (2, 7)),
}
"""The tiles of each region, column and row, for the provinces of today in their order."""
COMMUNES: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    "Sông Trăng": (("Bến Cầu", "Bridge Wharf"), ("Vườn Chim", "Bird Garden"), ("Ao Trăng", "Moon Pond")),
    "Núi Mây": (("Đầu Nguồn", "Headwaters"), ("Nương Mây", "Cloud Terraces"), ("Giếng Ngọc", "Jade Well")),
    "Biển Sao": (("Bãi Cát", "Sandy Shore"), ("Vườn Sao", "Star Garden"), ("Hang Ốc Biển", "Seashell Cave")),
    "Rừng Sương": (("Đồi Thông", "Pine Hill"), ("Chợ Sương", "Mist Market"), ("Nguồn Sương", "Dew Spring")),
    "Đồng Gió": (("Cối Xay Gió", "Windmill"), ("Sân Diều", "Kite Yard"), ("Đồi Cỏ May", "Lovegrass Hill")),
    "Hồ Cầu Vồng": (("Cầu Bảy Nhịp", "Seven-Span Bridge"), ("Bến Thuyền Nan", "Basket Boat Wharf")),
    "Thung Lũng Ngọc": (("Lũng Mật Ong", "Honey Dale"), ("Khe Đá Tím", "Purple Rock Brook")),
    "Suối Đàn": (("Suối Cá Chép", "Carp Stream"), ("Cầu Tre Cong", "Curved Bamboo Bridge")),
    "Bờ Cát Vàng": (("Bãi Dã Tràng", "Sand Crab Beach"), ("Rặng Dừa Nghiêng", "Leaning Palms")),
    "Đảo Cá Voi": (("Mỏm Đá Trắng", "White Rock Point"), ("Ghềnh Sóng Hát", "Singing Waves")),
    "Đồi Hoa Giấy": (("Dốc Hoa Quỳ", "Sunflower Slope"), ("Mái Ngói Đỏ", "Red Tiles")),
    "Đồng Đom Đóm": (("Xóm Đèn Dầu", "Oil Lamp Hamlet"), ("Ruộng Chuồn Chuồn", "Dragonfly Paddies")),
    "Rừng Nhạc": (("Gò Ve Sầu", "Cicada Mound"), ("Gốc Đa Già", "Old Banyan")),
    "Sông Giấy": (("Bờ Tre Xanh", "Green Bamboo Bank"), ("Ngõ Nắng", "Sunny Lane")),
    "Đầm Sen Xanh": (("Đầm Vịt Trời", "Wild Duck Lagoon"), ("Hồ Chuồn Kim", "Damselfly Lake")),
    "Thảo Nguyên Xanh": (("Đồng Bươm Bướm", "Butterfly Meadow"), ("Vườn Cam Ngọt", "Sweet Orange Garden")),
    "Hừng Đông": (("Đỉnh Én Nhỏ", "Little Swallow Peak"), ("Hoa Mười Giờ", "Ten O'Clock Flowers")),
    "Núi Chim Én": (("Vườn Ươm Gió", "Wind Nursery"),),
}
UNRANKED: Final = "xa-mau-hang-oc-bien"


def agencies() -> Iterator[dict[str, Any]]:
    """Yield the rows of the register, each as it is written."""
    for name, english in MINISTRIES:
        yield {"id": f"bo-mau-{_slug(name)}", **_named("Bộ", "Ministry", name, english), "kind": "ministry"}
    tiles = {region: iter(each) for region, each in SHAPE.items()}
    for name, english, region in PROVINCES:
        yield _province(name, english, region, tiles)
    regions = {name: region for name, _, region in PROVINCES}
    for province, each in COMMUNES.items():
        for name, english in each:
            yield _commune(name, english, province, regions[province])


def _province(name: str, english: str, region: str, tiles: Mapping[str, Iterator[tuple[int, int]]]) -> dict[str, Any]:
    key = f"tinh-mau-{_slug(name)}"
    row: dict[str, Any] = {"id": key, **_named("Tỉnh", "Province", name, english), "kind": "province"}
    row |= {"groups": [region], "attributes": {"population": 1000 * whole(420, 3600, key, "population")}}
    if key in MERGED:
        return row | {"valid_to": "2024-12-31", "successor": MERGED[key]}
    row["grid"] = list(next(tiles[region]))
    return row | ({"valid_from": "2025-01-01"} if key in MERGED.values() else {})


def _commune(name: str, english: str, province: str, region: str) -> dict[str, Any]:
    key = f"xa-mau-{_slug(name)}"
    row: dict[str, Any] = {"id": key, **_named("Xã", "Commune", name, english), "kind": "commune"}
    row |= {"parent": f"tinh-mau-{_slug(province)}", "groups": [region]}
    row["attributes"] = {"population": 100 * whole(42, 380, key, "population")}
    return row | ({"ranked": False} if key == UNRANKED else {})


def _named(kind: str, sort: str, name: str, english: str) -> dict[str, Any]:
    return {"name": f"{kind} Mẫu {name}", "names": {"en": f"Sample {sort} of {english}"}}


def _slug(name: str) -> str:
    """Return a name as an id: without marks, in lower case, with hyphens."""
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return "".join(each for each in letters if not unicodedata.combining(each)).replace(" ", "-")
