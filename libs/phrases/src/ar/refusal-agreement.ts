import type { Sentences } from '../sentences.js';
import type { refusalAgreement as french } from '../fr/refusal-agreement.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalAgreement: Sentences<typeof french> = {
  AGREEMENT_LACKS:
    'ترتبط هذه الشراكة ب{kind, select, TWINNING {توأمة} MUTUAL_COMMITMENT {اتفاق التزام متبادل} LETTER_OF_INTENT {رسالة نوايا} FRIENDSHIP_PACT {ميثاق صداقة} other {اتفاقية}}: فليس لها {capability, select, COMMITTEE {لجنة قيادة} PLAN {برنامج عمل سنوي} PLAN_DEADLINE {أجل للبرنامج} TERM {مدة محددة} other {عقد من الدولة يُنتظر}}. وللحصول عليه، تُبرم الأطراف اتفاقية.',
  AXES_BY_COORDINATORS: 'المحور الجديد تقترحه منسقية أحد الأطراف. اطلبوا ذلك من منسقيتكم.',
  AXIS_AWAITS_NOTHING: 'لم يعد هذا المقترح ينتظر شيئًا: اعتمدته اللجنة أو سُحب.',
  AXIS_WORDS_BLANK: 'ينقص {field, select, title {العنوان بالفرنسية} titleAr {العنوان بالعربية} other {نص المحور}}.',
  SINCE_UNREADABLE: 'هذه السنة لا تُقرأ: {since}. اكتبوا أرقامها الأربعة، مثل 1962.',
  ACT_ID_UNREADABLE:
    '«{text}» ليس معرّف عقد إداري: صيغته إقليم-SIREN-تاريخ-رقم-طبيعة، مثل 092-219200789-20221215-2022121514-DE. انسخوه من صفحة أخرى إن كانت هذه تالفة.',
};
