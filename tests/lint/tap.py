# tap.py – tells results in the Test Anything Protocol.
# Copyright 2026 The Kaopin authors
# SPDX-License-Identifier: GPL-3.0-or-later


def print_tap(results):
    """Prints (path, faults) pairs as one result each; returns whether any had faults."""
    print(f'1..{len(results)}')
    for number, (path, faults) in enumerate(results, 1):
        for fault in faults:
            print(f'# {fault}')
        print(f"{'not ok' if faults else 'ok'} {number} {path}")
    return any(faults for _, faults in results)
