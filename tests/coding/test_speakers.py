"""Whose words they are: each statement has the speaker a careful reader would name, or none, never the one who spoke before."""

from __future__ import annotations

import pytest
from coded import only, read

from marsad.base.records import Statement

CASES = [
    # a speaker whom no list knows is not the last one named
    ("en", '"They lost," said Anna Bell, an analyst at ACLED. A baker in Gao, who fled, said that talks had stalled.', [
        ("expert", "Anna Bell"), ("witness", None)]),
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
    # who spoke last, told directly or not, in the order of the text
    ("en", 'Kofi Asante, a security analyst at the Volta Centre, told us that it signals a thaw. "They burned six villages," he said.', [
        ("expert", "Kofi Asante"), ("expert", "Kofi Asante")]),
    ("fr", "Le colonel Issa Traoré, porte-parole de l'armée, a parlé à la radio. « Nous avons repris les deux postes », dit-il.", [
        ("official", "Issa Traoré")]),
    ("fr", "Le politologue nigérien Omar Sani nuance. À ses yeux, les frontières ont toujours été poreuses.", [("expert", "Omar Sani")]),
    ("fr", "Le colonel Adama Koné est ministre malien de la Défense. « Nous faisons face au même ennemi », a déclaré le colonel Koné.", [
        ("official", "Adama Koné")]),
    # whoever a sentence opens with, its verb no verb of speech
    ("en", 'Mariam Sow, researcher at the Volta Centre, said that it was late. The United Nations condemned "all attacks on the roads".', [
        ("expert", "Mariam Sow"), ("official", None)]),
    ("ar", "قال الخبير الأمني سعيد مولود إن الطريق مقطوعة. وأعربت بعثة الأمم المتحدة عن «قلقها البالغ إزاء تدهور الأوضاع».", [
        ("expert", "سعيد مولود"), ("official", None)]),
    ("ar", "رحبت وزيرة الخارجية النيجرية بما وصفته بـ«خطوة قوية في اتجاه السلام». واعتبرت أن التعاون يجب أن يستأنف.", [
        ("official", None), ("official", None)]),
    # what a speaker adds is a statement of its own
    ("ar", "أوضح العقيد عيسى تراوري، الناطق باسم الجيش، أن موقعين سقطا، مضيفا أن تعزيزات في الطريق.", [
        ("official", "عيسى تراوري"), ("official", "عيسى تراوري")]),
    ("fr", "Le maire de Gao, Ali Touré, a indiqué que le pont tenait, précisant que des renforts étaient en route.", [
        ("official", "Ali Touré"), ("official", "Ali Touré")]),
    ("ar", "أما الناطق باسم الحكومة فعزا الانقطاعات إلى عطل في السد، مؤكدا أن الإصلاحات ستنتهي غدا.", [("official", None)]),
    # quoted by another, aside between commas, thinking, retired
    ("ar", "نقل البلاغ عن الجنرال الأميركي قوله إن المغرب «شريك يصدر الأمن إلى جواره دوما».", [("official", None)]),
    ("en", 'Sara Bell, of the Accra Centre for Border Studies, sees "a pantry, no field". If rains fail, she adds, tension will grow.', [
        ("expert", "Sara Bell"), ("expert", "Sara Bell")]),
    ("ar", "تعتقد الباحثة في مركز النيل هدى سالم أن المعركة ضد الإهمال. وتستبعد سالم قيام قوة إقليمية قريبا.", [
        ("expert", "هدى سالم"), ("expert", "هدى سالم")]),
    ("ar", "يرى العقيد المتقاعد كريم نصر أن الحديث عن زحف وشيك نحو الساحل مبالغ فيه، لأن الحواضن «تنتهي عند آخر بئر شمالا».", [
        ("expert", "كريم نصر"), ("expert", "كريم نصر")]),
    # nobody whom a list knows: the words are kept all the same
    ("ar", "قالت بائعة سمك: «بضاعتي فسدت كلها فمن يعوضني».", [("witness", None)]),
    ("ar", "أكد عضو في لجنة الأعيان أن «الرجال تصافحوا أمامنا جميعا اليوم».", [("newspaper", None)]),
    ("fr", "Huit bergers sont morts vendredi, ont affirmé dimanche des élus locaux.", [("newspaper", None)]),
    ("fr", "Le bilan est de 31 morts, selon un décompte communiqué mardi par une source sécuritaire.", [("official", None)]),
    ("en", "Local sources said the gunmen came on motorcycles.", [("witness", None)]),
    ("en", "The coastal states are less at risk than their neighbours in the north.", []),
    ("ar", "أعلنت الجماعة أن القتلى من المتطوعين، وهو ما كذبه الوزير النيجري عيسى مودي قائلا إن بينهم عشر نساء.", [
        ("newspaper", None), ("official", "عيسى مودي")]),
    ("fr", "Le maire Jean Lobo dort. Son ministre, Ali Touré, dénonce la passivité. « Personne n'est venu », déplore-t-il.", [
        ("official", "Ali Touré")]),
    ("en", '"Nobody hears us," said Walid Amri, 31, who holds a degree in geology.', [("witness", None)]),
    ("fr", "Le ministre togolais de la Sécurité, Ali Koffi, est à Gao. « Nos deux pays partagent la douleur », a déclaré le ministre.", [
        ("official", "Ali Koffi")]),
    # single marks, which are apostrophes as well
    ("en", "‘We cannot fight alone,’ the interior minister of Ghana, Ambrose Dery, said on Monday. The aide didn’t comment.", [
        ("official", "Ambrose Dery")]),
    ("en", "'The officials' car was hit twice,' said a resident of Bawku. The minister's aide spoke of Musa's claim.", [("witness", None)]),
    ("ar", "قال الخبير الأمني سعيد مولود إن «الوضع يزداد سوءا كل يوم»، مشيرا إلى أن روسيا قد ترد.", [
        ("expert", "سعيد مولود"), ("expert", "سعيد مولود")]),
    # a name between marks is no speech
    ("ar", "بحث الوزيران نشاط «جماعة نصرة الإسلام والمسلمين» في المنطقة.", []),
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
