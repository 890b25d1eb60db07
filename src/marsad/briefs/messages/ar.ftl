### كلمات الإحاطات بالعربية. كل رسالة موجودة في الملفات الثلاثة، واختبار يقارن بينها.

## الإطار

brief-title = إحاطة: { $region }
brief-about = الوضع حتى نهاية { $month } · ما عُرف من أعداد ونصوص حتى ذلك التاريخ، والتوقعات لاثني عشر شهرا
contents = المحتويات
evidence-link = الجملة { $number }
twin = البيانات نفسها في جدول
scroll = جدول: يُمرَّر أفقيا على الشاشة الضيقة
made-by = أُعدّ بواسطة مرصد من المدخلات { $run }
made-by-short = أُعدّ بواسطة مرصد
short-cut = يُعرض هنا { $shown } من { $whole }، والباقي في الصفحة (HTML) وفي المصنَّف (XLSX).
short-evidence = الجمل التي تستند إليها هذه الإحاطة واردة في الصفحة (HTML) بالأرقام المذكورة هنا.

## الأقسام

section-summary = الخلاصة
section-happened = ما الذي حدث
section-met = من التقى من، وما الذي يتابعه اللقاء
section-said = من يقول ماذا
section-ahead = ما المتوقع
section-evidence = الجمل التي يستند إليها
section-sources = المصادر والرخص
section-corrections = التصويبات والملاحظات
section-limits = كيف يُقرأ هذا، وحدوده

## الأعداد

deaths = { $count ->
    [0] لا قتلى
    [one] قتيل واحد
    [two] قتيلان
    [few] { $count } قتلى
    [many] { $count } قتيلا
   *[other] { $count } قتيل
}
events = { $count ->
    [0] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $count } أحداث
    [many] { $count } حدثا
   *[other] { $count } حدث
}
meetings = { $count ->
    [0] لا لقاءات
    [one] لقاء واحد
    [two] لقاءان
    [few] { $count } لقاءات
    [many] { $count } لقاءً
   *[other] { $count } لقاء
}
months-ahead = { $count ->
    [one] الشهر المقبل
    [two] الشهران المقبلان
    [few] الأشهر الـ{ $count } المقبلة
   *[other] الأشهر الـ{ $count } المقبلة
}
months-since = { $count ->
    [0] هذا الشهر
    [one] قبل شهر
    [two] قبل شهرين
    [few] قبل { $count } أشهر
    [many] قبل { $count } شهرا
   *[other] قبل { $count } شهر
}
not-observed = غير مرصود
none-on-record = لا شيء مسجَّل
date-unknown = تاريخ غير معروف
date-by = { $day } على أبعد تقدير
date-from = { $day } أو بعده
date-range = من { $start } إلى { $end }
no-statement = –

## الخلاصة

summary-only = لا تشمل الأعداد هنا إلا { $countries }، من أصل { $count } في المنطقة؛ وكل مجموع أدناه هو مجموعها وحدها.
summary-level = حصيلة العنف السياسي في { $region } خلال { $month }: { deaths }؛ ومتوسط الأشهر الاثني عشر الأخيرة { $mean } في الشهر.
summary-level-short = حصيلة العنف السياسي في { $region } خلال { $month }: { deaths }.
summary-level-unknown = حصيلة { $month } في { $region } غير مرصودة بالكامل: دولة واحدة على الأقل لا عدد لها في ذلك الشهر.
summary-change = حصيلة الأشهر الاثني عشر الأخيرة: { deaths }، مقابل { $before } في الاثني عشر التي سبقتها ({ $change }).
summary-change-from-none = حصيلة الأشهر الاثني عشر الأخيرة: { deaths }؛ ولا أحد في الاثني عشر التي سبقتها.
summary-where = سقط معظم قتلى الشهر في { $countries }.
country-count = { $country } ({ $deaths })
summary-texts = ورد في النصوص المقروءة: { $events }، و{ $meetings }.
summary-latest = وجمع آخرها { $countries } ({ $when }).
summary-outlook = المتوقع في الأشهر الثلاثة المقبلة مجتمعة نحو { $mean } من القتلى، وتقع تسعة أعشار السحوبات في النطاق { $range }.
summary-chance = سقوط 25 قتيلا أو أكثر خلال ثلاثة أشهر: { $groups }.
chance-group = { $word } في { $countries }
summary-skill-better = في الأشهر الماضية بلغ خطأ النموذج (CRPS) { $value } وخطأ المرجع { $reference }، أي أقل بنسبة { $skill }.
summary-skill-worse = في الأشهر الماضية بلغ خطأ النموذج (CRPS) { $value } وخطأ المرجع { $reference }، أي أكثر بنسبة { $skill }. والمرجع أولى بالاعتماد.
summary-skill-alone = في الأشهر الماضية بلغ خطأ النموذج (CRPS) { $value }.

## ما الذي حدث

deaths-caption = قتلى العنف السياسي بحسب الدولة، حتى { $month }
head-country = الدولة
head-month = { $month }
head-last12 = آخر 12 شهرا
head-before12 = الأشهر الـ12 السابقة
head-mean36 = متوسط 36 شهرا
head-worst = أسوأ شهر منذ { $month }
head-last-death = آخر قتيل
worst-month = { $deaths } ({ $month })
region-total = المجموع
map-title = قتلى الأشهر الاثني عشر الأخيرة، حتى { $month }
map-cells-title = قتلى الأشهر الاثني عشر الأخيرة بحسب الخلية، حتى { $month }
map-alternative = خريطة { $region }. أكثر القتلى في: { $places }.
map-alternative-none = خريطة { $region }، ولم يُحصَ أي قتيل.
map-class-none = لا أحد
map-class-range = { $range }
map-class-more = { $low } فأكثر
map-disputed = وضع متنازع عليه
map-twin-caption = قتلى الأشهر الاثني عشر الأخيرة: الأماكن الأكثر تضررا
head-place = المكان
head-cell = خلية PRIO-GRID
head-centre = المركز (خط الطول، خط العرض)
figure-source = الأرقام: { $vintage }. { $outcome }.
counted-all = كل أنواع العنف السياسي
counted-state = العنف الذي طرفه دولة
cells-carry = نصف هؤلاء القتلى في { $half } من أصل { $active } من الخلايا التي سقط فيها قتلى.
hotspots-new = خلايا سقط فيها قتلى لأول مرة أو من جديد بعد عامين هادئين: { $count }.
hotspots-growing = خلايا زادت فيها أشهر القتل زيادة واضحة عن العامين السابقين: { $count }.
hotspots-fading = خلايا قلّت فيها أشهر القتل بوضوح عن العامين السابقين: { $count }.
events-caption = الأحداث الواردة في النصوص المقروءة، من الأحدث إلى الأقدم
events-none = لا يرد في النصوص المقروءة أي حدث خلال الأشهر الاثني عشر المنتهية في { $month }.
events-more = { $count ->
    [one] حدث آخر لا يظهر هنا.
    [two] حدثان آخران لا يظهران هنا.
    [few] { $count } أحداث أخرى لا تظهر هنا.
    [many] { $count } حدثا آخر لا تظهر هنا.
   *[other] { $count } حدث آخر لا تظهر هنا.
}
events-withheld = { $count ->
    [one] حُجب حدث واحد من أحداث الأيام السبعة الأخيرة.
    [two] حُجب حدثان من أحداث الأيام السبعة الأخيرة.
    [few] حُجبت { $count } أحداث من الأيام السبعة الأخيرة.
    [many] حُجب { $count } حدثا من الأيام السبعة الأخيرة.
   *[other] حُجب { $count } حدث من الأيام السبعة الأخيرة.
}
events-not-reshared = { $count ->
    [one] حدث واحد محسوب هنا ولا يجيز مصدره عرضه.
    [two] حدثان محسوبان هنا ولا يجيز مصدرهما عرضهما.
    [few] { $count } أحداث محسوبة هنا ولا يجيز مصدرها عرضها.
    [many] { $count } حدثا محسوبا هنا ولا يجيز المصدر عرضها.
   *[other] { $count } حدث محسوبة هنا ولا يجيز المصدر عرضها.
}
table-events-caption = أكثر الأحداث قتلى في جداول الأحداث، خلال الأشهر الاثني عشر المنتهية في { $month }
head-day = التاريخ
head-what = ماذا
head-who = من، وضد من
head-where = أين
head-deaths = القتلى
head-source = المصدر
actor-unknown = مجهول
toll-range = { $best } ({ $range })
toll-revised = { $first } ثم { $last }
toll-differs = { $low } أو { $high } بحسب الرواية
place-coarse = { $country } (حُجب المكان: موقع محمي)
place-unknown = غير مذكور
flag-negated = منفي
flag-future = مُعلَن
flag-hypothetical = مشروط
flag-historical = سابق
flag-attributed = منسوب
what-flagged = { $what } ({ $flags })

## أنواع الأحداث (PLOVER)

type-AGREE = اتفاق
type-CONSULT = لقاء
type-SUPPORT = دعم
type-CONCEDE = تنازل
type-COOPERATE = تعاون
type-AID = مساعدة
type-RETREAT = انسحاب
type-REQUEST = طلب
type-ACCUSE = اتهام
type-REJECT = رفض
type-THREATEN = تهديد
type-PROTEST = احتجاج
type-SANCTION = عقوبة
type-MOBILIZE = تعبئة
type-COERCE = إكراه
type-ASSAULT = هجوم
violence-state-based = قتال طرفه دولة
violence-non-state = قتال بين جماعات
violence-one-sided = عنف ضد المدنيين

## اللقاءات

met-language = تُذكر المواضيع وما اتُّفق عليه بلغة النص الذي وردت فيه، وكذلك ما لا مقابل له هنا من الصفات والأماكن.
met-none = لا يرد في النصوص المقروءة أي لقاء.
form-meeting = لقاء
form-visit = زيارة
form-call = مكالمة
form-summit = قمة
form-agreement = اتفاق
entry-title = { $form }: { $countries }
entry-title-alone = { $form }
met-host = المضيف
met-participants = المشاركون
met-topics = المواضيع
met-outcomes = ما اتُّفق عليه
met-place = المكان
met-part-of = جزء من
met-includes = يشمل
met-follows = متابعة لـ
met-followed = تابعه
follows-entry = { $what }، { $when }
outcome-status = { $status }
status-0 = لم يبدأ
status-1 = بدأ
status-2 = في منتصفه
status-3 = أُنجز
status-unknown = حالته غير معروفة
status-superseded = حلّ محله غيره

## التصريحات

said-intro = ما يرد هنا قول لصاحبه المذكور باسمه أو بصفته، ولا يُحسب حدثا.
kind-communique = بلاغ
kind-official = مسؤول
kind-expert = خبير
kind-witness = شاهد
kind-newspaper = صحافة
kind-dataset = قاعدة بيانات
speaker-unknown = غير مسمى

## التوقعات

ahead-none = لم يُجرَ أي توقع: الأشهر المعروفة أقل من اللازم.
fan-title = القتلى شهريا في { $region }: المرصود، والمتوقع حتى { $month }
fan-alternative = خط القتلى المرصودين شهريا، بين { $low } و{ $high } في السنوات الثلاث الأخيرة؛ ثم يتحرك وسط التوقع بين { $from } و{ $to }، وتقع تسعة أعشار السحوبات في النطاق { $range }.
fan-deaths = القتلى شهريا
fan-observed = مرصود
fan-median = وسط التوقع
fan-half = نصف السحوبات
fan-ninety = تسعة أعشار السحوبات
fan-twin-caption = القتلى المتوقعون شهرا بشهر
fan-source = المرصود: { $vintage }. التوقع: النموذج { $model }، بما عُرف حتى { $month }.
outlook-caption = { $region }: القتلى المتوقعون في الأشهر المقبلة مجتمعة
countries-caption = القتلى المتوقعون بحسب الدولة في الأشهر المقبلة مجتمعة؛ وبين قوسين تسعة أعشار السحوبات
chances-caption = احتمال سقوط قتيل أو أكثر، و25 فأكثر، و100 فأكثر، بحسب الدولة
head-horizon = المدى
head-expected = المتوقع
head-half = نصف السحوبات
head-ninety = تسعة أعشار السحوبات
head-chance = { $deaths } فأكثر
horizon-span = { $ahead }، حتى { $month }
expected-range = { $mean } ({ $range })
accuracy-caption = أداء النموذج في الأشهر الماضية
head-measure = المقياس
head-model = هذا النموذج
head-reference = آخر 12 شهرا للدولة
head-cases = دولة-شهر
measure-crps = خطأ التوقع كله (CRPS، قتلى؛ الأقل أفضل)
measure-ign = المفاجأة بما حدث (IGN، بت؛ الأقل أفضل)
measure-mis = عرض نطاق التسعين في المئة وما فاته (MIS؛ الأقل أفضل)
measure-coverage_90 = نسبة الأشهر داخل نطاق التسعين في المئة (الصواب تسعون)
accuracy-none = لم يمكن تقييم أي توقع سابق، فلا يُعرف مدى الثقة في هذا التوقع.
accuracy-source = قُيِّم على { $vintage }؛ والمرجع تكرار لآخر اثني عشر شهرا في كل دولة.

## جودة التوقعات

quality-title = ما جودة التوقعات؟ النموذج { $model }
quality-about = { $count ->
    [0] لا وحدة-شهر
    [one] وحدة-شهر واحدة
    [two] وحدتان-شهر
    [few] { $count } وحدات-شهر
    [many] { $count } وحدة-شهر
   *[other] { $count } وحدة-شهر
} من { $first } إلى { $last }، وقد جرى التوقع من { $origins }؛ والمرصود: { $vintage }. والمرجع تكرار لآخر اثني عشر شهرا في كل وحدة.
quality-origins = { $count ->
    [0] لا نقطة انطلاق
    [one] نقطة انطلاق واحدة
    [two] نقطتي انطلاق
    [few] { $count } نقاط انطلاق
    [many] { $count } نقطة انطلاق
   *[other] { $count } نقطة انطلاق
}
quality-contents = الأشكال
quality-contents-skill = التحسن بحسب بُعد الشهر
quality-contents-reliability = صدق الاحتمالات
quality-contents-pit = المعايرة (PIT)
quality-contents-coverage = ما تحويه النطاقات
quality-contents-murphy = كلفة المستخدمين (Murphy)
quality-model = النموذج { $model }
quality-reference = المرجع: آخر 12 شهرا
quality-better = { $measure }: أفضل من المرجع بنسبة { $skill }.
quality-worse = { $measure }: أسوأ من المرجع بنسبة { $skill }.
quality-interval = ويمتد نطاق التسعين في المئة من { $low } إلى { $high }، محسوبا بنقاط انطلاق كاملة عددها { $count }.
quality-one-origin = قُيِّمت نقطة انطلاق واحدة، وأشهرها تصيب معا أو تخطئ معا، فلا يُعطى نطاق.
quality-measure-crps = خطأ التوقع كله (CRPS)
quality-measure-crps_log1p = الخطأ على المقياس اللوغاريتمي (CRPS لـ log1p)
quality-measure-ign = المفاجأة بما حدث (IGN)
quality-measure-mis = عرض نطاق التسعين في المئة وما فاته (MIS)
quality-axis-step = الأشهر المقبلة
quality-axis-skill = التحسن على المرجع
quality-axis-chance = الاحتمال المتوقع
quality-axis-frequency = نسبة حدوثه فعلا
quality-axis-place = موضع ما حدث بين السحوبات
quality-axis-height = التكرار (الصواب 1)
quality-axis-covered = أشهر القتلى داخل النطاق
quality-axis-ratio = كلفة الإنذار الكاذب (حصة من كلفة الإغفال)
quality-axis-elementary = متوسط الخسارة
quality-skill-title = التحسن بحسب بُعد الشهر: { $measure }
quality-skill-reading = ما فوق الصفر أفضل من المرجع. ويحوي الشريط تسعين في المئة مما تعطيه إعادة المعاينة بنقاط انطلاق كاملة؛ ولا شريط لنقطة انطلاق واحدة.
quality-skill-alternative = خط التحسن بحسب بُعد الشهر، بين { $low } و{ $high }.
quality-skill-twin = التحسن بحسب بُعد الشهر
quality-reliability-title = هل تصدق الاحتمالات؟ { $count ->
    [0] لا قتلى
    [one] قتيل واحد فأكثر
    [two] قتيلان فأكثر
    [few] { $count } قتلى فأكثر
    [many] { $count } قتيلا فأكثر
   *[other] { $count } قتيل فأكثر
} في الشهر
quality-reliability-reading = على القُطر المنقّط يحدث الأمر بقدر ما قيل؛ وتحته يبالغ التوقع، وفوقه يقصّر. والنقاط الأكبر تمثل توقعات أكثر.
quality-reliability-alternative = منحنى نسبة حدوث { $deaths } قتيل فأكثر عند كل احتمال متوقع. حدث ذلك في { $rate } من وحدات-الشهر؛ وتبلغ كلفة سوء المعايرة { $mcb } من درجة براير.
quality-reliability-twin = درجة براير = سوء المعايرة − التمييز + عدم اليقين
quality-pit-title = هل التوزيع كله معايَر؟ (PIT)
quality-pit-reading = المدرّج المستوي عند 1 هو الصواب. تكدّس عند الطرفين: النطاقات أضيق من اللازم؛ تكدّس في الوسط: أوسع من اللازم؛ ميل: التوقع أدنى أو أعلى من اللازم.
quality-pit-alternative = مدرّج تكراري لموضع ما حدث بين السحوبات؛ أعمدته بين { $low } و{ $high }، والصواب 1.
quality-pit-twin = مدرّج PIT: الارتفاع بحسب الموضع بين السحوبات
quality-coverage-title = هل تحوي النطاقات أشهر القتلى؟
quality-coverage-reading = ينبغي أن تقع الخطوط العليا، وهي لنطاق التسعين في المئة، على الخط المنقّط الأعلى، والخطوط السفلى، وهي لنطاق الخمسين في المئة، على الأدنى.
quality-coverage-alternative = خطوط بحسب بُعد الشهر. من الأشهر التي سقط فيها قتلى تقع { $ninety } داخل نطاق التسعين في المئة، و{ $half } داخل نطاق الخمسين في المئة.
quality-coverage-twin = نسبة الأشهر داخل النطاقات، هذا النموذج
quality-murphy-title = من يخدمه التوقع؟ { $count ->
    [0] لا قتلى
    [one] قتيل واحد فأكثر
    [two] قتيلان فأكثر
    [few] { $count } قتلى فأكثر
    [many] { $count } قتيلا فأكثر
   *[other] { $count } قتيل فأكثر
} في الشهر (Murphy)
quality-murphy-reading = الخط الأدنى أقل كلفة لمن يوازن بين الإنذار الكاذب والإغفال بهذه النسبة.
quality-murphy-alternative = خطان لمتوسط الخسارة بحسب نسبة الكلفة؛ وخط النموذج هو الأدنى في { $share } من النسب.
quality-murphy-twin = متوسط الخسارة بحسب نسبة الكلفة
quality-head-step = الأشهر المقبلة
quality-head-skill = التحسن
quality-head-interval = نطاق التسعين في المئة
quality-from-to = { $low } إلى { $high }
head-cases-quality = وحدات-الشهر
quality-head-who = التوقع
quality-head-brier = براير
quality-head-mcb = سوء المعايرة
quality-head-dsc = التمييز
quality-head-unc = عدم اليقين
quality-head-place = الموضع
quality-head-model = هذا النموذج
quality-head-reference = آخر 12 شهرا
quality-head-drawn = هذا النموذج، بالقرعة
quality-head-part = الأشهر
quality-part-all = كلها
quality-part-zero = بلا قتلى
quality-part-nonzero = فيها قتلى
quality-head-half = نطاق الخمسين في المئة
quality-head-ninety = نطاق التسعين في المئة
quality-head-ratio = نسبة الكلفة
quality-onsets = الاندلاع والتصعيد والاستمرار
quality-onsets-caption = الأداء بحسب حال الوحدة في الاثني عشر شهرا السابقة لنقطة الانطلاق
quality-kind-onset = بلوغ { $deaths } بعد سنة دونها
quality-kind-outbreak = منه الاندلاع { $deaths }: سنة بلا أي قتيل
quality-kind-escalation = منه التصعيد { $deaths }: قتلى دون ذلك
quality-kind-persistence = الاستمرار { $deaths }: سبق بلوغه
quality-head-kind = الحال والقتلى شهريا
quality-head-cases = وحدات-الشهر
quality-head-events = حدث
quality-head-rate = المعدل الأساسي
quality-head-ap = متوسط الدقة
quality-head-ap-reference = … للمرجع
quality-head-auc = مساحة ROC
quality-head-recall = المكتشف ضمن العشرين الأولى
quality-head-lead = بُعد ما اكتُشف، بالأشهر

## الترجيح، ICD 203

likelihood-almost-none = شبه مستبعد تماما
likelihood-very-unlikely = مستبعد جدا
likelihood-unlikely = مستبعد
likelihood-even = متساوي الاحتمالين تقريبا
likelihood-likely = مرجَّح
likelihood-very-likely = مرجَّح جدا
likelihood-almost-certain = شبه مؤكد
yardstick-caption = كلمات الترجيح وما تعنيه بالأرقام
head-word = الكلمة
head-probability = الاحتمال

## الجمل والمصادر

evidence-intro = كل جملة بلغتها الأصلية، والأرقام في الجداول تقود إليها.
evidence-none = لا جملة تُقتبس: تستند هذه الإحاطة إلى جداول فقط.
evidence-note = { $kind }؛ القاعدة { $rule }
sources-caption = مصادر الأرقام والنصوص
head-name = المصدر
head-release = الإصدار
head-licence = الرخصة
head-rows = السجلات
head-citation = المرجع
texts-caption = النصوص المقروءة
head-publisher = الناشر
head-title = العنوان
head-language = اللغة
language-ar = العربية
language-fr = الفرنسية
language-en = الإنجليزية
rejects = { $count ->
    [0] لم يُستبعد أي سجل في هذا التشغيل.
    [one] استُبعد سجل واحد في هذا التشغيل، وسببه محفوظ في الأرشيف.
    [two] استُبعد سجلان في هذا التشغيل، وسبباهما محفوظان في الأرشيف.
    [few] استُبعدت { $count } سجلات في هذا التشغيل، وأسبابها محفوظة في الأرشيف.
    [many] استُبعد { $count } سجلا في هذا التشغيل، وأسبابها محفوظة في الأرشيف.
   *[other] استُبعد { $count } سجل في هذا التشغيل، وأسبابها محفوظة في الأرشيف.
}

## الحدود

limit-targeting = هذه التوقعات ليست للاستهداف: فهي لا تقول شيئا عن الأشخاص، ولا يجوز أن توجّه أي عمل ضد أحد.
limit-sample = النصوص المقتبسة هنا مختلقة لبيان عمل مرصد، ولم تقع لقاءاتها ولا هجماتها. أما أعداد القتلى فحقيقية.
limit-boundaries = لا تعني الحدود والأسماء على الخريطة إقرارا ولا قبولا. تُرسم حدود المناطق المتنازع عليها متقطعة، وتحتفظ هذه المناطق بالاسم الذي يورده المصدر دون افتراض سيادة لأحد.
limit-onset = أصعب ما يُتوقع اندلاع العنف بعد هدوء طويل: فحيث لم يسقط قتيل منذ عام، لا يكفي الاحتمال الضعيف للاطمئنان.
limit-counts = القتلى هم من أُبلغ عنهم وأمكن إحصاؤهم. وتُراجَع أعداد الأشهر الأخيرة، إلى الأعلى غالبا. و«غير مرصود» تعني أن أحدا لم يُحصِ، لا أن أحدا لم يمت.
limit-lag = تُحجب أحداث الأيام السبعة الأخيرة، ولا يُذكر من مكان الأحداث التي تصيب المراكز الصحية والمدارس والمخيمات إلا الدولة.
limit-together = تُجمع الأشهر والدول سحبا بسحب، ويُؤخذ مقدار ارتفاعها وانخفاضها معا من الأشهر الماضية.
limit-interval = لم تُقيَّم في هذا التشغيل إلا الأشهر منفردة، لا مجاميعها؛ فلتؤخذ نطاقات المجاميع بحذر أكبر.
limit-short-history = الأشهر الماضية المعروفة قليلة، فتُجمع الأشهر المقبلة كأن لا صلة بينها، والنطاقات أضيق من اللازم.
limit-last-month-partial = الشهر الأخير غير مرصود في كل الدول.
limit-missing = لا تشمل الأعداد: { $countries }.

## المصنَّف

head-code = الرمز (ISO 3166-1)
head-peak = أسوأ شهر: القتلى
head-peak-month = أسوأ شهر
head-quiet = الأشهر منذ آخر قتيل
head-longitude = خط الطول
head-latitude = خط العرض
head-next12 = المتوقع في الأشهر الـ12 المقبلة
head-text = النص
head-records = السجلات
head-detail = التفصيل
head-sentence = الجملة
head-holder = القائل
sheet-deaths = القتلى بحسب الدولة
sheet-places = الخريطة
sheet-months = شهرا بشهر
sheet-outlook = التوقعات
sheet-accuracy = الدقة في الماضي
sheet-events = أحداث النصوص
sheet-table-events = أحداث الجداول
sheet-source-list = المصادر
sheet-texts = النصوص المقروءة
sheet-yardstick = ألفاظ الاحتمال

## خرائط التوقع، الدولة الواحدة، التوقعات القديمة

vintage-releases = { $name } والإصدارات المرشَّحة حتى { $month }
place-hidden = [حُجب المكان]
limit-stale = أُعدّ التوقع بما عُرف حتى { $month }، وقد مضى عليه أكثر من ثلاثة أشهر، وربما تغيّر الكثير منذ ذلك الحين.
map-expected-title = القتلى المتوقعون إجمالا حتى { $month }
map-expected-cells-title = القتلى المتوقعون إجمالا بحسب الخلية حتى { $month }
map-expected-source = التوقع: النموذج { $model }، بما عُرف حتى { $month }. متوسطات السحوبات.
map-expected-twin-caption = القتلى المتوقعون: الأماكن الأكثر تضررا
map-class-below = أقل من 1
deaths-caption-one = قتلى العنف السياسي، حتى { $month }

## Corrections and notes

corrections-intro = ما عدّله المحلّلون: الأرقام والسجلات أعلاه مبنية عليه.
corrected-retract = { $day }: سُحب { $what }. السبب: { $reason }
corrected-correct = { $day }: صُحّح { $what }. السبب: { $reason }
corrected-same = { $day }: تبيّن أن { $what } تكرار لسجل آخر. السبب: { $reason }
corrected-apart = { $day }: تبيّن أن { $what } ليس تكرارًا لسجل آخر. السبب: { $reason }
corrected-status = { $day }: صارت حال أحد بنود الاتفاق «{ $status }» ({ $what }). السبب: { $reason }
corrected-event = سجل حدث في { $country }، { $when }
corrected-engagement = سجل لقاء، { $when }
corrected-statement = سجل تصريح
corrected-note = ملاحظة محلّل عن { $place }، { $day }: { $reason }
corrected-more = { $count ->
    [zero] لا قيود أقدم في السجل.
    [one] قيد واحد أقدم في السجل.
    [two] قيدان أقدم في السجل.
    [few] { $count } قيود أقدم في السجل.
    [many] { $count } قيدًا أقدم في السجل.
   *[other] { $count } قيد أقدم في السجل.
}
cell-named = الخلية { $cell }
