#!/usr/bin/env python3
# manual.py – the manual says what the program does: links lead somewhere, pictures are there and small, each command line would
# be understood, each label, sentence and paper that is quoted is the program's own, and F1 leads from each page to one that is there.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# In a page <gui> holds a label of the window, <output> a sentence of the program (… for what it fills in), <em style="paper"> a
# paper by its title, <cmd> a command line.
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / 'app' / 'help' / 'zh_CN'
NS = '{http://projectmallard.org/1.0/}'
COMMON = {'json', 'help', 'connect', 'campaign', 'actor', 'passphrase-file', 'as', 'as-file', 'pin-file'}
MOST_BYTES = 120 * 1024


def read_verbs():
    """The options of each verb, out of the arrays that it parses by; what several verbs take stands in a macro KP_…_OPTION_ENTRIES."""
    table = (ROOT / 'app/verbs/kp-verbs.c').read_text(encoding='utf-8')
    shared = [path.read_text(encoding='utf-8') for path in (ROOT / 'app/verbs').glob('kp-*-options.h')]
    macros = {name: text for text in shared for name in re.findall(r'#define (KP_\w+_OPTION_ENTRIES)', text)}
    verbs = {}
    for name, function in re.findall(r'\{ "(\w+)",.*?(kp_verb_\w+) \},', table, re.DOTALL):
        texts = [path.read_text(encoding='utf-8') for path in (ROOT / 'app/verbs').glob('*.[ch]')]
        home = next(text for text in texts if re.search(rf'^{function} \(', text, re.MULTILINE))
        home += ''.join(macro for word, macro in macros.items() if word in home)
        verbs[name] = set(re.findall(r'\{ "([a-z][a-z0-9-]*)", \'?\w', home)) | COMMON
    return verbs


def read_sentences():
    """Every text of the program in Chinese, as the catalogue has it."""
    text = (ROOT / 'po/zh_CN.po').read_text(encoding='utf-8')
    found = re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', text, re.MULTILINE)
    return [''.join(re.findall(r'"(.*)"', each)).replace('\\n', ' ').replace('\\"', '"') for each in found]


def strip_label(text):
    """As it is read on the screen: without its mnemonic and the dots of a dialog that follows."""
    return re.sub(r'\(_\w\)|[_…：:]', '', text).strip()


def read_papers():
    text = (ROOT / 'app/press/kp-press-forms.c').read_text(encoding='utf-8')
    return set(re.findall(r'\{ "[a-z-]+",\s*"([^"]+)",', text))


def check_command(text, verbs):
    words = text.split()
    if len(words) < 2 or words[0] != 'kaopin':
        return []
    if words[1] not in verbs:
        return [f'{text}: no verb {words[1]}']
    return [f'{text}: {words[1]} takes no {word}' for word in words
            if word.startswith('--') and word[2:] not in verbs[words[1]]]


def check_sentence(text, sentences):
    """Its pieces stand in this order in one sentence of the program."""
    pieces = [re.escape(piece.strip()) for piece in re.split(r'…|\d+', ' '.join(text.split())) if piece.strip()]
    pattern = re.compile('.*?'.join(pieces))
    return [] if any(pattern.search(sentence.replace('%%', '%')) for sentence in sentences) else [f'nobody says “{text}”']


def check_target(target, sections):
    page, _, section = target.partition('#')
    return [] if page in sections and (section == '' or section in sections[page]) else [f'no place {target}']


def get_text(element):
    return ''.join(element.itertext())


class House:
    """What pages are held against."""

    def __init__(self, pages):
        self.verbs = read_verbs()
        self.sentences = read_sentences()
        self.labels = {strip_label(text) for text in self.sentences}
        self.papers = read_papers()
        self.sections = {path.stem: {section.get('id') for section in tree.parse(path).getroot().iter(f'{NS}section')}
                         for path in pages}


def check_page(path, house):
    page = tree.parse(path).getroot()
    faults = [] if page.get('id') == path.stem else [f'its id is {page.get("id")}']
    for link in page.iter(f'{NS}link'):
        if link.get('xref') is not None:
            faults += check_target(link.get('xref'), house.sections)
    faults += [f'{media.get("src")} isn\'t there' for media in page.iter(f'{NS}media') if not (FOLDER / media.get('src')).exists()]
    for command in page.iter(f'{NS}cmd'):
        faults += check_command(get_text(command), house.verbs)
    faults += [f'no label “{get_text(gui)}”' for gui in page.iter(f'{NS}gui') if strip_label(get_text(gui)) not in house.labels]
    for output in page.iter(f'{NS}output'):
        faults += check_sentence(get_text(output), house.sentences)
    faults += [f'no paper “{get_text(paper)}”' for paper in page.iter(f'{NS}em')
               if paper.get('style') == 'paper' and get_text(paper) not in house.papers]
    return faults


def read_key_targets():
    """Where F1 leads to."""
    text = (ROOT / 'ui/kp-manual.c').read_text(encoding='utf-8')
    return re.findall(r'\[KP_STAGE_\w+\] = "([\w#]+)"', text) + re.findall(r'\{ "\w+", "([\w#]+)" \}', text)


def read_keys():
    """What the window of the keys tells, in Chinese."""
    overlay = (ROOT / 'ui/kp-help-overlay.ui').read_text(encoding='utf-8')
    catalogue = (ROOT / 'po/zh_CN.po').read_text(encoding='utf-8')
    shortcuts = re.findall(r'GtkShortcutsShortcut">.*?<property name="title"[^>]*>([^<]+)<', overlay, re.DOTALL)
    chinese = dict(re.findall(r'^msgid "(.*)"\nmsgstr "(.*)"', catalogue, re.MULTILINE))
    return {chinese.get(title.replace('&apos;', "'"), title) for title in shortcuts}


def find_untold_keys():
    page = tree.parse(FOLDER / 'keys.page').getroot()
    return sorted(read_keys() - {get_text(gui) for gui in page.iter(f'{NS}gui')})


def main():
    pages = sorted(FOLDER.glob('*.page'))
    house = House(pages)
    listed = set(re.findall(r"'(\w+)\.page'", (FOLDER / 'meson.build').read_text(encoding='utf-8')))
    shown = {media.get('src') for path in pages for media in tree.parse(path).getroot().iter(f'{NS}media')}
    figures = list((FOLDER / 'figures').glob('*.png'))
    drawn = (ROOT / 'tests/ui/test-figures.c').read_text(encoding='utf-8')
    targets = read_key_targets()
    results = [(f'/manual/{path.stem}/is-whole', check_page(path, house)) for path in pages]
    results += [
        ('/manual/every-page-is-installed', sorted(set(house.sections) ^ listed)),
        ('/manual/every-picture-is-shown', [path.name for path in figures if f'figures/{path.name}' not in shown]),
        ('/manual/every-picture-is-drawn-by-the-test', [path.name for path in figures if f'"{path.stem}"' not in drawn]),
        ('/manual/every-picture-is-small', [path.name for path in figures if path.stat().st_size > MOST_BYTES]),
        ('/manual/every-key-leads-somewhere', [fault for target in targets for fault in check_target(target, house.sections)]
         + ([] if len(targets) > 20 else ['not found'])),
        ('/manual/every-key-is-told', find_untold_keys()),
        ('/manual/finds-a-wrong-verb', [] if check_command('kaopin frobnicate x', house.verbs) else ['not found']),
        ('/manual/finds-a-wrong-option', [] if check_command('kaopin seat x --frobnicate', house.verbs) else ['not found']),
        ('/manual/finds-a-wrong-sentence', [] if check_sentence('没有这样…的话', house.sentences) else ['not found']),
        ('/manual/finds-a-wrong-place', [] if check_target('hire#nowhere', house.sections) else ['not found']),
    ]
    return print_tap(results)


if __name__ == '__main__':
    sys.exit(main())
