import { globSync } from 'node:fs'
import { isForTests } from '@kompetanse/schema/for-tests'
import { SUBGRAPHS } from '../parts.ts'
import { ROOT } from '../root.ts'

/** Decisions that are mutated together, and the tests that must notice. */
export interface Target {
  readonly name: string
  /** Files of the repository, as globs; tests and what only tests use are never among them. */
  readonly sources: readonly string[]
  /** The project of `vitest.config.ts`: `int` where only the database can decide. */
  readonly project: 'unit' | 'int'
  readonly tests: readonly string[]
}

const domainOf = (subgraph: string): Target => ({
  name: `domain of ${subgraph}`,
  sources: [`subgraphs/${subgraph}/src/**/domain/**/*.ts`],
  project: 'unit',
  tests: [`subgraphs/${subgraph}/src/**/*.test.ts`],
})

const within = (name: string, sources: string, tests: string): Target => ({
  name,
  sources: [`${sources}/**/*.ts`],
  project: 'unit',
  tests: [`${tests}/**/*.test.ts`],
})

const SLOWER = ['cases', 'lost-inputs', 'partial-answers', 'precise-variables', 'side-by-side', 'truth']
const STREAMS = 'gateway/src/subscriptions/{stream,completion,plan}'
const SOCKETS = 'gateway/src/subscriptions/{socket,upstream}'

/** Where a wrong decision does harm. `npm run mutate` changes all of it. */
export const TARGETS: readonly Target[] = [
  ...SUBGRAPHS.map(domainOf),
  {
    name: 'calendar',
    sources: ['subgraphs/shared/calendar/src/{day,ending,period,wall-clock}.ts'],
    project: 'unit',
    tests: ['subgraphs/shared/calendar/src/*.test.ts'],
  },
  within('commands', 'subgraphs/shared/command/src', 'subgraphs/shared/command/src'),
  {
    name: 'visibility',
    sources: [
      'subgraphs/shared/directory/src/{choosing,permission,reach,readable,standing,standing-in,visibility}.ts',
      'subgraphs/shared/calendar/src/running.ts',
      'subgraphs/*/src/directory/visibility.ts',
    ],
    // The conditions hold on rows in memory; that the database says the same is tested on it, more slowly.
    project: 'unit',
    tests: ['subgraphs/shared/directory/src/*.test.ts', 'subgraphs/*/src/directory/visibility.test.ts'],
  },
  {
    name: 'copies of the directory',
    sources: ['subgraphs/shared/directory/src/consume.ts'],
    project: 'int',
    tests: ['subgraphs/progress/src/directory/{copy,broken-delivery}.int.test.ts'],
  },
  {
    ...within('compiled executor', 'gateway/src/execution', 'gateway/src/execution'),
    // Whole operations, over servers or beside another executor, notice nothing more, and take seconds for each change.
    tests: [`gateway/src/execution/!(${SLOWER.join('|')}).test.ts`],
  },
  {
    ...within('streams', STREAMS, STREAMS),
    // Sharing alone is noticed over real sockets; the others of these tests would only run longer.
    tests: [`${STREAMS}/*.test.ts`, 'gateway/src/subscriptions/sharing.test.ts'],
  },
  within('sockets', SOCKETS, SOCKETS),
  within('breaks of clients', 'schema/src/registry/changes', 'schema/src/registry/changes'),
  within('breaks of listeners', 'schema/src/registry/events', 'schema/src/registry/events'),
  {
    name: 'check of the registry',
    // Without what only starts the printing of the subgraphs.
    sources: ['schema/src/registry/!(print-subgraphs).ts', 'schema/src/registry/base/accepted-breaks.ts'],
    project: 'unit',
    tests: ['schema/src/registry/*.test.ts', 'schema/src/registry/base/accepted-breaks.test.ts'],
  },
  {
    name: 'base of the check',
    sources: ['schema/src/registry/base/{find-base,git,publications}.ts'],
    project: 'unit',
    // The check in whole histories would only run longer: what is found is noticed without.
    tests: ['schema/src/registry/base/found-base.test.ts'],
  },
]

/** What only calls the rest. */
const NO_DECISION = /-command\.ts$|\/index\.ts$/

/** The files of a target, from the folder of the repository. */
export const filesOf = ({ sources }: Target): string[] =>
  globSync([...sources], { cwd: ROOT })
    .filter((path) => !isForTests(path) && !NO_DECISION.test(path))
    .toSorted()
