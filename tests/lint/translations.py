#!/usr/bin/env python3
# translations.py – each language of po/LINGUAS says everything that the program says.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A fresh template is taken from the files of po/POTFILES and laid beside each .po: nothing may be untranslated,
fuzzy, left over or wrongly formatted."""
import pathlib
import re
import subprocess
import sys
import tempfile

from tap import print_tap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# One word for one thing, in the program and in its guides: what it is not called.
OTHER_WORDS = {'报名号': '报名序号', '报名编号': '报名序号', '项目数据': '档案', '项目文件': '档案'}
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dngettext:2,3', 'ngettext:1,2')


def run(*words):
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding='utf-8', check=False)
    if done.returncode:
        raise RuntimeError(f'{words[0]}: {done.stderr.strip()}')
    return done.stdout


def read_msgids(path, *filters):
    """The texts of a .po that the filters leave, the head aside."""
    text = run('msgattrib', '--no-wrap', '--no-obsolete', *filters, str(path))
    found = re.findall(r'^msgid ((?:".*"\n)+)', text, re.MULTILINE)
    return [msgid for msgid in (''.join(re.findall(r'"(.*)"', each)) for each in found) if msgid]


def check_language(language, template, folder):
    po, merged = ROOT / 'po' / f'{language}.po', folder / f'{language}.po'
    yield 'is-valid', faults_of('msgfmt', '--check', '-o', str(folder / 'x.mo'), str(po))
    run('msgmerge', '--quiet', '--no-fuzzy-matching', '-o', str(merged), str(po), str(template))
    yield 'has-everything', tell(po, 'lacks', read_msgids(merged, '--untranslated'))
    yield 'has-nothing-fuzzy', tell(po, 'is unsure of', read_msgids(po, '--only-fuzzy'))
    yield 'has-nothing-left-over', tell(po, 'still has', sorted(set(read_msgids(po)) - set(read_msgids(template))))


def tell(po, what, msgids):
    return [f'po/{po.name} {what} “{msgid}”' for msgid in msgids]


def faults_of(*words):
    try:
        run(*words)
    except RuntimeError as fault:
        return str(fault).splitlines()
    return []


def find_other_words():
    for path in [ROOT / 'po' / 'zh_CN.po', *sorted((ROOT / 'app' / 'help').glob('*.md'))]:
        for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1):
            for word, instead in OTHER_WORDS.items():
                if word in line:
                    yield f'{path.relative_to(ROOT)}:{number}: “{word}”, elsewhere “{instead}”'


def main():
    results = [('/po/one-word-for-one-thing', list(find_other_words()))]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        template = folder / 'kaopin.pot'
        run('xgettext', '--from-code=UTF-8', '--add-comments', '--force-po', '-f', 'po/POTFILES', '-o', str(template),
            *(f'--keyword={word}' for word in KEYWORDS))
        lines = (ROOT / 'po' / 'LINGUAS').read_text(encoding='utf-8').splitlines()
        for language in (line for line in lines if line and not line.startswith('#')):
            for path, faults in check_language(language, template, folder):
                results.append((f'/po/{language}/{path}', faults))
    return print_tap(results)


if __name__ == '__main__':
    sys.exit(main())
