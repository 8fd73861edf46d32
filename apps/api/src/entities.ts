import * as agreement from '#agreement';
import * as deliberation from '#deliberation';
import * as identity from '#identity';
import * as notices from '#notices';
import * as parties from '#parties';
import * as platform from '#platform';
import * as programme from '#programme';

type RowClass = new () => object;

/** Every row class of the rooms' faces: exported under a name that ends in « Row ». */
export const entities: RowClass[] = [platform, identity, parties, agreement, deliberation, programme, notices].flatMap((face) =>
  Object.entries(face)
    .filter(([name]) => name.endsWith('Row'))
    .map(([, row]) => row as unknown as RowClass),
);
