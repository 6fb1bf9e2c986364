#!/usr/bin/env python3
# compare.py – the work of “kaopin bench” beside other ways to do the same, in one run on one computer.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py KAOPIN ROWS POSTS : prints lines of the table in BENCHMARKS.md.

Needs python3-openpyxl and libreoffice-calc-nogui beside what ./check installs; what isn't there is left out and said so.
Each way is a program of its own, so that its processor time and its memory are those that the kernel counted."""
import csv
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

OPENPYXL = '''
import sys, openpyxl
n = 0
for row in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0].iter_rows(values_only=True):
    n += 1
print(n)
'''

# The same two conditions, the same outcome, the same two lists; no journal, no sentence for the candidate, no clause.
REVIEW = '''
CREATE TABLE found AS
  SELECT a.campaign, a.application,
         p.birth BETWEEN '1985-03-02' AND '2008-03-02' AS age_met,
         p.education IN ('大专', '本科', '硕士', '博士') AS education_met
    FROM application a JOIN person p ON p.campaign = a.campaign AND p.person = a.person;
CREATE UNIQUE INDEX found_key ON found (campaign, application);
UPDATE application SET review = (SELECT CASE WHEN f.age_met AND f.education_met THEN 'pass' ELSE 'fail' END
                                   FROM found f
                                  WHERE f.campaign = application.campaign AND f.application = application.application);
'''
LIST = '''SELECT a.post, a.application, p.name, p.sex, p.education, p.school, p.major, a.review
            FROM application a JOIN person p ON p.campaign = a.campaign AND p.person = a.person
           ORDER BY a.post, a.application'''


def do_sql(record, folder):
    """Runs in a process of its own: review and lists by SQL alone."""
    with sqlite3.connect(record) as db:
        db.executescript('PRAGMA synchronous = FULL; BEGIN;' + REVIEW + 'COMMIT;')
        for name in ('registrations', 'review'):
            with open(f'{folder}/{name}.csv', 'w', encoding='utf-8', newline='') as out:
                csv.writer(out).writerows(db.execute(LIST))


def measure(words, **more):
    """(seconds on the wall, seconds of the processor, MiB) of a program that must end well."""
    begun = time.monotonic()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        raise RuntimeError(f'{words[0]} failed')
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(what, who, result, base):
    wall, processor, memory = result
    print(f'| {what} | {who} | {wall:.2f} | {processor:.2f} | {memory:.0f} | {processor / base:.2f} |', flush=True)


def count(record, verdict):
    with sqlite3.connect(f'file:{record}?mode=ro', uri=True) as db:
        return db.execute('SELECT count(*) FROM application WHERE review = ?', (verdict,)).fetchone()[0]


def compare_import(kaopin, folder, rows):
    book, record = folder / 'bench.xlsx', folder / 'new.kaopin'
    subprocess.run([kaopin, 'new', record, '--scheme', folder / 'bench.json'], check=True, stdout=subprocess.DEVNULL)
    ours = measure([kaopin, 'import', record, 'registrations', book, '--accept-good'])
    what = f'{rows:,} registrations out of .xlsx'
    show(what, 'kaopin import: read, judged, in the record and its journal', ours, ours[1])
    if subprocess.run(['/usr/bin/python3', '-c', 'import openpyxl'], stderr=subprocess.DEVNULL, check=False).returncode == 0:
        show(what, 'openpyxl: cells read', measure(['/usr/bin/python3', '-c', OPENPYXL, book]), ours[1])
    else:
        print('| | python3-openpyxl isn\'t here | | | | |')
    if shutil.which('soffice'):
        show(what, 'LibreOffice: to .csv', measure(['soffice', '--headless', f'-env:UserInstallation=file://{folder}/office',
                                                    '--convert-to', 'csv', '--outdir', folder, book]), ours[1])
    else:
        print('| | libreoffice-calc-nogui isn\'t here | | | | |')
    return record


def compare_review(kaopin, folder, record, rows, posts):
    copy = folder / 'sql.kaopin'
    shutil.copyfile(record, copy)
    parts = [measure([kaopin, 'review', record, '--auto'])]
    parts += [measure([kaopin, 'export', record, name, '--csv', folder / f'{name}.csv']) for name in ('registrations', 'review')]
    ours = (sum(each[0] for each in parts), sum(each[1] for each in parts), max(each[2] for each in parts))
    what = f'{rows:,} on {posts} posts reviewed, two lists'
    show(what, 'kaopin: with findings, sentences, journal', ours, ours[1])
    show(what, 'SQL on SQLite: the verdicts alone', measure([sys.executable, __file__, '--sql', copy, folder]), ours[1])
    same = all(count(record, verdict) == count(copy, verdict) for verdict in ('pass', 'fail', 'more', 'pending'))
    print(f'both found {count(record, "pass"):,} fit and {count(record, "fail"):,} unfit' if same else 'THE VERDICTS DIFFER')
    return same


def main(kaopin, rows, posts):
    with tempfile.TemporaryDirectory(prefix='kaopin-compare-') as place:
        print(f'load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors')
        made = subprocess.run([kaopin, 'bench', '--rows', str(rows), '--posts', str(posts), '--in', place, '--keep'], check=True,
                              text=True, capture_output=True, env={**os.environ, 'LC_ALL': 'en_US.UTF-8', 'LANGUAGE': 'en'})
        print(made.stdout)
        folder = next(pathlib.Path(place).glob('kaopin-bench-*'))
        print('| work | by | s | s of the processor | MiB | ratio |\n|---|---|---:|---:|---:|---:|')
        record = compare_import(kaopin, folder, rows)
        is_same = compare_review(kaopin, folder, record, rows, posts)
        print(f'load: {os.getloadavg()[0]:.1f}')
    return 0 if is_same else 1


if __name__ == '__main__':
    if sys.argv[1:2] == ['--sql']:
        do_sql(*sys.argv[2:])
    else:
        sys.exit(main(str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]), int(sys.argv[3])))
