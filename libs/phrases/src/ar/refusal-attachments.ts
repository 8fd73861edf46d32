import type { Sentences } from '../sentences.js';
import type { refusalAttachments as french } from '../fr/refusal-attachments.js';

/** Refusals of what people send in: files, and texts with a form. Not yet read by a native speaker. */
export const refusalAttachments: Sentences<typeof french> = {
  FILE_MISSING: 'لم يُختر أي ملف. اختاروا ملفًا ثم أعيدوا المحاولة.',
  FILE_EMPTY: 'هذا الملف فارغ. تحققوا منه على جهازكم ثم أعيدوا المحاولة.',
  FILE_TOO_LARGE: 'هذا الملف كبير جدًا: {megabytes} ميغابايت على الأكثر. لم يُرفق شيء. قلّصوا حجمه، أو أرفقوه على عدة أجزاء.',
  FILE_KIND_UNKNOWN: 'هذا النوع من الملفات غير مقبول. الأنواع المقبولة: PDF وdocx وxlsx وodt وods وPNG وJPEG وCSV والنص. احفظوا ملفكم في أحدها، ويُفضَّل PDF.',
  FILE_BROKEN: 'الملف «{name}» معطوب، أو ليس كما يدل عليه اسمه. افتحوه واحفظوه من جديد (ويُفضَّل بصيغة PDF) ثم أعيدوا المحاولة.',
  FILE_RUNS: 'الملف «{name}» يحتوي على برنامج أو ماكرو أو ملف مخفي، وهو غير مقبول لأسباب أمنية. احفظوه دون ماكرو، أو اطبعوه بصيغة PDF.',
  FILE_PROTECTED: 'الملف «{name}» محمي أو مشفر، ولا يمكن التحقق من محتواه. احفظوه دون حماية، أو اطبعوه بصيغة PDF.',
  FILE_UNPACKS_TOO_LARGE: 'الملف «{name}» يصبح كبيرًا جدًا عند فتحه. خففوه، أو اطبعوه بصيغة PDF.',
  FILE_TOO_MANY_PIXELS: 'الصورة «{name}» كبيرة جدًا: {millions} مليون نقطة على الأكثر. قلّصوها ثم أعيدوا المحاولة.',
  UPLOAD_UNREADABLE: 'لم يصل الإرسال كاملًا. لم يُرفق شيء: تحققوا من اتصالكم وأعيدوا المحاولة.',
  ATTACHMENTS_TOO_MANY: 'توجد هنا {maximum} وثيقة، وهو الحد الأقصى. اسحبوا واحدة، أو اجمعوا عدة وثائق في ملف PDF واحد.',
  ATTACHMENTS_TOO_HEAVY: 'بلغت وثائق هذه الشراكة {gigabytes} جيغابايت، وهو الحد الأقصى. أخبروا مسؤول المنصة.',
  ATTACHMENT_OF_ANOTHER: 'لا يمكن سحب هذه الوثيقة إلا من طرف الشخص الذي أرفقها.',
  ATTACHMENT_SHARED: 'سبق تقاسم هذه الوثيقة: فهي تبقى، ليجد كل واحد ما قرأه. أرفقوا نسخة مصححة إلى جانبها.',
  DOCUMENTS_BY_HOST: 'وثائق جدول الأعمال ترفقها منسقية الطرف المستضيف: {host}.',
  DOCUMENTS_CLOSED: 'الجلسة مختتمة أو ملغاة: لم يعد جدول أعمالها يقبل الوثائق.',
  RICH_TEXT_SHAPE: 'يحتوي هذا النص على تنسيق غير مقبول. ألصقوه دون تنسيق.',
  RICH_TEXT_TOO_LARGE: 'هذا النص طويل جدًا: {maximum} حرف على الأكثر. ضعوا جزءًا منه في وثيقة مرفقة.',
  RICH_TEXT_TOO_DEEP: 'قوائم هذا النص متداخلة أكثر من اللازم: {maximum} مستويات على الأكثر.',
  RICH_TEXT_LINK: 'هذا الرابط غير مقبول: يجب أن يبدأ بـ https:// أو mailto:.',
};
