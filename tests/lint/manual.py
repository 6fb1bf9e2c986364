#!/usr/bin/env python3
# manual.py – the manual's pages are whole: links lead somewhere, pictures are there, and each command line would be understood.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / 'app' / 'help' / 'zh_CN'
NS = '{http://projectmallard.org/1.0/}'
COMMON = {'json', 'help', 'connect', 'campaign', 'actor', 'passphrase-file'}


def read_verbs():
    """The options of each verb, out of the arrays that it parses by; words of draws are shared by a macro."""
    table = (ROOT / 'app/verbs/kp-verbs.c').read_text(encoding='utf-8')
    macros = (ROOT / 'app/verbs/kp-draw-options.h').read_text(encoding='utf-8')
    verbs = {}
    for name, function in re.findall(r'\{ "(\w+)",.*?(kp_verb_\w+) \},', table, re.DOTALL):
        texts = [path.read_text(encoding='utf-8') for path in (ROOT / 'app/verbs').glob('*.[ch]')]
        home = next(text for text in texts if re.search(rf'^{function} \(', text, re.MULTILINE))
        home += macros if 'KP_DRAW_OPTION_ENTRIES' in home else ''
        verbs[name] = set(re.findall(r'\{ "([a-z][a-z0-9-]*)", \'?\w', home)) | COMMON
    return verbs


def check_command(text, verbs):
    words = text.split()
    if len(words) < 2 or words[0] != 'kaopin':
        return []
    if words[1] not in verbs:
        return [f'{text}: no verb {words[1]}']
    return [f'{text}: {words[1]} takes no {word}' for word in words
            if word.startswith('--') and word[2:] not in verbs[words[1]]]


def check_page(path, ids, verbs):
    page = tree.parse(path).getroot()
    faults = [] if page.get('id') == path.stem else [f'its id is {page.get("id")}']
    for link in page.iter(f'{NS}link'):
        target = link.get('xref')
        if target is not None and target.partition('#')[0] not in ids:
            faults.append(f'no page {target}')
    faults += [f'{media.get("src")} isn\'t there' for media in page.iter(f'{NS}media') if not (FOLDER / media.get('src')).exists()]
    for command in page.iter(f'{NS}cmd'):
        faults += check_command(''.join(command.itertext()), verbs)
    return faults


def main():
    pages = sorted(FOLDER.glob('*.page'))
    ids = {path.stem for path in pages}
    verbs = read_verbs()
    listed = set(re.findall(r"'(\w+)\.page'", (FOLDER / 'meson.build').read_text(encoding='utf-8')))
    shown = {media.get('src') for path in pages for media in tree.parse(path).getroot().iter(f'{NS}media')}
    left = [path.name for path in (FOLDER / 'figures').glob('*.png') if f'figures/{path.name}' not in shown]
    results = [(f'/manual/{path.stem}/is-whole', check_page(path, ids, verbs)) for path in pages]
    results += [
        ('/manual/every-page-is-installed', sorted(ids ^ listed)),
        ('/manual/every-picture-is-shown', left),
        ('/manual/finds-a-wrong-verb', [] if check_command('kaopin frobnicate x', verbs) else ['not found']),
        ('/manual/finds-a-wrong-option', [] if check_command('kaopin seat x --frobnicate', verbs) else ['not found']),
    ]
    return print_tap(results)


if __name__ == '__main__':
    sys.exit(main())
