"""`assess serve`: the site on this computer, following every change; MkDocs' own server with our pages in it."""

import re
from argparse import Namespace

from assess.cli.trouble import Trouble
from assess.cli.workspaces import opened, root_of
from assess.loading.files import shown_path
from assess.publishing.frame import FrameError, frame_file, serve_frame


def run(options: Namespace) -> int:
    """Serve until interrupted."""
    root = root_of(options)
    workspace, _ = opened(root, options)
    if not re.fullmatch(r"[\w.\[\]:-]+:[0-9]{1,5}", options.address):
        raise Trouble("bad_address", value=options.address)
    config = frame_file(root, workspace.settings.languages[0])
    if not config.is_file():
        raise Trouble("no_config", path=shown_path(config))
    try:
        serve_frame(config, options.address)
    except FrameError as error:
        raise Trouble("frame", error=error) from error
    return 0
