import type { Sentences } from '../sentences.js';
import type { webArchive as french } from '../fr/web-archive.js';

/** Unreviewed: to be read by a native speaker. */
export const webArchive: Sentences<typeof french> = {
  title: 'أخذ نسخة من الشراكة',
  lead: 'ملف واحد يضم الاتفاقية والاجتماعات والأصوات والمحاضر مع ملفات PDF والتوقيعات والخطط وسجل الأعمال. وهو نفسه لكل تنسيقية، بلا أي عنوان بريد إلكتروني ولا مسودة.',
  download: 'تنزيل الشراكة كاملة',
  check: 'يمكن لأي كان أن يتحقق من سلامته دون الرجوع إلينا، وأن يفتحه في منصة أخرى من Passerelle: طريقة الاستعمال داخل الملف.',
};
