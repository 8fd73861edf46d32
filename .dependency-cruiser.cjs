// The drawing of the house (docs/map.md), held by dependency-cruiser. Each rule has its planted violation in test/house/rooms.spec.ts.
const floors = require('./scripts/house/floors.json');

const rooms = Object.keys(floors);
/** Tests and stories stand outside the floors: they may look at anything. */
const tests = '\\.(spec|e2e|contract)\\.tsx?$';
const face = '^libs/[^/]+/src/index\\.ts$';
const own = '^libs/$1/';
const named = (names) => `(^|/)node_modules/(${names})(/|$)|^(${names})(/|$)`;

const rule = (name, comment, { from, to }) => ({ name, severity: 'error', comment, from, to });

/** One rule per room: it may reach its own files and the rooms of lower floors, nothing else of the house. */
const floorOf = (room) => {
  const forbidden = rooms.filter((other) => other !== room && floors[other] >= floors[room]);
  return rule(`floors-${room}`, `${room} is on floor ${floors[room]}: it imports from lower floors only. A call goes down, a fact goes up.`, {
    from: { path: `^libs/${room}/`, pathNot: tests },
    to: { path: `^(apps/|test/|libs/(${forbidden.join('|')})/)` },
  });
};

const machines = 'bullmq|ioredis|nodemailer|pg|pg-copy-streams|@myriaddreamin/[^/]+|qrcode|ical-generator|graphql-jit|graphql-http|mercurius|docx|write-excel-file|saxes';

const between = [
  ...rooms.map(floorOf),
  rule('no-circle', 'Two files that need each other are one file, or one of them is on the wrong floor (type imports count).', {
    from: {},
    to: { circular: true },
  }),
  rule('faces-only', 'Another room is entered by its face (libs/<room>/src/index.ts), never by a window.', {
    from: { path: '^libs/([^/]+)/', pathNot: tests },
    to: { path: '^libs/', pathNot: [own, face] },
  }),
  rule('faces-only-apps', 'apps enter a room by its face.', {
    from: { path: '^apps/', pathNot: [tests, '^apps/e2e/'] },
    to: { path: '^libs/', pathNot: face },
  }),
  rule('faces-by-name', 'A room is called by its name (#deliberation), not by a path through the wall.', {
    from: { path: '^libs/([^/]+)/', pathNot: tests },
    to: { path: '^libs/', pathNot: own, dependencyTypesNot: ['aliased-subpath-import'] },
  }),
  rule('nobody-imports-a-test', 'What a test needs and production too belongs to production.', {
    from: { pathNot: [tests, '^test/', '^apps/e2e/'] },
    to: { path: [tests, '^test/', '^apps/e2e/'] },
  }),
];

const inside = [
  rule('pure-domain', 'A rule is pure: domain/ imports #kernel and its own folder, nothing else (law 2).', {
    from: { path: '^libs/([^/]+)/src/domain/', pathNot: tests },
    to: { path: '.', pathNot: ['^libs/kernel/src/index\\.ts$', '^libs/$1/src/domain/'] },
  }),
  rule('kernel-pure', 'The kernel imports nothing but itself; zone data enter by one file.', {
    from: { path: '^libs/kernel/', pathNot: tests },
    to: { path: '.', pathNot: ['^libs/kernel/', named('moment-timezone')] },
  }),
  rule('zone-data-in-one-file', 'Zone data are read by libs/kernel/src/zone-data.ts only: everyone else asks its service.', {
    from: { path: '^(libs|apps)/', pathNot: [tests, '^libs/kernel/src/zone-data\\.ts$'] },
    to: { path: named('moment-timezone|moment') },
  }),
  rule('store-looks-down', 'The cellar knows rows: domain, platform, kernel and TypeORM.', {
    from: { path: '^libs/([^/]+)/src/store/', pathNot: tests },
    to: { path: '.', pathNot: ['^libs/$1/src/(store|domain)/', '^libs/(kernel|platform)/src/index\\.ts$', named('typeorm')] },
  }),
  rule('views-look-down', 'A view shows: it imports the store and the domain of its room, never its doors (a view does not write).', {
    from: { path: '^libs/([^/]+)/src/views/', pathNot: tests },
    to: { path: '^libs/$1/src/', pathNot: '^libs/$1/src/(views|store|domain)/' },
  }),
  rule('face-looks-down', 'What upper rooms may ask stands on store and domain, not on the doors.', {
    from: { path: '^libs/([^/]+)/src/[^/]+\\.face\\.ts$' },
    to: { path: '^libs/$1/src/(actions|jobs|mails|index\\.ts|[^/]+\\.module\\.ts)' },
  }),
  rule('actions-stand-alone', 'One verb, one file: an action never calls an action. What two verbs need is a rule of the domain.', {
    from: { path: '^libs/([^/]+)/src/actions/([^/.]+)[^/]*\\.ts$', pathNot: tests },
    to: { path: '^libs/[^/]+/src/actions/', pathNot: '^libs/$1/src/actions/$2\\.' },
  }),
  rule('actions-below-module', 'Nothing in a room imports its own wiring: module and index stand above.', {
    from: { path: '^libs/([^/]+)/src/(actions|views|documents|jobs|mails|store|domain)/', pathNot: tests },
    to: { path: '^libs/$1/src/([^/]+\\.module|index)\\.ts$' },
  }),
];

const outside = [
  rule('machines-in-platform', 'Machines stay in the machine room (law 8).', {
    from: { path: '^(libs|apps)/', pathNot: [tests, '^libs/platform/', '^apps/e2e/'] },
    to: { path: named(machines) },
  }),
  rule('typeorm-in-cellars', 'Rows are known by store, platform and apps/api; elsewhere only its types pass (EntityManager).', {
    from: { path: '^(libs|apps)/', pathNot: [tests, '^libs/platform/', '^libs/[^/]+/src/store/', '^apps/(api|e2e)/'] },
    to: { path: named('typeorm'), dependencyTypesNot: ['type-only'] },
  }),
  rule('production-packages', 'What runs in production is a dependency, not a devDependency.', {
    from: { path: '^(libs/[^/]+|apps/api|apps/web)/src/', pathNot: [tests, '^apps/web/src/routes\\.ts$'] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
  }),
  rule('no-broken-import', 'An import that leads nowhere hides every other rule.', {
    from: { pathNot: '^dist/' },
    to: { couldNotResolve: true, pathNot: ['\\+types/', '^virtual:'] },
  }),
  rule('no-orphan', 'A file nobody imports and that imports nobody is in no room.', {
    from: { orphan: true, pathNot: [tests, '\\.d\\.ts$', '\\.config\\.', face, '^test/'] },
    to: {},
  }),
];

const web = [
  rule('web-sees-phrases', 'The web reads the schema and the phrases; rules are not written again in the browser.', {
    from: { path: '^apps/web/', pathNot: tests },
    to: { path: '^(libs/(?!phrases/|kernel/)|apps/(?!web/))' },
  }),
  rule('web-sees-kernel-types', 'Of the kernel the web knows the words, not the machinery: types only.', {
    from: { path: '^apps/web/', pathNot: tests },
    to: { path: '^libs/kernel/', dependencyTypesNot: ['type-only'] },
  }),
  rule('api-serves-the-built-web', 'apps/api serves what the web’s build made; of its sources it knows types only.', {
    from: { path: '^apps/api/', pathNot: tests },
    to: { path: '^apps/web/', dependencyTypesNot: ['type-only'] },
  }),
  rule('features-apart', 'Two features meet in a route only.', {
    from: { path: '^apps/web/src/features/([^/]+)/', pathNot: tests },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  }),
  rule('web-looks-down', 'routes > features > ui > base: a button knows no subject.', {
    from: { path: '^apps/web/src/(ui|base)/', pathNot: tests },
    to: { path: '^apps/web/src/(features|routes)/' },
  }),
  rule('features-below-routes', 'A route composes features, never the other way round.', {
    from: { path: '^apps/web/src/features/', pathNot: tests },
    to: { path: '^apps/web/src/routes/' },
  }),
];

module.exports = {
  forbidden: [...between, ...inside, ...outside, ...web],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Anchored: packages have a dist/ too, and an excluded module is an arrow unseen.
    exclude: { path: '^(dist|\\.data|apps/web/\\.react-router)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'node', 'default'], mainFields: ['module', 'main', 'types'] },
  },
};
