import type { Sentences } from '../sentences.js';
import type { web as french } from '../fr/web.js';

/** Unreviewed: to be read by a native speaker. */
export const web: Sentences<typeof french> = {
  name: 'Passerelle',
  home: {
    title: 'قيادة مشتركة للتعاون بين الجماعات الترابية',
    lead: 'تتابع Passerelle اتفاقية التعاون اللامركزي، من البطاقة التقنية إلى المحضر النافذ: جماعتان، لجنة قيادة واحدة، ونسخة واحدة من كل قرار.',
    signIn: 'تسجيل الدخول',
  },
  places: { turn: 'دوري', plan: 'البرنامج', meetings: 'الاجتماعات', minutes: 'المحاضر', parties: 'الأطراف' },
  foot: { legal: 'البيانات القانونية', privacy: 'الحياة الخاصة', accessibility: 'إمكانية الولوج: غير مطابقة' },
  trouble: {
    NOT_FOUND: 'الصفحة غير موجودة',
    NOT_ALLOWED: 'صفحة محجوزة',
    SIGN_IN_REQUIRED: 'تسجيل الدخول مطلوب',
    UNEXPECTED: 'حدث أمر غير متوقع',
    TOO_BUSY: 'عدد المستخدمين كبير في الوقت نفسه',
    home: 'العودة إلى الصفحة الرئيسية',
  },
  refusedPost: {
    title: 'تم رفض الإرسال',
    sentence: 'هذه الاستمارة لا تأتي من صفحة من صفحات Passerelle. لم يتم حفظ أي شيء: افتحوا الصفحة من Passerelle وأعيدوا المحاولة.',
  },
  tooLarge: {
    title: 'الإرسال كبير جداً',
    sentence: 'ما ترسلونه يتجاوز 1 ميغابايت. لم يتم حفظ أي شيء: اختصروا النص وأعيدوا المحاولة.',
  },
};
