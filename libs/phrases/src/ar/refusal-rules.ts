import type { Sentences } from '../sentences.js';
import type { refusalRules as french } from '../fr/refusal-rules.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalRules: Sentences<typeof french> = {
  RULE_UNKNOWN: 'لا تعرف Passerelle هذه القاعدة. اختاروا قاعدة من صفحة «القواعد».',
  RULE_FIXED: 'هذه القاعدة تحفظها Passerelle ولا تُغيَّر: فهي تحدد من يمكنه تغيير غيرها.',
  RULE_NOT_OF_THIS_AGREEMENT: 'لا محل لهذه القاعدة في اتفاق من هذا الشكل.',
  RULE_VALUE_UNFIT: 'هذه القيمة لا تناسب القاعدة. اختاروا قراءة معروضة، وأعداداً داخل الحدود المبيّنة.',
  RULE_SOURCE_INCOMPLETE:
    'المصدر غير كامل: {kind, select, ARTICLE {اختاروا مادة من الاتفاقية واقتبسوا كلماتها} RULES_OF_PROCEDURE {بيّنوا يوم اعتماد النظام الداخلي} other {بيّنوا مرجع النص}}.',
  RULE_QUOTE_NOT_IN_ARTICLE: 'هذه الكلمات لا توجد في {article}. انسخوها من النص؛ و«[…]» تعوّض ما تحذفونه.',
  RULE_WORDS_TOO_LONG: 'هذا النص طويل جداً: {maximum} حرفاً على الأكثر.',
  RULE_NOT_OUR_DEFAULT: 'هذه القراءة ليست التي تطبقها Passerelle تلقائياً: فهي تتطلب نصاً من الشركاء. استشهدوا بمادة أو بالنظام الداخلي أو بالقانون.',
  RULE_MOTIVE_REQUIRED: 'ينقص التعليل: سيقرؤه الطرف الآخر واللجنة.',
  RULE_UNCHANGED: 'القاعدة تقول هذا بالفعل، وبالمصدر نفسه: لا شيء يُسجَّل.',
  RULE_ALREADY_AWAITS: 'هناك تغيير لهذه القاعدة قيد الانتظار. أتمّوه أو اسحبوه أولاً.',
  RULE_AWAITS_NOTHING: 'هذا الطلب لم يعد ينتظر شيئاً: فقد بُتّ فيه أو سُحب.',
  RULES_BY_COORDINATORS: 'تُحدَّد القواعد وتُقترح من طرف تنسيقيات الأطراف.',
  RULES_IN_SERVICE: 'القواعد قيد العمل: لا تتغير إلا بقرار للجنة قابل للتنفيذ. اقترحوا التغيير على اللجنة، أو اطلبوا تصحيح خطأ كتابة.',
  RULES_NOT_IN_SERVICE: 'مرحلة الإعداد لم تنته: ما زالت القاعدة تُحدَّد مباشرة، دون قرار من اللجنة.',
  RULES_READ_HAVE_CHANGED: 'حُدِّدت قاعدة بعد قراءتكم. أعيدوا قراءة الصفحة ثم أكدوا.',
  SERVICE_ALREADY_CONFIRMED: 'سبق لطرفكم أن أكد هذه القواعد. وبدء العمل بها ينتظر الآخرين.',
  CORRECTION_BY_ANOTHER_PARTY: 'يُصحَّح خطأ الكتابة بين طرفين: على تنسيقية طرف آخر أن تعطي موافقتها.',
};
