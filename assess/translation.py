"""The same questionnaire in another language. What is not translated keeps its own language, and says so."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from assess.model import Adjustment, Dimension, Grouping, Level, Option, Question, Questionnaire, Text, Titled

Words = Mapping[str, Any]
Thing = TypeVar("Thing", Dimension, Level, Option, Question, Questionnaire, Titled)


def translate(questionnaire: Questionnaire, words: Words | None, language: str) -> Questionnaire:
    """Return the questionnaire with its text in `language`, from the checked data of a translation."""
    if language == questionnaire.language or words is None:
        return questionnaire
    dimensions = tuple(_dimension(each, words, language) for each in questionnaire.dimensions)
    translated = _texts(questionnaire, words, language, "title", "description")._replace(
        tiers=tuple(_titled(each, words.get("tiers", {}), language) for each in questionnaire.tiers),
        levels=tuple(
            _texts(each, words.get("levels", {}).get(each.id, {}), language, "title", "description")
            for each in questionnaire.levels
        ),
        groupings=tuple(
            _grouping(each, words.get("groupings", {}).get(each.id, {}), language) for each in questionnaire.groupings
        ),
        glossary=_glossary(questionnaire.glossary, words, language),
        sources=_mapped(questionnaire.sources, words.get("sources", {}), language, "title"),
        commitments=_mapped(questionnaire.commitments, words.get("commitments", {}), language, "text"),
    )
    return translated.put_together(
        _texts(questionnaire.whole, words, language, "title")._replace(
            adjust=_reasons(questionnaire.whole.adjust, language), dimensions=dimensions
        ),
    )


def _dimension(dimension: Dimension, words: Words, language: str) -> Dimension:
    own = words.get("dimensions", {}).get(dimension.id, {})
    levels = {
        key: Text(own.get("levels", {})[key], language) if key in own.get("levels", {}) else each
        for key, each in dimension.levels.items()
    }
    return _texts(dimension, own, language, "title", "description")._replace(
        levels=levels,
        adjust=_reasons(dimension.adjust, language),
        dimensions=tuple(_dimension(each, words, language) for each in dimension.dimensions),
        questions=tuple(_question(each, words, language) for each in dimension.questions),
    )


def _reasons(adjustments: Sequence[Adjustment], language: str) -> tuple[Adjustment, ...]:
    """Return adjustments with their reasons in a language, where they have them beside."""
    return tuple(
        each._replace(reason=Text(each.reasons[language], language)) if language in each.reasons else each
        for each in adjustments
    )


def _question(question: Question, words: Words, language: str) -> Question:
    own = words.get("questions", {}).get(question.id, {})
    named = question.option_set
    options = own.get("options", {}) if named is None else words.get("option_sets", {}).get(named, {})
    names = ("text", "help", "definition", "unit", "data_source", "verified_by")
    return _texts(question, own, language, *names)._replace(
        options={
            key: _texts(each, options.get(key, {}), language, "text", "shown_by", "next")
            for key, each in question.options.items()
        },
    )


def _glossary(glossary: Mapping[str, Text], words: Words, language: str) -> Mapping[str, Text]:
    """Return the words explained in a language, which are its own: others than those of the questionnaire's."""
    own = words.get("glossary")
    return glossary if own is None else {key: Text(text, language) for key, text in own.items()}


def _grouping(grouping: Grouping, own: Words, language: str) -> Grouping:
    title = Text(own["title"], language) if "title" in own else grouping.title
    values = tuple(_titled(each, own.get("values", {}), language) for each in grouping.values)
    return grouping._replace(title=title, values=values)


def _texts(thing: Thing, own: Words, language: str, *names: str) -> Thing:
    """Return a thing with those of its texts replaced that are translated."""
    texts: Any = {name: Text(own[name], language) for name in names if name in own}
    replaced: Thing = thing._replace(**texts)
    return replaced


def _titled(thing: Titled, titles: Words, language: str) -> Titled:
    return thing._replace(title=Text(titles[thing.id], language)) if thing.id in titles else thing


def _mapped(things: Mapping[str, Any], texts: Words, language: str, name: str) -> Mapping[str, Any]:
    return {
        key: each._replace(**{name: Text(texts[key], language)}) if key in texts else each
        for key, each in things.items()
    }
