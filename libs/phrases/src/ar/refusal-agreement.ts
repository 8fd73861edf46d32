import type { Sentences } from '../sentences.js';
import type { refusalAgreement as french } from '../fr/refusal-agreement.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalAgreement: Sentences<typeof french> = {
  AGREEMENT_LACKS:
    'ترتبط هذه الشراكة ب{kind, select, TWINNING {توأمة} MUTUAL_COMMITMENT {اتفاق التزام متبادل} LETTER_OF_INTENT {رسالة نوايا} FRIENDSHIP_PACT {ميثاق صداقة} other {اتفاقية}}: فليس لها {capability, select, COMMITTEE {لجنة قيادة} PLAN {برنامج عمل سنوي} PLAN_DEADLINE {أجل للبرنامج} TERM {مدة محددة} other {عقد من الدولة يُنتظر}}. وللحصول عليه، تُبرم الأطراف اتفاقية.',
  AXES_BY_COORDINATORS: 'المحور الجديد تقترحه منسقية أحد الأطراف. اطلبوا ذلك من منسقيتكم.',
  AXIS_AWAITS_NOTHING: 'لم يعد هذا المقترح ينتظر شيئًا: اعتمدته اللجنة أو سُحب.',
  AXIS_WORDS_BLANK: 'ينقص {field, select, title {العنوان بالفرنسية} titleAr {العنوان بالعربية} other {نص المحور}}.',
  AGREEMENT_ALREADY_RECORDED: 'اتفاق هذه الشراكة شُرع فيه من قبل. افتحوا الإعداد الأولي: تجدون فيه ما كُتب.',
  AGREEMENT_IN_SERVICE: 'الاتفاق معمول به: لا يُصحَّح نصه ولا محاوره هنا. القاعدة أو المحور يُغيَّران بقرار من اللجنة.',
  AGREEMENT_IN_USE:
    '{by, select, LIFE {قُيّد عقد في سجل هذا الاتفاق} MEETING {بُرمج اجتماع أو عُقد بموجب هذا الاتفاق} other {ترتبط بطاقات أو برنامج بهذا الاتفاق}}: لم يعد يُصحَّح هنا.',
  AGREEMENT_NAME_BLANK: 'ينقص اسم الاتفاق. انقلوا الاسم الذي يحمله عنوانه.',
  SETUP_CHANGED_MEANWHILE: 'حفظت منسقية أخرى هذا الإعداد منذ أن فتحتم الصفحة. كلماتكم محفوظة هنا: انسخوها، وأعيدوا قراءة المرحلة، ثم أكملوا.',
  ARTICLE_TWICE: '{article} موجودة مرتين في النص بكلمات مختلفة. أبقوا على واحدة، أو صححوا رقمها.',
  ARTICLE_QUOTED: 'تستشهد قاعدة ب{article}، ولن تبقى هذه الكلمات فيها. صححوا القاعدة أولاً، أو أبقوا على هذه الكلمات.',
  LEAD_WITHOUT_OPERATION: 'المسار «{line}» لا عملية فوقه. اكتبوا العملية أولاً، بلا شرطة.',
  NUMBER_TWICE: 'الرقم {number} مكتوب مرتين. لكل عملية ولكل مسار رقمه.',
  TOO_MANY_AXES: 'للاتفاق {maximum} محوراً على الأكثر.',
  SINCE_UNREADABLE: 'هذه السنة لا تُقرأ: {since}. اكتبوا أرقامها الأربعة، مثل 1962.',
  ACT_ID_UNREADABLE:
    '«{text}» ليس معرّف عقد إداري: صيغته إقليم-SIREN-تاريخ-رقم-طبيعة، مثل 092-219200789-20221215-2022121514-DE. انسخوه من صفحة أخرى إن كانت هذه تالفة.',
};
