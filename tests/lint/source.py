# source.py – reads C as the linter needs it: words with their lines, comments, includes and functions.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A light reader, no compiler: it knows comments, strings, directives, brackets, and where a function begins and ends."""
import dataclasses
import re

WORDS = re.compile(r'''
    (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<directive>^[ \t]*\#(?:\\\n|[^\n])*)
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<character>'(?:\\.|[^'\\\n])*')
  | (?P<number>\.?\d(?:[eEpP][+-]|[\w.])*)
  | (?P<name>[A-Za-z_]\w*)
  | (?P<mark>->|\+\+|--|[<>=!]=|&&|\|\||\S)
''', re.VERBOSE | re.DOTALL | re.MULTILINE)
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')
CONTROL = {'if', 'for', 'while', 'switch'}


@dataclasses.dataclass
class Word:
    kind: str
    text: str
    line: int


@dataclasses.dataclass
class Function:
    name: str
    start: int          # line of the first word of its definition
    line: int           # line of its name
    end: int
    head: list          # the words before the body
    body: list          # the words between the braces
    nesting: int

    @property
    def is_static(self):
        return any(word.text == 'static' for word in self.head)

    @property
    def returns_nothing(self):
        texts = [word.text for word in self.head]
        return 'void' in texts[:texts.index(self.name)] and '*' not in texts[:texts.index(self.name)]


class Source:
    """One file under the name that the rules shall see, which for a bad sample isn't where it lies."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.lines = text.count('\n')
        self.folder = path.split('/')[0]
        self.words, self.comments, self.includes, self.functions, self.outside = [], [], [], [], []
        if path.endswith(('.c', '.h')):
            self.read_words()
            self.read_functions()

    def read_words(self):
        line, done = 1, 0
        for match in WORDS.finditer(self.text):
            line += self.text.count('\n', done, match.start())
            done = match.start()
            word = Word(match.lastgroup, match.group(), line)
            if word.kind == 'comment':
                self.comments.append(word)
            elif word.kind == 'directive':
                include = INCLUDE.match(word.text)
                if include:
                    self.includes.append((line, include.group(2), include.group(1) == '"'))
            else:
                self.words.append(word)

    def read_functions(self):
        """Splits the words into functions and what is outside of them."""
        begin, at = 0, 0
        while at < len(self.words):
            text = self.words[at].text
            if text == '{':
                end = self.find_close(at)
                head = self.words[begin:at]
                if head and head[-1].text == ')':
                    self.functions.append(self.make_function(head, self.words[at + 1:end], self.words[end].line))
                    begin = end + 1
                at = end
            elif text == ';':
                self.outside.append(self.words[begin:at + 1])
                begin = at + 1
            at += 1

    def find_close(self, at):
        """The place of the bracket that closes the one at @at."""
        depth = 0
        for place in range(at, len(self.words)):
            depth += {'{': 1, '}': -1}.get(self.words[place].text, 0)
            if depth == 0:
                return place
        return len(self.words) - 1

    def make_function(self, head, body, end):
        depth = 0
        for place in range(len(head) - 1, -1, -1):
            depth += {')': 1, '(': -1}.get(head[place].text, 0)
            if depth == 0:
                break
        # A definition that starts after macros without a semicolon begins at the last line that holds its type.
        name = head[place - 1]
        first = place - 1
        while first > 0 and (head[first - 1].text == '*' or head[first - 1].kind == 'name'):
            first -= 1
        return Function(name.text, head[first].line, name.line, end, head[first:], body, measure_nesting(body))


def measure_nesting(body):
    """How many blocks deep a body goes; braces of initialisers and compound literals aren't blocks."""
    deepest, blocks, brackets, before = 0, [], [], None
    for place, word in enumerate(body):
        if word.text == '(':
            brackets.append(body[place - 1].text if place else '')
        elif word.text == ')' and brackets:
            before = brackets.pop()
        elif word.text == '{':
            last = body[place - 1].text if place else ';'
            blocks.append(last in {'else', 'do', ';', '{', '}', ':'} and not brackets and (not blocks or blocks[-1])
                          or last == ')' and (before in CONTROL or before.isidentifier() and 'foreach' in before.lower()))
            deepest = max(deepest, sum(blocks))
        elif word.text == '}' and blocks:
            blocks.pop()
    return deepest
