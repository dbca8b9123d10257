"""Speed and memory on generated workspaces: every figure beside its baseline, both measured in the same run."""
