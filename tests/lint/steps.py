#!/usr/bin/env python3
# steps.py – each step that the journal can hold has its row of words and roles.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds rules/kp-step-words.c against the steps that rules/ and data/steps begin."""
import pathlib
import re
import sys

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BEGUN = re.compile(r'\b(?:begin|kp_session_begin_beside) \(\s*[a-z>.-]+,\s*"([a-z-]+)"|^#define STEP "([a-z-]+)"', re.MULTILINE)
STAGED = re.compile(r'\[KP_STEP_[A-Z_]+\] = \{ "([a-z-]+)"')
TABLE = 'rules/kp-step-words.c'
ROWS = re.compile(r'^  \{ "([a-z-]+)", "[^"]+", N_\("[^"]+"\), [A-Z |]+, (?:[A-Z |]+|0) \},$', re.MULTILINE)


def find_steps(texts):
    """Names that some source begins."""
    found = set()
    for text in texts:
        found.update(first or second for first, second in BEGUN.findall(text))
    return found


def main():
    homes = [*sorted((ROOT / 'data/steps').glob('*.c')), ROOT / 'rules/kp-stage.c']
    steps = {'create': TABLE}
    for path in homes:
        text = path.read_text(encoding='utf-8')
        for name in find_steps([text]) | set(STAGED.findall(text)):
            steps.setdefault(name, path.relative_to(ROOT))
    rows = ROWS.findall((ROOT / TABLE).read_text(encoding='utf-8'))
    sample = find_steps(['  *ledger = kp_session_begin_beside (session, "amend", NULL, error);', '#define STEP "take-photos"\n'])
    return print_tap([
        ('/steps/have-rows', [f'{TABLE}: give the step “{name}” of {steps[name]} a row' for name in sorted(steps.keys() - set(rows))]),
        ('/steps/rows-have-steps', [f'{TABLE}: nothing begins the step “{name}”; remove its row'
                                    for name in sorted(set(rows) - steps.keys())]),
        ('/steps/each-once', [f'{TABLE}: the step “{name}” stands twice' for name in sorted(set(rows)) if rows.count(name) > 1]),
        ('/steps/finds-samples', [] if sample == {'amend', 'take-photos'} else [f'found {sample}']),
    ])


if __name__ == '__main__':
    sys.exit(main())
