import { useSay } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ChooseRhythm } from './choose-rhythm.tsx';
import { ChangeAddress } from './change-address.tsx';
import { CorrectMyData } from './correct-my-data.tsx';
import { EraseMyData } from './erase-my-data.tsx';
import type { MyDataShown } from './my-data.graphql.ts';

interface MyDataProps {
  readonly shown: MyDataShown;
  readonly pageKey: string;
  /** What was just done: `correct`, `rhythm` or `address`. */
  readonly done: string | null;
}

/** One's own data: take away, correct, change the address, erase. Each part is a form that works without JavaScript. */
export function MyData({ shown, pageKey, done }: MyDataProps) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('privacy.myData.title')} lead={say('privacy.myData.lead')} />
      {(done === 'correct' || done === 'rhythm' || done === 'address') && (
        <Banner tone="good">
          <p>{say(`privacy.myData.${done}.done`)}</p>
        </Banner>
      )}
      <Card title={say('privacy.myData.correct.title')}>
        <CorrectMyData shown={shown} pageKey={pageKey} />
      </Card>
      <div id="reminders">
        <Card title={say('privacy.myData.rhythm.title')}>
          <ChooseRhythm shown={shown} pageKey={pageKey} />
        </Card>
      </div>
      <Card title={say('privacy.myData.address.title')}>
        <ChangeAddress shown={shown} pageKey={pageKey} />
      </Card>
      <Card title={say('privacy.myData.export.title')}>
        <p>{say('privacy.myData.export.text')}</p>
        <p>
          {/* A document request: a file is downloaded, no page follows. */}
          <LinkButton to="/my-data/export.json" reloadDocument icon="download">
            {say('privacy.myData.export.button')}
          </LinkButton>
        </p>
      </Card>
      <Card title={say('privacy.myData.erase.title')}>
        <EraseMyData acts={shown.acts} pageKey={pageKey} />
      </Card>
    </>
  );
}
