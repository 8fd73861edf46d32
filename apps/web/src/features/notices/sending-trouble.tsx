import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import type { SendingTrouble as Trouble } from './sending-trouble.graphql.ts';

/** Reminders stand still: how many, why as far as it is known, and what to do. Nobody may take the silence for « nothing to do ». */
export function SendingTrouble({ trouble: { waiting, cause, problem } }: { trouble: Trouble }) {
  const say = useSay();
  return (
    <Banner tone="attention" label={say('webNotices.trouble.label')}>
      <p>
        <strong>{say(cause === 'NOT_HEARD' ? 'webNotices.trouble.unheard' : 'webNotices.trouble.waiting', { count: waiting })}</strong>
      </p>
      <p>{say(`webNotices.trouble.${cause}`)}</p>
      {problem && (
        <p>
          {say('webNotices.trouble.problem')} <bdi dir="ltr">{problem}</bdi>
        </p>
      )}
    </Banner>
  );
}
