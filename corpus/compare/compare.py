#!/usr/bin/env python3
"""Times gouji beside the PDF readers that people use instead, on the same
reports in the same run: pdftotext -bbox (Debian's poppler-utils), pdfplumber's
extract_tables and PyMuPDF (from PyPI, into a throw-away virtual environment).

    python3 corpus/compare/compare.py [FOLDER]        default: corpus/samples

Prints medians in milliseconds a report on one core, gouji's start-up cold and
warm, and its peak memory. The others only read: gouji's time includes the
tables, the report and the findings.
"""
import os, re, shutil, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "corpus", "samples"))
ROUNDS = 5  # timings of a report by each other reader; the least counts

PEER = r'''
import sys, time
import pdfplumber, pymupdf
def plumber(path):
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages: page.extract_tables()
def raw(path):
    for page in pymupdf.open(path): page.get_text("rawdict"); page.get_drawings()
def tables(path):
    for page in pymupdf.open(path): page.find_tables()
for name, read in ("pdfplumber extract_tables", plumber), ("PyMuPDF rawdict + drawings", raw), ("PyMuPDF find_tables", tables):
    for path in sys.argv[2:]:
        best = 1e9
        for _ in range(int(sys.argv[1])):
            start = time.perf_counter()
            read(path)
            best = min(best, time.perf_counter() - start)
        print(f"{name}\t{best*1000:.2f}", flush=True)
'''


def run(*args, **kw):
    return subprocess.run(args, check=True, capture_output=True, text=True, **kw).stdout


def seconds(*args, **kw):
    start = time.perf_counter()
    subprocess.run(args, capture_output=True, **kw)
    return time.perf_counter() - start


def pdfs():
    paths = [os.path.join(FOLDER, f) for f in sorted(os.listdir(FOLDER)) if f.endswith(".pdf")]
    # What has no text layer no reader here can read.
    return [p for p in paths if run("pdftotext", p, "-").strip()]


def peers(work, paths):
    """Median milliseconds by reader."""
    python = os.path.join(work, "venv", "bin", "python")
    run(sys.executable, "-m", "venv", os.path.join(work, "venv"))
    run(python, "-m", "pip", "-q", "install", "pdfplumber", "pymupdf")
    times = {"pdftotext -bbox": [min(seconds("pdftotext", "-bbox", p, "/dev/null") for _ in range(ROUNDS)) * 1000 for p in paths]}
    for line in run(python, "-W", "ignore", "-c", PEER, str(ROUNDS), *paths).splitlines():
        name, _, ms = line.partition("\t")
        if ms:
            times.setdefault(name, []).append(float(ms))
    return {name: statistics.median(ms) for name, ms in times.items()}


def chain(work):
    """Median milliseconds of gouji's whole chain by format, warm, in one process."""
    env = dict(os.environ, GOUJI_REPORTS=FOLDER, GOGC="400")  # as cmd/gouji sets it
    out = run("go", "test", "-run", "^$", "-bench", "Samples", "-benchtime", "10x", "-cpu", "1", "./corpus", cwd=ROOT, env=env)
    times = {}
    for kind, ns in re.findall(r"^BenchmarkSamples/(\w+)/\S+\s+\d+\s+([\d.]+) ns/op", out, re.M):
        times.setdefault(kind, []).append(float(ns) / 1e6)
    return {kind: statistics.median(ms) for kind, ms in times.items()}


def command(work, paths):
    """Start-up of the command on one small PDF, cold and warm, and the peak memory on all."""
    binary = os.path.join(work, "gouji")
    run("go", "build", "-o", binary, "./cmd/gouji", cwd=ROOT)
    env = dict(os.environ, XDG_CACHE_HOME=os.path.join(work, "cache"))
    small = min(paths, key=os.path.getsize)
    cold = seconds(binary, "parse", small, env=env)
    warm = statistics.median(seconds(binary, "parse", small, env=env) for _ in range(5))
    bare = statistics.median(seconds(binary, "--version", env=env) for _ in range(5))
    check = subprocess.Popen([binary, "check", "--jobs", "1", FOLDER], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=env)
    _, _, usage = os.wait4(check.pid, 0)  # of this child alone: compiling takes more
    return cold, warm, bare, usage.ru_maxrss / 1024


def main():
    work = tempfile.mkdtemp(prefix="gouji-compare-")
    try:
        paths = pdfs()
        cold, warm, bare, peak = command(work, paths)
        print(f"{len(paths)} PDF reports in {FOLDER}; medians, ms a report, one core\n")
        for kind, ms in chain(work).items():
            print(f"  {'gouji, bytes to findings, ' + kind:42} {ms:8.1f}")
        for name, ms in peers(work, paths).items():
            print(f"  {name:42} {ms:8.1f}")
        print(f"\ngouji as a process: first PDF ever {cold:.2f} s, one PDF warm {warm:.2f} s, --version {bare:.3f} s, peak {peak:.0f} MB at --jobs 1")
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
