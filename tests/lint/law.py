#!/usr/bin/env python3
# law.py – every clause that the rules cite has a test, and every test that tests/law.md names is there.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the table of tests/law.md; a path is there when a test registers it, whole or as a prefix and the name of a row."""
import pathlib
import re
import sys

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TABLE = 'tests/law.md'
ROW = re.compile(r'^\| (\S+)(?: (第\S+条))? \| .* \| `(\S+)` \|$', re.MULTILINE)
LAWS = '劳动合同法实施条例|劳动合同法|社会保险法|住房公积金管理条例|职工带薪年休假条例|退役军人保障法'
ARTICLE = '第[一二三四五六七八九十百]+条'
PART = '(?:第[（(]?[一二三四五六七八九十]+[）)]?[款项])*'
CLAUSE = re.compile(rf'({LAWS})({ARTICLE}{PART}(?:[、和至]{ARTICLE}{PART})*)')
TEXT = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def list_cited(text):
    """Every (law, article) that stands in a text of the rules."""
    return {(law, article) for string in TEXT.findall(text) for law, articles in CLAUSE.findall(string)
            for article in re.findall(ARTICLE, articles)}


def is_registered(path, texts):
    """Whole, or as a prefix and a row of one file."""
    for strings in texts:
        if path in strings or any(path[:at] in strings and path[at:] in strings for at in range(2, len(path))):
            return True
    return False


def check_checks():
    cited = list_cited('{ "劳动合同法第十条第二款、第八十二条第一款" }')
    faults = [] if cited == {('劳动合同法', '第十条'), ('劳动合同法', '第八十二条')} else [f'cited: {cited}']
    texts = [{'/rules/a/', 'b'}]
    right = is_registered('/rules/a/b', texts) and not is_registered('/rules/a/c', texts)
    return faults + ([] if right else ['a path that is missing is not caught'])


def main():
    rows = ROW.findall((ROOT / TABLE).read_text(encoding='utf-8'))
    texts = [set(TEXT.findall(file.read_text(encoding='utf-8'))) for file in sorted(ROOT.glob('tests/**/test-*.c'))]
    cited = set().union(*(list_cited(file.read_text(encoding='utf-8')) for file in sorted(ROOT.glob('rules/*.c'))))
    missing = cited - {(law, article) for law, article, _ in rows}
    gone = [path for _, _, path in rows if not is_registered(path, texts)]
    return print_tap([
        ('/law/checks/catch-faults', check_checks()),
        ('/law/has-rows', [] if len(rows) > 40 and cited else [f'{len(rows)} rows and {len(cited)} clauses were read']),
        ('/law/every-clause-has-a-test', [f'{TABLE} lacks {law}{article}' for law, article in sorted(missing)]),
        ('/law/every-test-is-there', [f'no test is called {path}' for path in gone]),
    ])


if __name__ == '__main__':
    sys.exit(main())
