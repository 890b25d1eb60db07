"""French verbs bent by class: from an infinitive's search key to the forms that a press text may hold."""

from __future__ import annotations

from collections.abc import Iterator

_PAST = ("ait", "aient", "ant")

_CLASSES: tuple[tuple[str, str, str, str, str, str], ...] = (
    # ending, present singular, present plural, stem of the imperfect, participle, stem of the future
    ("venir", "vient", "viennent", "ven", "venu", "viendr"),
    ("tenir", "tient", "tiennent", "ten", "tenu", "tiendr"),
    ("ouvrir", "ouvre", "ouvrent", "ouvr", "ouvert", "ouvrir"),
    ("offrir", "offre", "offrent", "offr", "offert", "offrir"),
    ("cueillir", "cueille", "cueillent", "cueill", "cueilli", "cueiller"),
    ("assaillir", "assaille", "assaillent", "assaill", "assailli", "assaillir"),
    ("mentir", "ment", "mentent", "ment", "menti", "mentir"),
    ("sentir", "sent", "sentent", "sent", "senti", "sentir"),
    ("partir", "part", "partent", "part", "parti", "partir"),
    ("sortir", "sort", "sortent", "sort", "sorti", "sortir"),
    ("fuir", "fuit", "fuient", "fuy", "fui", "fuir"),
    ("courir", "court", "courent", "cour", "couru", "courr"),
    ("mourir", "meurt", "meurent", "mour", "mort", "mourr"),
    ("querir", "quiert", "quierent", "quer", "quis", "querr"),
    ("cevoir", "coit", "coivent", "cev", "cu", "cevr"),
    ("mouvoir", "meut", "meuvent", "mouv", "mu", "mouvr"),
    ("voir", "voit", "voient", "voy", "vu", "verr"),
    ("prendre", "prend", "prennent", "pren", "pris", "prendr"),
    ("mettre", "met", "mettent", "mett", "mis", "mettr"),
    ("battre", "bat", "battent", "batt", "battu", "battr"),
    ("rompre", "rompt", "rompent", "romp", "rompu", "rompr"),
    ("uire", "uit", "uisent", "uis", "uit", "uir"),
    ("scrire", "scrit", "scrivent", "scriv", "scrit", "scrir"),
    ("dire", "dit", "disent", "dis", "dit", "dir"),
    ("lire", "lit", "lisent", "lis", "lu", "lir"),
    ("faire", "fait", "font", "fais", "fait", "fer"),
    ("uivre", "uit", "uivent", "uiv", "uivi", "uivr"),
    ("aindre", "aint", "aignent", "aign", "aint", "aindr"),
    ("eindre", "eint", "eignent", "eign", "eint", "eindr"),
    ("oindre", "oint", "oignent", "oign", "oint", "oindr"),
    ("aitre", "ait", "aissent", "aiss", "u", "aitr"),
    ("clure", "clut", "cluent", "clu", "clu", "clur"),
    ("soudre", "sout", "solvent", "solv", "sous", "soudr"),
)
"""By ending, the longest of a family first. Keys: no accents, so that « accuse » and « accusé » are one form."""

_PAST_SIMPLE = {
    "even": "evin",
    "ven": "vin",
    "ten": "tin",
    "pren": "pri",
    "mett": "mi",
    "cev": "cu",
    "fais": "fi",
    "voy": "vi",
    "quer": "qui",
}
_DOUBLED = ("peler", "jeter", "veler", "celer")  # appelle, rejette, renouvelle, harcelle


def french_verb(key: str) -> Iterator[str]:
    """Forms of a French verb: third persons, participles that agree, present participle; the key itself first.

    Args:
        key: search key of an infinitive, or of a participle or stem, which then only agrees.

    >>> sorted({"detient", "detenu", "detenait", "detiendra"} & set(french_verb("detenir")))
    ['detenait', 'detenu', 'detiendra', 'detient']
    """
    yield key
    found = next((one for one in _CLASSES if key.endswith(one[0])), None)
    if key.endswith("er"):
        yield from _first_group(key)
    elif found is not None:
        yield from _irregular(key[: -len(found[0])], found)
    elif key.endswith("ir"):
        for last in ("i", "is", "ie", "ies", "it", "issent", "issant", "issait", "issaient", "irent", "ira", "iront"):
            yield key[:-2] + last
    elif key.endswith("re"):
        for last in ("", "s", "u", "us", "ue", "ues", "ent", "it", "irent", "ra", "ront", *_PAST):
            yield key[:-2] + last
    else:
        for last in ("s", "e", "es"):
            yield key + last


def _first_group(key: str) -> Iterator[str]:
    stem, soft = key[:-2], key[:-2] + ("e" if key.endswith("ger") else "")
    for last in ("e", "es", "ee", "ees", "ent", "ons", "ez", "erent", "era", "eront"):
        yield stem + last
    for last in (*_PAST, "a"):
        yield soft + last
    bent = stem + stem[-1] if key.endswith(_DOUBLED) else None
    if key.endswith(("oyer", "uyer", "ayer")):
        bent = stem[:-1] + "i"
    if bent is not None:
        for last in ("e", "es", "ent", "era", "eront"):
            yield bent + last
    if key.endswith("envoyer"):
        yield from (key[:-4] + "erra", key[:-4] + "erront")


def _irregular(root: str, found: tuple[str, str, str, str, str, str]) -> Iterator[str]:
    _, one, many, stem, participle, future = found
    yield from (root + one, root + many, root + future + "a", root + future + "ont")
    for last in _PAST:
        yield root + stem + last
    yield from _agreed(root + participle)
    simple = _PAST_SIMPLE.get(stem) or (participle if participle[-1] in "iu" else stem + "i")
    yield from (root + simple + "t", root + simple + "rent")


def participles(key: str) -> Iterator[str]:
    """The past participle of an infinitive, as it agrees."""
    found = next((one for one in _CLASSES if key.endswith(one[0])), None)
    if key.endswith("er"):
        bare = key[:-2] + "e"
    elif found is not None:
        bare = key[: -len(found[0])] + found[4]
    elif key.endswith("ir"):
        bare = key[:-1]
    else:
        bare = key[:-2] + "u" if key.endswith("re") else key
    yield from _agreed(bare)


def reflexive(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Forms of « s'emparer », « se rendre », « s'en prendre à »: the verb bends behind its pronoun, also with « être ».

    >>> ("s'", "en", "sont", "pris", "a") in set(reflexive(("s'", "en", "prendre", "a")))
    True
    """
    more = words[1:2] if words[1] in ("en", "y") else ()
    verb, tail = words[1 + len(more)], words[2 + len(more) :]
    for form in french_verb(verb):
        yield (_pronoun(more[0] if more else form), *more, form, *tail)
    for form in participles(verb):
        for be in ("est", "sont", "etait", "etaient", "etant", "serait", "seraient", "soient", "soit", "etre"):
            yield (_pronoun(more[0] if more else be), *more, be, form, *tail)


def _pronoun(before: str) -> str:
    return "s'" if before[0] in "aeiouyh" else "se"


def _agreed(participle: str) -> Iterator[str]:
    yield from (participle, participle + "e", participle + "es")
    if not participle.endswith("s"):
        yield participle + "s"
