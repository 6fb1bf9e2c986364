#!/usr/bin/env python3
# steps.py – each step that the journal can hold has its words and its roles.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds data/steps/kp-step-words.c and rules/kp-role.c against the steps that rules/ and data/steps begin."""
import pathlib
import re
import sys

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BEGUN = re.compile(r'\b(?:begin|kp_session_begin_beside) \(\s*[a-z>.-]+,\s*"([a-z-]+)"|^#define STEP "([a-z-]+)"', re.MULTILINE)
STAGED = re.compile(r'\[KP_STEP_[A-Z_]+\] = \{ "([a-z-]+)"')
RULED = re.compile(r'^  \{ "([a-z-]+)", [A-Z |]+, (?:[A-Z |]+|0) \},$', re.MULTILINE)
WORDED = re.compile(r'^  \{ "([a-z-]+)", "[^"]+", N_\("[^"]+"\) \},$', re.MULTILINE)


def find_steps(texts):
    """Names that some source begins."""
    found = {'create'}
    for text in texts:
        found.update(first or second for first, second in BEGUN.findall(text))
    return found


def main():
    steps = find_steps(path.read_text(encoding='utf-8') for path in (ROOT / 'data/steps').glob('*.c'))
    steps.update(STAGED.findall((ROOT / 'rules/kp-stage.c').read_text(encoding='utf-8')))
    words = WORDED.findall((ROOT / 'data/steps/kp-step-words.c').read_text(encoding='utf-8'))
    ruled = RULED.findall((ROOT / 'rules/kp-role.c').read_text(encoding='utf-8'))
    sample = find_steps(['  *ledger = kp_session_begin_beside (session, "amend", NULL, error);', '#define STEP "take-photos"\n'])
    return print_tap([
        ('/steps/have-words', [f'{name} has no words' for name in sorted(steps - set(words))]),
        ('/steps/words-have-steps', [f'{name} is no step' for name in sorted(set(words) - steps)]),
        ('/steps/each-once', [f'{name} stands twice' for name in sorted(set(words)) if words.count(name) > 1]),
        ('/steps/have-roles', [f'{name} is nobody’s' for name in sorted(steps - set(ruled))]),
        ('/steps/roles-have-steps', [f'{name} is no step' for name in sorted(set(ruled) - steps)]),
        ('/steps/finds-samples', [] if sample == {'create', 'amend', 'take-photos'} else [f'found {sample}']),
    ])


if __name__ == '__main__':
    sys.exit(main())
