### Words of the desk in Arabic.

desk-title = مكتب العمل
desk-intro = يُثبت السجل ما تعدّله باسمك مع السبب. تُظهر الصفحات السحب فورًا، وتتبعه الأعداد والموجزات في التشغيل التالي.
desk-find = البحث عن سجل أو مكان
desk-last = آخر القيود
desk-login = تسجيل الدخول
desk-login-why = القراءة لا تتطلب حسابًا. لتصحيح السجلات أو كتابة الملاحظات أو بدء تشغيل، سجّل دخولك.
desk-name = الحساب
desk-password = كلمة السر
desk-no-account = تُنشأ الحسابات على جهاز الخادم:
desk-logout = تسجيل الخروج
desk-signed = الحساب: { $name }
desk-refused = غير مسموح
desk-wrong-csrf = هذه الاستمارة قديمة أو لم تأت من هذه الصفحة. لم يتغير شيء؛ أعد تحميل الصفحة.
desk-wrong-right = ليس لحسابك هذا الحق.
desk-wrong-session = انتهت جلستك. لم يتغير شيء؛ سجّل دخولك من جديد.
desk-wrong-login = الحساب وكلمة السر لا يتطابقان.
desk-wrong-wait = { $count ->
    [one] محاولات فاشلة كثيرة. حاول بعد دقيقة.
    [two] محاولات فاشلة كثيرة. حاول بعد دقيقتين.
    [few] محاولات فاشلة كثيرة. حاول بعد { $count } دقائق.
   *[other] محاولات فاشلة كثيرة. حاول بعد { $count } دقيقة.
}
desk-wrong-form = لم يتغير شيء:
desk-wrong-busy = هناك تشغيل جارٍ. انتظر نهايته أو ألغه.
desk-log = سجل القيود
desk-log-intro = { $count ->
    [zero] لا قيود بعد. هذا الأمر يتحقق من السلسلة:
    [one] قيد واحد مختوم ببصمته. هذا الأمر يتحقق من السلسلة:
    [two] قيدان، كل منهما موصول بما قبله. هذا الأمر يتحقق من السلسلة:
    [few] { $count } قيود، كل منها موصول بما قبله. هذا الأمر يتحقق من السلسلة:
   *[other] { $count } قيدًا، كل منها موصول بما قبله. هذا الأمر يتحقق من السلسلة:
}
desk-log-last = بصمة آخر قيد:
desk-log-empty = السجل فارغ.
desk-event = حدث
desk-engagement = لقاء
desk-statement = تصريح
desk-place = ملاحظات عن مكان
desk-notes = ملاحظات المحللين
desk-notes-none = لا ملاحظات بعد.
desk-note-new = ملاحظة جديدة
desk-note-public = تعرضها صفحة المكان والموجز التالي للجميع دون اسمك. لا تذكر شخصًا خاصًا باسمه.
desk-note-save = كتابة الملاحظة
desk-write-note = كتابة ملاحظة عن هذا المكان
desk-changed = ما عدّله المحللون
desk-work = تصحيح سجل من هذا النص
desk-done-here = ما عُدّل هنا
desk-correct = تصحيح
desk-leave-empty = ما تُرك فارغًا يبقى كما هو.
desk-deaths-low = القتلى، أدنى تقدير
desk-deaths-best = القتلى، أفضل تقدير
desk-deaths-high = القتلى، أعلى تقدير
desk-date-start = من (يوم)
desk-date-end = إلى (يوم)
desk-country = الدولة (رمز مثل MLI)
desk-cell = الخلية (رقم PRIO-GRID)
desk-reason = السبب
desk-duplicates = التكرار
desk-other = معرّف السجل الآخر
desk-same = هما واحد
desk-apart = هما اثنان
desk-status = تحديد حال ما اتُّفق عليه
desk-document = معرّف النص الذي يثبت ذلك
desk-outcome-was = رقم { $number }: { $status }
desk-retract = سحب
desk-retract-what = لا يُحسب ولا يُذكر بعد ذلك، ويبقى السجل في الأرشيف.
desk-is-retracted = سُحب هذا السجل.
desk-undo = إلغاء القيد
desk-undone = مُلغى
desk-did-correct = صحّح
desk-did-retract = سحب
desk-did-same = عدّه تكرارًا لسجل آخر
desk-did-apart = عدّه غير سجل آخر
desk-did-status = حدّد الحال
desk-did-note = كتب ملاحظة
desk-did-undo = ألغى القيد
desk-did-account-added = إنشاء حساب
desk-did-password-changed = تغيير كلمة سر
desk-did-account-disabled = تعطيل حساب
desk-did-account-enabled = تفعيل حساب
desk-did-rights-changed = تغيير الصلاحيات
desk-did-login-failed = محاولة دخول مرفوضة
desk-did-login = تسجيل دخول
desk-did-logout = تسجيل خروج
desk-did-key-made = إنشاء مفتاح
desk-did-key-revoked = إبطال مفتاح
desk-did-run-started = بدء تشغيل
desk-did-run-cancelled = إلغاء تشغيل
desk-did-run-ended = انتهاء تشغيل
desk-command-line = سطر الأوامر
desk-runs = التشغيلات من الصفحات
desk-runs-intro = تشغيل واحد في كل مرة. يقرأ ما بدأ به الخادم، ويستمر وإن توقف الخادم.
desk-run = التشغيل
desk-run-region = المنطقة أو الدولة (كما في الإعدادات إن تُركت فارغة)
desk-run-month = آخر شهر معروف (آخر البيانات إن تُرك فارغًا)
desk-run-start = بدء التشغيل
desk-run-cancel = إلغاء هذا التشغيل
desk-run-of = بدأه { $name }
desk-run-running = جارٍ
desk-run-stopping = يتوقف
desk-run-done = تم
desk-run-failed = فشل
desk-run-cancelled = أُلغي
desk-run-refresh = تُحدَّث هذه الصفحة كل ثلاث ثوان.
stamp-title = لم يعد ساريًا
stamp-text = { $count ->
    [zero] لم يُعدَّل شيء مما يستند إليه هذا الموجز.
    [one] منذ إعداد هذا الموجز عُدّل سجل يستند إليه:
    [two] منذ إعداد هذا الموجز عُدّل سجلان يستند إليهما:
    [few] منذ إعداد هذا الموجز عُدّلت { $count } سجلات يستند إليها:
   *[other] منذ إعداد هذا الموجز عُدّل { $count } سجلًا يستند إليها:
}
