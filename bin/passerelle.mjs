#!/usr/bin/env node
// passerelle COMMAND …: the administrator's commands (`passerelle help`). Builds the server first when its sources changed.
import { buildServer, staleParts } from '../scripts/build.mjs';

if (staleParts().server) await buildServer();
process.argv.splice(1, 1, 'passerelle');
await import('../dist/apps/api/src/cli/main.js');
