// The arrows of arrows.json as rules: between packages, between the nouns inside a package, and "only through index.ts".
import { readFileSync } from 'node:fs';

const arrows = JSON.parse(readFileSync(new URL('./arrows.json', import.meta.url), 'utf8'));
const home = {
  engine: 'packages',
  rulebook: 'packages',
  contract: 'packages',
  exchange: 'packages',
  server: 'apps',
  web: 'apps',
  cli: 'apps',
};
const folder = (name) => `^${home[name]}/${name}/`;
const anyOf = (names, path) => names.map(path).join('|');
const tests = '\\.(test|prop\\.test|int\\.test)\\.tsx?$|/(testing|test-database)\\.ts$';

const betweenPackages = Object.entries(arrows.packages).map(([from, to]) => ({
  name: `${from}-imports-only-${to.join('-') || 'nothing'}`,
  severity: 'error',
  from: { path: folder(from), pathNot: tests },
  to: { path: anyOf(Object.keys(home), folder), pathNot: anyOf([from, ...to], folder) },
}));

const betweenNouns = ['engine', 'server', 'web'].flatMap((pkg) =>
  Object.entries(arrows[pkg]).map(([noun, to]) => {
    const src = `${folder(pkg)}src/`;
    return {
      name: `${pkg}-${noun}-follows-the-arrows`,
      severity: 'error',
      from: { path: `${src}${noun}/`, pathNot: tests },
      to: { path: `${src}(${Object.keys(arrows[pkg]).join('|')})/`, pathNot: anyOf([noun, ...to], (n) => `${src}${n}/`) },
    };
  }),
);

const throughIndex = ['engine', 'server'].flatMap((pkg) =>
  Object.keys(arrows[pkg])
    .filter((noun) => noun !== 'platform')
    .map((noun) => ({
      name: `${pkg}-${noun}-only-through-its-index`,
      severity: 'error',
      from: { path: `${folder(pkg)}src/`, pathNot: `${folder(pkg)}src/${noun}/|${tests}` },
      to: { path: `${folder(pkg)}src/${noun}/`, pathNot: `${folder(pkg)}src/${noun}/index\\.ts$` },
    })),
);

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(@zhenghe/|virtual:)|\\?(worker|url|raw)$' },
    },
    {
      name: 'production-uses-no-dev-dependency',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src', pathNot: `${tests}|vite\\.config\\.ts|^apps/web/` },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...betweenPackages,
    ...betweenNouns,
    ...throughIndex,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/|^node_modules/(?!@zhenghe)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
