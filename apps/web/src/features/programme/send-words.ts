import { differingParts, pick } from '../../base/draft-parts.ts';
import { placeOf, type KeptWords } from '../../base/kept-draft.ts';
import { sendDraft } from '../../base/send-draft.ts';

/** Refused with one of these, the server has set the words of a fiche aside: they are in its versions. Those of a PV wait for their page. */
const setAside: readonly string[] = ['VERSION_CHANGED', 'SHEET_STATE_FORBIDS'];

/**
 * Sends words kept in this browser, without a form to show them in. `kept`: every one is saved or set aside; `refused`: one of them is neither,
 * and only its page can say why; `away`: the line is down, or nobody is signed in.
 */
export async function sendWords({ draftId, drafts }: KeptWords): Promise<'kept' | 'refused' | 'away'> {
  let whole = true;
  for (const { version, base, mine } of drafts) {
    const outcome = await sendDraft(draftId, { fields: pick(mine, differingParts(base, mine)), version });
    if (outcome === 'away' || outcome === 'signedOut') return 'away';
    whole &&= 'version' in outcome || (placeOf(draftId).of === 'sheet' && setAside.includes(outcome.kept.refusal.code));
  }
  return whole ? 'kept' : 'refused';
}
