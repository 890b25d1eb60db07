"""Whose words they are: each statement has the speaker a careful reader would name, or none, never the one who spoke before."""

from __future__ import annotations

import pytest
from coded import only, read

from marsad.base.records import Statement

CASES = [
    # a speaker whom no list knows is not the last one named
    ("en", '"They lost," said Anna Bell, an analyst at ACLED. A baker in Gao, who fled, said that talks had stalled.', [
        ("expert", "Anna Bell"), ("newspaper", None)]),
    ("en", "The minister Adama Sow said that the road was open. A man named Bilal Tanko told reporters that gunmen burned his car.", [
        ("official", "Adama Sow"), ("witness", None)]),
    ("en", "A diplomat in Bamako, who asked not to be named, said that talks had stalled.", [("official", None)]),
    ("ar", "قال وزير الدفاع النيجري عيسى مودي إن الطريق مفتوحة. وقال تاجر من غاو لوكالة فرانس برس إن السوق مغلقة منذ أسبوع.", [
        ("official", "عيسى مودي"), ("witness", None)]),
    ("ar", "نقلت رويترز عن مصدر عسكري قوله إن القوات انسحبت من البلدة.", [("official", None)]),
    ("ar", "كتبت صحيفة لوموند أن باريس ستسحب قواتها.", [("newspaper", None)]),
    ("en", "Analysts say the alliance will struggle to contain the insurgency.", [("expert", None)]),
    # pronouns and phrases that point back
    ("en", '"We will stay," said Colonel Idrissa Dia, Mali\'s government spokesman. He added that the army had retaken the town.', [
        ("official", "Idrissa Dia"), ("official", "Idrissa Dia")]),
    ("fr", "« C'est un échec collectif », regrette Awa Diallo, chercheuse à l'Institut du fleuve. Selon elle, le nord est perdu.", [
        ("expert", "Awa Diallo"), ("expert", "Awa Diallo")]),
    ("ar", "صرح وزير الدفاع النيجري عيسى مودي للصحفيين: «لن نسمح بذلك». وشدد الوزير ذاته على أن التعاون مستمر.", [
        ("official", "عيسى مودي"), ("official", "عيسى مودي")]),
    ("fr", "Le ministre malien de la Défense, Sadio Kanté, a dit que la route était ouverte. Le ministre a ajouté que le pont tenait.", [
        ("official", "Sadio Kanté"), ("official", "Sadio Kanté")]),
    # where the verb stands
    ("fr", "« Ils sont venus à cinq heures, raconte un habitant, et ils ont tiré sur tout le monde », la radio n'en dit rien.", [
        ("witness", None)]),
    ("fr", "« Les chiffres sont faux, a réagi le porte-parole de l'armée malienne, le colonel Issa Fané. Il n'y a eu aucun mort. »", [
        ("official", "Issa Fané")]),
    ("fr", "Le coup d'État « n'a rien changé », estime l'universitaire nigérien Sani Abba.", [("expert", "Sani Abba")]),
    ("fr", "Pour Sani Maïga, chercheur au Centre du Nil, « les juntes cherchent à se protéger les unes les autres ».", [
        ("expert", "Sani Maïga")]),
    ("en", '"It was a massacre and nothing else," said the author, Ruth Bell, senior Sahel researcher at Human Rights Watch.', [
        ("expert", "Ruth Bell")]),
    ("fr", "Selon un habitant joint par l'AFP, « des civils ont aussi été tués hier ».", [("witness", None)]),
    ("fr", "L'ONG Human Rights Watch, qui cite des témoins, affirme que 25 civils ont péri.", [("official", None)]),
    ("fr", "Le communiqué final, lu par le directeur de cabinet, précise que la route sera rouverte.", [("communique", "communiqué")]),
    ("en", '"It is unacceptable," his spokesman Paul Rivers told reporters in New York.', [("official", "Paul Rivers")]),
    ("fr", "« Nous sommes venus tous écouter », a pour sa part confié son hôte.", [("newspaper", None)]),
    ("fr", "Interrogé hier, un responsable de l'ONU a reconnu que l'accès restait difficile.", [("official", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), CASES, ids=[f"{row[0]}-{number}" for number, row in enumerate(CASES)])
def test_words_stand_with_whoever_spoke_them(lang: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    said = only(read(text, lang), Statement)
    assert [(one.source_kind, one.speaker.name if one.speaker else None) for one in said] == expected


def test_what_an_unnamed_speaker_is_called_holds_no_name() -> None:
    (said,) = only(read("A man named Bilal Tanko told reporters that gunmen burned his car.", "en"), Statement)
    assert said.speaker is not None
    assert said.speaker.office == "man"


def test_an_institute_is_known_by_its_initials() -> None:
    (said,) = only(read('"They have lost the north," said Anna Bell, an analyst at ACLED.', "en"), Statement)
    assert said.speaker is not None
    assert said.speaker.organisation == "ACLED"
