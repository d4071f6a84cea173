import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { signAccessToken } from './access-token.ts'
import { loadKeys } from './keys.ts'
import { runScript, startProcess, type ManagedProcess } from './managed-process.ts'
import {
  gateway,
  identityProvider,
  subgraph,
  SUBGRAPHS,
  web,
  type PartDefinition,
  type SubgraphName,
  type Surroundings,
} from './parts.ts'
import { choosePorts, type Part } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { ROOT } from './root.ts'

export interface SystemOptions {
  /** `demo` keeps its data and prefers the default ports; `test` throws everything away and takes free ports. */
  mode: 'demo' | 'test'
  /** False when only the graph is wanted. */
  withWeb?: boolean
  /** True fills the database with the synthetic persons and their training; a list only what these subgraphs own. */
  withSeed?: boolean | readonly SubgraphName[]
  say?: (line: string) => void
}

type Process = Exclude<Part, 'postgres'>

export interface System {
  web: string
  graph: string
  issuer: string
  subgraphs: Record<(typeof SUBGRAPHS)[number], string>
  databaseUrls: Record<'admin' | 'web' | (typeof SUBGRAPHS)[number], string>
  /** What another gateway needs to stand in front of the same subgraphs. */
  gatewayEnv: Record<string, string>
  /** An access token as the provider would give this person, for callers without a browser. */
  token(personId: string): Promise<string>
  /** Ends a process without warning, as a crash would. */
  kill(name: Process): Promise<void>
  /** Starts a process again at its port, after ending it if it still runs. */
  restart(name: Process): Promise<void>
  stop(): Promise<void>
}

/** Starts the whole portal on this machine and resolves when every part is ready. What was started is stopped on failure. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const stops: (() => Promise<void>)[] = []
  let stopping: Promise<void> | undefined
  const stop = () =>
    (stopping ??= (async () => {
      for (const undo of stops.toReversed()) await undo()
    })())
  try {
    return await start(options, stops, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(options: SystemOptions, stops: (() => Promise<void>)[], stop: () => Promise<void>) {
  const { mode, withWeb = true, withSeed = true, say = () => undefined } = options
  const surroundings = await prepare(mode, stops, say)
  const definitions = define(surroundings)
  const running = new Map<Process, ManagedProcess>()
  const run = async (name: Process) => {
    const logFile = join(surroundings.dataDir, 'logs', `${name}.log`)
    running.set(name, await startProcess({ name, logFile, ...definitions[name] }))
  }
  stops.push(async () => {
    await Promise.all([...running.values()].map((part) => part.isRunning() && part.stop()))
  })
  await all(['identity-provider', ...SUBGRAPHS].map((name) => run(name as Process)))
  await all([
    run('gateway'),
    withWeb && run('web'),
    withSeed && seed(surroundings, withSeed === true ? SUBGRAPHS : withSeed),
  ])
  const kill = async (name: Process) => running.get(name)?.stop('SIGKILL')
  return {
    ...addresses(surroundings),
    kill,
    restart: async (name: Process) => {
      if (running.get(name)?.isRunning()) await running.get(name)?.stop()
      await run(name)
    },
    stop,
  }
}

async function prepare(
  mode: SystemOptions['mode'],
  stops: (() => Promise<void>)[],
  say: (line: string) => void,
) {
  const demo = mode === 'demo'
  const dataDir = demo ? join(ROOT, '.data') : await mkdtemp(join(tmpdir(), 'kompetanse-system-'))
  if (!demo) stops.push(() => rm(dataDir, { recursive: true, force: true }))
  const keysDir = join(dataDir, 'keys')
  const keys = await loadKeys(keysDir)
  const ports = await choosePorts(demo, say)
  // Not below dataDir in tests: that one is closed to the user whom PostgreSQL may run as.
  const postgresDir = demo ? join(dataDir, 'postgres') : await mkdtemp(join(tmpdir(), 'kompetanse-postgres-'))
  if (!demo) stops.push(() => rm(postgresDir, { recursive: true, force: true }))
  const database = await startPostgres({
    dataDir: postgresDir,
    port: ports.postgres,
    durable: demo,
    external: demo ? process.env['DATABASE_URL'] : undefined,
    password: keys.databasePassword,
  })
  stops.push(() => database.stop())
  return { ports, keys, keysDir, dataDir, database }
}

function define(surroundings: Surroundings): Record<Process, PartDefinition> {
  return {
    'identity-provider': identityProvider(surroundings),
    identity: subgraph('identity', surroundings),
    curriculum: subgraph('curriculum', surroundings),
    progress: subgraph('progress', surroundings),
    gateway: gateway(surroundings),
    web: web(surroundings),
  }
}

/** In this order: each seed builds on what the one before has published. Seeds change nothing the second time. */
async function seed(surroundings: Surroundings, names: readonly SubgraphName[]) {
  for (const name of names) {
    const script = `subgraphs/${name}/src/seed/main.ts`
    if (!existsSync(join(ROOT, script))) continue
    const logFile = join(surroundings.dataDir, 'logs', `${name}-seed.log`)
    await runScript({ ...subgraph(name, surroundings), name: `the seed of ${name}`, script, logFile })
  }
}

function addresses(surroundings: Surroundings) {
  const { ports, keys, database } = surroundings
  const at = (part: Part) => `http://127.0.0.1:${ports[part]}`
  const issuer = at('identity-provider')
  return {
    web: at('web'),
    graph: `${at('gateway')}/graphql`,
    issuer,
    subgraphs: { identity: at('identity'), curriculum: at('curriculum'), progress: at('progress') },
    databaseUrls: {
      admin: database.adminUrl,
      identity: database.urlOf('identity'),
      curriculum: database.urlOf('curriculum'),
      progress: database.urlOf('progress'),
      web: database.urlOf('web'),
    },
    gatewayEnv: gateway(surroundings).env,
    token: (subject: string) => signAccessToken({ key: keys.provider, issuer, subject }),
  }
}

/** Like Promise.all, but waits for the slow ones too before it fails: nothing may be started after everything was stopped. */
async function all(work: (Promise<void> | false)[]) {
  const results = await Promise.allSettled(work)
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
