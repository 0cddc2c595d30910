import { floorPlan } from './floor-plan.mjs';

const rooms = Object.keys(floorPlan);
const test = '\\.test\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'kernel-knows-nobody', severity: 'error', from: { path: '^src/kernel/', pathNot: test }, to: { path: '^src/', pathNot: '^src/kernel/' } },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: test },
      to: { path: '^src/(partnership|routes|cli|ui|reactions)' },
    },
    {
      name: 'pure-half-stays-pure',
      comment: 'model, rules, policy, read and check run unchanged in the browser',
      severity: 'error',
      from: { path: '^src/partnership/[^/]+/((pure|model|rules|personal-data|facts|review|reread|policy|read|check)(\\.ts$|/)|drafting/(templates/|(?!queries|store|own-draft|draft-entry)[^/]+\\.ts$))', pathNot: test },
      to: { path: '\\.server\\.ts$|^src/platform/(?!actor\\.ts|clock\\.ts|access/(roles|standing)\\.ts)|^node:|^(fs|path|crypto)$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sql-lives-in-stores',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.server\\.ts$', '^src/platform/', test] },
      to: { path: '^node_modules/(kysely|pg|@electric-sql)/' },
    },
    {
      name: 'store-serves-its-own-room',
      severity: 'error',
      from: { path: '^src/partnership/([^/]+)/' },
      to: { path: '^src/.*(store|/store/[^/]+)\\.server\\.ts$', pathNot: '^src/partnership/$1/' },
    },
    {
      name: 'by-the-front-door',
      severity: 'error',
      from: { path: '^src/(?!partnership/)', pathNot: test },
      to: { path: '^src/partnership/[^/]+/', pathNot: '^src/partnership/[^/]+/(index|pure)\\.ts$' },
    },
    ...rooms.map((room) => ({
      name: `floor-plan-${room}`,
      severity: 'error',
      from: { path: `^src/partnership/${room}/` },
      to: {
        path: '^src/partnership/',
        pathNot: [`^src/partnership/${room}/`, ...floorPlan[room].map((other) => `^src/partnership/${other}/(index|pure)\\.ts$`)],
      },
    })),
    { name: 'rooms-know-no-page', severity: 'error', from: { path: '^src/partnership/' }, to: { path: '^src/(routes|cli|ui|reactions|hooks)' } },
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'no-test-in-production', severity: 'error', from: { path: '^src/', pathNot: test }, to: { path: `${test}|^tests/` } },
    { name: 'not-to-unresolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true, pathNot: '^\\$app/|\\$types$|^phone:' } },
  ],
  required: [
    {
      name: 'actions-and-queries-ask-policy',
      module: { path: '^src/partnership/[^/]+/([^/]+/)?(actions/[^/]+|actions|queries/[^/]+|queries)\\.ts$', pathNot: test },
      to: { path: '^src/partnership/[^/]+/policy\\.ts$' },
    },
    {
      name: 'actions-leave-a-witness',
      module: { path: '^src/partnership/[^/]+/([^/]+/)?(actions/[^/]+|actions)\\.ts$', pathNot: test },
      to: { path: '^src/platform/journal\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/paraglide/|^build/|^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.js', '.mjs', '.svelte'] },
  },
};
