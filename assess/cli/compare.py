"""`assess compare`: two agencies, or one agency's two periods, side by side."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from assess.cli.comparing import WRITERS, Compared, Former, Side
from assess.cli.problems import tell
from assess.cli.score import assess_files, lacks, versions_of
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.workspaces import in_language, opened, root_of, suggestion
from assess.loading import ResponseFile, Workspace, load_mappings, response_files
from assess.model.periods import period_order
from assess.problems import listed
from assess.scoring import Assessment
from assess.versions import History, recounted

Files = Mapping[tuple[str, str, str], ResponseFile]
"""Response files by questionnaire, period and agency."""

Place = tuple[str, str]
"""An agency, by id, and a period."""


def run(options: Namespace) -> int:
    """Find the two responses, score and compare them, and write."""
    workspace, problems = opened(root_of(options), options)
    agencies, periods = _sorted_out(workspace, options)
    files = {(each.questionnaire, each.period, each.agency): each for each in response_files(workspace.root)}
    name, places = _chosen(workspace, files, agencies, periods, options)
    before = _before(workspace, agencies, files, name, [period for _, period in places])
    wanted = [files[name, period, agency] for agency, period in (*places, *before) if (name, period, agency) in files]
    assessments, found, lacking = assess_files(workspace, wanted, options.channel)
    problems = (*problems, *found)
    scored = {(each.response.agency, each.response.period): each for each in assessments}
    if len(scored) < len(wanted):
        tell(problems, options.lang)
        raise lacks(lacking[0], options.channel) if lacking else Trouble("compare_refused", EXIT_PROBLEMS)
    compared = _compared(workspace, wanted, scored, places, before, options)
    for line in WRITERS[options.format](compared, options.lang):
        print(line)
    tell(problems, options.lang)
    return EXIT_PROBLEMS if any(each.refuses for each in problems) else 0


def _sorted_out(workspace: Workspace, options: Namespace) -> tuple[Sequence[str], Sequence[str]]:
    """Return which agencies and which periods were asked for: two agencies, or one in two periods or in its latest."""
    register = workspace.register.agencies
    known = {each.name for each in (workspace.root / "responses").glob("*") if each.is_dir()}
    agencies = [each for each in options.what if each in register]
    for each in options.what:
        if each not in register and each not in known:
            raise Trouble("no_agency", value=each, near=suggestion(each, register, options.lang))
    named = [each for each in options.what if each not in register]
    periods = list(dict.fromkeys([*named, *(options.periods or ()), *([options.period] if options.period else ())]))
    for each in periods:
        if each not in known:
            raise Trouble("no_period", value=each, known=listed(sorted(known)) or "–")
    if (len(set(agencies)), len(periods)) not in ((2, 0), (2, 1), (1, 0), (1, 2)):
        raise Trouble("compare_what")
    return list(dict.fromkeys(agencies)), periods


def _chosen(
    workspace: Workspace, files: Files, agencies: Sequence[str], periods: Sequence[str], options: Namespace
) -> tuple[str, tuple[Place, Place]]:
    """Return the questionnaire, and on each side the agency and its period.

    What is not said is the first questionnaire of assess.yaml, and the latest periods, in which there are responses.
    """
    published = [each.questionnaire for each in workspace.settings.publish]
    names = dict.fromkeys([*published, *sorted(name for name, _, _ in files)])
    predecessors = workspace.register.predecessors()
    for name in names if options.questionnaire is None else (options.questionnaire,):
        own = [{period for at, period, agency in files if (at, agency) == (name, each)} for each in agencies]
        if len(agencies) == 2:
            shared = sorted(own[0] & own[1] & set(periods or own[0]), key=period_order)
            if shared:
                return name, ((agencies[0], shared[-1]), (agencies[1], shared[-1]))
            continue
        line = {agencies[0], *(each.id for each in predecessors.get(agencies[0], ()))}
        there = sorted({period for at, period, agency in files if at == name and agency in line}, key=period_order)
        first, second = periods or ["", "", *there][-2:]
        if own[0] & {first, second} and {first, second} <= set(there):
            return name, ((agencies[0], first), (agencies[0], second))
    known = sorted({f"{name} {period}" for name, period, agency in files if agency in agencies})
    raise Trouble("nothing_to_compare", known=listed(known) or "–")


def _before(
    workspace: Workspace, agencies: Sequence[str], files: Files, name: str, periods: Sequence[str]
) -> list[Place]:
    """Return the results to show apart: those of agencies merged into the one whose periods are compared."""
    if len(agencies) == 2:
        return []
    before = workspace.register.predecessors().get(agencies[0], ())
    return [(each.id, period) for period in periods for each in before if (name, period, each.id) in files]


def _compared(
    workspace: Workspace,
    files: Sequence[ResponseFile],
    scored: Mapping[Place, Assessment],
    places: tuple[Place, Place],
    before: Sequence[Place],
    options: Namespace,
) -> Compared:
    agencies = workspace.register.agencies
    sides = tuple(Side(agencies[agency], period, scored.get((agency, period))) for agency, period in places)
    one, two = (each.assessment for each in sides)
    common = None
    if one and two and one.questionnaire.version != two.questionnaire.version and sides[0].kind == sides[1].kind:
        versions, _ = versions_of(workspace, files)
        history = History(versions, load_mappings(workspace.root, versions, workspace.register))
        versions_named = (one.questionnaire.version, two.questionnaire.version)
        common = history.common(one.questionnaire.id, *versions_named, sides[0].kind)
    scores = tuple(
        each and (recounted(common, each.dossier, each.channel) if common else each).score for each in (one, two)
    )
    latest = common.later if common else next(each for each in (two, one) if each).questionnaire
    return Compared(
        questionnaire=in_language(workspace, latest, options.lang),
        sides=(sides[0], sides[1]),
        scores=(scores[0], scores[1]),
        common=common,
        former=[Former(agencies[agency], scored[agency, period]) for agency, period in before],
    )
