import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { myDataPath } from './privacy-notice.tsx';

/** At the foot of every page of who is signed in: what is kept about her. */
export function MyDataLink() {
  const say = useSay();
  return (
    <p>
      <Link to={myDataPath}>{say('privacy.myData.place')}</Link>
    </p>
  );
}
