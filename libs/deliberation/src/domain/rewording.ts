import { accepted, type Answer, type Decided, type Fact, type Language } from '#kernel';
import { edit } from './drafting.js';
import type { Minutes } from './minutes.js';
import { proseSections, type ProseSection } from './minutes-content.js';
import type { CommitteeRules } from './rules.js';
import { longest, worded } from './wording.js';

/** New words in one language; a section left out stays as it is. */
export interface Rewording {
  readonly language: Language;
  readonly sections: Readonly<Partial<Record<ProseSection, string | null | undefined>>>;
}

/** Writes several sections at once, cleaned. The first change of a sealed version opens the next one; the others join it. */
export function reword(minutes: Minutes, command: { readonly rewordings: readonly Rewording[]; readonly at: Date }, rules: CommitteeRules): Answer<Decided<Minutes>> {
  let state = minutes;
  const facts: Fact[] = [];
  for (const { language, sections } of command.rewordings) {
    for (const section of proseSections) {
      const given = sections[section];
      if (given === undefined || given === null) continue;
      const text = worded(given, longest.text);
      if (text.refused) return text;
      const edited = edit(state, { language, section, text: text.value, at: command.at }, rules);
      if (edited.refused) return edited;
      state = edited.value.state;
      facts.push(...edited.value.facts);
    }
  }
  return accepted({ state, facts });
}
