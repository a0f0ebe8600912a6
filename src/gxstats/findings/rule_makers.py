"""Who can make rules (规章), as far as a name or a division code tells.

The Legislation Law gives that power to the departments of the State Council, to the governments of
provinces, autonomous regions and municipalities, and to those of cities with districts and of
autonomous prefectures. Whoever is not certainly without it is passed over.
"""

from __future__ import annotations

import re
from typing import Final

from ..forms.organ import Organ
from ..text import Bilingual
from ..traditional import simplified

__all__ = ["why_no_rules"]

_CENTRAL: Final = re.compile(
    r"^(?:中华人民共和国|国务院|国家|中国|中央|全国|最高)|兵团|特别行政区|海关|税务"
)
"""Of the State Council, or under a vertical administration whose reports say no level."""
_MUNICIPALITIES: Final = ("北京市", "天津市", "上海市", "重庆市")
_PROVINCE: Final = re.compile(
    r"^[\u4e00-\u9fff]{2,8}?(?:省|自治区)|^(?:内蒙古|广西|西藏|宁夏|新疆)"
)
_GOVERNMENT: Final = r"(?:人民)?政府"
_SUFFIX: Final = re.compile(
    r"[(（](?:[县区旗镇乡街道]{0,2}(?:本级|机关)|汇总|综合)[)）]$|(?<=.)本级$"
)
"""What a name says of the scope of its report."""
_TOWNSHIP: Final = re.compile(
    rf"(?<=.)(?:(?:(?<![城各])[镇乡]|苏木)(?:{_GOVERNMENT})?(?:(?:党委|党政)?(?:综合|政务|公共服务)?办公室)?"
    rf"|街道(?:办事处|办|党工委|管委会|管理委员会)?(?:(?:党政)?(?:综合)?办公室)?|区[\u4e00-\u9fff]{{1,8}}地区办事处)$"
)
_CITIES: Final = re.compile(r"(?:^|[省区西南])(?:景德镇|新乡|萍乡)$")
"""Cities with districts whose names, without 市, end like that of a township."""
_COUNTY: Final = re.compile(
    rf"(?<=.)(?:(?<!各)[县旗](?:{_GOVERNMENT})?|(?<!自治)区{_GOVERNMENT})$"
)
_DISTRICT: Final = re.compile(r"市[\u4e00-\u9fff]{1,6}区$")
"""A district that is named after its city, without 人民政府: 区 alone may be a region of any level."""
_BELOW: Final = re.compile(
    r"(?P<place>[市县区旗州盟])[\u4e00-\u9fff]{2,20}?(?:局|委员会|办公室|研究室|中心|管理处|支队|大队)$"
)
_REGION_NAME: Final = re.compile(
    r"(?:自治区|地区|开发区|高新区|新区|示范区|园区|保税区|管理区|风景区)"
)
_COUNTY_CODE: Final = re.compile(r"[0-9]{4}(?!00)[0-9]{2}")


def why_no_rules(organ: Organ) -> Bilingual | None:
    """Why an organ cannot make rules, or None where it can, or where that is not certain.

    >>> from gxstats import Organ
    >>> why_no_rules(Organ(name="殷都区人民政府")).en
    'a government of a county or district makes no rules'
    >>> why_no_rules(Organ(name="西藏自治区人民政府")) is None
    True
    >>> why_no_rules(Organ(name="昆山市人民政府")) is None
    True
    >>> why_no_rules(Organ(name="昆山市人民政府", division="320583")).en
    'its division code is that of a county'
    """
    name = _SUFFIX.sub("", simplified(re.sub(r"\s", "", organ.name or "")))
    if _CENTRAL.search(name):
        return None
    if organ.division is not None and _COUNTY_CODE.fullmatch(organ.division):
        return Bilingual("按区划代码属县级", "its division code is that of a county")
    if _TOWNSHIP.search(name) and not _CITIES.search(name):
        return Bilingual(
            "乡镇政府和街道办事处无权制定规章", "a township or subdistrict makes no rules"
        )
    if _COUNTY.search(name) or (_DISTRICT.search(name) and not _REGION_NAME.search(name)):
        return Bilingual(
            "县、区一级政府无权制定规章", "a government of a county or district makes no rules"
        )
    if _is_bureau_below_province(name):
        return Bilingual(
            "市、县、区所属部门无权制定规章",
            "a department of a city, county or district makes no rules",
        )
    return None


def _is_bureau_below_province(name: str) -> bool:
    """Whether a name is that of a department of a place below the province.

    A name that begins with the province must name another place after it.
    """
    for municipality in _MUNICIPALITIES:
        if name.startswith(municipality):
            name = name.removeprefix(municipality)
            break
    else:
        name = _PROVINCE.sub("", name, count=1)
    if re.search(f"{_GOVERNMENT}$", name) or _REGION_NAME.search(name):
        return False
    return _BELOW.search(name) is not None
