import { refusalDoor } from './refusal-door.js';
import { refusalAgreement } from './refusal-agreement.js';
import { refusalHand } from './refusal-hand.js';
import { refusalJoining } from './refusal-joining.js';
import { refusalLife } from './refusal-life.js';
import { refusalActions } from './refusal-actions.js';
import { refusalAttachments } from './refusal-attachments.js';
import { refusalDocuments } from './refusal-documents.js';
import { refusalDeliberation } from './refusal-deliberation.js';
import { refusalEntered } from './refusal-entered.js';
import { refusalIdentity } from './refusal-identity.js';
import { refusalParties } from './refusal-parties.js';
import { refusalPrivacy } from './refusal-privacy.js';
import { refusalOffice } from './refusal-office.js';
import { refusalProgramme } from './refusal-programme.js';
import { refusalRules } from './refusal-rules.js';
import type { Sentences } from '../sentences.js';
import type { refusal as french } from '../fr/refusal.js';

/** Unreviewed: to be read by a native speaker. */
export const refusal: Sentences<typeof french> = {
  NOT_FOUND: 'غير موجود. قد يكون الرابط قديماً أو أن هذا العنصر غير متاح لكم.',
  SIGN_IN_REQUIRED: 'سجّلوا الدخول للمتابعة.',
  NOT_ALLOWED: 'هذا الإجراء لا يدخل ضمن مهامكم في هذه الشراكة.',
  VERSION_CHANGED: 'عدّل شخص آخر هذا النص في تلك الأثناء. لم يضع شيء من نصكم: قارنوا بين النصين ثم احفظوا من جديد.',
  BLANK_TEXT: 'لا يمكن ترك هذا الحقل فارغاً: {field, select, title {العنوان} indicator {تسمية المؤشر} budget {تسمية سطر الميزانية} reason {السبب} other {{field}}}.',
  TEXT_TOO_LONG: 'هذا النص طويل جداً: {length} حرفاً، والحد الأقصى {maximum}.',
  NO_SUCH_DATE: 'هذا التاريخ غير موجود: {text}.',
  UNEXPECTED: 'حدث خطأ غير متوقع. لم يتم حفظ أي شيء؛ أعيدوا المحاولة، وإن تكرر فاذكروا هذا المرجع: {requestId}.',
  TOO_BUSY: 'عدد المستخدمين كبير في الوقت نفسه، فلم يجد طلبكم مكاناً. لم يتم حفظ أي شيء؛ أعيدوا المحاولة بعد لحظات.',
  WEEKDAY_DOES_NOT_MATCH: 'اليوم لا يطابق التاريخ {date}: هو يوم {found, select, 1 {الاثنين} 2 {الثلاثاء} 3 {الأربعاء} 4 {الخميس} 5 {الجمعة} 6 {السبت} other {الأحد}}. صححوا أحدهما.',
  CURRENCIES_DIFFER: 'هذه المبالغ ليست بنفس العملة: {expected} و{found}. اجمعوا كل عملة على حدة.',
  NOT_AN_AMOUNT: 'تعذرت قراءة هذا المبلغ: {text}. اكتبوه بالأرقام، مثلاً 1250,00، بعملة {currency}.',
  RESUMED_BY_ADMIN: 'هذه المنصة تخدم عدة شراكات، واستئناف الإرسال يهمها جميعاً. اطلبوا ذلك من إدارة المنصة.',
  SENDING_NOT_HELD: 'الإرسال لا ينتظر أي موافقة: لقد استُؤنف من قبل.',
  NOBODY_LATE: 'لا أحد من جهتكم ينتظر تذكيراً اليوم: كل واحد أنجز ما عليه، أو طُلب منه ذلك قبل أقل من 48 ساعة.',
  SILENCE_NOT_POSSIBLE: 'الأجل قريب جداً ولا يمكن طلب الصمت. أنجزوا الأمر، أو تحدثوا مع تنسيقيتكم.',
  SILENCE_IN_THE_PAST: 'اختاروا يوماً قادماً.',
  ROW_FIXED: 'يقع هذا السطر في اليوم الذي يحدده نص، فلا يُغيَّر. يمكن تغيير الأسطر الأخرى من الموضوع نفسه.',
  ROW_OUT_OF_RANGE: 'هذا اليوم غير ممكن هنا: اختاروا بين {first, number} و{last, number} يوماً (السالب: قبله). يبقى بين سطرين يومان وعلى ترتيبهما.',
  SILENCE_TOO_LONG: 'يمكن طلب الصمت إلى غاية {until} لا بعده. اختاروا يوماً أقرب.',
  DEMO_ONLY: 'هذا الإجراء متاح في النسخة التجريبية فقط.',
  DEMO_CLOCK_ONLY_FORWARD: 'ساعة النسخة التجريبية تتقدم نحو المستقبل فقط: اختاروا تاريخاً لاحقاً.',
  ...refusalDoor,
  ...refusalIdentity,
  ...refusalParties,
  ...refusalPrivacy,
  ...refusalEntered,
  ...refusalProgramme,
  ...refusalOffice,
  ...refusalActions,
  ...refusalDeliberation,
  ...refusalDocuments,
  ...refusalAttachments,
  ...refusalAgreement,
  ...refusalLife,
  ...refusalHand,
  ...refusalJoining,
  ...refusalRules,
};
