"""`assess build`: check, score, and build the site."""

import time
from argparse import Namespace
from pathlib import Path

from assess.cli.problems import tell
from assess.cli.streams import message
from assess.cli.trouble import EXIT_PROBLEMS, Trouble
from assess.cli.words import SAID
from assess.cli.workspaces import root_of
from assess.loading.files import shown_path
from assess.publishing.collecting import UnusableWorkspace
from assess.publishing.files import TargetError
from assess.publishing.frame import FrameError
from assess.publishing.site import Built, StrictError, build_site
from assess.publishing.stubs import StubError


def run(options: Namespace) -> int:
    """Build, tell the problems, and sum up."""
    root = root_of(options)
    target = Path(options.output) if options.output else root / "site"
    start = time.monotonic()
    try:
        built = build_site(root, target, strict=options.strict)
    except UnusableWorkspace as error:
        tell(error.problems, options.lang)
        raise Trouble("unusable") from None
    except StrictError as error:
        tell(error.problems, options.lang)
        _tell_warnings(error.warnings, options.lang)
        raise Trouble("strict_stop", EXIT_PROBLEMS) from None
    except TargetError as error:
        raise Trouble(f"target_{error.reason}", path=shown_path(error.path)) from None
    except (FrameError, StubError) as error:
        raise Trouble("frame", error=error) from error
    except OSError as error:
        raise Trouble("disk", path=shown_path(target), error=error.strerror or type(error).__name__) from error
    tell(built.problems, options.lang)
    _tell_warnings(built.warnings, options.lang)
    _sum_up(built, time.monotonic() - start, options.lang)
    return EXIT_PROBLEMS if any(each.refuses for each in built.problems) else 0


def _tell_warnings(warnings: tuple[str, ...], language: str) -> None:
    for each in warnings:
        message(SAID[language]["frame_warning"].format(warning=each))


def _sum_up(built: Built, seconds: float, language: str) -> None:
    said, count = SAID[language], built.count
    print(said["build_done"].format(path=shown_path(built.target)))
    print(
        "  "
        + said["build_counts"].format(
            agencies=built.agencies,
            pages=built.pages,
            written=built.written,
            problems=sum(each.refuses for each in built.problems),
            seconds=f"{seconds:.1f}".replace(".", "," if language == "vi" else "."),
        )
    )
    facts = {"read": count.read, "built": count.built, "refused": count.refused, "skipped": count.skipped}
    print("  " + said["build_files"].format_map(facts))
    print("  " + said["build_look"].format(path=shown_path(built.target)))
