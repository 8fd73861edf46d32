import type { Sentences } from '../sentences.js';
import type { webIdentity as french } from '../fr/web-identity.js';

/** Unreviewed: to be read by a native speaker. */
export const webIdentity: Sentences<typeof french> = {
  signOut: 'تسجيل الخروج',
  help: 'هل لديكم سؤال؟ منسقكم:',
  signIn: {
    title: 'تسجيل الدخول',
    lead: 'لا توجد كلمة مرور: يُرسل إليكم رمز من ستة أرقام عبر البريد الإلكتروني.',
    address: 'عنوان بريدكم الإلكتروني',
    addressHint: 'العنوان الذي سجلته التنسيقية: prenom.nom@ville.fr',
    send: 'التوصل برمز',
  },
  code: {
    title: 'أدخلوا الرمز',
    lead: 'إذا كان هذا العنوان معروفاً فقد أُرسل إليه رمز. يصلح لمدة 10 دقائق ولمرة واحدة فقط. أبقوا هذه الصفحة مفتوحة أثناء قراءته.',
    demo: 'في النسخة التجريبية لا يُرسل أي بريد: الرمز ينتظركم في صندوق الرسائل.',
    mailbox: 'فتح صندوق الرسائل',
    field: 'رمز من ستة أرقام',
    hint: 'يمكنكم لصقه.',
    signIn: 'تسجيل الدخول',
    confirm: 'التأكيد والمتابعة',
    again: 'التوصل برمز آخر',
  },
  confirm: {
    title: 'تأكيد هويتكم',
    question: 'رمز قبل هذا الفعل',
    consequence: 'هذا الفعل يُلزم جماعتكم. سيُرسل رمز من ستة أرقام إلى عنوانكم، وبعد إدخاله تعودون إلى حيث كنتم.',
    back: 'ليس الآن',
  },
};
