import type { Sentences } from '../sentences.js';
import type { refusalIdentity as french } from '../fr/refusal-identity.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalIdentity: Sentences<typeof french> = {
  MAIL_ADDRESS_REFUSED: 'عنوان البريد الإلكتروني غير صالح. تحققوا منه: يكتب على شكل prenom.nom@ville.fr دون مسافات.',
  SIGN_IN_CODE_EXPIRED: 'لم يعد هذا الرمز صالحاً: مدته {minutes} دقائق ويستعمل مرة واحدة. اطلبوا رمزاً جديداً.',
  SIGN_IN_CODE_TOO_MANY_TRIES: 'جُرّب هذا الرمز {tries} مرات. اطلبوا رمزاً جديداً.',
  SIGN_IN_CODE_WRONG: 'الرمز غير صحيح. {left, plural, zero {اطلبوا رمزاً جديداً.} one {بقيت محاولة واحدة.} two {بقيت محاولتان.} few {بقيت # محاولات.} many {بقيت # محاولة.} other {بقيت # محاولة.}}',
  SIGN_IN_CODE_TOO_MANY_ASKED: 'طُلبت عدة رموز لهذا العنوان قبل قليل. انتظروا ربع ساعة أو استعملوا آخر رمز توصلتم به.',
  SIGN_IN_CODE_OTHER_BROWSER: 'يُدخل هذا الرمز في المتصفح الذي طلبه. اطلبوا رمزاً جديداً من هنا.',
  STEP_UP_REQUIRED: 'قبل هذا الإجراء، أكدوا هويتكم: اطلبوا رمزاً عبر البريد الإلكتروني ثم أدخلوه.',
  IDEMPOTENCY_KEY_REUSED: 'سبق إرسال هذه الاستمارة بمحتوى آخر. أعيدوا تحميل الصفحة وابدؤوا من جديد.',
};
