import type { Sentences } from '../sentences.js';
import type { webNotices as french } from '../fr/web-notices.js';

/** Unreviewed: to be read by a native speaker. */
export const webNotices: Sentences<typeof french> = {
  turn: {
    title: 'دوري',
    lead: '{count, plural, zero {لا شيء ينتظركم.} one {أمر واحد ينتظركم.} two {أمران ينتظرانكم.} few {# أمور تنتظركم.} many {# أمراً ينتظركم.} other {# أمر ينتظركم.}}',
    late: 'متأخر',
    soon: 'خلال سبعة أيام',
    later: 'لاحقاً',
    until: 'إلى غاية',
    undated: 'بدون أجل محدد',
    within: '{days, plural, =0 {اليوم الأخير} zero {اليوم الأخير} one {بقي يوم واحد} two {بقي يومان} few {بقيت # أيام} many {بقي # يوماً} other {بقي # يوم}}',
    since: '{days, plural, zero {فات الأجل} one {متأخر بيوم واحد} two {متأخر بيومين} few {متأخر بـ # أيام} many {متأخر بـ # يوماً} other {متأخر بـ # يوم}}',
    act: '{kind, select, SIGN_MINUTES {القراءة والتوقيع} CAST_VOTE {التصويت} CONVENE_MEETING {الاطلاع والاستدعاء} FINALISE_MINUTES {فتح المحضر} CO_VALIDATE_SHEET {قراءة البطاقة} REVISE_SHEET {مراجعة البطاقة} FINISH_SHEET {إتمام البطاقة} ADOPT_PLAN {الاطلاع على ما ينقص} VALIDATE_PLAN {فتح البرنامج} other {فتح}}',
    nothing: 'سيتم إشعاركم بالبريد الإلكتروني بمجرد أن يتوقف أمر عليكم.',
    next: 'ما سيأتي',
    plan: 'المصادقة على برنامج العمل {year}',
    openPlan: 'الاطلاع على برنامج {year}',
  },
  mailbox: {
    title: 'صندوق الرسائل',
    lead: 'رسائل النسخة التجريبية كما كانت ستُرسل. لا تغادر أي منها هذا الجهاز.',
    none: 'لا توجد رسائل حالياً',
    noneHint: 'قدّموا ساعة النسخة التجريبية أو وقّعوا محضراً: تصل الرسائل إلى هنا.',
    list: 'الرسائل، من الأحدث إلى الأقدم',
    to: 'إلى',
    received: 'تاريخ التوصل',
    language: 'اللغة',
    languages: { fr: 'الفرنسية', ar: 'العربية', zgh: 'الأمازيغية', en: 'الإنجليزية' },
    deliveries: 'عدد مرات التسليم',
    delivered: '{count, plural, zero {لم تُسلّم} one {سُلّمت مرة واحدة} two {سُلّمت مرتين} few {سُلّمت # مرات} many {سُلّمت # مرة} other {سُلّمت # مرة}}',
    twice: '{count, plural, zero {لم تُسلّم.} one {سُلّمت مرة واحدة.} two {سُلّمت مرتين: عطل قطع الإرسال، وتحمل الرسالة المعرّف نفسه.} few {سُلّمت # مرات: عطل قطع الإرسال، وتحمل الرسالة المعرّف نفسه.} many {سُلّمت # مرة: عطل قطع الإرسال، وتحمل الرسالة المعرّف نفسه.} other {سُلّمت # مرة: عطل قطع الإرسال، وتحمل الرسالة المعرّف نفسه.}}',
    attached: '{count, plural, =0 {بدون مرفقات} zero {بدون مرفقات} one {مرفق واحد} two {مرفقان} few {# مرفقات} many {# مرفقاً} other {# مرفق}}',
    attachments: 'المرفقات',
    download: 'تنزيل {filename}',
    asSent: 'الرسالة كما تُرسل',
    asText: 'الرسالة نفسها بدون تنسيق',
    back: 'جميع الرسائل',
  },
};
