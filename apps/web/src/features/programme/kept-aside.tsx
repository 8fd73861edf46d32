import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { differingParts, pick } from './form-parts.ts';
import { forgetDraft, keptDraft } from './kept-draft.ts';
import { sendDraft } from './send-draft.ts';

/** Words of this browser for a fiche that is no more to be written: sent all the same, the server sets them aside; said once they have arrived. */
export function KeptAside({ sheetId, whose }: { sheetId: string; whose: string }) {
  const say = useSay();
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    const kept = keptDraft(sheetId, whose);
    const parts = kept ? differingParts(kept.base, kept.mine) : [];
    if (!kept || parts.length === 0) return;
    void sendDraft(sheetId, { fields: pick(kept.mine, parts), version: kept.version }).then((outcome) => {
      if (outcome === 'away' || outcome === 'signedOut') return;
      forgetDraft(sheetId);
      setArrived(true);
    });
  }, [sheetId, whose]);
  if (!arrived) return null;
  return (
    <Banner tone="attention">
      <p role="status">{say('webSheetHistory.unsynced.aside')}</p>
      <p>
        <Link to={`/sheets/${sheetId}/versions`}>{say('webSheetHistory.unsynced.see')}</Link>
      </p>
    </Banner>
  );
}
