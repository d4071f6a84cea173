import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Copy, Replay } from '@kompetanse/events'
import type { EventDefinition } from '@kompetanse/schema/events/define'
import { isForTests } from '@kompetanse/schema/for-tests'

/** What a subgraph publishes and keeps, and its sources. */
export interface Place {
  readonly name: string
  /** Its events by the contracts. */
  readonly events: readonly EventDefinition<unknown>[]
  readonly replays: readonly Pick<Replay, 'event'>[]
  readonly copies: readonly Pick<Copy, 'event' | 'tables'>[]
  /** Path below `src` → text; tests and what is generated left out. */
  readonly sources: Readonly<Record<string, string>>
  /** Its tables whose rows have a version. */
  readonly versioned: readonly string[]
}

const load = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
  existsSync(file) ? ((await import(file)) as Record<string, unknown>) : {}

function sourcesIn(folder: string): Record<string, string> {
  const files = globSync('**/*.ts', { cwd: folder, exclude: ['generated/**'] }).filter(
    (file) => !isForTests(file),
  )
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

function versionedIn(prismaSchema: string): string[] {
  const models = [...prismaSchema.matchAll(/^model (\w+) \{$([^]*?)^\}$/gm)]
  return models
    .filter(([, , body = '']) => /^\s+version\s+Int\b/m.test(body))
    .map(([, model = '', body = '']) => /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model)
}

/** Reads a subgraph's folder. Its modules connect to nothing. */
export async function readPlace(folder: string, name: string, events: Place['events']): Promise<Place> {
  const { replays = [] } = await load(join(folder, 'src/replays.ts'))
  const { copies = [] } = await load(join(folder, 'src/copies.ts'))
  return {
    ...{ name, events },
    replays: replays as Place['replays'],
    copies: copies as Place['copies'],
    sources: sourcesIn(join(folder, 'src')),
    versioned: globSync('prisma/**/*.prisma', { cwd: folder }).flatMap((file) =>
      versionedIn(readFileSync(join(folder, file), 'utf8')),
    ),
  }
}

const RUNS_WITH_COPIES = /runSubgraph\(\{[^]*?^ *copies(: \w+)?,$/m

function faultsOfReplays({ name, events, replays, sources }: Place): string[] {
  const replayed = replays.map(({ event }) => event)
  return [
    ...events.filter((event) => !event.name.startsWith(`${name}.`)).map((event) => `publishes ${event.name}`),
    ...events
      .filter((event) => replayed.filter((other) => other === event).length !== 1)
      .map((event) => `does not replay ${event.name} once`),
    ...replayed
      .filter((event) => !events.includes(event))
      .map((event) => `replays ${event.name}, not its own`),
    ...(replays.length > 0 && !sources['replay.ts']?.includes('replayAll(') ? ['has no replay.ts'] : []),
  ]
}

function faultsOfCopies({ copies, sources, versioned }: Place, all: Place['events']): string[] {
  const tables = copies.flatMap((copy) => copy.tables)
  const isKept = copies.length > 0
  return [
    ...copies
      .filter(({ event }) => !all.includes(event))
      .map(({ event }) => `keeps ${event.name}, which nobody publishes`),
    ...copies.filter((copy) => copy.tables.length === 0).map(({ event }) => `keeps ${event.name} nowhere`),
    ...tables
      .filter((table) => !versioned.includes(table))
      .map((table) => `keeps ${table} without a version`),
    ...(isKept && !sources['rebuild.ts']?.includes('forgetVersions(') ? ['has no rebuild.ts'] : []),
    ...(isKept && !RUNS_WITH_COPIES.test(sources['main.ts'] ?? '') ? ['runs without its copies'] : []),
    ...Object.keys(sources)
      .filter((file) => /\.consume\(/.test(sources[file] ?? ''))
      .map((file) => `listens beside its copies in ${file}`),
  ]
}

/** What is wrong with replays and copies, with the subgraph's name before it. */
export function faultsOf(places: readonly Place[]): string[] {
  const all = places.flatMap(({ events }) => events)
  return places.flatMap((place) =>
    [...faultsOfReplays(place), ...faultsOfCopies(place, all)].map((fault) => `${place.name} ${fault}`),
  )
}
