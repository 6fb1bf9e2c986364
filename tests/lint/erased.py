#!/usr/bin/env python3
# erased.py – what a table keeps of people is erased when its time is over, or stays for a reason.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the personal columns of data/tables against what data/steps/kp-step-erase.c erases."""
import pathlib
import re
import sys

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ERASER = 'data/steps/kp-step-erase.c'
TABLE = re.compile(r'^const KpTable (kp_\w+_table) = KP_TABLE_INIT \(\s*\w+, "(\w+)", "[^"]+", (\w+)\)', re.MULTILINE)
COLUMNS = re.compile(r'^static const KpColumn (\w+)\[\] = \{(.*?)^\};', re.MULTILINE | re.DOTALL)
PERSONAL = re.compile(r'KP_COLUMN_\w+ \(\w+, (\w+), [^)]*KP_COLUMN_(?:PERSONAL|SEALED)')
BLANK = re.compile(r'\{ [A-Z |]+, &(kp_\w+_table), (?:"\w+"|NULL), \{ ([^}]*) \} \}')
# Tables whose rows a function of the eraser clears member by member.
OWN = {'kp_person_table': 'person', 'kp_grid_staff_table': 'staff'}
# (table, column): why it stays.
STAYS = {
    ('account', 'password'): 'a digest, of one who works here',
    ('account', 'pin'): 'a digest, of one who works here',
    ('account_secret', 'verifier'): 'a digest, of one who works here',
    ('campaign', 'paper_key'): 'a key, nobody’s',
    ('campaign', 'seal'): 'a key, nobody’s',
    ('room_package', 'sign_key'): 'a key, nobody’s',
    ('fitness', 'outcome'): 'statistics are made of it',
    ('hearing', 'number'): 'it leads to nobody once the name is gone',
    ('hearing', 'code'): 'it leads to nobody once the name is gone',
    ('secret_number', 'number'): 'it leads to nobody once the name is gone',
    ('recusal', 'kind'): 'panels are checked by it, and its two people have no name any more',
    ('person', 'political'): 'statistics are made of it',
    ('person', 'certificate'): 'statistics are made of it',
}


def find_personal(text):
    """(variable, table, its personal columns) of each table that a file defines."""
    columns = dict(COLUMNS.findall(text))
    return [(variable, name, PERSONAL.findall(columns.get(own, ''))) for variable, name, own in TABLE.findall(text)]


def find_erased(text):
    """The columns of each table that are made empty; None where the whole row goes."""
    found = {variable: set(re.findall(r'"(\w+)"', columns)) or None for variable, columns in BLANK.findall(text)}
    for variable, record in OWN.items():
        found[variable] = set(re.findall(rf'&{record}(?:->|\.)(\w+)', text))
    return found


def check(path, text, erased):
    faults = []
    for variable, name, columns in find_personal(text):
        gone = erased.get(variable, set())
        faults += [f'{path}: “{column}” of {name} is personal and stays for ever; give {ERASER} a row for it, '
                   f'or tests/lint/erased.py the reason why it stays'
                   for column in columns if gone is not None and column not in gone and (name, column) not in STAYS]
    return faults


def main():
    erased = find_erased((ROOT / ERASER).read_text(encoding='utf-8'))
    texts = {path.relative_to(ROOT): path.read_text(encoding='utf-8') for path in sorted((ROOT / 'data/tables').glob('*.c'))}
    personal = {(name, column) for text in texts.values() for _, name, columns in find_personal(text) for column in columns}
    sample = ('static const KpColumn note_columns[] = {\n  KP_COLUMN_TEXT (KpNoteRecord, text, KP_COLUMN_PERSONAL),\n};\n'
              'const KpTable kp_note_table = KP_TABLE_INIT (KpNoteRecord, "note", "记录", note_columns);\n')
    caught = [check('x.c', sample, {}), check('x.c', sample, {'kp_note_table': {'other'}})]
    let = check('x.c', sample, {'kp_note_table': None}) + check('x.c', sample, {'kp_note_table': {'text'}})
    return print_tap([
        ('/erased/every-personal-column', [fault for path, text in texts.items() for fault in check(path, text, erased)]),
        ('/erased/reasons-have-columns', [f'tests/lint/erased.py: {table} has no personal column “{column}”'
                                          for table, column in sorted(STAYS.keys() - personal)]),
        ('/erased/finds-samples', [] if all(caught) and not let and len(erased) > 20 else ['a sample isn’t judged rightly']),
    ])


if __name__ == '__main__':
    sys.exit(main())
