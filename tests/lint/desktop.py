#!/usr/bin/env python3
# desktop.py – the files for the desktop are what desktops expect, and agree with each other.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree

from tap import print_tap

FOLDER = pathlib.Path(__file__).resolve().parent.parent.parent / 'app' / 'desktop'
ID = 'org.kaopin.Kaopin'


def run(*words):
    """What a checker complains of; a checker that isn't installed is a complaint too."""
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return [f'{words[0]} is not installed; ./check installs it']
    return (done.stdout + done.stderr).splitlines() if done.returncode else []


def read_xml(name):
    try:
        return tree.parse(FOLDER / name).getroot(), []
    except tree.ParseError as fault:
        return tree.Element('none'), [str(fault)]


def main():
    launcher = (FOLDER / f'{ID}.desktop').read_text(encoding='utf-8')
    about, about_faults = read_xml(f'{ID}.metainfo.xml')
    _, icon_faults = read_xml(f'{ID}.svg')
    kind, kind_faults = read_xml(f'{ID}.mime.xml')
    types = {each.get('type') for each in kind.iter() if each.tag.endswith('}mime-type')}
    opened = set(re.search(r'^MimeType=(.*);$', launcher, re.MULTILINE)[1].split(';'))
    told = {each.text for each in about.iter('mediatype')}
    same = [] if types == opened == told else [f'the file types differ: {types}, {opened}, {told}']
    return print_tap([
        ('/desktop/launcher/is-valid', run('desktop-file-validate', str(FOLDER / f'{ID}.desktop'))),
        ('/desktop/metainfo/is-valid', about_faults or run('appstreamcli', 'validate', '--no-net', '--no-color',
                                                           str(FOLDER / f'{ID}.metainfo.xml'))),
        ('/desktop/icon/is-readable', icon_faults),
        ('/desktop/file-type/is-readable', kind_faults),
        ('/desktop/file-type/is-the-same-everywhere', same),
    ])


if __name__ == '__main__':
    sys.exit(main())
