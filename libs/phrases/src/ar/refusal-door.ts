import type { Sentences } from '../sentences.js';
import type { refusalDoor as french } from '../fr/refusal-door.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalDoor: Sentences<typeof french> = {
  GRAPHQL_PARSE_FAILED: 'تعذّرت قراءة طلب GraphQL هذا. صحّحوا كتابته ثم أعيدوا إرساله: {detail}',
  GRAPHQL_VALIDATION_FAILED: 'طلب GraphQL هذا لا يوافق المخطط. قارنوه بالمخطط المنشور ثم أعيدوا إرساله: {detail}',
  BAD_USER_INPUT: 'إحدى القيم المرسلة ليست هي المنتظرة. صحّحوها ثم أعيدوا المحاولة: {detail}',
  BAD_REQUEST: 'لا يمكن قراءة هذا الطلب هنا. تحققوا من طريقة الإرسال وشكله: {detail}',
  TOO_COMPLEX: 'يطلب هذا الطلب الكثير دفعة واحدة: {measure, select, depth {عدد المستويات} aliases {عدد الأسماء البديلة} fields {عدد الحقول} directives {عدد التوجيهات} repeats {تكرار الحقل نفسه} cost {عدد القيم} page {عدد الأسطر في الصفحة} other {عدد الكلمات}} {found, number}، والحد الأقصى {maximum, number}. اطلبوا أقل، أو على مراحل.',
  MUTATION_OVER_GET: 'لا ينطلق أي إجراء من مجرد رابط. أرسلوه بطريقة POST.',
  CROSS_SITE_REQUEST: 'هذا الطلب قادم من موقع آخر، ولم يُنفَّذ. افتحوا Passerelle في متصفحكم وأعيدوا المحاولة من صفحاتها.',
  UNSUPPORTED_MEDIA_TYPE: 'شكل الإرسال هذا غير مقبول: هذا العنوان لا يقرأ سوى JSON. أعيدوا إرسال الطلب مع الترويسة Content-Type: application/json.',
  PAYLOAD_TOO_LARGE: 'هذا الإرسال كبير جداً: الحد الأقصى {maximum, number} بايت. أرسلوا أقل في كل مرة.',
};
