import type { Sentences } from '../sentences.js';
import type { refusalLife as french } from '../fr/refusal-life.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalLife: Sentences<typeof french> = {
  LIFE_TEXT_BLANK:
    'لا يمكن ترك هذه الخانة فارغة: {field, select, body {المجلس الذي تداول} office {صفة الموقّع} place {المكان} authority {السلطة المؤشِّرة} holder {حائز واحد على الأقل} motive {السبب} other {هذا النص}}.',
  DATE_TO_COME:
    'يحفظ السجل ما وقع، وهذا التاريخ لم يحلّ بعد: {field, select, decidedOn {المداولة أو القرار} signedOn {التوقيع} sentOn {الإرسال} receivedOn {التوصل} publishedOn {النشر} submittedOn {الإيداع} withdrawnOn {السحب} other {الدراسة}}. عودوا لكتابته في يومه.',
  DATES_REVERSED:
    'هذان التاريخان متناقضان: لا يمكن أن يسبق {second, select, receivedOn {التوصلُ} decidedOn {القرارُ} withdrawnOn {السحبُ} other {الثاني}} {first, select, sentOn {الإرسالَ} submittedOn {الإيداعَ} other {الأول}}.',
  TRANSMISSION_EMPTY: 'لم يُملأ أي شيء. اكتبوا على الأقل معرّف العقد أو أحد التواريخ؛ وتُكتب الأخرى متى عُرفت.',
  VISA_HALF_DECIDED: 'القرار وتاريخه متلازمان: املأوا الاثنين، أو لا شيء منهما ما دام الجواب منتظراً.',
  TOO_MANY_COPIES: 'يقف سجل الأصول عند {maximum}.',
  NOTHING_CHANGED: 'لم يتغير شيء: هذا ما يقوله السجل أصلاً.',
  CORRECTION_NEEDS_MOTIVE: 'إنكم تغيّرون قيمة معروفة. قولوا السبب: تبقى القيمة القديمة مقروءة في السجل مع هذا السبب.',
  NOTICE_NOT_FORESEEN: 'لا ينص هذا النص على إشعار مسبق. وإن اتفقت عليه الأطراف فسجلوا أولاً قاعدة الإنهاء مع مصدرها.',
  NOTICE_ALREADY_GIVEN: 'سبق لهذا الطرف أن وجّه إشعاراً مسبقاً. سجلوا التوصل به، أو اسحبوه قبل توجيه آخر.',
  NOTICE_NEEDS_MOTIVE: 'يذكر الإشعار المسبق سببه.',
  NOTICE_WITHDRAWN: 'سبق سحب هذا الإشعار المسبق.',
  NOTICE_HAS_ENDED: 'أنتج هذا الإشعار أثره: انتهى الاتفاق. لا يُسحب بعد ذلك؛ وتُبرم الأطراف اتفاقاً جديداً.',
  NO_TERM: 'ليس لهذا النص مدة ولا تجديد: لا شيء يُدرس.',
  REGISTER_OF_ANOTHER_PARTY: 'تكتب كل تنسيقية عقود طرفها. ولعقود الطرف الآخر راسلوا تنسيقيته.',
};
