import type { Config } from '@react-router/dev/config';

/** Every page is rendered on the server; the whole route list travels with the first page (it is small), so no second look-up is needed. */
export default {
  appDirectory: 'src',
  buildDirectory: '../../dist/web',
  ssr: true,
  routeDiscovery: { mode: 'initial' },
  future: {
    v8_viteEnvironmentApi: true,
    v8_splitRouteModules: true,
    v8_middleware: false,
    v8_passThroughRequests: false,
    v8_trailingSlashAwareDataRequests: false,
  },
} satisfies Config;
