"""Where each page stands in the site, for ever; and the way from one page to another."""


def ranking_address(questionnaire: str, period: str) -> str:
    """Return the address of a ranking, relative to its language's root."""
    return f"{questionnaire}/{period}/"


def agency_address(questionnaire: str, period: str, agency: str) -> str:
    """Return the address of an agency's result."""
    return f"{questionnaire}/{period}/{agency}/"


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
