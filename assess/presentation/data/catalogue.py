"""The open data for catalogues: DCAT-AP 3 as JSON-LD, and schema.org's Dataset for search engines."""

import calendar
from collections.abc import Mapping, Sequence
from typing import Any, Final

from assess.model.periods import span_of
from assess.presentation.data.package import (
    MEDIA,
    PACKAGE_FILE,
    Package,
    Resource,
    description_of,
    licence_of,
    subject,
    title_of,
)
from assess.presentation.surroundings import Surroundings

Data = dict[str, Any]


def catalogue(arounds: Sequence[Surroundings], package: Package) -> Data:
    """Return the catalogue of the open data: a dataset for each period of a questionnaire, and one of what they share.

    Addresses are relative to the file, so that they hold wherever the site stands.
    """
    datasets: dict[str, list[Resource]] = {}
    for each in package.resources:
        datasets.setdefault(_dataset_id(each), []).append(each)
    return {
        "@context": _CONTEXT,
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _said({each.language: each.settings.title_in(each.language) for each in arounds}),
        "dct:description": _said({each.language: description_of(each) for each in arounds}),
        "dct:publisher": _publisher(arounds),
        **_licence(arounds[0]),
        "dct:language": [{"@id": _LANGUAGES[each.language]} for each in arounds],
        "dcat:dataset": [_dataset(arounds, name, found, package) for name, found in datasets.items()],
    }


def schema_org(around: Surroundings, package: Package, to_data: str) -> Data:
    """Return the open data as schema.org's Dataset, for their page; `to_data` is the way to their folder."""
    settings, licence = around.settings, licence_of(around)
    publisher: Data = {"@type": "Organization", "name": settings.publisher_in(around.language)}
    if settings.publisher_url:
        publisher["url"] = settings.publisher_url
    spans = [span for each in package.resources if (span := span_of(each.period))]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": settings.title_in(around.language),
        "description": description_of(around),
        "inLanguage": list(settings.languages),
        "version": package.version,
        "isAccessibleForFree": True,
        "publisher": publisher,
        "creator": publisher,
        **({"license": licence.url or licence.text} if licence else {}),
        **({"temporalCoverage": f"{_day(min(spans)[0])}/{_day(max(end for _, end in spans))}"} if spans else {}),
        "distribution": [_download(around, each, to_data) for each in package.resources],
    }


def _download(around: Surroundings, resource: Resource, to_data: str) -> Data:
    return {
        "@type": "DataDownload",
        "name": title_of(around, resource),
        "encodingFormat": MEDIA[resource.form],
        "contentUrl": to_data + resource.path,
        "contentSize": f"{resource.size} B",
        "sha256": resource.sha256,
    }


def _dataset_id(resource: Resource) -> str:
    parts = [resource.questionnaire, resource.period] if resource.period else ["shared"]
    return "#" + ".".join(parts)


def _dataset(arounds: Sequence[Surroundings], name: str, found: Sequence[Resource], package: Package) -> Data:
    shared = not found[0].period
    titles = {each.language: each.words["data_shared"] if shared else subject(each, found[0]) for each in arounds}
    span = span_of(found[0].period)
    temporal = {} if span is None else {"dct:temporal": _period(span)}
    return {
        "@id": name,
        "@type": "dcat:Dataset",
        "dct:identifier": name.removeprefix("#"),
        "dct:title": _said(titles),
        "dct:description": _said({each.language: description_of(each) for each in arounds}),
        "dct:publisher": _publisher(arounds),
        **_licence(arounds[0]),
        "dct:language": [{"@id": _LANGUAGES[each.language]} for each in arounds],
        "dcat:version": package.version,
        **temporal,
        "dcat:keyword": [word for each in arounds for word in _keywords(each)],
        "dcat:theme": {"@id": "http://publications.europa.eu/resource/authority/data-theme/GOVE"},
        "dct:conformsTo": {"@id": PACKAGE_FILE},
        "dcat:distribution": [_distribution(arounds, each) for each in found],
    }


def _distribution(arounds: Sequence[Surroundings], resource: Resource) -> Data:
    return {
        "@id": f"#{resource.name}.{resource.form}",
        "@type": "dcat:Distribution",
        "dct:title": _said({each.language: title_of(each, resource) for each in arounds}),
        "dcat:accessURL": {"@id": resource.path},
        "dcat:downloadURL": {"@id": resource.path},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{MEDIA[resource.form]}"},
        "dct:format": {"@id": f"http://publications.europa.eu/resource/authority/file-type/{resource.form.upper()}"},
        "dcat:byteSize": {"@value": str(resource.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@value": resource.sha256, "@type": "xsd:hexBinary"},
        },
        **_licence(arounds[0]),
    }


def _keywords(around: Surroundings) -> Sequence[Data]:
    return [{"@value": each, "@language": around.language} for each in around.words["data_keywords"].split("; ")]


def _publisher(arounds: Sequence[Surroundings]) -> Data:
    settings = arounds[0].settings
    names = _said({each.language: settings.publisher_in(each.language) for each in arounds})
    homepage = {"foaf:homepage": {"@id": settings.publisher_url}} if settings.publisher_url else {}
    return {"@id": "#publisher", "@type": "foaf:Agent", "foaf:name": names, **homepage}


def _licence(around: Surroundings) -> Data:
    licence = licence_of(around)
    if licence is None:
        return {}
    found = {"@id": licence.url} if licence.url else {"@type": "dct:LicenseDocument", "dct:title": licence.text}
    return {"dct:license": found}


def _period(span: tuple[str, str]) -> Data:
    ends = {key: {"@value": _day(day), "@type": "xsd:date"} for key, day in zip(("start", "end"), span, strict=True)}
    return {"@type": "dct:PeriodOfTime", "dcat:startDate": ends["start"], "dcat:endDate": ends["end"]}


def _day(iso: str) -> str:
    """Return a day that there is: the end of a span may be the 31st of any month."""
    year, month, day = map(int, iso.split("-"))
    return f"{iso[:8]}{min(day, calendar.monthrange(max(year, 1), month)[1]):02}"


def _said(texts: Mapping[str, str]) -> Sequence[Data]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]


_CONTEXT: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LANGUAGES: Final = {
    "vi": "http://publications.europa.eu/resource/authority/language/VIE",
    "en": "http://publications.europa.eu/resource/authority/language/ENG",
}
