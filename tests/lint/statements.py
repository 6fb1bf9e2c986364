# statements.py – reads the SQL of data/ and tells which statement reaches beyond its campaign.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A light reader of the common subset of SQL: it knows brackets, tables with their short names, and which conditions hold for
every row. A table is bound when "campaign = $1" does, or "campaign =" that of a bound table; in a trigger that of
NEW, in a function of the server of_campaign."""
import dataclasses
import re

# Who is no campaign's, and why a statement may ask all of it.
SHARED = {
    'schema_migration': 'which schema the record has',
    'sqlite_master': 'the catalogue of a file',
    'pg_class': 'the catalogue of a server', 'pg_namespace': 'the catalogue of a server',
    'pg_attribute': 'the catalogue of a server', 'pg_database': 'the catalogue of a server',
    'pg_roles': 'the logins of a server',
    'server_grant': 'which login works on which campaign: only whom the server belongs to reads it',
    'server_proof': 'for whom each connection to a server stands: what is over is cleared for all campaigns',
    'pg_stat_get_activity': 'the connections to a server',
}
# Statements over all campaigns, by their file.
WHOLE_RECORD = {
    ('data/engine/kp-server.c', 'SELECT campaign, seq FROM journal_head ORDER BY campaign'):
        'the list of the campaigns on a server, of which one is then opened',
    ('data/steps/kp-record-restore.c', 'SELECT campaign, seq FROM journal_head ORDER BY campaign'):
        'a backup of a file tells which campaigns it holds',
    ('data/steps/kp-session.c', 'SELECT campaign FROM campaign ORDER BY campaign LIMIT 2'):
        'a file with one campaign is opened without its name',
}
# Functions that write a row of a declared table: the columns come from the declaration, which tests/data holds against the
# schema, and the first is the campaign.
BY_DECLARATION = {
    ('data/engine/kp-pen.c', 'prepare_insert'): 'the columns of the KpTable',
    ('data/engine/kp-shape.c', 'kp_shape_prepare_insert'): 'the columns of the KpShape',
}
START = re.compile(r'\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\b')
# What names the campaign: of a statement, of a trigger, of a function on the server.
OURS = {'$1', 'NEW.campaign', 'OLD.campaign', 'of_campaign'}
TAIL = re.compile(r'\s*(AND|OR|ORDER BY)\b')
TOKENS = re.compile(r"'(?:[^']|'')*'|[A-Za-z_@%][\w@%]*(?:\.[A-Za-z_%][\w%]*)*|\$\d+|\d+|<>|<=|>=|[^\s\w]")
CLAUSES = {'WHERE', 'GROUP', 'ORDER', 'LIMIT', 'RETURNING', 'ON', 'UNION', 'FOR', 'HAVING', 'SET', 'JOIN', 'LEFT', 'INNER',
           'CROSS', 'USING', 'VALUES', ')', ';', 'AS', ',', 'LOOP'}


@dataclasses.dataclass
class Scope:
    tables: dict        # short name: table
    bound: set


def read_tokens(sql):
    return [token.upper() if token.upper() in CLAUSES | {'SELECT', 'FROM', 'AND', 'OR', 'INTO', 'UPDATE', 'DELETE', 'INSERT'}
            else token for token in TOKENS.findall(sql)]


def find_close(tokens, at):
    depth = 0
    for place in range(at, len(tokens)):
        depth += {'(': 1, ')': -1}.get(tokens[place], 0)
        if depth == 0:
            return place
    return len(tokens) - 1


def flatten(tokens, inner):
    """The tokens of one level: what stands in brackets is left out, selects in there go to @inner."""
    level, at = [], 0
    while at < len(tokens):
        if tokens[at] != '(':
            level.append(tokens[at])
            at += 1
            continue
        end = find_close(tokens, at)
        body = tokens[at + 1:end]
        if body and body[0] == 'SELECT':
            inner.append(body)
        else:
            flatten(body, inner)
        level.append('()')
        at = end + 1
    return level


def find_tables(level):
    """Short name: table, of all that follow FROM, JOIN, UPDATE, INTO or a comma between tables."""
    tables, is_list, at = {}, False, 0
    while at < len(level):
        word = level[at]
        before = level[at - 1] if at > 0 else ''
        names_table = word == 'FROM' and before != 'DISTINCT' or word == 'JOIN' or word == 'UPDATE' and before != 'DO' or word == 'INTO' and before == 'INSERT'
        if names_table or (word == ',' and is_list):
            name = level[at + 1] if at + 1 < len(level) else '()'
            after = level[at + 2:at + 4]
            short = after[1] if after[:1] == ['AS'] and len(after) > 1 else after[0] if after else name
            if short in CLAUSES or short == '()' or not re.match(r'[A-Za-z_]', short):
                short = name
            if name != '()':
                tables[short] = name.rpartition('.')[2]
            is_list = word in ('FROM', ',')
        elif word in CLAUSES and word not in ('AS', ','):
            is_list = False
        at += 1
    return tables


def find_conditions(level):
    """The conditions that hold for every row: joined by AND right behind WHERE or ON; none where an OR is among them."""
    conditions, run, is_open = [], [], False
    for word in [*level, ';']:
        ends = word in ('WHERE', 'ON', 'JOIN', 'LEFT', 'INNER', 'GROUP', 'ORDER', 'LIMIT', 'RETURNING', 'UNION', 'FOR', ';')
        if ends:
            conditions += [] if 'OR' in run else split(run, 'AND')
            run, is_open = [], word in ('WHERE', 'ON')
        elif is_open:
            run.append(word)
    return conditions


def split(words, by):
    parts = [[]]
    for word in words:
        if word == by:
            parts.append([])
        else:
            parts[-1].append(word)
    return parts


def bind(scope, conditions, outer):
    """Adds to the bound names until nothing more follows."""
    names = set(scope.tables)
    is_single = len(names) == 1
    pairs = []
    for words in conditions:
        # What a format sets behind the condition is a tail, looked at for itself.
        words = words[:-1] if words[-1:] == ['%s'] else words
        if len(words) == 3 and words[1] == '=':
            sides = []
            for word in (words[0], words[2]):
                owner, _, column = word.rpartition('.')
                sides.append('$' if word in OURS else next(iter(names)) if word == 'campaign' and is_single
                             else owner if column == 'campaign' else None)
            pairs.append(sides)
    known = outer | {'$'}
    while any(None not in pair and (pair[0] in known) != (pair[1] in known) for pair in pairs):
        for pair in pairs:
            if None not in pair and (pair[0] in known or pair[1] in known):
                known |= set(pair)
    scope.bound = known & names
    return known


def find_faults(tokens, outer=frozenset()):
    """What one statement, from its first word to its end, leaves open."""
    inner = []
    level = flatten(tokens, inner)
    is_insert = level[:2] == ['INSERT', 'INTO']
    parts = split(level, 'UNION')
    for part in parts:
        scope = Scope(find_tables(part), set())
        if is_insert and part is parts[0]:
            into = level[2].rpartition('.')[2]
            columns = tokens[4:find_close(tokens, 3)] if tokens[3:4] == ['('] else []
            if into not in SHARED and 'campaign' not in columns:
                yield f'{into}: the campaign isn\'t among the columns'
            scope.tables = {short: name for short, name in scope.tables.items() if short != level[2]}
        known = bind(scope, find_conditions(part), set(outer))
        for short, name in scope.tables.items():
            if name not in SHARED and short not in scope.bound:
                yield f'{name}: nothing holds its campaign'
    for body in inner:
        yield from find_faults(body, frozenset(known))


def find_texts(source):
    """(line, function, text) of each run of string literals, with the macros of the file in their places."""
    macros = {}
    for match in re.finditer(r'^#define (\w+) ((?:\\\n|[^\n])*)', source.text, re.MULTILINE):
        pieces = re.findall(r'"((?:\\.|[^"\\\n])*)"|(\w+)', match[2])
        if pieces and '"' in match[2] and '(' not in re.sub(r'"(?:\\.|[^"\\\n])*"', '', match[2]):
            macros[match[1]] = ''.join(macros.get(name, '') if name else text for text, name in pieces)
            yield source.text.count('\n', 0, match.start()) + 1, None, macros[match[1]]
    owners = {id(word): function.name for function in source.functions for word in function.body}
    run, first = [], None
    for word in source.words:
        is_piece = word.kind == 'string' or word.text in macros
        if is_piece:
            first = first or word
            run.append(macros[word.text] if word.text in macros else word.text[1:-1])
        elif run:
            yield first.line, owners.get(id(first)), ''.join(run)
            run, first = [], None


def join_pieces(texts, text):
    """A statement that its function builds: what follows up to the next statement's beginning."""
    later = texts[texts.index(text) + 1:]
    end = next((at for at, each in enumerate(later) if START.match(each)), len(later))
    return ' '.join([text, *later[:end]])


def read_source(source):
    """(line, what) of each statement in a C source that leaves a campaign open."""
    used, pieces, texts = set(), {}, list(find_texts(source))
    for _, owner, text in texts:
        pieces.setdefault(owner, []).append(text)
    for line, owner, text in texts:
        if (source.path, text) in WHOLE_RECORD:
            used.add((source.path, text))
        elif (source.path, owner) in BY_DECLARATION and text.startswith('INSERT INTO %s'):
            used.add((source.path, owner))
        elif TAIL.match(text):
            # What the tables' functions set behind their own condition.
            yield from ((line, fault) for fault in find_faults(read_tokens(f'SELECT x FROM %s WHERE campaign = $1 {text}')))
        elif START.match(text):
            is_part = owner is not None and not re.search(r'\b(WHERE|VALUES|FROM [a-z])', text)
            whole = join_pieces(pieces[owner], text) if is_part else text
            yield from ((line, fault) for fault in find_faults(read_tokens(whole)))
    for path, what in [*WHOLE_RECORD, *BY_DECLARATION]:
        if path == source.path and (path, what) not in used:
            yield 1, f'no such statement any more: {what}'


def read_script(text):
    """(line, what) of each statement in a script, also within its functions and triggers."""
    text = re.sub(r'--[^\n]*', '', text)
    line = 1
    for piece in text.split(';'):
        start = line + piece[:len(piece) - len(piece.lstrip())].count('\n')
        line += piece.count('\n')
        for part in re.split(r'\b(?:BEGIN|THEN|ELSE|RETURN|DECLARE)\b|\$body\$', piece):
            tokens = read_tokens(part)
            first = next((at for at, word in enumerate(tokens) if word in ('SELECT', 'INSERT', 'DELETE')), 0)
            if tokens[:1] not in (['CREATE'], ['GRANT'], ['REVOKE'], ['DROP']):
                yield from ((start, fault) for fault in find_faults(tokens[0 if tokens[:1] == ['UPDATE'] else first:]))


def statements(tree):
    """Each statement asks and writes within its campaign: by $1 in the WHERE, for every table that it joins."""
    for source in tree.sources:
        if source.folder == 'data' and source.path.endswith(('.c', '.h')):
            yield from ((source.path, line, what) for line, what in read_source(source))
        elif source.folder == 'data' and source.path.endswith('.sql'):
            yield from ((source.path, line, what) for line, what in read_script(source.text))


def split_columns(body):
    """The lines of a table between its outer commas."""
    depth, parts = 0, ['']
    for letter in body:
        depth += {'(': 1, ')': -1}.get(letter, 0)
        if letter == ',' and depth == 0:
            parts.append('')
        else:
            parts[-1] += letter
    return [' '.join(part.split()) for part in parts]


def keys(tree):
    """Each table's keys, indexes and references begin with the campaign; no number comes from the server."""
    for source in tree.sources:
        if source.folder != 'data' or not source.path.endswith('.sql'):
            continue
        text = re.sub(r'--[^\n]*', '', source.text)
        for match in re.finditer(r'CREATE TABLE (?:IF NOT EXISTS )?(\S+) \((.*?)\n\)', text, re.DOTALL):
            name = match[1].rpartition('.')[2]
            if name not in SHARED:
                line = text.count('\n', 0, match.start()) + 1
                yield from ((source.path, line, f'{name}: {what}') for what in find_key_faults(split_columns(match[2])))
        for match in re.finditer(r'CREATE (?:UNIQUE )?INDEX (\S+) ON \S+ \((?!campaign\b)', text):
            yield source.path, text.count('\n', 0, match.start()) + 1, f'{match[1]} doesn\'t begin with the campaign'


def find_key_faults(parts):
    if not parts[0].startswith('campaign TEXT') or 'NOT NULL' not in parts[0]:
        yield 'the campaign isn\'t the first column'
    primary = [part for part in parts if 'PRIMARY KEY' in part]
    if len(primary) != 1 or not re.match(r'(PRIMARY KEY \(campaign\b|campaign TEXT PRIMARY KEY)', primary[0]):
        yield 'its key doesn\'t begin with the campaign'
    for part in parts:
        if re.search(r'^\w+ \w*SERIAL\b|\b(IDENTITY|AUTOINCREMENT|nextval)\b', part, re.IGNORECASE):
            yield f'“{part}”: numbers are made by the program'
        unique = re.search(r'\bUNIQUE\b(?! \(campaign\b)', part)
        refers = 'REFERENCES' in part and not re.match(r'FOREIGN KEY \(campaign\b.*REFERENCES \w+ \(campaign\b', part)
        if unique or refers:
            yield f'“{part}” reaches beyond the campaign'
