"""Floors of dates and numbers on the gold cases: pinned with the files' hashes; they only rise.

A floor lies a case or two below what is reached. Lowering one needs a reason beside it.
"""

import hashlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

GOLD = "gold/date_number_expressions"
FLOORS = [
    ("Arabic", "DateParser", 0.85, "fd891fb9f4e5d3abd1deb5ba10b4ce5629da2d55dba08e6b65c549e5d92d558a"),
    ("Arabic", "DatePeriodParser", 0.71, "40a40376f9468ada553f74be499a103fc60f885ad6ae19857c0a9063c0e635bf"),
    ("Arabic", "NumberModel", 0.87, "687d85b0e902c7b9fc6e1264bddb47a0b79ec01b223f55b4355507dfb24242ca"),
    ("French", "DateParser", 0.92, "9fd42c082c50e246f4dbf48e9b63fd933f307add550793d077b85a2ce80778c1"),
    ("French", "DatePeriodParser", 0.92, "73567a3d8a5f32be5e6a47dac349f89f1588ed96ca2510795a40f2e4a5cab5fa"),
    ("French", "NumberModel", 0.94, "24dafef9196ed69b53e15c3f96239bfab818b5423eb4e6abd57eb2332ff4efe7"),
    ("English", "DateParser", 0.90, "6aeae8b8f00b5894e7bd37220282e487a47dbd138862cb140dec50afc0417187"),
    ("English", "DatePeriodParser", 0.88, "c377a1bf44b01cd9619b69c2b69690509ed6d1f76d6c1c892d7c632012c9f52a"),
    ("English", "NumberModel", 0.98, "82e8ace0fae9db04f79cf2265b8d2063ff09c70e5efb62ae004d0ffbfe046e01"),
]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The benchmark's module, which lies outside the package."""
    path = Path(__file__).resolve().parents[2] / "benchmarks/bench_dates.py"
    spec = importlib.util.spec_from_file_location("bench_dates", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bench_dates"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.shared
@pytest.mark.parametrize("case", FLOORS, ids=[f"{name}-{file}" for name, file, _, _ in FLOORS])
def test_gold_expressions_read_at_least_as_well_as_before(bench: ModuleType, shared: Path, case: tuple[str, str, float, str]) -> None:
    name, file, floor, digest = case
    path = shared / GOLD / name / f"{file}.json"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest, "the gold file has changed: measure again, then pin its new hash"
    score = bench.score_numbers if file == "NumberModel" else bench.score_dates
    assert score(path, bench.LANGUAGES[name]).share() >= floor
