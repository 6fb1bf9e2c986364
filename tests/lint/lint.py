#!/usr/bin/env python3
# lint.py – tells where the tree leaves the form of CONTRIBUTING.md, and proves that it would.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lint.py [--tap] [RULE...] : checks the tree. With --tap also each bad sample, one result a rule and a sample.

A bad sample bad/RULE*.* begins with a line `as: PATH; finds: N` (and `; times: N` when its rest is to be repeated):
the rule must find just N faults in it as if it lay at PATH."""
import pathlib
import re
import sys

import rules
from source import Source
from tap import print_tap

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TEXT = ('.c', '.h', '.py', '.sh', '.ui', '.xml', '.sql', '.css', '.build', '.po', '.svg', '.desktop', '.in', '.supp')
AS = re.compile(r'.*\bas: (?P<path>\S+); finds: (?P<finds>\d+)(?:; times: (?P<times>\d+))?')


class Tree:
    """The files that the rules look at, and what they must know of the rest."""

    def __init__(self, sources, like=None):
        self.sources, self.is_sample = sources, like is not None
        known = sources + (like.sources if like else [])
        self.headers = {each.path.rpartition('/')[2]: each.folder for each in known if each.path.endswith('.h')}
        self.public = set()
        for source in known:
            if source.folder in rules.HOUSE and source.path.endswith('.h'):
                self.public |= {word.text for word in source.words if word.text.startswith('kp_')}
        self.shown, self.bare = 0, []
        self.translated = like.translated if like else read_potfiles()

    def production(self):
        return [each for each in self.sources if each.folder in rules.HOUSE and each.path.endswith(('.c', '.h'))]

    def named(self, name):
        return [each for each in self.sources if each.path.rpartition('/')[2] == name]


def read_potfiles():
    path = ROOT / 'po' / 'POTFILES'
    lines = path.read_text(encoding='utf-8').splitlines() if path.exists() else []
    return {line.strip() for line in lines if line.strip() and not line.startswith('#')}


def read_tree():
    sources = []
    for top in sorted(ROOT.iterdir()):
        if top.name.startswith(('build', 'out', '.git')) and top.is_dir():
            continue
        for path in [top] if top.is_file() else sorted(top.rglob('*')):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and path.name.endswith(TEXT) and not name.startswith('tests/lint/bad/'):
                sources.append(Source(name, path.read_text(encoding='utf-8')))
    return Tree(sources)


def read_sample(path, tree):
    first, _, rest = path.read_text(encoding='utf-8').partition('\n')
    about = AS.match(first)
    text = '\n' * (about['times'] is None) + rest * int(about['times'] or 1)
    return Tree([Source(about['path'], text)], tree), int(about['finds'])


def report(rule, tree):
    return [f'{path}:{line}: {what}' for path, line, what in rule(tree)]


def run_tap(chosen, tree):
    results = []
    for rule in chosen:
        name = rule.__name__.replace('_', '-')
        faults = report(rule, tree)
        results.append((f'/lint/{name}/holds', faults))
        samples = sorted((HERE / 'bad').glob(f'{name}.*')) + sorted((HERE / 'bad').glob(f'{name}--*'))
        for path in samples:
            sample, finds = read_sample(path, tree)
            faults = report(rule, sample)
            results.append((f'/lint/{name}/catches-{path.name}',
                            [] if len(faults) == finds > 0 else [f'found {len(faults)} for {finds}', *faults]))
        if not samples:
            results.append((f'/lint/{name}/has-a-bad-sample', [f'tests/lint/bad/{name}.* is missing']))
    return print_tap(results)


def main(words):
    chosen = [rule for rule in rules.RULES if rule.__name__.replace('_', '-') in words] or rules.RULES
    tree = read_tree()
    if '--tap' in words:
        return run_tap(chosen, tree)
    faults = [f'{fault} ({rule.__name__})' for rule in chosen for fault in report(rule, tree)]
    print('\n'.join(faults) or 'nothing to mend')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
