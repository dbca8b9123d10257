"""`assess serve`: the site on this computer, following every change; MkDocs' own server with our pages in it."""

from argparse import Namespace

from assess.cli.trouble import Trouble
from assess.cli.workspaces import opened, root_of
from assess.loading.files import shown_path
from assess.publishing.frame import FrameError, serve_frame


def run(options: Namespace) -> int:
    """Serve until interrupted."""
    root = root_of(options)
    opened(root, options)
    config = root / "mkdocs.yml"
    if not config.is_file():
        raise Trouble("no_config", path=shown_path(config))
    try:
        serve_frame(config, options.address)
    except FrameError as error:
        raise Trouble("frame", error=error) from error
    return 0
