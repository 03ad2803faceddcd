#!/usr/bin/env python3
"""Times whole processes: until the first byte of output, and until the end; the median of eleven, warm.

    measure.py BINARY
"""
import statistics
import subprocess
import sys
import time

COMMANDS = [
    ["policies"], ["policies", "--json"], ["alerts"], ["alerts", "--json"], ["alerts", "--owner", "owner-3"],
    ["policy", "policy-7"], ["policy", "policy-7", "--why", "--reliance"], ["tools"], ["--version"],
]


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    first = process.stdout.read(1)
    begun = time.perf_counter() - start
    lines = (first + process.stdout.read()).count(b"\n")
    process.wait()
    return begun * 1000, (time.perf_counter() - start) * 1000, lines


for arguments in COMMANDS:
    results = [run([sys.argv[1]] + arguments) for _ in range(12)][1:]
    first, whole = (statistics.median(result[index] for result in results) for index in (0, 1))
    print(f"{' '.join(arguments):38} first line {first:7.1f} ms   whole {whole:7.1f} ms   {results[0][2]:7} lines")
