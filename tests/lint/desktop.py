#!/usr/bin/env python3
# desktop.py – the files for the desktop are what desktops expect, and agree with each other.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
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


def check_versions(about):
    """The newest release of each file is the version that is built."""
    root = FOLDER.parent.parent
    built = re.search(r"^  version: '([^']+)',$", (root / 'meson.build').read_text(encoding='utf-8'), re.MULTILINE)[1]
    told = {
        'metainfo.xml': next((each.get('version') for each in about.iter('release')), None),
        'debian/changelog': re.match(r'kaopin \(([^)]+)\) ', (FOLDER / 'debian/changelog').read_text(encoding='utf-8'))[1],
    }
    return [f'{name} says {version}, meson.build {built}' for name, version in told.items() if version != built]


def check_needs():
    """The package is built with what set-up installs: each library's -dev in both, and the fonts that are read."""
    setup = (FOLDER.parent.parent / '.ci/setup.sh').read_text(encoding='utf-8')
    control = (FOLDER / 'debian/control').read_text(encoding='utf-8')
    installed = set(re.search(r'build_packages="([^"]+)"', setup)[1].split())
    builds, needs = (set(re.findall(r'[a-z][a-z0-9.+-]+', part)) for part in
                     (control.partition('Build-Depends:')[2].partition('Standards-Version')[0],
                      control.partition('\nDepends:')[2].partition('Description')[0]))
    libraries = {each for each in installed if each.endswith('-dev')}
    shown = {each for each in installed if each.startswith('fonts-') or each in ('adwaita-icon-theme', 'librsvg2-common')}
    return ([f'debian/control doesn\'t build with {each}' for each in sorted(libraries - builds)]
            + [f'.ci/setup.sh doesn\'t install {each}' for each in sorted(each for each in builds - installed
                                                                         if each.endswith('-dev'))]
            + [f'the package doesn\'t depend on {each}' for each in sorted(shown - needs)]
            + ['nothing to compare'] * (not libraries or not shown))


# What the GNOME runtime of the manifest brings; all else that meson.build asks for is a module.
IN_RUNTIME = {'libadwaita-1', 'libcrypto', 'expat', 'fribidi', 'gdk-pixbuf-2.0', 'gio-2.0', 'gio-unix-2.0', 'glib-2.0', 'gobject-2.0',
              'gtk4', 'gtk4-unix-print', 'harfbuzz', 'icu-i18n', 'json-glib-1.0', 'sqlite3'}
NOT_IN_FLATPAK = {'x11'}  # of the tests alone


def check_flatpak():
    """The manifest has a module for each library that the runtime lacks, each pinned, and the script brings every font."""
    root = FOLDER.parent.parent
    manifest = json.loads((FOLDER / f'{ID}.json').read_text(encoding='utf-8'))
    named = {name for path in (root / 'meson.build', *root.glob('[!b]*/**/meson.build'))
             for name in re.findall(r"\bdependency\('([^']+)'", path.read_text(encoding='utf-8'))}
    modules = {each['name']: each['sources'] for each in manifest['modules']}
    script = (FOLDER / 'make-flatpak.sh').read_text(encoding='utf-8')
    while (wider := re.sub(r'\{([^{}]*)\}', lambda match: '(?:' + match[1].replace(',', '|') + ')', script)) != script:
        script = wider
    brought = re.findall(r'/([^/\s]+\.(?:otf|ttc|ttf))', script)
    fonts = re.findall(r'"([\w-]+\.(?:otf|ttc|ttf))"', (root / 'pdf/kp-font-set.c').read_text(encoding='utf-8'))
    return ([f'the file is of {manifest["app-id"]}'] * (manifest['app-id'] != ID)
            + [f'the manifest has no module {each}' for each in sorted(named - IN_RUNTIME - NOT_IN_FLATPAK - set(modules))]
            + [f'the module {name} isn\'t pinned' for name, sources in modules.items() for source in sources
               if source['type'] != 'dir' and not re.fullmatch('[0-9a-f]{64}', source.get('sha256', ''))
               and not re.fullmatch('[0-9a-f]{40}', source.get('commit', ''))]
            + [f'make-flatpak.sh doesn\'t bring {each}' for each in fonts
               if not any(re.fullmatch(pattern.replace('.', r'\.'), each) for pattern in brought)]
            + ['nothing to compare'] * (not named or not fonts))


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
        ('/desktop/package/is-of-this-version', check_versions(about)),
        ('/desktop/package/needs-what-set-up-installs', check_needs()),
        ('/desktop/flatpak/has-all-it-needs', check_flatpak()),
        ('/desktop/file-type/is-the-same-everywhere', same),
    ])


if __name__ == '__main__':
    sys.exit(main())
