import { useSay } from '../../base/language.tsx';
import { Status } from '../../ui/status.tsx';
import type { Paper } from './paper.graphql.ts';

/** « Repris, signé sur papier »: an icon of its own, never the mark of what was signed here. */
export function PaperMark({ state }: Pick<Paper, 'state'>) {
  const say = useSay();
  const tone = ({ ENTERED: 'waiting', CONFIRMED: 'done', WITHDRAWN: 'still' } as const)[state];
  return (
    <Status tone={tone} icon="document">
      {say(`webJoining.state.${state}`)}
    </Status>
  );
}
