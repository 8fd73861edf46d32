import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { forgetWords, wordsLeft } from '../../base/kept-draft.ts';
import { sendWords } from './send-words.ts';

/** Words of this browser for a fiche that is no more to be written: sent all the same, the server sets them aside; said once they have arrived. */
export function KeptAside({ sheetId, whose }: { sheetId: string; whose: string }) {
  const say = useSay();
  const [arrived, setArrived] = useState(false);
  useEffect(() => {
    void wordsLeft(sheetId, whose).then(async (left) => {
      for (const words of left) {
        if ((await sendWords(words)) === 'away') return;
        forgetWords(words.key);
        setArrived(true);
      }
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
