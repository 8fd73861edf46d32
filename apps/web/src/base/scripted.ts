import { useSyncExternalStore } from 'react';

const never = (): (() => void) => () => undefined;

/** Is JavaScript there? False on the server and in the first rendering: what needs a script is shown only where one runs. */
export const useScripted = (): boolean => useSyncExternalStore(never, () => true, () => false);
