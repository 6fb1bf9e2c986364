#!/usr/bin/env python3
# walk.py – the program as who doesn't see it meets it: by names and keys alone, from outside.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""walk.py KAOPIN SCHEME: walks over every page by the accessibility bus, registers somebody, and decides a finding.

Runs on the screen that is there, on a session bus of its own. What is done is checked in the record by the command line. GTK 4.8 doesn't say what is shown: the pages are all there at once."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import pyatspi

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'lint'))
from tap import print_tap  # noqa: E402

INSIDE = 'KAOPIN_WALK_INSIDE'
PATIENCE = 30
ACTABLE = {'push button', 'toggle button', 'check box', 'combo box', 'text', 'entry', 'radio button', 'spin button', 'switch',
           'link', 'menu item', 'page tab', 'password text', 'tree table'}
INNER = {('push button', 'combo box')}  # of a GtkDropDown, which has the name
KEYCODES = {'alt': 64, 'return': 36, 'tab': 23, 'space': 65, 'down': 116, 'shift': 50, 'control': 37,
            'escape': 9}
DIGITS = [10, 11, 12, 13, 14, 15, 16, 17]  # 1 to 8
LETTERS = {'f': 41, 'z': 52}
HEADING = '身份证号,姓名,性别,出生日期,政治面貌,学历,学位,毕业院校,专业,毕业时间,户籍所在地,现居住地,联系电话,报考岗位,是否退役军人'


class Stuck(Exception):
    """What was waited for didn't come."""


def check_digit(body):
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return '10X98765432'[sum(int(digit) * weight for digit, weight in zip(body, weights)) % 11]


def number_of(birth, serial):
    body = f'110101{birth}{serial:03d}'
    return body + check_digit(body)


class Program:
    """One window of the program on this screen."""

    def __init__(self, kaopin, record):
        self.process = subprocess.Popen([kaopin, record])
        self.app = self.wait(self.find_app)
        self.wait(self.frame)

    def find_app(self):
        for app in pyatspi.Registry.getDesktop(0):
            if app is not None and app.get_process_id() == self.process.pid:
                return app
        return None

    def wait(self, find):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Stuck(f'the program ended with {self.process.returncode}')
            try:
                found = find()
            except Exception:  # what was asked about may be gone by now
                found = None
            if found:
                return found
            time.sleep(0.1)
        raise Stuck(f'waited in vain for {find.__name__}')

    def frame(self):
        self.app.clear_cache()
        frames = [frame for frame in self.app if frame is not None]
        active = [frame for frame in frames if frame.getState().contains(pyatspi.STATE_ACTIVE)]
        return active[-1] if active else frames[-1] if frames else None

    def walk(self, node=None):
        node = node or self.wait(self.frame)
        yield node
        for i in range(min(node.childCount, 400)):
            child = node[i]
            if child is not None and child.getState().contains(pyatspi.STATE_VISIBLE):
                yield from self.walk(child)

    def find(self, role, name):
        for node in self.walk():
            if node.getRoleName() == role and name_of(node) == name:
                return node
        return None

    def focused(self):
        for node in self.walk():
            if node.getState().contains(pyatspi.STATE_FOCUSED):
                return node
        return None

    def names_at_focus(self):
        """Of what has the keys, and of all that it is in; a list, for it may be nothing."""
        names, node = [''], self.focused()
        while node is not None:
            names.append(name_of(node))
            node = node.parent
        return names

    def press(self, code, held=None):
        generate = pyatspi.Registry.generateKeyboardEvent
        if held:
            generate(held, None, pyatspi.KEY_PRESS)
        generate(code, None, pyatspi.KEY_PRESSRELEASE)
        if held:
            generate(held, None, pyatspi.KEY_RELEASE)
        time.sleep(0.25)

    def press_until(self, key, name, held=None, most=60):
        for _ in range(most):
            if any(name in one for one in self.wait(self.names_at_focus)):
                return
            self.press(KEYCODES[key], held)
        raise Stuck(f'{key} never comes to “{name}”')


def name_of(node):
    """What a reader says: of a row, what stands in it."""
    if node.name or node.getRoleName() not in ('list item', 'push button'):
        return node.name or ''
    return ' '.join(part for part in (name_of(child) if child.getRoleName() != 'label' else child.name for child in all_below(node))
                    if part)


def all_below(node):
    for i in range(node.childCount):
        child = node[i]
        if child is not None:
            yield child
            yield from all_below(child)


def find_nameless(program):
    """Everything that can be acted on says in Chinese what it is."""
    for node in program.walk():
        role, parent = node.getRoleName(), node.parent
        if role not in ACTABLE or (role, parent.getRoleName() if parent else '') in INNER:
            continue
        if not re.search('[\u4e00-\u9fff]', name_of(node)):
            yield f'{role} “{name_of(node)}” in “{parent.name if parent else ""}”'


def check_names(program):
    """Every page fills itself when it is come to; then all of them are there."""
    for code in DIGITS:
        program.press(code, KEYCODES['alt'])
        time.sleep(1)
    return program.wait(lambda: [sorted(set(find_nameless(program)))])[0]


def run(kaopin, *words):
    done = subprocess.run([kaopin, *words], capture_output=True, text=True, encoding='utf-8', check=False)
    if done.returncode:
        raise Stuck(f'kaopin {words[0]}: {done.stderr.strip()}')
    return done.stdout


def make_record(kaopin, scheme, folder):
    record, sheet = str(folder / 'walk.kaopin'), folder / 'people.csv'
    rows = [f'{number_of("19900101", i)},王{word},男,1990-01-01,群众,本科,学士,某大学,法学,2012-06-30,云岭县,云岭县,1380000{i:04d},A01,否'
            for i, word in enumerate(('明', '红', '强'), 1)]
    sheet.write_text('\n'.join([HEADING, *rows, '']), encoding='utf-8')
    run(kaopin, 'new', record, '--scheme', scheme)
    run(kaopin, 'import', record, 'registrations', str(sheet), '--actor', '甲')
    run(kaopin, 'review', record, '--auto', '--actor', '甲')
    return record


def go_to_stage(program, stage):
    program.press_until('tab', f'{stage}，', KEYCODES['shift'])
    program.press(KEYCODES['return'])
    time.sleep(1)


def set_text(program, name, text):
    entry = program.wait(lambda: program.find('text', name) or program.find('entry', name))
    entry.queryEditableText().setTextContents(text)


def choose(program, name):
    """The first of what a field of the form offers."""
    program.press_until('tab', name)
    for key in ('space', 'down', 'return'):
        program.press(KEYCODES[key])


def register(program, kaopin, record):
    """At the counter: the stage, its second work, the form."""
    program.press(DIGITS[1], KEYCODES['alt'])
    go_to_stage(program, '报名')
    program.press_until('down', '现场报名')
    program.press(KEYCODES['return'])
    for name, text in (('身份证号', number_of('19920304', 9)), ('姓名', '李小红'), ('联系电话', '13900001234'), ('毕业时间', '2014-06-30')):
        set_text(program, name, text)
    for name in ('报考岗位', '学历', '政治面貌', '是否退役军人'):
        choose(program, name)
    program.wait(lambda: program.find('push button', '登记(_R) 登记(R)')).queryAction().doAction(0)
    time.sleep(3)
    said = run(kaopin, 'export', record, 'registrations', '--csv', '-')
    return [] if '李小红' in said else ['nobody was registered']


def get_outcome(kaopin, record, application):
    lines = run(kaopin, 'export', record, 'review', '--csv', '-').splitlines()
    return next(line for line in lines if application in line)


def review(program, kaopin, record):
    """The first of the pile is found unfit, and that is taken back."""
    before = get_outcome(kaopin, record, '000001')
    program.press(DIGITS[2], KEYCODES['alt'])
    time.sleep(4)
    program.press(LETTERS['f'])
    program.press(KEYCODES['return'])
    time.sleep(3)
    decided = get_outcome(kaopin, record, '000001')
    program.press(LETTERS['z'], KEYCODES['control'])
    time.sleep(3)
    after = get_outcome(kaopin, record, '000001')
    faults = [] if '不合格' in decided and '不合格' not in before else [f'decided: {decided}']
    return faults + ([] if after == before else [f'taken back: {after}'])


def go_inside():
    """On a session bus of its own, whose servants talk; what they say is no result."""
    done = subprocess.run(['dbus-run-session', '--', sys.executable, __file__, *sys.argv[1:]], stdout=subprocess.PIPE, text=True,
                          encoding='utf-8', env=os.environ | {INSIDE: '1'}, check=False)
    print(*[line for line in done.stdout.splitlines() if re.match(r'1\.\.|ok |not ok |# ', line)], sep='\n')
    return done.returncode


def main():
    if INSIDE not in os.environ:
        return go_inside()
    kaopin, scheme = sys.argv[1:]
    if 'KAOPIN_TEST_SANITIZED' in os.environ:
        print('1..0 # SKIP too slow under the sanitizers')
        return 0
    with tempfile.TemporaryDirectory() as name:
        record = make_record(kaopin, scheme, pathlib.Path(name))
        program = Program(kaopin, record)
        try:
            time.sleep(2)
            results = [('/ui/walk/review', review(program, kaopin, record)),
                       ('/ui/walk/registration', register(program, kaopin, record))]
            program.press(KEYCODES['escape'])
            results.append(('/ui/walk/names', check_names(program)))
        finally:
            program.process.terminate()
            program.process.wait()
    return print_tap(results)


if __name__ == '__main__':
    sys.exit(main())
