import type { Sentences } from '../sentences.js';
import type { refusalDocuments as french } from '../fr/refusal-documents.js';

/** Unreviewed: to be read by a native speaker. */
export const refusalDocuments: Sentences<typeof french> = {
  GLYPH_MISSING: 'لا يمكن طباعة هذا الحرف في وثيقة رسمية: {character}. عوضوه بكلمات (عدد الحروف المعنية في هذا النص: {count}).',
  DOCUMENT_TOO_LARGE: 'هذه الوثيقة أطول من أن تُطبع: {length} حرفاً، والحد الأقصى {maximum}. ضعوا جزءاً من النص في ملحق.',
  PRESS_MISSING: 'لا يمكن إنتاج ملفات PDF على هذا الجهاز ({platform}): محرك الطباعة غير متوفر له. أخبروا مسؤول المنصة؛ لم يضع أي شيء.',
  VERIFICATION_HASH_UNREADABLE: 'هذه ليست بصمة SHA-256: البصمة من 64 رمزاً، أرقاماً وحروفاً من a إلى f. انسخوا البصمة المطبوعة أسفل المحضر، أو أودعوا الملف.',
  VERIFICATION_TOO_MANY: 'طلبات تحقق كثيرة من هذه الشبكة: {maximum} في ربع ساعة. انتظروا ربع ساعة ثم أعيدوا المحاولة.',
};
