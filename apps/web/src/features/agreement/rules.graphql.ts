import { mayFields, type May } from '../../base/may.ts';
import type { Source } from '../../ui/source.tsx';

/** One way to read a rule; `offered` false: Passerelle does not apply it. */
export interface Reading {
  readonly code: string;
  readonly words: string;
  readonly offered: boolean;
}

/** One part of a rule's value, as its form asks it. */
export interface RulePart {
  readonly name: string;
  readonly kind: 'CHOICE' | 'MANY' | 'NUMBER' | 'DAY';
  readonly label: string | null;
  readonly readings: readonly Reading[];
  readonly from: number | null;
  readonly to: number | null;
  readonly mayBeEmpty: boolean;
  readonly held: readonly string[];
}

export type VersionState = 'AWAITING' | 'ADOPTED' | 'IN_EFFECT' | 'PAST' | 'CLOSED';

/** A value the rule had, has, or is asked to have. */
export interface RuleVersion {
  readonly id: string;
  readonly act: 'RECORDED' | 'SET' | 'DECISION' | 'CORRECTION';
  readonly state: VersionState;
  readonly sentence: string;
  readonly source: Source;
  readonly party: { readonly shortName: string } | null;
  readonly agreedBy: { readonly shortName: string } | null;
  readonly motive: string | null;
  readonly askedAt: string;
  readonly inEffectAt: string | null;
  readonly viewerMayAgree: May;
  readonly viewerMayClose: May;
}

/** Two rules in force that do not go together. */
export interface RuleWarning {
  readonly code: string;
  readonly sentence: string;
  readonly source: Source;
}

export interface Rule {
  readonly key: string;
  readonly subject: 'VOTE' | 'MEETINGS' | 'MINUTES' | 'PLAN' | 'LIFE' | 'OPENNESS' | 'RULES';
  readonly title: string;
  readonly question: string | null;
  readonly sentence: string;
  readonly source: Source | null;
  /** Passerelle's usual reading. */
  readonly usual: boolean;
  readonly warnings: readonly RuleWarning[];
  readonly change: string;
  readonly parts: readonly RulePart[];
  readonly versions: readonly RuleVersion[];
  readonly viewerMaySet: May;
  readonly viewerMayPropose: May;
  readonly viewerMayCorrect: May;
}

export interface Article {
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

export interface RuleBook {
  readonly displayName: string;
  readonly authoritativeLanguage: string;
  readonly edition: number;
  readonly inServiceAt: string | null;
  readonly confirmations: readonly { readonly party: { readonly id: string; readonly shortName: string }; readonly confirmed: boolean }[];
  readonly rules: readonly Rule[];
  readonly articles: readonly Article[];
  readonly viewerMayConfirm: May;
}

/** What `ruleBookDocument` answers: the rules, and whether it was proved a moment ago who reads. */
export interface RuleBookAsked {
  readonly ruleBook: RuleBook | null;
  readonly viewer: { readonly stepUpFresh: boolean } | null;
}

const source = 'source { kind reference quote }';
const versions = `versions { id act state sentence ${source} party { shortName } agreedBy { shortName } motive askedAt inEffectAt viewerMayAgree { ${mayFields} } viewerMayClose { ${mayFields} } }`;

export const ruleBookDocument = `query RuleBook($partnershipId: ID!) {
  viewer { stepUpFresh }
  ruleBook(partnershipId: $partnershipId) {
    displayName authoritativeLanguage edition inServiceAt
    confirmations { party { id shortName } confirmed }
    rules {
      key subject title question sentence ${source} usual change warnings { code sentence ${source} } ${versions}
      parts { name kind label readings { code words offered } from to mayBeEmpty held }
      viewerMaySet { ${mayFields} } viewerMayPropose { ${mayFields} } viewerMayCorrect { ${mayFields} }
    }
    articles { number title text }
    viewerMayConfirm { ${mayFields} }
  }
}`;

/** Where an article stands on the text's page: « Art. 5 » is `art-5`. */
export const articleId = (number: string): string =>
  number.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '');

/** The recorded article a reference speaks of: « Art. 4-1 » is in « Art. 4 », « Annexe I, Évaluation » in « Annexe I ». */
export function articleOf(reference: string, articles: readonly Article[]): Article | undefined {
  const starts = articles.filter(({ number }) => reference === number || (reference.startsWith(number) && /^[-,.\s]/u.test(reference.slice(number.length))));
  return starts.sort((a, b) => b.number.length - a.number.length)[0];
}

/** The page of an article, or of the whole text. */
export const textPath = (article?: Article): string => (article ? `/agreement/text#${articleId(article.number)}` : '/agreement/text');
export const rulePath = (key: string): string => `/rules/${key}`;
