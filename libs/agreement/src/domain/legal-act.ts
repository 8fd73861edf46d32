import { accepted, hasSirenKey, isCivilDate, refused, type Answer, type CivilDate, type RuleSource } from '#kernel';

/** The nature codes of a transmitted act (ACTES protocol, schema v1.1 of 2004-02-16). DE is a council's resolution, CC an agreement. */
export const actNatures = ['DE', 'AR', 'AI', 'CC', 'BF', 'AU'] as const;
export type ActNature = (typeof actNatures)[number];

/** A French act's identifier as the prefecture's acknowledgement prints it: 092-219200789-20221215-2022121514-DE. */
export interface LegalActId {
  readonly text: string;
  readonly department: string;
  /** SIREN of the authority, nine digits. */
  readonly siren: string;
  /** Day of the decision, as the identifier says it; `null` when that day does not exist. */
  readonly decidedOn: CivilDate | null;
  readonly number: string;
  readonly nature: ActNature;
}

/** What looks wrong in an identifier of the right shape: a person judges, nothing is blocked. */
export type ActIdWarning = 'NO_SUCH_DAY' | 'SIREN_KEY' | 'OTHER_DEPARTMENT';

const source: RuleSource = { kind: 'LAW', reference: 'protocole ACTES, IDActe' };
const shape = /^([09]\d[0-9AB])-(\d{9})-(\d{4})(\d{2})(\d{2})-([A-Za-z0-9_]{1,15})-(DE|AR|AI|CC|BF|AU)$/;

/** The department of a commune's SIREN (21 + department + commune): « 092 » for 219200789; `null` for other kinds of authority. */
function departmentOf(siren: string): string | null {
  const commune = /^21(\d{2})/.exec(siren);
  return commune ? `0${commune[1]}` : null;
}

/** « …DEL2025\_130-DE »: a backslash put there by a text format, and blanks around, are not of the identifier. */
const withoutFormatting = (typed: string): string => typed.replaceAll('\\', '').trim();

/** Reads an identifier typed or pasted. Refused when its shape is not one; doubtful dates, keys and departments are warnings. */
export function parseActId(typed: string): Answer<{ id: LegalActId; warnings: ActIdWarning[] }> {
  const text = withoutFormatting(typed);
  const parts = shape.exec(text);
  if (!parts) return refused('ACT_ID_UNREADABLE', { text: text.slice(0, 60).toWellFormed() }, source);
  const [, department = '', siren = '', year, month, day, number = '', nature] = parts;
  const said = `${year}-${month}-${day}`;
  const decidedOn = isCivilDate(said) ? said : null;
  const own = departmentOf(siren);
  const warnings: ActIdWarning[] = [];
  if (!decidedOn) warnings.push('NO_SUCH_DAY');
  if (!hasSirenKey(siren)) warnings.push('SIREN_KEY');
  if (own !== null && own !== department) warnings.push('OTHER_DEPARTMENT');
  return accepted({ id: { text, department, siren, decidedOn, number, nature: nature as ActNature }, warnings });
}
