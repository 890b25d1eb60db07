### كلمات الصفحات بالعربية إلى جانب كلمات الموجزات. كل رسالة ترد في الملفات الثلاثة، ويقارن اختبار بينها.

site = مرصد
site-about = إنذار مبكر بالعنف السياسي وبالشراكات التي تتصدى له
skip = انتقل إلى المحتوى
menu = الصفحات
languages = اللغات
nav-overview = نظرة عامة
nav-forecasts = التوقعات ودقتها
nav-meetings = اللقاءات
nav-sources = المصادر وحالتها
nav-briefs = الموجزات
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

place-page = { $place }
situation = الوضع القائم
stat-month = القتلى في { $month }
stat-last12 = القتلى في اثني عشر شهرا
stat-before12 = في الأشهر الاثني عشر السابقة
stat-change = التغير
stat-worst = أسوأ شهر
stat-quiet = آخر قتيل
stat-expected3 = المتوقع في الأشهر الثلاثة المقبلة
stat-range = تسعة من كل عشرة سحوبات: { $range }
map-observed = القتلى المسجلون، اثنا عشر شهرا حتى { $month }
map-expected = القتلى المتوقعون، اثنا عشر شهرا بعد { $month }
map-expected-note = متوسطات سحوبات التوقع، والجدول يعطي المدى.
countries-table = البلدان: المسجل والمتوقع
head-change = التغير
head-expected3 = المتوقع في 3 أشهر
head-chance25 = 25 قتيلا على الأقل في 3 أشهر
movers-up = أكبر ارتفاع
movers-down = أكبر انخفاض
movers-none = لم يتغير أي بلد بأكثر من العُشر.
mover = { $last } بعد { $before }
alerts = تنبيهات
alert-36 = { $country }: { $deaths } من القتلى في { $month }، وهو أكثر مما في أي شهر من الأشهر الستة والثلاثين السابقة
alert-12 = { $country }: { $deaths } من القتلى في { $month }، وهو أكثر مما في أي شهر من الأشهر الاثني عشر السابقة
alerts-none = لم يشهد أي بلد أسوأ شهر له منذ سنة بما لا يقل عن 100 قتيل.
latest-engagements = أحدث اللقاءات
latest-events = أحدث الأحداث
events-none-here = لا يُعرف هنا حدث من نص أو جدول.
events-shown = المعروض { $shown } من { $all }، وجميعها في { $link }
interface = واجهة البرمجة
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
outside-region = يقع هذا البلد خارج منطقة عملية التشغيل المنشورة ({ $region }).
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
at-sea = لا بلد

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
meetings-intro = الأحدث أولا. ترد المناصب والمواضيع والنتائج بلغة نصها.
pair-title = { $first } و{ $second }
pair-intro = لقاءات يشارك فيها الطرفان.
partners = بلدان تلتقي
group-title = { $name }
group-names = كما يُكتب
group-texts = نصوص تذكره
to-text = النص
in-text = إلى النص

forecasts-title = التوقعات ودقتها
forecasts-intro = النموذج { $model }، بما كان معروفا في { $month }؛ عدد السحوبات { $draws }.
accuracy-title = أداؤه في الأشهر الماضية
accuracy-intro = النموذج نفسه سُئل عن أشهر ماضية بما كان معروفا حينها، إلى جانب مرجع يكرر آخر اثني عشر شهرا للبلد. المكسب فوق 0 أفضل من المرجع.
accuracy-by-country = حسب البلد: الخطأ (CRPS، قتلى؛ الأقل أفضل)
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
holdings = المنشور هنا
holding-documents = النصوص
holding-events = الأحداث
holding-engagements = اللقاءات
holding-statements = التصريحات
holding-mentions = الأسماء الواردة

briefs-title = الموجزات
briefs-intro = صفحة واحدة للقراءة أو الطباعة أو الإرسال، والوضع فيها حتى نهاية { $month }.
brief-read = اقرأ
brief-download = نزّل
briefs-none = لا موجز في عملية التشغيل المنشورة.
kilobytes = { $size } ك.ب
brief-in-ar = بالعربية
brief-in-fr = بالفرنسية
brief-in-en = بالإنجليزية

search-title = البحث
search-label = كلمات البحث، بالعربية أو الفرنسية أو الإنجليزية
search-button = ابحث
search-hint = يجب أن ترد الكلمات كلها. تُطابَق العربية بالتشكيل وبدونه، وبالهمزة وبدونها، وبأل التعريف وبدونها.
search-found = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
search-none = لا شيء يضم هذه الكلمات كلها. جرّب كلمات أقل أو كتابة أخرى.
search-places = الأماكن
search-texts = النصوص
search-events = الأحداث
search-engagements = اللقاءات
search-statements = التصريحات
