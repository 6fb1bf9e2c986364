# rules.py – what the linter demands of the tree, one function a rule.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule takes the tree and yields (path, line, what is wrong). Its name is the function's name with hyphens, and
every bad/NAME*.* must be caught by it."""
import re

from statements import keys, statements

HOUSE = ('rules', 'data', 'pdf', 'ui', 'app')
SEES = {'rules': {'rules'}, 'data': {'rules', 'data'}, 'pdf': {'rules', 'pdf'}, 'ui': {'rules', 'data', 'ui'},
        'app': set(HOUSE)}
# What each folder may take from outside (rules) or never may (the others).
PLAIN_C = re.compile(r'(glib\.h|glib/(gi18n-lib|gstdio|gprintf)\.h|(assert|ctype|errno|inttypes|limits|locale|stdbool'
                     r'|stddef|stdint|stdio|stdlib|string)\.h)$')
TOOLKIT = r'gtk|gdk|adwaita|gsk|pango|cairo|poppler'
FOREIGN = {'data': re.compile(rf'({TOOLKIT}|hpdf|hb|qrencode)'),
           'pdf': re.compile(rf'({TOOLKIT}|sqlite3|libpq|zip|unzip|expat|xlsxwriter|json-glib)'),
           'ui': re.compile(r'(hpdf|hb|sqlite3|libpq|xlsxwriter|minizip|expat)'),
           'app': re.compile(r'(hpdf|hb|sqlite3|libpq|xlsxwriter|minizip|expat)')}
ENGINES = {'data/engine/kp-sqlite.c', 'data/engine/kp-postgres.c', 'data/engine/kp-postgres-statement.c',
           'data/engine/kp-postgres-private.h'}
PAPER = {'pdf/kp-face.c', 'pdf/kp-page.c', 'pdf/kp-sheet.c', 'tests/bench/kp-bench-alone.c'}
# Where a session takes its clock and its random source from, to hand them on.
# kp-watch.c says only how long somebody has been silent, kp-watch-file.c how long reading took.
CLOCKS = {'data/steps/kp-sources.c', 'data/steps/kp-watch.c', 'data/steps/kp-watch-file.c'}
# A workbook's cells are real numbers in the file: this file alone brings back the decimal that was typed.
REAL_NUMBERS = {'data/exchange/kp-cell-text.c'}
SQL = re.compile(r'"\s*(SELECT|INSERT INTO|INSERT OR|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|UNIQUE|INDEX|TRIGGER|VIEW)'
                 r'|ALTER TABLE|DROP (TABLE|INDEX)|PRAGMA|BEGIN IMMEDIATE|COMMIT|ROLLBACK|VACUUM)\b')
COMMENTED = ('.c', '.h', '.py', '.sh', '.ui', '.xml', '.sql', '.css', '.build', '.po', '.svg', '.desktop', '.in', '.supp')


def layers(tree):
    """A folder includes its own headers and those of the folders that it may see."""
    for source in tree.production():
        for line, name, quoted in source.includes:
            home = tree.headers.get(name)
            if quoted and '/' in name:
                yield source.path, line, f'"{name}" is looked for from elsewhere; include by bare name'
            elif quoted and home is not None and home not in SEES[source.folder]:
                yield source.path, line, f'"{name}" belongs to {home}/, which {source.folder}/ never sees'
            elif not quoted and source.folder == 'rules' and not PLAIN_C.match(name):
                yield source.path, line, f'<{name}>: rules/ sees GLib and the C library alone'
            elif not quoted and source.folder != 'rules' and FOREIGN[source.folder].match(name):
                yield source.path, line, f'<{name}> has no place in {source.folder}/'
    for source in tree.named('meson.build'):
        for number, line in enumerate(source.text.splitlines(), 1):
            above = "'.." in line and source.folder in HOUSE or source.path == 'meson.build'
            if 'include_directories(' in line and above:
                yield source.path, number, 'the root or a folder above is no include path'


def sql(tree):
    """SQL text is only in data/."""
    for source in tree.production():
        for word in source.words:
            if source.folder != 'data' and word.kind == 'string' and SQL.match(word.text):
                yield source.path, word.line, 'SQL text outside data/'


def only_in(tree, prefix, headers, homes, what):
    for source in tree.production():
        if source.path in homes:
            continue
        for line, name, _ in source.includes:
            if name in headers:
                yield source.path, line, f'<{name}>: {what}'
        for word in source.words:
            if word.kind == 'name' and prefix.match(word.text):
                yield source.path, word.line, f'{word.text}: {what}'


def engines(tree):
    """SQLite and libpq are each spoken in one file."""
    yield from only_in(tree, re.compile(r'sqlite3_|PQ[a-z]|PG(conn|result)$'), {'sqlite3.h', 'libpq-fe.h'}, ENGINES,
                       'engines are spoken only in data/engine/kp-sqlite.c and kp-postgres*.c')


def haru(tree):
    """libharu is spoken in three files."""
    yield from only_in(tree, re.compile('HPDF_'), {'hpdf.h'}, PAPER, 'libharu is only for pdf/kp-face.c, kp-page.c and kp-sheet.c')


def sodium(tree):
    """libsodium is spoken in three files."""
    yield from only_in(tree, re.compile(r'crypto_[a-z]|sodium_[a-z]|randombytes_'), {'sodium.h'},
                       {'data/engine/kp-seal.c', 'data/engine/kp-sealed-box.c', 'data/engine/kp-secret.c'},
                       'libsodium is only for data/engine/kp-seal.c, kp-sealed-box.c and kp-secret.c')


def toolkit(tree):
    """No toolkit below ui/."""
    pattern = re.compile(r'(gtk|gdk|adw|gsk)_[a-z]|(Gtk|Gdk|Adw|Gsk)[A-Z]')
    for source in tree.production():
        for word in source.words:
            if source.folder in ('rules', 'data', 'pdf') and word.kind == 'name' and pattern.match(word.text):
                yield source.path, word.line, f'{word.text}: the toolkit begins in ui/'


def file_length(tree):
    """A .c has at most 800 lines, and one in twenty more than 600; an .ui at most 250."""
    code = [source for source in tree.production() if source.path.endswith('.c')]
    long = [source for source in code if source.lines > 600]
    for source in long:
        if source.lines > 800 or len(long) * 20 > max(len(code), 20):
            yield source.path, source.lines, f'{source.lines} lines; split it by concern'
    for source in tree.sources:
        if source.path.endswith('.ui') and source.lines > 250:
            yield source.path, source.lines, f'{source.lines} lines; split the template'


def function_length(tree):
    """A function has at most 70 lines, class_init 90."""
    for source in tree.production():
        for function in source.functions:
            length = function.end - function.line + 1
            if length > (90 if function.name.endswith('_class_init') else 70):
                yield source.path, function.line, f'{function.name} () has {length} lines'


def nesting(tree):
    """At most four blocks inside each other."""
    for source in tree.production():
        for function in source.functions:
            if function.nesting > 4:
                yield source.path, function.line, f'{function.name} () nests {function.nesting} blocks'


def no_goto(tree):
    """No goto."""
    for source in tree.production():
        for word in source.words:
            if word.text == 'goto' and word.kind == 'name':
                yield source.path, word.line, 'goto'


def head(tree):
    """A file names itself, its purpose and its licence."""
    for source in tree.sources:
        top = source.text[:1200]
        if source.path.endswith(COMMENTED) and 'SPDX-License-Identifier: GPL-3.0-or-later' not in top:
            yield source.path, 1, 'no SPDX line'
        elif source.path.endswith(('.c', '.h')):
            name = re.escape(source.path.rpartition('/')[2])
            if not re.match(rf'/\* {name} – .+\n(?: \* .+\n)*? \* Copyright \d{{4}} The Kaopin authors\n \* SPDX', top):
                yield source.path, 1, 'the head isn\'t “/* NAME – purpose.”, copyright, SPDX'


def documented(tree):
    """Public functions say what they promise: all of them, in ui/ six in ten."""
    for source in tree.production():
        ends = {word.line + word.text.count('\n') for word in source.comments if word.text.startswith('/**')}
        public = [each for each in source.functions if not each.is_static and each.name in tree.public]
        bare = [each for each in public if each.start - 1 not in ends]
        if source.folder != 'ui':
            for function in bare:
                yield source.path, function.line, f'{function.name} () promises nothing: no /** */ above it'
        else:
            tree.shown += len(public)
            tree.bare += [(source.path, function.line, f'{function.name} () has no /** */') for function in bare]
    if len(tree.bare) * 10 > tree.shown * 4:
        yield from tree.bare


def error_means_false(tree):
    """Who sets an error says so: the next return isn't TRUE, and it comes soon."""
    setter = re.compile(r'g_set_error(_literal)?$|g_propagate(_prefixed)?_error$')
    for source in tree.production():
        for function in source.functions:
            for place, word in enumerate(function.body):
                after = [each.text for each in function.body[place + 1:place + 3]]
                if not setter.match(word.text) or after != ['(', 'error'] or function.returns_nothing:
                    continue
                rest = [each for each in function.body[place:] if each.line <= word.line + 12]
                returns = [at for at, each in enumerate(rest) if each.text == 'return']
                if not returns or [each.text for each in rest[returns[0] + 1:returns[0] + 3]] == ['TRUE', ';']:
                    yield source.path, word.line, f'{function.name} () sets an error and doesn\'t fail at once'


def no_globals(tree):
    """No variable outlives its function, but for the type system's own."""
    own = {'g_once_init_enter', 'G_ONCE_INIT'}
    for source in tree.production():
        if not source.path.endswith('.c'):
            continue
        for words in source.outside:
            if is_variable(words):
                yield source.path, words[0].line, 'a variable of the whole file'
        for function in source.functions:
            texts = [word.text for word in function.body]
            for place in (at for at, text in enumerate(texts) if text == 'static'):
                end = next(at for at in range(place, len(texts)) if texts[at] in '=;')
                words = function.body[place:end + 1]
                if is_variable(words) and not (own & set(texts) and words[1].text in ('gsize', 'GOnce', 'GQuark')):
                    yield source.path, words[0].line, f'{function.name} () keeps a variable'


def is_variable(words):
    """Whether a declaration makes something that can change."""
    texts = [word.text for word in words]
    stop = next((at for at, text in enumerate(texts) if text in ('=', ';', '{')), len(texts))
    front = [text for text in texts[:stop] if text != '__extension__']
    if len(front) < 2 or '(' in front or front[0] in ('typedef', 'struct', 'enum', 'union', 'extern') and '=' not in texts:
        return False
    if any(text in ('properties', 'signals') for text in front):
        return False
    stars = [at for at, text in enumerate(front) if text == '*']
    return front[stars[-1] + 1] != 'const' if stars else 'const' not in front


def no_real_numbers(tree):
    """No floating point near a mark."""
    for source in tree.production():
        if source.folder not in ('rules', 'data') or source.path in REAL_NUMBERS:
            continue
        for word in source.words:
            if word.text in ('float', 'double', 'gdouble', 'gfloat', 'strtod', 'g_strtod', 'g_ascii_strtod', 'atof'):
                yield source.path, word.line, f'{word.text}: a mark is an integer'
            elif word.kind == 'number' and re.match(r'(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][+-]?\d+)?[fFlL]?$', word.text):
                yield source.path, word.line, f'{word.text}: a mark is an integer'


def no_clock_or_chance(tree):
    """What is decided, written or printed depends on no clock and no chance but those handed in."""
    source_of = re.compile(r'(g_get_(real|monotonic)_time|g_date_time_new_now(_local|_utc)?|g_rand(om)?_\w+|getrandom'
                           r'|g_uuid_string_random|time|localtime(_r)?|gmtime(_r)?|clock_gettime|s?rand(om)?)$')
    for source in tree.production():
        if source.folder not in ('rules', 'data', 'pdf') or source.path in CLOCKS:
            continue
        for word, after in zip(source.words, source.words[1:]):
            if word.kind == 'name' and after.text == '(' and source_of.match(word.text):
                yield source.path, word.line, f'{word.text} (): take the clock or the chance as an argument'


def potfiles(tree):
    """po/POTFILES names each file with texts for people, and no other."""
    said = re.compile(r'\b(_|N_|C_|NC_|Q_|ngettext|g_dngettext) ?\(\s*"|translatable="(yes|true)"')
    found = {source.path for source in tree.sources if source.folder in HOUSE and not source.path.endswith('.build')
             and said.search(source.text)}
    for path in sorted(found - tree.translated):
        yield path, 1, 'has texts for people but isn\'t in po/POTFILES'
    if not tree.is_sample:
        for path in sorted(tree.translated - found):
            yield 'po/POTFILES', 1, f'{path} isn\'t there or says nothing'


def whole_messages(tree):
    """A text for people is one literal: xgettext can't see into a macro such as G_GINT64_FORMAT."""
    for source in tree.production():
        texts = [word.text for word in source.words]
        for place, word in enumerate(source.words):
            if word.text not in ('_', 'N_') or texts[place + 1:place + 2] != ['(']:
                continue
            end = place + 2
            while source.words[end].kind == 'string':
                end += 1
            if end > place + 2 and source.words[end].kind == 'name':
                yield source.path, word.line, f'{texts[end]} within a text for people; print the number into a %s'


RULES = (layers, sql, statements, keys, engines, haru, sodium, toolkit, file_length, function_length, nesting, no_goto, head,
         documented, error_means_false, no_globals, no_real_numbers,
         no_clock_or_chance, potfiles, whole_messages)
