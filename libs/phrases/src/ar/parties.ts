import type { Sentences } from '../sentences.js';
import type { parties as french } from '../fr/parties.js';

/** Unreviewed: to be read by a native speaker. */
export const parties: Sentences<typeof french> = {
  category: {
    CO_PRESIDENT: 'الرئاسة المشتركة',
    ELECTED_MEMBER: 'المنتخبون الأعضاء',
    TECHNICIAN: 'التقنيون الأعضاء',
    COORDINATOR: 'التنسيقية',
    SESSION_SECRETARY: 'كتابة الجلسة',
    CABINET: 'الديوان والمديرية العامة',
    GUEST: 'المدعوون، لمدة محددة',
    PROJECT_CARRIER: 'حاملو المشاريع',
    EVALUATION_ACTOR: 'التقييم',
    STATE_OBSERVER: 'ملاحظو الدولة',
    INSTANCE_ADMIN: 'إدارة المنصة',
  },
  invitation: {
    subject: 'دعوة: {office}',
    heading: '{party} تقترح عليكم مقعداً',
    body: 'الشراكة: {partnership}. الصفة: {office}. يبدأ الانتداب عندما تقبلونه.',
    how: 'هذا الرابط لا يمنح أي حق بمفرده: تطلب منكم الصفحة رمزاً يُرسل إلى هذا العنوان، ثم موافقتكم.',
    confirmation: 'يبدأ انتدابكم عندما يؤكده طرف آخر أيضاً: لا أحد يعين نفسه وحده.',
    otherwise: 'دون جواب خلال ثلاثين يوماً تسقط الدعوة. إن لم تكن تعنيكم فتجاهلوا هذه الرسالة.',
    button: 'قراءة الدعوة',
  },
  confirmation: {
    subject: 'للتأكيد: {name}، {party}',
    heading: '{party} تطلب تأكيدكم',
    body: '{name} مدعو(ة) بصفة: {office}. {why, select, PRESIDENCY {تبدأ الرئاسة المشتركة عندما تؤكدها تنسيقية طرف آخر.} other {يشبه هذا الاسم اسم شخص آخر: يقول طرف آخر هل هو فعلاً المعني.}}',
    otherwise: 'دون تأكيد لا يبدأ هذا الانتداب.',
    button: 'الاطلاع والتأكيد',
  },
  coordinatorInvited: {
    subject: 'تنسيقية {party}: دُعي شخص إليها',
    heading: 'لم تعد لدى {party} تنسيقية',
    body: 'دعت إدارة المنصة {name} إلى تنسيق {party}، حيث لم يعد أحد يستطيع ذلك.',
    otherwise: 'إن لم يكن ذلك عادياً فأخبروا دون انتظار {party} وإدارة المنصة.',
    button: 'الاطلاع على صفحة الأشخاص',
  },
  adminAppointed: {
    subject: 'شخص آخر يدير هذه المنصة',
    heading: '{name} يدير هذه المنصة من الآن',
    body: 'يستطيع {name} فتح شراكات ودعوة تنسيقية حيث لم تبق واحدة، دون قراءة شيء من بياناتها.',
    otherwise: 'إن لم يكن ذلك عادياً فتحققوا دون انتظار ممن له ولوج إلى الخادم.',
    button: 'فتح Passerelle',
  },
  recoveryAsked: {
    subject: 'موافقة مطلوبة: ولوج {name}',
    heading: 'ولوج مفقود: يلزم أن توافق التنسيقية الأخرى',
    body: 'تطلب إحدى التنسيقيات إعادة الولوج إلى {name}. تحققوا من ذلك مشافهة مع الشخص قبل الموافقة.',
    otherwise: 'دون موافقة الطرفين لا يتغير شيء.',
    button: 'الاطلاع على الطلب',
  },
  recoveryNotice: {
    subject: 'خلال 72 ساعة: يتغير ولوج {name}',
    heading: 'سيتغير ولوج {name}',
    body: 'وافقت تنسيقيتا طرفين على إعادة الولوج إلى {name}. يمكن تطبيق التغيير خلال 72 ساعة.',
    otherwise: 'إن لم يكن ذلك عادياً فليُوقَف قبل ذلك من صفحة الأشخاص: يمكن ذلك للمعني بالأمر أو لأحد الرئيسين المشتركين أو لإحدى التنسيقيتين. نبّهوهم.',
    button: 'الاطلاع على صفحة الأشخاص',
  },
};
