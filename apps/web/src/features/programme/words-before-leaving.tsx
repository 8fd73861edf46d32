import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { forgetWords, placeOf, wordsFrom, type KeptWords } from '../../base/kept-draft.ts';
import { sendWords } from './send-words.ts';

type Trouble = 'away' | 'refused';

/** The drafts whose words wait in this browser, by their title as it stood. */
function Waiting({ words, linked }: { words: readonly KeptWords[]; linked: boolean }) {
  const say = useSay();
  const titles = new Map(words.map(({ draftId, drafts }) => [draftId, placeOf(draftId).of === 'minutes' ? say('webMinutes.draftTitle') : drafts[0]?.mine['title']?.trim()]));
  return (
    <ul>
      {[...titles].map(([draftId, title]) => (
        <li key={draftId}>
          <bdi>{title || say('webSheetHistory.leaving.untitled')}</bdi>
          {linked && <LinkButton to={placeOf(draftId).page}>{say('webSheetHistory.leaving.open')}</LinkButton>}
        </li>
      ))}
    </ul>
  );
}

interface LeavingProps {
  /** Whose words: those written from these seats. */
  readonly seatIds: readonly string[];
  /** The form that signs out. */
  readonly children: ReactNode;
}

/** A device may be shared: before its reader leaves, what this browser keeps of her is sent or deleted. */
export function WordsBeforeLeaving({ seatIds, children }: LeavingProps) {
  const say = useSay();
  const out = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState<readonly KeptWords[]>([]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => setWords(wordsFrom(seatIds)), [seatIds]);
  const leave = (): void => out.current?.querySelector('form')?.requestSubmit();
  const send = async (): Promise<void> => {
    setBusy(true);
    let left: Trouble | null = null;
    for (const one of words) {
      const outcome = await sendWords(one);
      if (outcome === 'kept') forgetWords(one.key);
      else left = outcome;
    }
    setBusy(false);
    setTrouble(left);
    setWords(wordsFrom(seatIds));
    if (!left) leave();
  };
  const remove = (): void => {
    for (const { key } of words) forgetWords(key);
    leave();
  };
  const count = words.flatMap(({ drafts }) => drafts).length;
  return (
    <>
      <PageHeader title={say('webSheetHistory.leaving.title')} lead={count === 0 ? say('webSheetHistory.leaving.none') : say('webSheetHistory.leaving.kept', { count })} />
      {trouble && (
        <Banner tone="attention">
          <p role="alert">{say(`webSheetHistory.leaving.${trouble}`)}</p>
        </Banner>
      )}
      {count > 0 && (
        <>
          <Waiting words={words} linked={trouble === 'refused'} />
          <p>{say('webSheetHistory.leaving.why')}</p>
          <div className="cluster">
            <Button type="button" busy={busy} onClick={() => void (busy || send())}>
              {say('webSheetHistory.leaving.send')}
            </Button>
            <Button type="button" kind="danger" onClick={remove}>
              {say('webSheetHistory.leaving.remove')}
            </Button>
            <LinkButton to="/">{say('webSheetHistory.leaving.stay')}</LinkButton>
          </div>
        </>
      )}
      <div ref={out} hidden={count > 0}>
        {children}
      </div>
    </>
  );
}
