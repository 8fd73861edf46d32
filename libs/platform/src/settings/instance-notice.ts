import type { NoticeSettings } from './notice.js';

/** Who answers for the instance before the public. Injected. */
export abstract class InstanceNotice {
  abstract readonly notice: NoticeSettings;
}
