"""Sends the app thousands of sequences that no key sends, torn as a slow line tears them, and counts what they change.

    python benchmarks/foreign_bytes.py [--random 10000] [--seed N] [--jobs 4] [--shrink 12] [--only WORD]

Each score of a year is known beforehand; `heeldiary list --json` is compared after each batch. It prints one table,
then each harmful batch, the first ones of each kind shrunk to the sequences that did it. The exit status is 1 if there
was one.

What is sent: `well_known_sequences.txt` and `random_sequences.py`, which say what is left out because a real key sends
it. The same seed sends the same bytes at the same places; only the processor's load is by chance.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from random import Random
from typing import NamedTuple

from foreign_batch import PLACES, Batch, Outcome, Place, Trial, shrink
from random_sequences import MAKERS, Piece, mixture, shares
from torn import Sent, torn, whole
from well_known_sequences import WellKnown, well_known_sequences
from year_diary import make_year

_BATCH = 50
_CHUNK = 6
"""How many batches one app goes through."""
_DIARY_SHARE = 0.6
_MIXTURE = "random mixture"
_ALL_KNOWN = "well-known, all kinds"
_SHRINK_SECONDS = 120.0


class Finding(NamedTuple):
    """Harm that a batch did."""

    batch: Batch
    outcome: Outcome


class Ran(NamedTuple):
    """The result of a chunk: an outcome for each batch, and what was wrong with how the app ended."""

    outcomes: list[Outcome]
    endings: list[str]


def _known_sent(chance: Random, known: WellKnown, tears: bool) -> Sent:
    if tears and known.place not in ("whole", "deaf"):
        return torn(chance, known.kind, known.name, known.data)
    return whole(known.kind, known.name, known.data)


def _random_sent(chance: Random, piece: Piece) -> Sent:
    return torn(chance, piece.kind, "", piece.data, piece.tail, least=int(piece.must_tear))


def _parted(place: Place, kind: str, sequences: list[Sent], is_deaf: bool = False) -> list[Batch]:
    return [
        Batch(place, kind, tuple(sequences[begin : begin + _BATCH]), is_deaf)
        for begin in range(0, len(sequences), _BATCH)
    ]


def known_on_diary(chance: Random) -> list[Batch]:
    """Each kind in its own batches: once whole, twice torn."""
    batches: list[Batch] = []
    known = well_known_sequences()
    for kind in dict.fromkeys(one.kind for one in known):
        ours = [one for one in known if one.kind == kind]
        if ours[0].place == "deaf":
            batches += [Batch(PLACES[0], kind, (_known_sent(chance, one, False),), True) for one in ours]
        else:
            sent = [_known_sent(chance, one, tears) for tears in (False, True, True) for one in ours]
            batches += _parted(PLACES[0], kind, sent)
    return batches


def known_elsewhere(chance: Random, place: Place) -> list[Batch]:
    """All kinds, torn, without those that a text field takes if it is one."""
    places = ("everywhere", "whole") if place.has_text else ("everywhere", "whole", "not in text")
    known = [one for one in well_known_sequences() if one.place in places]
    return _parted(place, _ALL_KNOWN, [_known_sent(chance, one, True) for one in known])


def random_batches(chance: Random, count: int) -> list[Batch]:
    """So many sequences: most on the Diary, a third of those mixed, the others by kind."""
    on_diary = int(count * _DIARY_SHARE)
    mixed = on_diary // 3
    batches: list[Batch] = []
    for maker, share in zip(MAKERS, shares(on_diary - mixed), strict=True):
        pieces = [maker(chance) for _ in range(share)]
        for kind in sorted({piece.kind for piece in pieces}):
            sent = [_random_sent(chance, piece) for piece in pieces if piece.kind == kind]
            batches += _parted(PLACES[0], kind, sent)
    left = count - sum(len(batch.sequences) for batch in batches)
    mixtures = {place: (left - mixed) // (len(PLACES) - 1) for place in PLACES[1:]}
    mixtures[PLACES[0]] = left - sum(mixtures.values())
    for place in PLACES:
        sent = [_random_sent(chance, piece) for piece in mixture(chance, mixtures[place])]
        batches += _parted(place, _MIXTURE, sent)
    return batches


def all_batches(seed: int, count: int) -> list[Batch]:
    """Everything that this seed sends, in order."""
    chance = Random(f"foreign bytes {seed}")
    batches = known_on_diary(chance)
    for place in PLACES[1:]:
        batches += known_elsewhere(chance, place)
    return batches + random_batches(chance, count)


def run_chunk(template: str, chunk: list[Batch]) -> Ran:
    """Send batches to one app after the other."""
    trial = Trial(template)
    try:
        outcomes = [trial.run(batch) for batch in chunk]
        trial.drop()
        return Ran(outcomes, trial.endings)
    finally:
        trial.close()


def _chunks(batches: list[Batch]) -> Iterable[list[Batch]]:
    for place in PLACES:
        ours = [batch for batch in batches if batch.place == place]
        yield from (ours[begin : begin + _CHUNK] for begin in range(0, len(ours), _CHUNK))


def table(batches: list[Batch], outcomes: list[Outcome]) -> str:
    """One line for each kind on each screen, as Markdown."""
    lines = [
        "| kind of sequence | where | sent | scores changed | other entries changed | app alive |",
        "| --- | --- | ---: | ---: | ---: | --- |",
    ]
    ran = list(zip(batches, outcomes, strict=True))
    for kind, place in dict.fromkeys((batch.kind, batch.place) for batch in batches):
        ours = [(batch, outcome) for batch, outcome in ran if (batch.kind, batch.place) == (kind, place)]
        sent = sum(len(batch.sequences) for batch, _ in ours)
        scores = sum(outcome.changed.scores for _, outcome in ours)
        others = sum(outcome.changed.others for _, outcome in ours)
        dead = sum(bool(outcome.faults) for _, outcome in ours)
        alive = f"no: {dead} of {len(ours)} batches" if dead else "yes"
        lines.append(f"| {kind} | {place.name} | {sent} | {scores} | {others} | {alive} |")
    return "\n".join(lines)


def _worst(findings: list[Finding], count: int) -> list[Finding]:
    """One of each kind and screen first, then the others, up to a number."""
    first = {(one.batch.kind, one.batch.place): one for one in reversed(findings)}
    ordered = sorted(findings, key=lambda one: first[one.batch.kind, one.batch.place] is not one)
    return ordered[:count]


def _report(finding: Finding, culprits: tuple[Sent, ...] | None) -> str:
    batch, (changed, faults) = finding
    words = [f"{changed.scores} scores, {changed.others} other entries changed", *faults]
    lines = [f"- {batch.kind}, {batch.place.name}: {'; '.join(words)}"]
    lines += [f"    {one}" for one in culprits or ()]
    return "\n".join(lines)


def main() -> int:
    """Run the trial and print what came of it; returns the exit status."""
    parser = argparse.ArgumentParser(description="Send foreign bytes to the app, and count what they change.")
    parser.add_argument("--random", type=int, default=10_000, help="how many random sequences (default: 10000)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=4, help="apps at the same time (default: 4)")
    parser.add_argument("--shrink", type=int, default=12, help="how many harmful batches to shrink (default: 12)")
    parser.add_argument("--only", default="", help="only kinds and screens whose name holds this")
    asked = parser.parse_args()
    began = time.monotonic()
    batches = [
        batch
        for batch in all_batches(asked.seed, asked.random)
        if asked.only.lower() in f"{batch.kind} {batch.place.name}".lower()
    ]
    with tempfile.TemporaryDirectory(prefix="foreign-bytes-") as folder, ProcessPoolExecutor(asked.jobs) as pool:
        template = os.path.join(folder, "template")
        make_year(template)
        chunks = list(_chunks(batches))
        ran = []
        for one in pool.map(partial(run_chunk, template), chunks):
            ran.append(one)
            print(f"{len(ran)} of {len(chunks)} parts", end="\r", file=sys.stderr, flush=True)
        ordered = [batch for chunk in chunks for batch in chunk]
        outcomes = [outcome for one in ran for outcome in one.outcomes]
        print(table(ordered, outcomes))
        findings = [Finding(*pair) for pair in zip(ordered, outcomes, strict=True) if pair[1].is_bad]
        sent = sum(len(batch.sequences) for batch in ordered)
        print(
            f"\n{sent} sequences, seed {asked.seed}, {time.monotonic() - began:.0f} s: {len(findings)} harmful batches"
        )
        endings = sorted({ending for one in ran for ending in one.endings})
        print("`q`:", "; ".join(endings) or "exit code 0, the terminal as before, no crash.log, no traceback")
        shrunk = _worst(findings, asked.shrink)
        culprits = list(pool.map(partial(_shrunk, template), [one.batch for one in shrunk]))
        for finding in findings:
            print(_report(finding, culprits[shrunk.index(finding)] if finding in shrunk else None))
    return int(bool(findings or endings))


def _shrunk(template: str, batch: Batch) -> tuple[Sent, ...]:
    return shrink(template, batch, _SHRINK_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
