#!/usr/bin/env python3
# guide.py – the guides of the scheme and of printing are valid and leave no key, condition, tie, word or form out.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the names out of the tables that the program itself reads and writes by, and looks for each in app/help/scheme.md:
in backticks, or as a key or value of one of its JSON blocks; and each form of the press in app/help/print.md."""
import json
import pathlib
import re
import sys

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
GUIDE = 'app/help/scheme.md'
PRINT_GUIDE = 'app/help/print.md'
BLOCK = re.compile(r'^```json\n(.*?)^```$', re.MULTILINE | re.DOTALL)
WORD = r'[a-z][a-z0-9_-]*'
# Where names stand: what they are, files, and how a name is written there.
KEYS = re.compile(rf'(?:\{{|\w\w\w+ \() ?"({WORD})", ?(?:KP_FIELD_|Kp\w+,|\w+\))')
TABLES = re.compile(r'static const char \*const (\w+)\[[^\]]*\]\s*= ?\{(.*?)\};', re.DOTALL)
SOURCES = [
    ('condition', 'rules/kp-condition*.c', re.compile(rf'\[KP_CONDITION_\w+\] = "({WORD})"')),
    ('tie', 'rules/kp-tie*.c', re.compile(rf'\[KP_TIE_\w+\] = \{{ "({WORD})"')),
    ('part', 'rules/kp-total*.c', re.compile(rf'\[KP_PART_\w+\] = \{{ "({WORD})"')),
    ('standing', 'rules/kp-total*.c', re.compile(rf'\[KP_STANDING_\w+\] = \{{ "({WORD})"')),
    ('stage', 'rules/kp-stage*.c', re.compile(rf'\[KP_STAGE_\w+\] = "({WORD})"')),
    ('track', 'rules/kp-*.c', re.compile(rf'\[KP_TRACK_\w+\] = "({WORD})"')),
    ('cause', 'rules/kp-leaving*.c', re.compile(rf'\[KP_CAUSE_\w+\] = \{{ "({WORD})"')),
    ('until', 'rules/kp-leaving*.c', re.compile(rf'\[KP_UNTIL_\w+\] = \{{ "({WORD})"')),
    ('kind of fact', 'rules/kp-facts*.c', re.compile(rf'\[KP_FACT_\w+\] = "({WORD})"')),
    ('built-in fact', 'data/scheme/kp-case-facts.c', re.compile(rf'PLACE \("({WORD})"')),
    ('verdict', 'rules/kp-condition*.c', re.compile(rf'\[KP_VERDICT_\w+\] = "({WORD})"')),
    ('outcome of a review', 'rules/kp-qualify*.c', re.compile(rf'\[KP_REVIEW_\w+\] = "({WORD})"')),
    ('opening', 'rules/kp-quota*.c', re.compile(rf'\[KP_QUOTA_\w+\] = "({WORD})"')),
    ('final verdict', 'rules/kp-substitution*.c', re.compile(rf'\[KP_FINAL_\w+\] = "({WORD})"')),
    ('result', 'data/scheme/kp-contest-json.c', re.compile(rf'\(object, "({WORD})"')),
    ('day', 'data/scheme/kp-case-dates.c', re.compile(rf'set_(?:day|end) \(&?\w+, "({WORD})"')),
    ('wording', 'rules/kp-scheme-explain-annex.c', re.compile(rf'^  \{{ "({WORD})", "[^"]+" \}},$', re.MULTILINE)),
    ('reason', 'rules/kp-requirement*.c', re.compile(r'\{ "(R\d\d)"')),
]
# The forms of the press, and the rows of the tables of print.md; the first cell of most is a form.
PRESS = 'app/press/kp-press-forms.c'
FORMS = re.compile(rf'\[KP_PRESS_\w+\] = \{{ "({WORD})"')
ROWS = re.compile(r'^\| (.+) \|$', re.MULTILINE)
# Tables of bare words, by the files where all of them are words of the form.
WORDS = [
    ('word', 'data/scheme/kp-scheme-*fields*.c', None),
    ('check', 'rules/kp-requirement*.c', 'check_names'),
    ('shortlist', 'rules/kp-shortlist*.c', 'verdict_names'),
    ('state', 'rules/kp-mark*.c', None),
    ('key of a case', 'data/scheme/kp-case*.c', 'known'),
    ('member of a condition', 'data/scheme/kp-condition-form.c', 'member_names'),
]


def read(path):
    return path.read_text(encoding='utf-8')


def list_blocks(text):
    """Each JSON block with the number of its first line."""
    return [(text.count('\n', 0, found.start()) + 2, found[1]) for found in BLOCK.finditer(text)]


def check_blocks(blocks):
    faults = [] if blocks else ['there is no JSON block']
    for line, block in blocks:
        try:
            json.loads(block)
        except json.JSONDecodeError as fault:
            faults.append(f'{GUIDE}:{line + fault.lineno - 1}: {fault.msg}')
    return faults


def list_names(texts, pattern):
    return {name for text in texts for name in pattern.findall(text)}


def list_words(texts, table):
    names = set()
    for text in texts:
        for title, body in TABLES.findall(text):
            if table is None or title == table:
                names |= set(re.findall(rf'"({WORD})"', body))
    return names


def list_said(text):
    """Every word that stands in backticks, or in quotation marks in a block or in backticks."""
    said = set()
    for _, block in list_blocks(text):
        said |= set(re.findall(rf'"({WORD})"', block))
    for span in re.findall(r'`([^`\n]+)`', BLOCK.sub('', text)):
        said |= set(re.findall(rf'(?<![\w-]){WORD}(?![\w-])', span))
    said |= set(re.findall(r'R\d\d', text))
    return said


def check_names(what, names, said, files, guide=GUIDE):
    """None may be missing; and where nothing is found, the table isn't where it was."""
    return [f'{guide}: give the {what} “{name}” of {files} a row' for name in sorted(names - said)] \
        or [f'tests/lint/guide.py: no {what} found in {files}'] * (not names)


def check_checks():
    """A broken block, a name that isn't said and an empty table are caught; what is said is found."""
    said = list_said('`post` and\n```json\n{ "places": 1 }\n```\nand posts')
    caught = [check_blocks([]), check_blocks([(1, '{')]), check_names('key', {'posts'}, said, ''), check_names('key', set(), said, '')]
    wrong = [f'fault {number} of the checks is not caught' for number, faults in enumerate(caught, 1) if not faults]
    return wrong + check_names('key', {'post', 'places'}, said, '')


def check_print_guide():
    """Each form stands in some row, and a row begins with no other name."""
    named = set(FORMS.findall(read(ROOT / PRESS)))
    rows = ROWS.findall(read(ROOT / PRINT_GUIDE))
    said = {name for row in rows for name in re.findall(rf'`({WORD})`', row)}
    first = {name for row in rows for name in re.findall(rf'^`({WORD})` \|', row)}
    return [('/guide/print/says-every-form', check_names('form', named, said, PRESS, PRINT_GUIDE)),
            ('/guide/print/says-no-other', [f'{PRINT_GUIDE}: “{name}” is no form of {PRESS}' for name in sorted(first - named)])]


def main():
    text = read(ROOT / GUIDE)
    said = list_said(text)
    results = [('/guide/checks/catch-faults', check_checks()), ('/guide/blocks/are-json', check_blocks(list_blocks(text)))]

    def add(what, files, names):
        results.append((f"/guide/says-every/{what.replace(' ', '-')}", check_names(what, names, said, files)))

    keys = 'data/scheme/kp-scheme-*fields*.c'
    add('key', keys, list_names(map(read, sorted(ROOT.glob(keys))), KEYS) | {'rounding', 'decimals', 'kaopin-scheme', 'kaopin-case'})
    for what, files, pattern in SOURCES:
        add(what, files, list_names(map(read, sorted(ROOT.glob(files))), pattern))
    for what, files, table in WORDS:
        add(what, files, list_words(map(read, sorted(ROOT.glob(files))), table))
    results += check_print_guide()
    return print_tap(results)


if __name__ == '__main__':
    sys.exit(main())
