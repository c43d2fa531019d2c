"""Build the bundled models from data: `python packaging/models/build.py --data DATA --out resources/models`.

DATA is the folder described in the model card. Run it in an environment with `requirements.txt` beside this
file. It goes on from the last checkpoint in --work; the same seed gives the same files on the same machine.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "models")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "models")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--steps", type=int, default=0, help="batches to train; 0 is one epoch")
    parser.add_argument("--second-steps", type=int, default=0, help="batches of the second round; 0 is all")
    parser.add_argument(
        "--fourth-steps", type=int, default=0, help="batches of the fourth round; 0 is all, -1 none"
    )
    parser.add_argument(
        "--fifth-steps", type=int, default=0, help="batches of the fifth round; 0 is all, -1 none"
    )
    parser.add_argument(
        "--sixth-steps", type=int, default=0, help="batches of the sixth round; 0 is all, -1 none"
    )
    parser.add_argument(
        "--third-steps", type=int, default=0, help="batches of the third round; 0 is all, -1 none"
    )
    parser.add_argument(
        "--from-models",
        type=Path,
        help="begin the first round that is not left out with shipped files in this folder",
    )
    parser.add_argument(
        "--more", type=Path, help="public sets beside DATA from the fourth round on, see more_sets.py"
    )
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--export-only", action="store_true", help="write the files from the last checkpoint")
    arguments = parser.parse_args()

    import base_model
    import torch

    if arguments.threads:
        torch.set_num_threads(arguments.threads)
    arguments.work.mkdir(parents=True, exist_ok=True)
    tokenizer = arguments.work / "tokenizer.json"
    base_model.write_tokenizer(tokenizer)
    if not arguments.export_only:
        from train import BEFORE, train

        rounds = [
            ("first", arguments.steps),
            ("second", arguments.second_steps),
            ("third", arguments.third_steps),
            ("fourth", arguments.fourth_steps),
            ("fifth", arguments.fifth_steps),
            ("sixth", arguments.sixth_steps),
        ]
        if arguments.from_models:
            from unpack import unpack

            rounds = [(name, steps) for name, steps in rounds[2:] if steps >= 0]
            before = arguments.work / BEFORE[rounds[0][0]]
            if not (before / "checkpoint.pt").is_file():
                unpack(arguments.from_models, before)
        for name, steps in rounds:
            if steps < 0:
                continue
            if name == "sixth":
                _prepare_sixth(arguments)
            train(arguments.data, arguments.work, tokenizer, arguments.seed, steps, name, arguments.more)
    from export import export

    export(arguments.data, _last(arguments.work), arguments.out, more=arguments.more)


def _prepare_sixth(arguments: argparse.Namespace) -> None:
    """The model so far, which says what the proper nouns of the treebanks name."""
    from blend import blend
    from export import export
    from train import GUESSER

    work = arguments.work
    if not (work / "blend" / "checkpoint.pt").is_file():
        blend(work / "fourth", work / "fifth", work / "blend")
    if not (work / GUESSER / "tagger.npz").is_file():
        export(arguments.data, work / "blend", work / GUESSER, more=arguments.more)


def _last(work: Path) -> Path:
    """The folder of the weights to ship: late rounds are blended with the one before."""
    from blend import SIXTH_SHARE, blend

    done = [
        name
        for name in ("sixth", "fifth", "fourth", "third", "second", "first")
        if (work / name / "checkpoint.pt").is_file()
    ]
    if done[:1] == ["sixth"]:
        blend(work / "blend", work / "sixth", work / "blend-sixth", SIXTH_SHARE)
        return work / "blend-sixth"
    if done[:2] == ["fifth", "fourth"]:
        blend(work / "fourth", work / "fifth", work / "blend")
        return work / "blend"
    return work / done[0]


if __name__ == "__main__":
    main()
