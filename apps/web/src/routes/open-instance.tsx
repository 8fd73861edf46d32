import { OpenInstance } from '../features/instance/open-instance.tsx';

export default function OpenInstanceRoute() {
  return <OpenInstance />;
}
