"""One event, other code books: CAMEO, ACLED and UCDP codes as views of a PLOVER type and its mode, and CAMEO read back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from marsad.base.errors import CodingError
from marsad.base.records import QUAD_CLASS

CAMEO_OF = {
    "AGREE": "03",
    "CONSULT": "04",
    "SUPPORT": "05",
    "CONCEDE": "08",
    "COOPERATE": "06",
    "AID": "07",
    "RETREAT": "087",
    "REQUEST": "10",
    "ACCUSE": "11",
    "REJECT": "12",
    "THREATEN": "13",
    "PROTEST": "14",
    "SANCTION": "16",
    "MOBILIZE": "15",
    "COERCE": "17",
    "ASSAULT": "18",
}
"""CAMEO code of a type without a mode: the root, or the code that the type was cut out of."""

CAMEO_OF_MODE = {
    ("CONSULT", "visit"): "042",
    ("CONSULT", "phone"): "041",
    ("CONSULT", "third-party"): "045",
    ("CONSULT", "multilateral"): "046",
    ("RETREAT", "withdraw"): "0873",
    ("RETREAT", "release"): "0841",
    ("RETREAT", "disarm"): "0874",
    ("RETREAT", "ceasefire"): "0871",
    ("RETREAT", "access"): "0863",
    ("RETREAT", "resign"): "08",
    ("REQUEST", "assist"): "103",
    ("REQUEST", "change"): "104",
    ("REQUEST", "yield"): "105",
    ("REQUEST", "meet"): "107",
    ("ACCUSE", "disapprove"): "111",
    ("ACCUSE", "investigate"): "09",
    ("ACCUSE", "allege"): "112",
    ("REJECT", "assist"): "122",
    ("REJECT", "change"): "123",
    ("REJECT", "yield"): "124",
    ("REJECT", "meet"): "125",
    ("THREATEN", "restrict"): "132",
    ("THREATEN", "relations"): "131",
    ("THREATEN", "violence"): "138",
    ("PROTEST", "demo"): "141",
    ("PROTEST", "hunger"): "142",
    ("PROTEST", "strike"): "143",
    ("PROTEST", "boycott"): "143",
    ("PROTEST", "obstruct"): "144",
    ("PROTEST", "riot"): "145",
    ("SANCTION", "expel"): "166",
    ("SANCTION", "withdraw"): "166",
    ("SANCTION", "discontinue"): "163",
    ("MOBILIZE", "police"): "153",
    ("MOBILIZE", "troops"): "154",
    ("MOBILIZE", "militia"): "152",
    ("MOBILIZE", "weapons"): "155",
    ("COERCE", "seize"): "171",
    ("COERCE", "restrict"): "172",
    ("COERCE", "arrest"): "173",
    ("COERCE", "deport"): "174",
    ("COERCE", "curfew"): "1723",
    ("COERCE", "martial-law"): "1724",
    ("COERCE", "cyber"): "176",
    ("ASSAULT", "abduct"): "181",
    ("ASSAULT", "sexual"): "1821",
    ("ASSAULT", "torture"): "1822",
    ("ASSAULT", "beat"): "182",
    ("ASSAULT", "suicide-attack"): "1831",
    ("ASSAULT", "explosives"): "183",
    ("ASSAULT", "targeted"): "186",
    ("ASSAULT", "firearms"): "193",
    ("ASSAULT", "heavy-weapons"): "194",
    ("ASSAULT", "aerial"): "195",
    ("ASSAULT", "drone"): "195",
    ("ASSAULT", "destroy"): "1712",
    ("ASSAULT", "unconventional"): "204",
    ("ASSAULT", "crowd-control"): "175",
}
"""CAMEO code of a type with a mode; a mode that is missing here takes the code of its type."""

_PLOVER_OF_ROOT = {
    "03": "AGREE",
    "04": "CONSULT",
    "05": "SUPPORT",
    "06": "COOPERATE",
    "07": "AID",
    "09": "ACCUSE",
    "10": "REQUEST",
    "11": "ACCUSE",
    "12": "REJECT",
    "13": "THREATEN",
    "14": "PROTEST",
    "15": "MOBILIZE",
    "16": "SANCTION",
    "17": "COERCE",
    "18": "ASSAULT",
    "19": "ASSAULT",
    "20": "ASSAULT",
}
_PLOVER_EXCEPT = {
    "081": ("CONCEDE", None),
    "082": ("CONCEDE", None),
    "083": ("CONCEDE", None),
    "0813": ("RETREAT", None),
    "0814": ("RETREAT", None),
    "084": ("RETREAT", "release"),
    "0842": ("RETREAT", "release"),
    "085": ("RETREAT", None),
    "086": ("RETREAT", "access"),
    "087": ("RETREAT", None),
    "08": ("CONCEDE", None),
    "132": ("THREATEN", "restrict"),
    "163": ("SANCTION", "discontinue"),
    "1712": ("ASSAULT", "destroy"),
    "175": ("ASSAULT", "crowd-control"),
    "191": ("COERCE", "restrict"),
    "192": ("COERCE", "seize"),
    "185": ("ASSAULT", "targeted"),
    "186": ("ASSAULT", "targeted"),
    "202": ("ASSAULT", "targeted"),
    "101": ("REQUEST", "assist"),
    "102": ("REQUEST", "assist"),
    "106": ("REQUEST", "meet"),
    "108": ("REQUEST", "meet"),
    "113": ("ACCUSE", "disapprove"),
    "114": ("ACCUSE", "allege"),
    "115": ("ACCUSE", "allege"),
    "116": ("ACCUSE", "disapprove"),
    "121": ("REJECT", "assist"),
    "126": ("REJECT", "meet"),
    "127": ("REJECT", "meet"),
    "128": ("REJECT", "yield"),
    "129": ("REJECT", "yield"),
    "133": ("THREATEN", "relations"),
    "134": ("THREATEN", "relations"),
    "135": ("THREATEN", "relations"),
    "136": ("THREATEN", "expel"),
    "137": ("THREATEN", "violence"),
    "139": ("THREATEN", "relations"),
    "151": ("MOBILIZE", "police"),
    "161": ("SANCTION", "withdraw"),
    "162": ("SANCTION", "discontinue"),
    "164": ("SANCTION", "withdraw"),
    "165": ("SANCTION", "withdraw"),
    "201": ("ASSAULT", None),
    "203": ("ASSAULT", None),
    "204": ("ASSAULT", "unconventional"),
}
_DROPPED_ROOTS = ("01", "02")
"""Comments and appeals have no heir in PLOVER: a comment is a Statement, an appeal a REQUEST only where it names the act (10)."""


@dataclass(frozen=True, slots=True)
class Acled:
    """Event type and sub-event type as ACLED names them."""

    event_type: str
    sub_event_type: str


def cameo(type_: str, modes: Collection[str] = ()) -> str:
    """CAMEO code of a PLOVER type with its modes; the first mode with a code of its own decides.

    Raises:
        CodingError: no PLOVER type.

    >>> cameo("ASSAULT", ["suicide-attack"]), cameo("AGREE")
    ('1831', '03')
    """
    if type_ not in QUAD_CLASS:
        raise CodingError(f"{type_!r} is no PLOVER type: one of {', '.join(QUAD_CLASS)}")
    return next((CAMEO_OF_MODE[type_, mode] for mode in modes if (type_, mode) in CAMEO_OF_MODE), CAMEO_OF[type_])


def plover(code: str) -> tuple[str, str | None] | None:
    """PLOVER type and mode of a CAMEO code, or None for roots 01 and 02, which have no heir.

    The longest known beginning of the code decides.

    Raises:
        CodingError: the code begins with no CAMEO root.

    >>> plover("1831"), plover("012"), plover("0342")
    (('ASSAULT', 'suicide-attack'), None, ('AGREE', None))
    """
    code = code.strip()
    if code[:2] in _DROPPED_ROOTS:
        return None
    for size in range(len(code), 1, -1):
        head = code[:size]
        if head in _PLOVER_EXCEPT:
            return _PLOVER_EXCEPT[head]
        if head in _MODE_OF_CAMEO:
            return _MODE_OF_CAMEO[head]
        if head in _PLOVER_OF_ROOT:
            return _PLOVER_OF_ROOT[head], None
    raise CodingError(f"{code!r} is no CAMEO code: it must begin with a root from 01 to 20")


_MODE_OF_CAMEO: dict[str, tuple[str, str | None]] = {}
for _key, _code in CAMEO_OF_MODE.items():
    _MODE_OF_CAMEO.setdefault(_code, _key)

_ACLED_OF_MODE = {
    ("ASSAULT", "abduct"): Acled("Violence against civilians", "Abduction/forced disappearance"),
    ("ASSAULT", "sexual"): Acled("Violence against civilians", "Sexual violence"),
    ("ASSAULT", "suicide-attack"): Acled("Explosions/Remote violence", "Suicide bomb"),
    ("ASSAULT", "aerial"): Acled("Explosions/Remote violence", "Air/drone strike"),
    ("ASSAULT", "drone"): Acled("Explosions/Remote violence", "Air/drone strike"),
    ("ASSAULT", "heavy-weapons"): Acled("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("ASSAULT", "explosives"): Acled("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    ("ASSAULT", "unconventional"): Acled("Explosions/Remote violence", "Chemical weapon"),
    ("ASSAULT", "destroy"): Acled("Strategic developments", "Looting/property destruction"),
    ("ASSAULT", "crowd-control"): Acled("Protests", "Protest with intervention"),
    ("PROTEST", "riot"): Acled("Riots", "Violent demonstration"),
    ("PROTEST", "vandalize"): Acled("Riots", "Violent demonstration"),
    ("COERCE", "arrest"): Acled("Strategic developments", "Arrests"),
    ("COERCE", "seize"): Acled("Strategic developments", "Looting/property destruction"),
    ("RETREAT", "disarm"): Acled("Strategic developments", "Disrupted weapons use"),
    ("RETREAT", "ceasefire"): Acled("Strategic developments", "Agreement"),
}
_ARMED = frozenset(["MIL", "REB", "PRM", "COP", "UAF", "CRM"])
_CIVIL = frozenset(["CVL", "EDU", "JRN", "MED", "REF", "REL", "SOC", "LAB", "AGR", "BUS", "OPP"])


def acled(type_: str, modes: Collection[str] = (), recipient_sectors: Collection[str] = ()) -> Acled | None:
    """ACLED's names for an event, or None where ACLED does not code its kind (a meeting, a statement).

    ACLED's actors have no direction; its types look at the victim: an attack on armed people is a battle, one on civilians is
    violence against civilians. Weapons that work from afar come first.

    >>> acled("ASSAULT", ["firearms"], ["CVL"])
    Acled(event_type='Violence against civilians', sub_event_type='Attack')
    """
    for mode in modes:
        if (type_, mode) in _ACLED_OF_MODE:
            return _ACLED_OF_MODE[type_, mode]
    if type_ == "PROTEST":
        return Acled("Protests", "Peaceful protest")
    if type_ == "ASSAULT":
        if _ARMED & set(recipient_sectors) and not _CIVIL & set(recipient_sectors):
            return Acled("Battles", "Armed clash")
        return Acled("Violence against civilians", "Attack")
    if type_ == "AGREE":
        return Acled("Strategic developments", "Agreement")
    return Acled("Strategic developments", "Other") if type_ == "MOBILIZE" else None


def ucdp(type_: str, actor_sectors: Collection[str], recipient_sectors: Collection[str]) -> Literal[1, 2, 3] | None:
    """UCDP's type of violence: 1 state-based, 2 non-state, 3 one-sided; None where the event is no lethal violence or a side is unknown.

    >>> ucdp("ASSAULT", ["REB"], ["MIL"]), ucdp("ASSAULT", ["REB"], ["CVL"]), ucdp("ASSAULT", ["REB"], [])
    (1, 3, None)
    """
    if type_ != "ASSAULT" or not actor_sectors or not recipient_sectors:
        return None
    state = frozenset(["MIL", "COP", "GOV", "PRM", "SPY"])
    actors, recipients = set(actor_sectors), set(recipient_sectors)
    if recipients & _CIVIL:
        return 3
    if actors & state or recipients & state:
        return 1
    return 2
