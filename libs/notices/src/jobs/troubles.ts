/** Where the desk's troubles are told: nobody waits for them, somebody should read them. The process's own error output, unless given. */
export abstract class NoticesTroubles {
  abstract tell(what: string, error: unknown): void;
}

export const troublesToConsole: NoticesTroubles = { tell: (what, error) => console.error(what, error) };
