import type { hands as french, webHands as frenchWeb } from '../fr/hands.js';
import type { Sentences } from '../sentences.js';

/** Unreviewed: to be read by a native speaker. */
export const hands: Sentences<typeof french> = {
  toldMail: {
    subject: 'اجتماع {day}: صوتكم كما دُوِّن برفع الأيدي',
    heading: 'دُوِّن صوتكم برفع الأيدي',
    body: '{count, plural, zero {لم يُصوَّت على أي قرار} one {صُوِّت على قرار واحد} two {صُوِّت على قرارين} few {صُوِّت على # قرارات} many {صُوِّت على # قراراً} other {صُوِّت على # قرار}} برفع الأيدي يوم {day}. عاينتها منسقية {noted} وأكدتها منسقية {confirmed}.',
    line: '{title}: {choice, select, FOR {مع} AGAINST {ضد} other {امتناع}}',
    otherwise: 'إن كان هذا تصويتكم فلا شيء مطلوب. وإلا فاعترضوا إلى غاية {until}: نموذج واحد وسببكم.',
    button: 'الاطلاع على التصويتات أو الاعتراض',
  },
  contestedMail: {
    subject: 'اعتراض على تصويت برفع الأيدي: {title}',
    heading: 'اعتراض على صوت دُوِّن برفع الأيدي',
    body: '{office}: الصوت المدوَّن بشأن «{title}» ليس صوته.',
    reason: 'السبب: {reason}',
    otherwise: 'لا يتغير التصويت المغلق. ما دامت الجلسة مفتوحة يمكن إجراء تصويت جديد، وبعدها لا يصحح إلا قرار جديد؛ ويذكر المحضر الاعتراض ما لم يصبح نهائياً.',
    button: 'الاطلاع على الاجتماع',
  },
};

/** Unreviewed: to be read by a native speaker. */
export const webHands: Sentences<typeof frenchWeb> = {
  title: 'التصويت برفع الأيدي',
  open: 'معاينة تصويتات برفع الأيدي',
  page: {
    title: 'معاينة التصويتات برفع الأيدي',
    lead: 'ضعوا علامة على كل قرار يوافق عليه جميع المصوتين الحاضرين. وإلا فافتحوا «باستثناء…». لا يُتخذ أي قرار قبل تأكيد منسقية طرف آخر.',
    voters: '{count, plural, zero {لا مصوّت حاضر} one {مصوّت حاضر واحد} two {مصوّتان حاضران} few {# مصوّتين حاضرين} many {# مصوّتاً حاضراً} other {# مصوّت حاضر}}',
    none: 'لا قرار في انتظار التصويت: إما صُوِّت عليها، أو يجري التصويت عليها بالهاتف، أو تنتظر التأكيد.',
    noVoters: 'لم يُسجَّل حضور أحد: املؤوا ورقة الحضور أولاً.',
    back: 'العودة إلى الاجتماع',
    noted: 'عوين الإجماع',
    except: 'باستثناء…',
    exceptHint: 'يُحسب الباقون مع القرار.',
    choice: 'صوت {name}',
    FOR: 'مع',
    AGAINST: 'ضد',
    ABSTAIN: 'امتناع',
    reason: 'سبب تصويت {name} ضد القرار',
    send: 'الإحالة إلى المنسقية الأخرى',
  },
  awaiting: {
    title: 'تصويتات برفع الأيدي في انتظار التأكيد',
    by: 'عاينتها منسقية {party}.',
    waits: 'في انتظار منسقية طرف آخر: لم يُتخذ أي قرار بعد.',
    all: 'إجماع: {count, plural, zero {لا صوت مع} one {صوت واحد مع} two {صوتان مع} few {# أصوات مع} many {# صوتاً مع} other {# صوت مع}}',
    but: '{count, plural, zero {لا صوت مع} one {صوت واحد مع} two {صوتان مع} few {# أصوات مع} many {# صوتاً مع} other {# صوت مع}}، باستثناء:',
    exception: '{name}: {choice, select, AGAINST {ضد} other {امتناع}}',
    confirm: 'تأكيد هذه التصويتات',
    confirmHint: 'التأكيد يغلق هذه التصويتات ويعلن نتيجتها.',
    withdraw: 'سحب هذه المعاينة…',
    withdrawReason: 'السبب',
    withdrawSend: 'سحب المعاينة',
  },
  on: {
    label: 'برفع الأيدي: عاينته {noted} وأكدته {confirmed}.',
    contested: 'اعتراض من {name} على الصوت المدوَّن لمقعده:',
    contest: 'الاعتراض على الصوت المدوَّن لي…',
    until: 'ممكن إلى غاية {day}. لا يتغير التصويت المغلق، وتُشعَر المنسقيتان.',
    reason: 'ما قلتموه',
    send: 'الاعتراض',
  },
};
