import type { Sentences } from '../sentences.js';
import type { refusalProgramme as french } from '../fr/refusal-programme.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalProgramme: Sentences<typeof french> = {
  TOO_MANY_LINES: 'عدد الأسطر كبير جداً {field, select, indicators {في المؤشرات} budget {في الميزانية} other {هنا}}: {count, number}، والحد الأقصى {maximum, number}. اجمعوا بعضها.',
  YEAR_OUT_OF_RANGE: 'السنة {year} غير ممكنة هنا: اختاروا سنة بين {first} و{last}.',
  ENDS_BEFORE_START: 'تاريخ النهاية ({endsOn}) يسبق تاريخ البداية ({startsOn}). صححوا أحد التاريخين.',
  TARGETS_DO_NOT_ADD_UP: 'مجموع أهداف المؤشر «{label}» هو {sum, number} وليس {total, number}. صححوا أحد الأهداف أو المجموع.',
  TARGET_PARTY_TWICE: 'المؤشر «{label}» يحتسب المجال الترابي نفسه مرتين. احتفظوا بهدف واحد لكل مجال ترابي.',
  PEOPLE_OUT_OF_RANGE: '{people, number} ليس عدداً ممكناً من الأشخاص: يتراوح العدد بين 0 و{maximum, number}.',
  AMOUNT_OUT_OF_RANGE: 'مبلغ السطر «{label}» غير ممكن: لا يجوز أن يكون سالباً أو مفرطاً. اكتبوا 0 إذا كان العمل بدون كلفة.',
  CURRENCY_UNKNOWN: 'العملة «{currency}» غير معروفة. اختاروها من القائمة، مثلاً EUR أو MAD.',
  NOT_A_RATE: 'تعذرت قراءة هذا السعر: {text}. اكتبوه بالأرقام، أكبر من الصفر، بعشر خانات عشرية على الأكثر، مثلاً 10,8534.',
  RATE_CURRENCIES_SAME: 'سعر الصرف يربط عملتين مختلفتين: {currency} واردة مرتين. غيروا إحداهما.',
  RATE_DAY_AHEAD: 'سعر الصرف يحمل يوماً قد حل: {day} بعد {today}. صححوا اليوم.',
  RATE_ALREADY_THAT_DAY: 'سعر بين هاتين العملتين مكتوب من قبل ليوم {day}. اسحبوه أولاً إن كان خاطئاً، أو اكتبوا سعر يوم آخر.',
  RATE_WITHDRAWN: 'هذا السعر مسحوب من قبل: لا شيء يُعاد.',
  RATE_USED_BY_PLAN: 'حُصر برنامج سنة {year} بهذا السعر: لا يمكن سحبه. اكتبوا سعر يوم آخر، وسيُعتمد في البرامج المقبلة.',
  AXIS_NOT_STRATEGIC: 'المحور {number} محور أفقي: تجيب عنه كل بطاقة. اختاروا محوراً استراتيجياً أو بيّنوا سبب وجود العمل خارج المحاور.',
  AXIS_NOT_OPEN: 'المحور {number} لم يُفتح بعد: يلزم قرار للجنة قابل للتنفيذ. اطلبوا إدراجه في جدول الأعمال أو اختاروا محوراً آخر.',
  LEAD_OUTSIDE_AXIS: 'مقترح العمل {number} لا يدخل ضمن المحور المختار. اختاروا محوره أو مقترحاً آخر.',
  SHEET_STATE_FORBIDS:
    'هذه البطاقة {state, select, DRAFT {لا تزال مسودة} SUBMITTED {مقدَّمة وتنتظر الطرف الآخر} RETURNED {أُعيدت إلى التحرير} CO_VALIDATED {صادقت عليها الأطراف} ADOPTED {جزء من برنامج معتمد} REJECTED {استبعدتها اللجنة} POSTPONED {مؤجلة إلى سنة أخرى} WITHDRAWN {مسحوبة} other {تغيرت حالتها}}: {wanted, select, EDIT {لا يمكن تعديلها. أعيدوها أولاً إلى التحرير إن لم تكن مدرجة في البرنامج} SUBMIT {لا يمكن تقديمها من جديد} CO_VALIDATE {ليست الآن في مرحلة المصادقة. يجب أن يقدمها طرفها أولاً} RETURN {لا شيء يُعاد إلى التحرير} WITHDRAW {لم يعد سحبها ممكناً} COMMENT {لم تعد تُضاف إليها ملاحظات} other {هذه الخطوة غير ممكنة}}.',
  SHEET_VERSION_UNKNOWN: 'هذه النسخة غير موجودة أو ليست لكم. أعيدوا تحميل قائمة النسخ واختاروا نسخة أخرى.',
  COMMENT_FIELD_UNKNOWN: 'هذا الجزء غير موجود في البطاقة. عودوا إلى البطاقة واختاروا الجزء الذي تعلّقون عليه.',
  COMMENT_ANSWERS_ANSWER: 'يكون الرد على ملاحظة لا على رد. اكتبوا تحت الملاحظة الأولى.',
  MENTION_OUT_OF_REACH: 'أحد الأشخاص المنادى عليهم لا يمكنه رؤية هذه الملاحظة: لم يُرسل شيء. اختاروا من بين الأشخاص المقترحين.',
  SHEET_OF_OTHER_PARTY: 'هذه البطاقة يحررها {party}. بعد تقديمها يمكنكم المصادقة عليها أو إعادتها مع ذكر السبب.',
  OWN_PARTY_HAS_VALIDATED: 'سبق لطرفكم أن صادق على هذه البطاقة: الدور الآن على الطرف الآخر.',
  SHEET_IN_PLAN: 'هذه البطاقة مدرجة في البرنامج. اطلبوا أولاً من التنسيق إخراجها منه.',
  SHEET_INCOMPLETE:
    'لا يمكن تقديم هذه البطاقة بعد. ينقص ما يلي:{context, select, MISSING { · السياق} other {}}{objectives, select, MISSING { · الأهداف} other {}}{indicators, select, MISSING { · مؤشر واحد على الأقل} other {}}{methods, select, MISSING { · طريقة جمع معطيات أحد المؤشرات} other {}}{responsibles, select, MISSING { · المسؤول(ة) عن أحد المؤشرات} other {}}{transversal, select, MISSING { · الجواب عن كل محور أفقي} other {}}{startsOn, select, MISSING { · تاريخ البداية} other {}}{endsOn, select, MISSING { · تاريخ النهاية} other {}}{axis, select, MISSING { · محور، أو تبرير عمل خارج المحاور} other {}}{budget, select, MISSING { · سطر في الميزانية} other {}}.',
  PLAN_BY_COORDINATORS: 'تتولى منسقيات الأطراف إعداد البرنامج والمصادقة عليه. توجهوا إلى منسقيتكم.',
  PLAN_ALREADY_OPEN: 'برنامج سنة {year} مفتوح من قبل. افتحوا لوحة البرنامج لاستكماله.',
  PLAN_STATE_FORBIDS:
    'هذا البرنامج {state, select, DRAFT {قيد الإعداد} CO_VALIDATED {صادقت عليه المنسقيات} FROZEN {محصور وينتظر قرار اللجنة} ADOPTED {معتمد} other {تغيرت حالته}}: {wanted, select, ADD {لم تعد تضاف إليه أعمال} REMOVE {لم تعد تسحب منه أعمال} VALIDATE {ليس الآن في مرحلة المصادقة} FREEZE {لا يُحصر الآن: تصادق عليه كل المنسقيات أولاً} REOPEN {لا يعاد فتحه} DECIDE {لا يمكن للجنة أن تبت فيه: تحصره المنسقيات أولاً} other {هذه الخطوة غير ممكنة}}.{state, select, FROZEN { أعيدوا فتحه إن لزم تغييره.} ADOPTED { لتغييره افتحوا مراجعة: ستتطلب قراراً جديداً.} other {}}',
  SHEET_NOT_CO_VALIDATED:
    'لا تدخل البرنامج إلا بطاقة صادقت عليها كل الأطراف: هذه البطاقة {state, select, DRAFT {لا تزال مسودة} SUBMITTED {تنتظر مصادقة الطرف الآخر} RETURNED {أُعيدت إلى التحرير} WITHDRAWN {مسحوبة} other {ليست كذلك}}.',
  SHEET_OF_OTHER_YEAR: 'هذه البطاقة تخص سنة {sheetYear} والبرنامج يخص سنة {planYear}. اختاروا برنامج السنة نفسها.',
  SHEET_ALREADY_IN_PLAN: 'هذه البطاقة مدرجة من قبل في البرنامج: لا شيء يُعاد.',
  SHEET_NOT_IN_PLAN: 'هذه البطاقة لم تعد في البرنامج: لا شيء يُسحب.',
  PLAN_IS_EMPTY: 'لا يتضمن هذا البرنامج أي عمل. أدرجوا أولاً بطاقة واحدة على الأقل صادقت عليها الأطراف.',
  PLAN_VALIDATED_BY_PARTY: 'سبق أن صادق {party} على هذا البرنامج: لا شيء يُعاد. على التنسيق الآخر أن يصادق عليه.',
  PLAN_ACTIONS_CHANGED: 'تغيرت أعمال البرنامج منذ قراءتكم له: لم تُسجَّل أي مصادقة. أعيدوا تحميل الصفحة واقرؤوا ثم صادقوا.',
  ACTION_NOT_READY:
    'لا يمكن حصر البرنامج. في البطاقة «{title}» ينقص ما يلي:{context, select, MISSING { · السياق} other {}}{objectives, select, MISSING { · الأهداف} other {}}{indicators, select, MISSING { · مؤشر واحد على الأقل} other {}}{methods, select, MISSING { · طريقة جمع معطيات أحد المؤشرات} other {}}{responsibles, select, MISSING { · المسؤول(ة) عن أحد المؤشرات} other {}}{transversal, select, MISSING { · الجواب عن كل محور أفقي} other {}}{startsOn, select, MISSING { · تاريخ البداية} other {}}{endsOn, select, MISSING { · تاريخ النهاية} other {}}{axis, select, MISSING { · محور، أو تبرير عمل خارج المحاور} other {}}{budget, select, MISSING { · سطر في الميزانية (0 ممكن)} other {}}. اسحبوها من البرنامج وأتموها ثم اعرضوها للمصادقة من جديد.',
  PLAN_NOT_OPEN: 'برنامج سنة {year} لم يُفتح بعد. تفتحه إحدى المنسقيات، ثم تدخله البطاقات.',
  COMMITTEE_VALIDATES: 'قرار لجنة القيادة بشأن البرنامج هو وحده الذي يصادق على بطاقاته. احصروا البرنامج ثم أدرجوه في جدول الأعمال.',
  MILESTONE_OUT_OF_RANGE: '{days, number} يوماً قبل الأجل غير ممكن هنا: اختاروا بين {first, number} و{last, number}.',
  MILESTONE_OUT_OF_ORDER:
    'مرحلة «{before, select, SHEETS_DUE {البطاقات مقدَّمة} CO_VALIDATION {المصادقة على البطاقات} CONVOCATION {استدعاء اللجنة} FREEZE {حصر البرنامج} other {الجلسة}}» تأتي قبل «{after, select, SHEETS_DUE {البطاقات مقدَّمة} CO_VALIDATION {المصادقة على البطاقات} CONVOCATION {استدعاء اللجنة} FREEZE {حصر البرنامج} other {جلسة اللجنة}}». غيّروا المرحلة الأخرى أولاً أو اختاروا يوماً آخر.',
  PLAN_ON_OPEN_BALLOT: 'تصوت اللجنة الآن على هذا البرنامج: لا يمكن إعادة فتحه. انتظروا إغلاق التصويت.',
};
