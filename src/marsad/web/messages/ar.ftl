### كلمات الصفحات بالعربية إلى جانب كلمات الإحاطات. كل رسالة ترد في الملفات الثلاثة، ويقارن اختبار بينها.

site = مرصد
site-about = إنذار مبكر بالعنف السياسي وبالشراكات التي تتصدى له
skip = انتقل إلى المحتوى
menu = الصفحات
languages = اللغات
nav-overview = نظرة عامة
nav-forecasts = التوقعات ودقتها
nav-meetings = اللقاءات
nav-sources = المصادر وحالتها
nav-briefs = الإحاطات
nav-search = البحث
as-of = الوضع حتى نهاية { $month }
sample-note = النصوص المعروضة هنا وُضعت لعيّنة ترافق مرصد، ولم تقع لقاءاتها ولا هجماتها. أما أعداد القتلى فحقيقية.
also-json = هذه الصفحة بصيغة JSON
api-link = واجهة البرمجة
not-targeting = لا تُستعمل للاستهداف: لا تقول التوقعات شيئا عن الأشخاص، ولا يجوز أن تقود إلى أي عمل ضد أحد.
foot-run = نشرته عملية التشغيل { $run }

empty-title = لا شيء يُعرض بعد
empty-text = لم تنشر أي عملية تشغيل شيئا في هذا الأرشيف. هذا الأمر يقرأ ويحصي ويتوقع وينشر، ثم أعد تحميل الصفحة:
broken-title = تتعذر قراءة ما نُشر
broken-text = هذا الأمر ينشر من جديد:
error-title-404 = غير موجود
error-text-404 = لا شيء منشور تحت هذا العنوان، ولعله كان لعملية تشغيل سابقة.
error-title-400 = هذا العنوان بلا معنى
error-text-400 = تحقق من المعرّف أو الرمز الوارد فيه.
error-title-405 = هذه الصفحات للقراءة
error-text-405 = لا يمكن تغيير شيء هنا.
error-title-413 = أكبر من اللازم
error-text-413 = ما أُرسل أكبر من أي طلب يقبله هذا الخادم.
error-title-500 = حدث خطأ
error-text-500 = تذكر مخرجات الخادم السبب. قد تعمل صفحات أخرى.
error-back = العودة إلى النظرة العامة

situation = الوضع القائم
stat-month = القتلى في { $month }
stat-last12 = القتلى في اثني عشر شهرا
stat-worst = أسوأ شهر
stat-quiet = آخر قتيل
stat-expected3 = المتوقع في الأشهر الثلاثة المقبلة
stat-range = تسعة من كل عشرة سحوبات: { $range }
countries-table = الدول: المسجل والمتوقع
head-change = التغير
head-expected3 = المتوقع في 3 أشهر
head-chance25 = 25 قتيلا على الأقل في 3 أشهر
movers-up = أكبر ارتفاع
movers-down = أكبر انخفاض
movers-none = لم يتغير العدد في أي دولة بأكثر من العُشر.
mover = { $last } بعد { $before }
alerts = تنبيهات
alerts-none = لم تجد أي قاعدة ما ينبَّه إليه هذا الشهر.
latest-engagements = أحدث اللقاءات
latest-events = أحدث الأحداث
events-none-here = لا يُعرف هنا حدث من نص أو جدول.
events-shown = المعروض { $shown } من أصل { $all }
engagements-none = لا يُعرف هنا أي لقاء.
withheld-days = { $count ->
    [one] حُجب حدث واحد من الأيام السبعة الأخيرة.
    [two] حُجب حدثان من الأيام السبعة الأخيرة.
    [few] حُجبت { $count } أحداث من الأيام السبعة الأخيرة.
    [many] حُجب { $count } حدثا من الأيام السبعة الأخيرة.
   *[other] حُجب { $count } حدث من الأيام السبعة الأخيرة.
}
not-covered = لا تشمله الأعداد: { $countries }.
outlook-head = ما المتوقع
outlook-table = القتلى المتوقعون، الأشهر مجتمعة
no-outlook = لا توقع هنا، لأن هذا المكان غير محسوب في عملية التشغيل المنشورة. أدخل أحداثه بالأمر «marsad pull file PATH» ثم شغّل «marsad run».
no-cells = لا تحصي عملية التشغيل المنشورة أي خلية هنا. أدخل جدول أحداث فيه أماكن («marsad pull file PATH») ثم شغّل «marsad run».
outside-region = تقع هذه الدولة خارج منطقة عملية التشغيل المنشورة ({ $region }).
chart-title = القتلى شهريا: المسجل والمتوقع
neighbours = الجوار
worst-cells = الخلايا الأكثر قتلى في اثني عشر شهرا
past-accuracy = الدقة السابقة هنا
cell-title = الخلية { $cell }
cell-where = نصف درجة حول { $centre } (خط الطول، خط العرض)
cell-trend-new = جديد
cell-trend-growing = متزايد
cell-trend-fading = متراجع
cell-trend = الاتجاه
cell-months = القتلى المسجلون شهرا بشهر
cell-expected = القتلى المتوقعون شهرا بشهر
head-months = الشهر
head-mean = المتوسط

document-title = نص
document-records = ما استُخرج منه
document-none = لم يُستخرج شيء من هذا النص.
document-legend = في النص:
document-raw = البايتات كما وُجدت (SHA-256)
document-copy = نسخة من { $other }
another-text = نص آخر
kind-of-event = حدث
kind-of-engagement = لقاء
kind-of-statement = تصريح
record-rule = القاعدة
record-basis = أساس التاريخ
record-confidence = الثقة
record-source = بحسب
record-actors = الفاعل
record-recipients = الطرف الآخر
record-said-by = القائل
record-coarse = المكان محجوب: موقع محمي
basis-stated = مذكور
basis-resolved = مستنتج من يوم النشر
basis-inferred = تقديري
basis-unknown = غير معروف
set-aside = جمل فيها إشارة ولم تعط حدثا
head-signal = الإشارة
head-reason = السبب
mentions-title = الأسماء الواردة
head-name-as = كما كُتب
head-entity = الكيان
reason-language = القواعد والأسباب مكتوبة بالإنجليزية.

meetings-title = اللقاءات والزيارات والمكالمات والاتفاقات
meetings-intro = الأحدث أولا. ترد المواضيع والنتائج بلغة نصها، وكذلك المناصب التي لا مقابل لها هنا.
pair-title = { $first } و{ $second }
pair-intro = لقاءات يشارك فيها الطرفان.
partners = دول تلتقي
group-title = { $name }
group-names = كما يُكتب
group-texts = نصوص تذكره
to-text = النص
in-text = إلى النص

forecasts-title = التوقعات ودقتها
forecasts-intro = النموذج { $model }، بما كان معروفا في { $month }؛ عدد السحوبات { $draws }.
accuracy-title = أداؤه في الأشهر الماضية
accuracy-intro = النموذج نفسه سُئل عن أشهر ماضية بما كان معروفا حينها، إلى جانب مرجع يكرر آخر اثني عشر شهرا في الدولة. المكسب فوق 0 أفضل من المرجع.
accuracy-by-country = بحسب الدولة: الخطأ (CRPS، قتلى؛ الأقل أفضل)
head-skill = المكسب
skill-none = –
words-title = الكلمات والأرقام

sources-title = المصادر وحالتها
sources-figures = مصادر الأرقام والنصوص
runs-title = عمليات التشغيل
head-started = البداية
head-finished = النهاية
head-status = الحالة
head-version = الإصدار
status-run-done = تمت
status-run-started = جارية عند النشر
status-run-failed = فشلت
files-title = جداول الأحداث المقروءة
head-file = الملف
head-read = الصفوف المقروءة
head-taken = المقبول
head-aside = المستبعد
rejects-title = المستبعد مع السبب
rejects-none = لم يُستبعد شيء.
rejects-more = المجموع { $count }، والمعروض أولها.
texts-title = النصوص المقروءة
head-published = النشر
holding-documents = النصوص
holding-events = الأحداث
holding-engagements = اللقاءات
holding-statements = التصريحات
holding-mentions = الأسماء الواردة

briefs-title = الإحاطات
briefs-intro = صفحة واحدة للقراءة أو الطباعة أو الإرسال، والوضع فيها حتى نهاية { $month }.
brief-read = اقرأ
brief-download = نزّل
briefs-none = لا إحاطة في عملية التشغيل المنشورة.
kilobytes = { $size } ك.ب
brief-in-ar = بالعربية
brief-in-fr = بالفرنسية
brief-in-en = بالإنجليزية

search-title = البحث
search-label = كلمات البحث، بالعربية أو الفرنسية أو الإنجليزية
search-button = ابحث
search-hint = يجب أن ترد الكلمات كلها. تُطابَق العربية بالتشكيل وبدونه، وبالهمزة وبدونها، وبالتاء المربوطة أو الهاء، وبأل التعريف والحروف المتصلة بالكلمة أو بدونها.
search-found = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
search-none = لا شيء يضم هذه الكلمات كلها. جرّب كلمات أقل أو كتابة أخرى.
search-places = الأماكن والجماعات
search-texts = النصوص
search-events = الأحداث
search-engagements = اللقاءات
search-statements = التصريحات

## ما تقوله صفحة دولة أو خلية أو جماعة أو شراكة

kind-country = دولة
kind-cell = خلية من نصف درجة (PRIO-GRID)
kind-group = جماعة مسلحة
kind-pair = شراكة
kind-document = نص
moment = { $day }، { $hour } بالتوقيت العالمي
stat-against = { $change } مقارنة بالعام السابق
stat-held = اللقاءات المسجلة
stat-held-of = عدد النصوص المقروءة: { $texts }
missing-forecast = لا توقع في عملية التشغيل المنشورة. هذا الأمر يضع توقعا وينشره:
missing-findings = لا تقييمات في عملية التشغيل المنشورة: إما أنها من إصدار أقدم من مرصد، أو أنها لم تجد هنا شيئا. هذا الأمر ينشرها:
missing-outline = لا تضم الخرائط المرفقة بمرصد حدود هذا المكان، فلا خريطة له، والجداول تقول الشيء نفسه.
movers = الأكثر تغيرا
head-trace = ثلاث سنوات
map-head = على الخريطة
map-title-region = خريطة: { $region }
map-change = التغير: اثنا عشر شهرا حتى { $month } مقارنة بالاثني عشر التي قبلها
map-change-note = { $source }. إذا لم يتجاوز القتلى خمسة في كلا العامين عُدّ ذلك بلا تغير.
map-outlines = الحدود: Natural Earth.
map-layers = ما تعرضه الخريطة
map-in = تكبير
map-out = تصغير
map-two-fingers = حرّك الخريطة بإصبعين
map-ctrl = اضغط Ctrl (أو ⌘ على ماك) مع التمرير لتكبير الخريطة
layer-observed = المسجل
layer-expected = المتوقع
layer-change = التغير
map-reach = الأحداث بحسب الخلية، اثنا عشر شهرا حتى { $month }
map-reach-source = أحداث الجداول المقروءة التي يُعرف مكانها في حدود 25 كم؛ وتُستثنى المرافق الصحية والمدارس والمخيمات ودور العبادة.
layer-reach = الأحداث
events-none-placed = لا حدث في اثني عشر شهرا
said-place = { $name }: { $what }
said-counted = المسجل { $deaths }
said-expected = المتوقع { $deaths }
change-halved = انخفض إلى النصف أو أقل
change-fell = انخفض
change-same = على حاله تقريبا
change-rose = ارتفع
change-doubled = تضاعف أو أكثر
hotspots = الخلايا الأكثر تغيرا
attention = الذكر في النصوص
attention-intro = عدد نصوص الأشهر الاثني عشر الأخيرة التي تذكر كلا منها.
named-short = { $documents } من { $read }
named-of = { $documents ->
    [0] لم يُذكر في أي نص من نصوص الأشهر الاثني عشر الأخيرة، وعددها { $read }.
    [one] ذُكر في نص واحد من نصوص الأشهر الاثني عشر الأخيرة، وعددها { $read }.
    [two] ذُكر في نصين من نصوص الأشهر الاثني عشر الأخيرة، وعددها { $read }.
    [few] ذُكر في { $documents } نصوص من نصوص الأشهر الاثني عشر الأخيرة، وعددها { $read }.
    [many] ذُكر في { $documents } نصا من نصوص الأشهر الاثني عشر الأخيرة، وعددها { $read }.
   *[other] ذُكر في { $documents } نص من نصوص الأشهر الاثني عشر الأخيرة، وعددها { $read }.
}
named-none-read = لم يُقرأ أي نص من الأشهر الاثني عشر الأخيرة.
meetings-all = اللقاءات كلها
rows-more = صفوف أخرى
filter-type = نوع الحدث
filter-every = كل الأنواع
filter-since = ابتداء من شهر
filter-button = اعرض

alert-high = القتلى في { $month }: { $deaths }، وهو أكثر مما في أي شهر من { $years ->
    [one] السنة السابقة
    [two] السنتين السابقتين
    [few] السنوات الـ{ $years } السابقة
   *[other] السنوات الـ{ $years } السابقة
} (أقصاها { $before })
alert-jump = القتلى المتوقعون في الأشهر الثلاثة المقبلة: { $deaths }، مقابل { $before } في الأشهر الثلاثة الماضية
alert-entry = أول نشاط في { $country }، في { $month }، { $months ->
    [0] دون سابقة مسجلة هناك
    [one] بعد شهر بلا نشاط
    [two] بعد شهرين بلا نشاط
    [few] بعد { $months } أشهر بلا نشاط
    [many] بعد { $months } شهرا بلا نشاط
   *[other] بعد { $months } شهر بلا نشاط
}
alert-late-day-passed = تعهد متأخر: انقضى الأجل المعلن له
alert-late-no-word = تعهد متأخر: لا خبر عنه منذ { $months ->
    [one] شهر
    [two] شهرين
    [few] { $months } أشهر
    [many] { $months } شهرا
   *[other] { $months } شهر
}
alert-rule-high = القاعدة: أسوأ شهر منذ سنوات، ابتداء من 100 قتيل في دولة أو 10 في خلية
alert-rule-jump = القاعدة: ضعف الأشهر الأخيرة على الأقل، وبزيادة 25 قتيلا
alert-rule-entry = القاعدة: جماعة تنشط في دولة بعد عام بلا نشاط
alert-rule-follow-up = القاعدة: تعهدات متأخرة
alert-evidence = الأدلة
alert-record = حين شهدت دولة أسوأ شهر لها منذ سنوات (عدد المرات: { $fired })، كانت الأشهر الثلاثة التالية أكثر قتلى من العام السابق في { $followed } من الحالات، وفي غير ذلك في { $otherwise }.

why-head = لماذا يقول التوقع ذلك
why-table = ما يقوم عليه التوقع، شهرا بشهر
why-recent = الأشهر الثلاثة الأخيرة
why-year = الأشهر التسعة التي سبقتها
why-older = السنوات الأربع السابقة لها
why-halves = ما يخفّضه إلى النصف
why-halves-after = { $count ->
    [0] أقل من شهر بلا قتلى
    [one] شهر واحد بلا قتلى
    [two] شهران متتاليان بلا قتلى
    [few] { $count } أشهر متتالية بلا قتلى
    [many] { $count } شهرا متتاليا بلا قتلى
   *[other] { $count } شهر متتال بلا قتلى
}
why-halves-never = ولا حتى 24 شهرا بلا قتلى

reasons = ما وراء ذلك
reasons-trend = المستوى والاتجاه
reasons-violence = أشكال العنف في اثني عشر شهرا
reasons-lead = دول مجاورة تسبق في التغير
reasons-note = هذه علامات إلى جانب التوقع، لا أسباب له: لا تقول أي منها لماذا.
trend-unknown = الأشهر المرصودة أقل من أن يُعرف منها اتجاه.
level-above = الأشهر الثلاثة الأخيرة (معدلها { $recent } من القتلى شهريا) فوق الأشهر الـ{ $window } السابقة ({ $before })
level-below = الأشهر الثلاثة الأخيرة (معدلها { $recent } من القتلى شهريا) دون الأشهر الـ{ $window } السابقة ({ $before })
level-within = الأشهر الثلاثة الأخيرة (معدلها { $recent } من القتلى شهريا) لا تخرج عن مألوف الأشهر الـ{ $window } السابقة ({ $before })
level-events-above = الأشهر الثلاثة الأخيرة (معدلها { $recent } من الأحداث شهريا) فوق الأشهر الـ{ $window } السابقة ({ $before })
level-events-below = الأشهر الثلاثة الأخيرة (معدلها { $recent } من الأحداث شهريا) دون الأشهر الـ{ $window } السابقة ({ $before })
level-events-within = الأشهر الثلاثة الأخيرة (معدلها { $recent } من الأحداث شهريا) لا تخرج عن مألوف الأشهر الـ{ $window } السابقة ({ $before })
trend-rising = اتجاه صاعد على مدى { $window } شهرا
trend-falling = اتجاه نازل على مدى { $window } شهرا
trend-flat = لا اتجاه على مدى { $window } شهرا
test-p = (القيمة الاحتمالية { $p })
test-tau = (تاو { $tau }، القيمة الاحتمالية { $p })
test-rank = (ارتباط الرتب { $r }، القيمة الاحتمالية { $p })
violence-unknown = شكل غير مذكور
violence-bounds = من أدنى تقدير إلى أعلاه: { $range }
lead-found = يسبق القتلى في { $country } { $lag ->
    [one] بشهر واحد
    [two] بشهرين
    [few] بـ{ $lag } أشهر
    [many] بـ{ $lag } شهرا
   *[other] بـ{ $lag } شهر
}
lead-none = { $count ->
    [0] لا تشمل عملية التشغيل هذه أي دولة مجاورة.
    [one] الدولة المجاورة المحصاة لا تسبق.
    [two] لا تسبق أي من الدولتين المجاورتين المحصاتين.
   *[other] لا تسبق أي من الدول المجاورة المحصاة، وعددها { $count }.
}
base-short = فيما مضى { $share }
base-note = «فيما مضى»: نصيب الفترات التي سقط فيها هذا العدد من القتلى من كل الفترات المماثلة طولا، من { $first } إلى { $last }.
since-earlier = قبل شهر (بما عُرف حتى { $month }) كان المتوقع { $before } من القتلى من { $first } إلى { $last }، وهو الآن { $now }.
groups-here = جماعات مسلحة مسجلة هنا
head-group = الجماعة
head-counted = الأحداث المحصاة
head-last-act = آخر حدث
head-entered = القدوم
head-left = المغادرة
head-first = أول حدث
head-reported = روايات النصوص
entry-first = أول مرة في { $month }
entry-return = عادت في { $month }
bar-deaths = القتلى
bar-events = الأحداث
bar-reports = الروايات
spill-chance = احتمال سقوط قتيل في الشهر المقبل
spill-parts = { $own } من ماضيها، و{ $near } من الخلايا حولها
side-civilians = المدنيون
side-other = آخرون
side-unknown = مجهول

group-note-no-record = لا يذكر هذه الجماعة طرفا أي جدول أحداث ولا أي نص مقروء.
group-note-reports-only = لا ترد هذه الجماعة إلا في النصوص، ولا يحصيها أي جدول أحداث.
group-note-one-record = سجل واحد فقط: لا يمكن قول شيء عن نمط.
group-note-not-covered = لا يغطي الشهر الأخير أي جدول أحداث، فهو غير مرصود.
group-note-vague-places = معظم الأماكن لا تُعرف إلا تقريبا.
group-tempo = الوتيرة
group-tempo-title = الأحداث التي الجماعة طرف فيها، شهريا
group-tempo-note = من جداول الأحداث. الرمادي: غير مرصود، إذ لا جدول يغطي كل الدول التي تنشط فيها.
group-reach = الانتشار
reach-cells = الخلايا في اثني عشر شهرا
reach-before = في العام السابق: { $count }
reach-spread = التشتت حول المركز
reach-border = في خلايا حدودية
kilometres = { $km } كم
crossed = { $count ->
    [one] عبور واحد
    [two] عبوران
    [few] { $count } مرات عبور
    [many] { $count } مرة عبور
   *[other] { $count } مرة عبور
}
presences = أين تنشط، وإلى أين قدمت، ومن أين غادرت
group-foes = الخصوم والصلات
foes = من قاتلته أو ضربته في اثني عشر شهرا
head-against = ضد
head-events = الأحداث
ties = جماعات أخرى
tie-opposed = إحداهما ضد الأخرى
tie-together = معا
tie-alongside = جنبا إلى جنب
ties-note = جنبا إلى جنب: قاتلتا الطرف نفسه في خلية واحدة وشهر واحد. ليس ذلك تحالفا، بل هو حيث يظهر لو كان.
group-claims = المزاعم والروايات
reports = أحداث ترويها النصوص
reports-claims = { $reports ->
    [0] لا يُروى عنها حدث؛
    [one] يُروى عنها حدث واحد؛
    [two] يُروى عنها حدثان؛
    [few] تُروى عنها { $reports } أحداث؛
    [many] يُروى عنها { $reports } حدثا؛
   *[other] يُروى عنها { $reports } حدث؛
} { $claims ->
    [0] وليس بينها مجرد زعم.
    [one] واحد منها زعم، ويبقى زعما.
    [two] اثنان منها زعمان، ويبقيان زعمين.
   *[other] منها { $claims } مزاعم، وتبقى مزاعم.
}
head-standing = المنزلة
standing-denied = منفي
standing-claim = مزعوم
standing-reported = مروي
struck = المدنيون المتضررون، بحسب الفئة
struck-few = أقل مما يمكن ذكره دون الدلالة عليهم
sector-CVL = مدنيون
sector-AGR = مزارعون ورعاة
sector-BUS = تجار وشركات
sector-EDU = معلمون وتلاميذ
sector-JRN = صحفيون
sector-LAB = عمال
sector-MED = عاملون صحيون
sector-NGO = منظمات إغاثة
sector-REF = نازحون
group-family = الانقسامات والاندماجات
family-since = بهذا الاسم
family-formed-from = تكونت من
family-part-of = جزء من
family-parts = أجزاؤها
family-became = صارت
events-none-group = لا حدث في جدول أو نص يذكرها طرفا هنا.

partnerships = أزواج الدول التي التقت
head-pair = الدولتان
pair-meetings = اللقاءات
pair-agreed = المتفق عليه
pair-overdue = المتأخر
pair-deeds = الأفعال بينهما
pair-reports = عدد النصوص والجداول التي ترويها: { $count }
pair-outcomes = ما اتُّفق عليه وما آل إليه
head-outcome = المتفق عليه
head-due = الأجل
head-proof = الوثيقة
late-day-passed = متأخر
late-no-word = لا خبر منذ زمن
due-none = بلا أجل معلن
agreed-since = { $count ->
    [0] اتُّفق عليه هذا الشهر
    [one] اتُّفق عليه قبل شهر
    [two] اتُّفق عليه قبل شهرين
    [few] اتُّفق عليه قبل { $count } أشهر
    [many] اتُّفق عليه قبل { $count } شهرا
   *[other] اتُّفق عليه قبل { $count } شهر
}
taken-up = عاد إليه
pair-chains = الزيارة فالنتيجة فالمتابعة
chains-none = لا يُعرف لقاء يتابع لقاء آخر.
pair-contacts = مدى تعامل الدولتين
pair-contacts-title = روايات الأفعال بين الدولتين، شهريا
pair-contacts-note = الرمادي: لم يُقرأ أي نص من ذلك الشهر.
chance-too-few = الروايات أقل من أن تُميَّز من المصادفة
chance-more = { $seen } مقابل { $expected } بالمصادفة: أكثر
chance-less = { $seen } مقابل { $expected } بالمصادفة: أقل
chance-no-sign = { $seen } مقابل { $expected } بالمصادفة: لا علامة على فرق
test-volume = الاتصالات
test-tempo = الأشهر الاثنا عشر الأخيرة
test-leaning = أقرب إلى الود أم لا
pair-note-no-record = لا سجل للدولتين معا في النصوص والجداول المقروءة، وليس ذلك دليلا على أن شيئا لم يقع.
pair-note-one-record = سجل واحد فقط: لا يمكن قول شيء عن اتجاه.
pair-note-too-few-for-a-trend = السجلات أقل من أن يُعرف منها اتجاه.
pair-note-dates-differ = تذكر النصوص للقاء واحد تواريخ مختلفة.
pair-timeline = التسلسل الزمني
pair-none = لا يُعرف لقاء بين الدولتين. يأتي به نص يذكره: «marsad pull file PATH» ثم «marsad run».
meetings-language = ترد المواضيع والنتائج بلغة نصها، وكذلك المناصب التي لا مقابل لها هنا.

head-chance3 = { $deaths } على الأقل في 3 أشهر
skill-by-step = الخطأ بحسب الأشهر المقبلة (CRPS، قتلى؛ الأقل أفضل)
skill-by-step-note = الخط المتصل: هذا النموذج. المتقطع: آخر اثني عشر شهرا في كل دولة.
head-step = الأشهر المقبلة
pit-title = المعايرة: موقع ما حدث بين السحوبات (PIT)
pit-from = شريحة السحوبات
pit-height = الارتفاع
pit-note = المستوي عند 1 معايَر. ارتفاع الطرفين يعني نطاقات أضيق من اللازم، وارتفاع اليمين يعني توقعا أقل من الواقع. عدد الأشهر في الدول: { $cases }.
reliability-title = الموثوقية: كم مرة حدث ما قيل بهذا الاحتمال
reliability-of = الحدث، في شهر واحد
reliability-said = ما قيل
reliability-came = ما حدث
reliability-note = على القطر المتقطع تصدق الاحتمالات. النقاط الأكبر تستند إلى حالات أكثر.

last-pull = آخر عملية تشغيل
drift = الانحراف: الصفوف شهريا مقارنة بما سبق
drift-intro = صفوف آخر شهر يتحدث عنه المصدر إلى جانب وسيط الأشهر الاثني عشر السابقة. ما بلغ النصف أو الضعف يستحق النظر: فشهر الحرب والملف التالف يتشابهان.
drift-month = آخر شهر
drift-trace = سنتان
drift-median = المألوف
drift-word = الحكم
drift-more = أكثر
drift-fewer = أقل
drift-usual = مألوف
drift-unknown = سجل قصير
drift-none = لا حدث من جدول أو نص.
form-pdf = ملف PDF للطباعة أو الحفظ
form-docx = ملف Word للعمل على النص
form-xlsx = مصنَّف بالأرقام كلها

version-title = منشور بإصدار آخر من مرصد
version-text = المنشور هنا من إصدار آخر لا يستطيع هذا الإصدار قراءته. هذا الأمر ينشر من جديد من الأرشيف:
writing-title = عملية تشغيل جارية
writing-text = لم تنشر شيئا بعد. أعد تحميل هذه الصفحة بعد دقيقة. وإن لم تكن هناك عملية جارية فهذا الأمر يبدأ واحدة:
map-observed = القتلى المسجلون، اثنا عشر شهرا حتى { $month }
map-expected = القتلى المتوقعون، اثنا عشر شهرا بعد { $month }
map-hint = أشر إلى مكان لتقرأ أرقامه، واسمه يقود إلى صفحته.
alerts-more = { $count ->
    [one] تنبيه آخر
    [two] تنبيهان آخران
    [few] { $count } تنبيهات أخرى
    [many] { $count } تنبيها آخر
   *[other] { $count } تنبيه آخر
}
countries-expected = القتلى المتوقعون بحسب الدولة، الأشهر مجتمعة؛ وتحت كل عدد تسعة أعشار السحوبات
p-small = أقل من { $least }
words-came = ما حدث
words-came-note = ما حدث: نسبة الأشهر التي سقط فيها { $deaths } قتيلا على الأقل حين كانت التوقعات السابقة ستقول ذلك.
spill = الانتقال بين الخلايا
spill-spills = تساعد الخلايا المجاورة على تفسير موضع القتلى التالين: { $share } من المتوقع يأتي من الجوار.
spill-alone = لا علامة على أن الخلايا المجاورة تساعد على تفسير موضع القتلى التالين.
spill-alone-counted = لا يمكن قول شيء عبر الحدود: خلايا دولة واحدة فقط محصاة كلها.
spill-cannot-no-cells = لا يمكن قول ذلك: عملية التشغيل المنشورة لا تحصي خلايا.
spill-cannot-few-cells = لا يمكن قول ذلك: أشهر القتل في الخلايا المحصاة أقل من اللازم.
test-aic = (معيار AIC { $gain }، القيمة الاحتمالية { $p })
