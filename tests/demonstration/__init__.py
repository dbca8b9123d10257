"""The demonstration: invented agencies and what they answered, written anew by `python -m tests.demonstration`.

Whatever the questionnaires ask: answers are drawn by type of question, never by its id, so a new version is answered by
running this once more. `agencies` says who there is, `abilities` how far each of them is, `values` and `answers` what
they therefore write, `reviews` what verifiers find, `writing` how a file looks, `workspace` which files there are.
"""
