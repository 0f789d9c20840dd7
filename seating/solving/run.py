"""One call of CP-SAT: repeatable, interruptible, with progress (单次求解)."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from ortools.sat.python import cp_model


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How long to search.

    Attributes:
        work: deterministic time per call, in CP-SAT's own units (about a second of one core);
            the plan therefore never depends on how busy the machine is.
        seed: random seed.
    """

    work: float = 60.0
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What a long search has come to so far."""

    sitting: str
    stage: str
    value: int | None
    bound: int | None
    seconds: float


@dataclass(slots=True)
class Watch:
    """Listens to the search and lets the user stop it (Ctrl-C keeps the best so far).

    Attributes:
        report: called at most a few times a second from the main thread.
        stopped: set once the user has asked to stop; later calls return at once with whatever
            their hints give.
        spent: deterministic work of all calls so far, in the units of :class:`Limits`.
    """

    report: Callable[[Progress], None] | None = None
    stopped: bool = False
    started: float = field(default_factory=time.monotonic)
    spent: float = 0.0


class _Listener(cp_model.CpSolverSolutionCallback):
    def __init__(self) -> None:
        super().__init__()
        self.best: int | None = None

    def on_solution_callback(self) -> None:
        self.best = round(self.objective_value)


def run(
    model: cp_model.CpModel,
    limits: Limits,
    watch: Watch,
    sitting: str,
    stage: str,
    *,
    bounding: bool = False,
    light: bool = False,
) -> tuple[cp_model.CpSolver, int]:
    """Solve a model and return (solver, status).

    With ``bounding`` the search raises the bound rather than looking for better solutions; with
    ``light`` the model is not probed first, which in a large one takes longer than solving.  The
    search runs in a second thread so that Ctrl-C reaches the main one at once.
    """
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.num_workers = 1
    parameters.random_seed = limits.seed
    parameters.max_deterministic_time = limits.work
    parameters.catch_sigint_signal = False
    parameters.linearization_level = 2 if model.has_objective() else 1
    parameters.optimize_with_lb_tree_search = bounding
    if light:
        parameters.cp_model_probing_level = 0
        parameters.symmetry_level = 0
    if watch.stopped:
        parameters.max_deterministic_time = min(limits.work, 0.5)
    listener = _Listener()
    bound: list[int] = []
    solver.best_bound_callback = lambda value: bound.append(round(value))
    done: list[int] = []
    failed: list[BaseException] = []

    def work() -> None:
        try:
            done.append(int(solver.solve(model, listener)))
        except BaseException as error:  # handed to the main thread below
            failed.append(error)
        finally:
            ended.set()

    ended = threading.Event()  # an interrupted join would take the thread for dead
    threading.Thread(target=work, daemon=True).start()
    asked = watch.stopped
    told: tuple[int | None, int | None] | None = None
    while not ended.is_set():
        try:
            ended.wait(0.2)
        except KeyboardInterrupt:
            watch.stopped = True
        if watch.stopped and not asked:
            asked = True
            solver.stop_search()
        state = (listener.best, bound[-1] if bound else None)
        if watch.report is not None and not ended.is_set() and state != told:
            told = state
            watch.report(
                Progress(
                    sitting=sitting,
                    stage=stage,
                    value=state[0],
                    bound=state[1],
                    seconds=time.monotonic() - watch.started,
                )
            )
    if failed:
        raise failed[0]
    watch.spent += solver.response_proto.deterministic_time
    return solver, done[0]
