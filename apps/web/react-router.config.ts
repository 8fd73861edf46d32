import type { Config } from '@react-router/dev/config';
import { build } from 'vite';
import graphiql from './graphiql/vite.config.ts';

/** Every page is rendered on the server; the whole route list travels with the first page (it is small), so no second look-up is needed. */
export default {
  appDirectory: 'src',
  buildDirectory: '../../dist/web',
  ssr: true,
  buildEnd: async () => void (await build(graphiql)),
  routeDiscovery: { mode: 'initial' },
  future: {
    v8_viteEnvironmentApi: true,
    v8_splitRouteModules: true,
    v8_middleware: false,
    v8_passThroughRequests: false,
    v8_trailingSlashAwareDataRequests: false,
  },
} satisfies Config;
