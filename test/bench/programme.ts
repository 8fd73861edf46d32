// The house over one database of `bench:programme`, in a process of its own: `node programme.js ground|serve <urls as JSON>`. Says where it listens; asked a question, says how many statements it took.
import 'reflect-metadata';
import { migrate } from '../../apps/api/src/migrate.js';
import { askerAt, benchHouse, type BenchDatabase } from './ground.js';
import { listenIn, statementsDuring } from './listen-in.js';

/** A question of the web as its server asks it. */
interface Question {
  readonly body: string;
}

const [kind = '', urls = '{}'] = process.argv.slice(2);
listenIn();
const database = JSON.parse(urls) as BenchDatabase;
if (kind === 'ground') await migrate(database.owner);
const { house, url } = await benchHouse(database);
const asker = await askerAt(url);
if (kind === 'ground') await house.close();

async function statementsOf({ body }: Question): Promise<number> {
  const headers = { 'content-type': 'application/json', cookie: asker.cookie };
  return (await statementsDuring(async () => (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).text())).statements.length;
}

process.on('message', (question: Question) => {
  statementsOf(question).then(
    (count) => process.send?.({ count }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ served: kind === 'serve' ? { url: `${url}/graphql`, ...asker } : asker });
