### كلمات ما يحيط بالأعداد: الإنذارات والجماعات والشراكات والاهتمام والامتداد والجديد. بالعربية.

## الأقسام

section-alerts = الإنذارات
section-pattern = المستوى والاتجاه وما يمتد
section-groups = الجماعات المسلحة
section-named = من يُذكر، وعلى لسان من

## الإنذارات

rule-high = أعلى شهر منذ عام إلى ثلاثة أعوام
rule-jump = قفزة في التوقع
rule-entry = دخول جماعة
rule-follow-up = متابعة متأخرة
alerts-none = لم تنطبق أي قاعدة إنذار في { $month }.
alert-cell = الخلية { $cell } ({ $country })
alert-high = { $count ->
    [one] { $place }: عدد القتلى في { $month } هو { $deaths }، وهو أعلى من كل شهر في العام السابق (أعلاها { $before }).
    [two] { $place }: عدد القتلى في { $month } هو { $deaths }، وهو أعلى من كل شهر في العامين السابقين (أعلاها { $before }).
   *[other] { $place }: عدد القتلى في { $month } هو { $deaths }، وهو أعلى من كل شهر في الأعوام الـ{ $count } السابقة (أعلاها { $before }).
}
alert-jump-forecast = { $place }: القتلى المتوقعون في الأشهر الـ{ $count } المقبلة { $deaths }، وكان التوقع قبل شهر { $before } للأشهر نفسها.
alert-jump-deaths = { $place }: القتلى المتوقعون في الأشهر الـ{ $count } المقبلة { $deaths }، وكان عددهم في الأشهر الـ{ $count } السابقة { $before }.
alert-entry-first = { $group }: أول حدث مسجَّل في { $country }، في { $month }، بعد أشهر مرصودة بلا حدث عددها { $count }.
alert-entry-return = { $group }: عودة إلى { $country } في { $month }، بعد أشهر مرصودة بلا حدث عددها { $count }.
alert-overdue-day-passed = { $pair }: أمر متفق عليه فات موعده: { $text }.
alert-overdue-no-word = { $pair }: أمر متفق عليه لم يرد عنه شيء منذ { $count } من الأشهر: { $text }.
record-high = { $count ->
    [one] فيما مضى انطبقت قاعدة «{ $rule }» مرة واحدة من أصل { $cases } من { $units }؛ وتجاوزت الأشهر الثلاثة التالية متوسط العام السابق في { $share } من حالاتها، وفي { $otherwise } من الأشهر التي لا إنذار فيها.
    [two] فيما مضى انطبقت قاعدة «{ $rule }» مرتين من أصل { $cases } من { $units }؛ وتجاوزت الأشهر الثلاثة التالية متوسط العام السابق في { $share } من حالاتها، وفي { $otherwise } من الأشهر التي لا إنذار فيها.
    [few] فيما مضى انطبقت قاعدة «{ $rule }» { $count } مرات من أصل { $cases } من { $units }؛ وتجاوزت الأشهر الثلاثة التالية متوسط العام السابق في { $share } من حالاتها، وفي { $otherwise } من الأشهر التي لا إنذار فيها.
   *[other] فيما مضى انطبقت قاعدة «{ $rule }» { $count } مرة من أصل { $cases } من { $units }؛ وتجاوزت الأشهر الثلاثة التالية متوسط العام السابق في { $share } من حالاتها، وفي { $otherwise } من الأشهر التي لا إنذار فيها.
}
record-jump = { $count ->
    [one] في توقعات ماضية انطبقت قاعدة «{ $rule }» مرة واحدة من أصل { $cases } من الحالات؛ وتلاها قتلى أكثر من الأشهر السابقة في { $share } من حالاتها، وفي { $otherwise } من الحالات التي لا إنذار فيها.
    [two] في توقعات ماضية انطبقت قاعدة «{ $rule }» مرتين من أصل { $cases } من الحالات؛ وتلاها قتلى أكثر من الأشهر السابقة في { $share } من حالاتها، وفي { $otherwise } من الحالات التي لا إنذار فيها.
    [few] في توقعات ماضية انطبقت قاعدة «{ $rule }» { $count } مرات من أصل { $cases } من الحالات؛ وتلاها قتلى أكثر من الأشهر السابقة في { $share } من حالاتها، وفي { $otherwise } من الحالات التي لا إنذار فيها.
   *[other] في توقعات ماضية انطبقت قاعدة «{ $rule }» { $count } مرة من أصل { $cases } من الحالات؛ وتلاها قتلى أكثر من الأشهر السابقة في { $share } من حالاتها، وفي { $otherwise } من الحالات التي لا إنذار فيها.
}
record-entry = { $count ->
    [one] فيما مضى انطبقت قاعدة «{ $rule }» مرة واحدة؛ وعادت الجماعة إلى النشاط في البلد خلال ثلاثة أشهر في { $share } من حالاتها.
    [two] فيما مضى انطبقت قاعدة «{ $rule }» مرتين؛ وعادت الجماعة إلى النشاط في البلد خلال ثلاثة أشهر في { $share } من حالاتها.
    [few] فيما مضى انطبقت قاعدة «{ $rule }» { $count } مرات؛ وعادت الجماعة إلى النشاط في البلد خلال ثلاثة أشهر في { $share } من حالاتها.
   *[other] فيما مضى انطبقت قاعدة «{ $rule }» { $count } مرة؛ وعادت الجماعة إلى النشاط في البلد خلال ثلاثة أشهر في { $share } من حالاتها.
}
record-none = لم تنطبق قاعدة «{ $rule }» في الحالات التي يمكن فحصها ({ $cases })، فلا يُعرف ما يتلوها.
record-follow-up = لا يُعرف ما يتلو قاعدة «{ $rule }»، فالمسجَّل من الوعود قليل.

units-country = أشهر الدول
units-cell = أشهر الخلايا

## المستوى والاتجاه وأنواع العنف والبؤر

own-above12 = الأشهر الثلاثة الأخيرة أعلى بوضوح من الاثني عشر السابقة في: { $countries }.
own-above36 = الأشهر الثلاثة الأخيرة أعلى بوضوح من الستة والثلاثين السابقة في: { $countries }.
own-below12 = الأشهر الثلاثة الأخيرة أدنى بوضوح من الاثني عشر السابقة في: { $countries }.
own-below36 = الأشهر الثلاثة الأخيرة أدنى بوضوح من الستة والثلاثين السابقة في: { $countries }.
own-rising36 = اتجاه صاعد خلال ستة وثلاثين شهرا في: { $countries }.
own-falling36 = اتجاه هابط خلال ستة وثلاثين شهرا في: { $countries }.
own-none = لا تختلف الأشهر الثلاثة الأخيرة في أي دولة اختلافا واضحا عن الاثني عشر أو الستة والثلاثين السابقة، ولا يظهر اتجاه واضح.
own-tests = الاختبارات: مان-ويتني على الرتب للمستوى، ومان-كندال للاتجاه، عند { $level }؛ ومن كل عشرين دولة تجتازها واحدة بالصدفة.
kinds-shares = بحسب نوع العنف خلال الأشهر الاثني عشر الأخيرة: { $kinds }؛ وأدنى التقديرات وأعلاها للمجموع { $range }.
kinds-one = { $kind } { $deaths }
kinds-unknown = لا يمكن قول شيء عن أنواع العنف: لم يُقرأ جدول أحداث، بل أعداد فقط.
cells-top = { $count ->
    [one] والخلية الأكثر قتلى وحدها فيها { $share } منهم.
    [two] والخليتان الأكثر قتلى فيهما { $share } منهم.
   *[other] والخلايا الـ{ $count } الأكثر قتلى فيها { $share } منهم.
}
hotspots-caption = خلايا زادت فيها أشهر القتل أو قلّت: الأشهر الاثنا عشر المنتهية في { $month } مقابل الأربعة والعشرين السابقة
hotspots-note = جديدة: لا قتلى في العامين السابقين، وشهران أو أكثر الآن. متزايدة ومتراجعة: اختبار فيشر الدقيق من طرف واحد عند { $level }. ومع كثرة الخلايا يجتاز بعضها بالصدفة.
hotspots-unknown = لا يمكن بيان أماكن التركز: لا خلايا محسوبة في { $month }.
head-trend = الاتجاه
head-active = أشهر القتل
head-active-before = في الـ24 السابقة
head-p-value = الاحتمال
spot-new = جديدة
spot-growing = متزايدة
spot-fading = متراجعة

## الامتداد

spill-next = في خلايا المنطقة (عددها { $cells }، من { $from } إلى { $to }) تساعد الخلايا المجاورة على تفسير أماكن سقوط القتلى: يُنسب إليها { $share } من أشهر الخلايا الدامية المتوقعة (معيار AIC أفضل بمقدار { $gain } من النموذج الذي يتجاهلها).
spill-alone = في خلايا المنطقة (عددها { $cells }، من { $from } إلى { $to }) لا دليل على أن الخلايا المجاورة تساعد على تفسير أماكن سقوط القتلى (فارق معيار AIC عن النموذج الذي يتجاهلها { $gain }).
spill-border = وعبر الحدود ينسب النموذج { $share } إلى خلايا دولة أخرى، وأكثرها: { $pairs }.
spill-border-one = وعبر الحدود لا يمكن قول شيء: خلايا دولة واحدة فقط محسوبة بالكامل.
spill-no-cells = لا يمكن بيان ما يأتي من الخلايا المجاورة: لا خلايا محسوبة في { $month }.
spill-few-cells = لا يمكن بيان ما يأتي من الخلايا المجاورة: الأشهر والخلايا التي سقط فيها قتلى قليلة.
flow-pair = من { $source } إلى { $target }
flow-part = { $pair } ({ $share })
flow-test = { $pair } (الاحتمال { $p })
flow-spills = { $pair }: يسبق القتلى في الأول القتلى في الثاني بنحو { $lag } من الأشهر، ويُنسب إليهم { $share } من القتلى المتوقعين فيه (معيار AIC أفضل بمقدار { $gain } من النموذج الذي يتجاهلهم؛ الاحتمال { $p }).
flow-no-sign = مقارنة بنموذج يتجاهل ذلك، لا دليل على أن القتلى في مكان يسبقون القتلى في الآخر بشهر إلى ثلاثة: { $pairs }.
flow-unknown = لا يمكن القول، لقلة الأشهر أو القتلى أو الدول المحسوبة: { $pairs }.
flow-limits = الامتداد هنا هو ما تلا ماذا شهرا بشهر، وقد يستجيب مكانان لثالث؛ وليس ذلك برهانا على السبب.

## الجديد منذ الشهر الماضي

news-level = المتوقع في الأشهر الثلاثة المقبلة مجتمعة { $now } من القتلى، وكان قبل شهر { $before } للأشهر نفسها ({ $change }).
news-above = السبب: بلغ عدد القتلى { $deaths } في { $month }، أي أكثر مما كان يسمح به توقعه (نحو { $expected }، وتسعة أعشار السحوبات في { $range }).
news-below = السبب: بلغ عدد القتلى { $deaths } في { $month }، أي أقل مما كان يسمح به توقعه (نحو { $expected }، وتسعة أعشار السحوبات في { $range }).
news-within = السبب: بلغ عدد القتلى { $deaths } في { $month }، وهو ضمن توقعه (نحو { $expected }، وتسعة أعشار السحوبات في { $range }).
news-unknown = حصيلة { $month } غير مرصودة في كل مكان، فلا يمكن أن يُنسب إليها التغير.
news-unit = { $country }: كان { $before } وصار { $now }، وحصيلة { $month }: { $deaths }، والمتوقع: { $expected }
news-units = أكبر التغيرات بحسب الدولة: { $changes }.
news-same = دون تغير يُذكر
news-none = تعذر إعداد توقع قبل شهر للمقارنة.
news-note = يعرف التوقعان الأعداد نفسها حتى الشهر السابق، والشهر الذي بينهما هو وحده ما يمكن أن يكون قد حرّكهما.
base-rate = هدوء منذ اثني عشر شهرا في: { $countries }. وبعد عام كهذا سقط قتيل واحد على الأقل خلال ثلاثة أشهر في { $three } من الحالات، وخلال اثني عشر شهرا في { $twelve } (كل الدول المعروفة، { $cases } من أشهر الدول).
base-rate-none = هدوء منذ اثني عشر شهرا في: { $countries }. ولا يمكن بيان عدد المرات التي انتهى فيها هدوء كهذا، فمدة الأعداد قصيرة.
head-past-error = الخطأ الماضي (CRPS؛ والمرجع بين قوسين)
past-error = { $model } ({ $reference })

## الجماعات المسلحة

groups-none = لا يذكر أي جدول أحداث ولا أي نص مقروء جماعة مسلحة طرفا في حدث خلال الأشهر الاثني عشر المنتهية في { $month }.
groups-caption = الجماعات المسلحة في المنطقة، خلال الأشهر الاثني عشر المنتهية في { $month }
groups-note = الأحداث والقتلى (من جميع الأطراف) محسوبة من جداول الأحداث. وما ترويه النصوص وحدها قائم بذاته، وما يقوم على قول أحد يبقى ادعاء.
groups-not-counted = أحداث هذه الجماعات غير مرصودة: لا يغطي أي جدول أحداث بلدانها في تلك الأشهر.
groups-told = { $count ->
    [0] لا شيء
   *[other] { $count } (الادعاءات: { $claims })
}
groups-reach = { $cells } ({ $countries })
groups-foe = { $side } { $events }
groups-entered = دخول { $country } ({ $month })
groups-left = لا حدث في { $country } منذ { $month }
groups-crossed = من { $from } إلى { $to } { $times }
groups-rivals = قاتلت { $group } كلا من: { $others }.
groups-beside = قاتلت { $group } إلى جانب { $others } أو قريبا منها؛ وليس ذلك دليل تحالف.
groups-family = ترتبط { $group } من حيث النشأة أو الانشقاق أو الاندماج بما يلي: { $others } (جدول الكيانات).
groups-state = قوات الدولة ({ $country })
groups-civilians = مدنيون
groups-other = طرف مسلح آخر
head-armed-group = الجماعة
head-group-events = الأحداث
head-group-before = الأشهر الـ12 السابقة
head-group-reach = الخلايا (الدول)
head-group-against = في مواجهة (الأحداث)
head-group-moves = دخول وخروج وعبور
head-group-told = في النصوص

## الشراكات

pairs-caption = الشراكات، خلال الأشهر الاثني عشر المنتهية في { $month }
pairs-note = مجاميع درجات PLOVER للأفعال بين الطرفين، كل فعل مرة واحدة؛ والتعاون والنزاع كل على حدة. وحيث تقل الروايات لا يُقال شيء مقارنة بالصدفة.
pairs-name = { $first } و{ $second }
pairs-chance = الأفعال: { $tempo }؛ النبرة: { $leaning }
chance-more = أكثر مما تعطيه الصدفة
chance-less = أقل مما تعطيه الصدفة
chance-no-sign = لا فرق ظاهرا عن الصدفة
chance-too-few = أقل من أن يُحكم عليه
head-pair = بين
head-pair-meetings = اللقاءات
head-pair-latest = آخرها
head-pair-cooperation = التعاون
head-pair-conflict = النزاع
head-pair-deeds = الأفعال (الروايات)
head-pair-chance = مقارنة بالصدفة
pairs-deeds = { $deeds } ({ $reports })
pairs-named-all = بلاغات الأشهر الاثني عشر الأخيرة عن { $pair } عددها { $read }، وكلها تذكر { $entity }. { pairs-named-before }
pairs-named-some = بلاغات الأشهر الاثني عشر الأخيرة عن { $pair } عددها { $read }، ومنها { $named } تذكر { $entity }. { pairs-named-before }
pairs-named-both = بلاغا الأشهر الاثني عشر الأخيرة عن { $pair } يذكران كلاهما { $entity }. { pairs-named-before }
pairs-named-before = { $before ->
    [-1] ولم يُقرأ بلاغ أقدم.
    [0] ولم يرد ذلك في أي بلاغ قبلها.
   *[other] وورد ذلك قبلها في { $before }.
}
promises-caption = ما اتُّفق عليه، وما آل إليه
promises-note = الحالات على مقياس مصفوفة اتفاقات السلام من 0 إلى 3، وكل منها آخر ما تعطيه وثيقة.
promise-due = قبل { $day }
promise-past = كان موعده { $day }: متأخر
promise-silent = { $count ->
    [one] لا خبر منذ شهر: متأخر
    [two] لا خبر منذ شهرين: متأخر
    [few] لا خبر منذ { $count } أشهر: متأخر
    [many] لا خبر منذ { $count } شهرا: متأخر
   *[other] لا خبر منذ { $count } شهر: متأخر
}
promise-open = لم يُذكر موعد
promise-told = { $status } ({ $day })
head-promise = المتفق عليه
head-promise-day = في
head-promise-state = الحالة
head-promise-due = الموعد

## الاهتمام

named-both = { $entity }: ورد الذكر في بلاغَي الأشهر الاثني عشر الأخيرة كليهما؛ { named-before }.
named-one = { $entity }: ورد الذكر في البلاغ الوحيد المقروء من الأشهر الاثني عشر الأخيرة؛ { named-before }.
named-all = { $entity }: ورد الذكر في جميع بلاغات الأشهر الاثني عشر الأخيرة، وعددها { $read }؛ { named-before }.
named-some = { $entity }: ورد الذكر في { $named } من أصل { $read } من بلاغات الأشهر الاثني عشر الأخيرة؛ { named-before }.
named-not = { $entity }: لم يرد الذكر في أي من البلاغات المقروءة من الأشهر الاثني عشر الأخيرة ({ $read })؛ { named-before }.
named-unread = { $entity }: لم يُقرأ أي بلاغ من الأشهر الاثني عشر الأخيرة؛ { named-before }.
named-before = { $before ->
    [-1] ولم يُقرأ بلاغ أقدم منها
    [0] ولم يرد قبل ذلك قط
   *[other] وورد قبل ذلك في { $before } من أصل { $earlier }
}
named-nothing = لم يُقرأ أي نص من الأشهر الاثني عشر الأخيرة، فلا يمكن بيان من يُذكر.
named-caption = المذكورون في النصوص المقروءة، خلال الأشهر الاثني عشر المنتهية في { $month } (عدد النصوص { $read })
named-note = تُعدّ النصوص لا مرات الذكر، والنسخة تُحسب مع أصلها.
named-first = ذُكر لأول مرة فيما قُرئ: { $entities }.
named-return = عاد إلى الذكر بعد صمت عام أو أكثر: { $entities }.
named-at = { $entity } ({ $month }؛ { $kind })
named-kind = { $kind } { $texts }
head-named = من أو ماذا
head-named-texts = النصوص
head-named-communiques = البلاغات
head-named-words = على لسان من
head-named-latest = آخر مرة

## الخلاصة

summary-news = وكان قبل شهر { $before } للأشهر نفسها ({ $change }).
summary-alerts = { $count ->
    [0] ولا ينطبق أي إنذار.
    [one] وينطبق إنذار واحد: { $places }.
    [two] وينطبق إنذاران: { $places }.
    [few] وتنطبق { $count } إنذارات: { $places }.
    [many] وينطبق { $count } إنذارا: { $places }.
   *[other] وينطبق { $count } إنذار: { $places }.
}
summary-alert = { $place } ({ $rule })
summary-overdue = { $count ->
    [one] ومما اتُّفق عليه أمر واحد متأخر: { $pairs }.
    [two] ومما اتُّفق عليه أمران متأخران: { $pairs }.
    [few] ومما اتُّفق عليه { $count } أمور متأخرة: { $pairs }.
    [many] ومما اتُّفق عليه { $count } أمرا متأخرا: { $pairs }.
   *[other] ومما اتُّفق عليه { $count } أمر متأخر: { $pairs }.
}

## موضوعات الأحداث (سياقات PLOVER)

theme-asylum = اللجوء
theme-cbrn = المخاطر الكيميائية والبيولوجية والنووية
theme-corruption = الفساد
theme-crime = الجريمة
theme-cyber = الأمن السيبراني
theme-diplomatic = الدبلوماسية
theme-disasters = الكوارث
theme-economic = الاقتصاد
theme-election = الانتخابات
theme-environment = البيئة
theme-executive = الحكومة
theme-gender = المرأة والنوع الاجتماعي
theme-health = الصحة
theme-human_rights = حقوق الإنسان
theme-human_security = الأمن الإنساني
theme-illegal_drugs = المخدرات
theme-inequality = التفاوت الاجتماعي
theme-intelligence = أجهزة الاستخبارات
theme-legal = القضاء
theme-legislative = البرلمان
theme-lgbt = الأقليات الجنسية
theme-migration = الهجرة
theme-military = القوات المسلحة
theme-misinformation = التضليل الإعلامي
theme-natural_resource = الموارد الطبيعية
theme-peacekeeping = حفظ السلام
theme-political_institutions = المؤسسات السياسية
theme-pro_autocracy = الدعوة إلى حكم سلطوي
theme-pro_democracy = الدعوة إلى الديمقراطية
theme-religion_ethnicity = الأديان والمكونات الاجتماعية
theme-reparations = التعويضات
theme-repression = القمع
theme-rights_freedoms = الحقوق والحريات
theme-technology = التكنولوجيا
theme-territory = الأراضي والحدود
theme-terrorism = الإرهاب
theme-trafficking = الاتجار غير المشروع

## الحدود

limit-missing-many = { $count ->
    [one] لا تشمل الأعداد دولة واحدة، وكل مجموع هو مجموع غيرها وحده.
    [two] لا تشمل الأعداد دولتين، وكل مجموع هو مجموع غيرهما وحده.
    [few] لا تشمل الأعداد { $count } دول، وكل مجموع هو مجموع غيرها وحده.
    [many] لا تشمل الأعداد { $count } دولة، وكل مجموع هو مجموع غيرها وحده.
   *[other] لا تشمل الأعداد { $count } دولة، وكل مجموع هو مجموع غيرها وحده.
}
