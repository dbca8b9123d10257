"""Where each page stands in the site, for ever; and the way from one page to another."""


def ranking_address(questionnaire: str, period: str) -> str:
    """Return the address of a ranking, relative to its language's root."""
    return f"{questionnaire}/{period}/"


def agency_address(questionnaire: str, period: str, agency: str) -> str:
    """Return the address of an agency's result."""
    return f"{questionnaire}/{period}/{agency}/"


def heatmap_address(questionnaire: str, period: str) -> str:
    """Return the address of the table of all agencies by all dimensions."""
    return f"{questionnaire}/{period}/heatmap/"


def dimension_address(questionnaire: str, period: str, dimension: str = "") -> str:
    """Return the address of a dimension's results, or of the list of all dimensions."""
    return f"{questionnaire}/{period}/dimensions/{dimension}/" if dimension else f"{questionnaire}/{period}/dimensions/"


def question_address(questionnaire: str, period: str, question: str = "") -> str:
    """Return the address of a question's results, or of the list of all questions."""
    return f"{questionnaire}/{period}/questions/{question}/" if question else f"{questionnaire}/{period}/questions/"


def grouping_address(questionnaire: str, period: str, grouping: str) -> str:
    """Return the address of the results in another reading of the questions."""
    return f"{questionnaire}/{period}/groupings/{grouping}/"


def numbers_address(questionnaire: str, period: str) -> str:
    """Return the address of what is to be known about the numbers of a group."""
    return f"{questionnaire}/{period}/numbers/"


def method_address(questionnaire: str, version: str) -> str:
    """Return the address of how a version of a questionnaire is scored."""
    return f"{questionnaire}/versions/{version}/method/"


def place_address(agency: str = "") -> str:
    """Return the address of a place, by the agency that it is named after, or of the list of all places."""
    return f"places/{agency}/" if agency else "places/"


def compare_address(questionnaire: str = "", period: str = "", *agencies: str) -> str:
    """Return the address of the page that holds agencies against each other; with these chosen, where any are given.

    One agency is held against itself in other periods; more than four are not shown.
    """
    return f"compare/#{questionnaire}/{period}/{','.join(agencies)}" if agencies else "compare/"


def compared_address(questionnaire: str, period: str) -> str:
    """Return the path of the file that holds what agencies of a questionnaire and period are compared by."""
    return f"compare/{questionnaire}/{period}.js"


def agencies_address(kind: str = "", number: int = 1) -> str:
    """Return the address of the list of agencies; where it is long, of one page of those of a kind."""
    if not kind:
        return "agencies/"
    return f"agencies/{kind}/{number}/" if number > 1 else f"agencies/{kind}/"


def names_address() -> str:
    """Return the path of the file that holds the names of all agencies, for finding them as one types."""
    return "assets/assess/agencies.js"


def data_address() -> str:
    """Return the address of the page of open data."""
    return "data/"


def sources_address() -> str:
    """Return the address of the commitments that questions come from."""
    return "sources/"


def accessibility_address() -> str:
    """Return the address of the accessibility statement."""
    return "accessibility/"


def questionnaire_address(questionnaire: str, version: str = "") -> str:
    """Return the address of a version of a questionnaire; without a version, of its latest published one."""
    return f"{questionnaire}/versions/{version}/" if version else f"{questionnaire}/"


def targets_address() -> str:
    """Return the address of the targets."""
    return "targets/"


def glossary_address() -> str:
    """Return the address of the words explained."""
    return "glossary/"


def problem_address(code: str = "") -> str:
    """Return the address of a rule's page, or of the index of all rules."""
    return f"problems/{code}/" if code else "problems/"


def way(here: str, there: str) -> str:
    """Return the relative link from one address to another (an anchor may follow)."""
    return "../" * here.count("/") + there or "./"
