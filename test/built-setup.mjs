// Before any test: the server is built of what has changed, for tests run on it (test/one-world/). A file someone is still writing must
// not stop every test: those that need it fail by themselves, and it is named here.
import { buildServer } from '../scripts/build.mjs';

export default async function bringUpToDate() {
  await buildServer().catch((error) => console.error(error instanceof Error ? error.message : error));
}
