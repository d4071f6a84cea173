import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrateSubgraph } from '@kompetanse/database'
import { gatherStatistics, ownerOf, roleOf } from '@kompetanse/database/embedded'
import { signAccessToken } from './access-token.ts'
import { startBalancer } from './balancer.ts'
import { loadKeys, passwordOf } from './keys.ts'
import { startProcess } from './managed-process.ts'
import { Part } from './part.ts'
import {
  gateway,
  identityProvider,
  subgraph,
  SUBGRAPHS,
  web,
  type PartDefinition,
  type Surroundings,
} from './parts.ts'
import { choosePorts, local } from './ports.ts'
import { startPostgres } from './postgres.ts'
import { replicasOf } from './replicas.ts'
import { ROOT } from './root.ts'
import { introduceNewcomers, logsOf, runBeside, seed } from './scripts.ts'
import { secretsOf } from './secrets.ts'
import { createSockets } from './sockets.ts'

export interface SystemOptions {
  /** `demo` keeps its data and prefers the default ports; `test` throws everything away and takes free ports. */
  mode: 'demo' | 'test'
  /** False when only the graph is wanted. */
  withWeb?: boolean
  /** True fills the database with the synthetic persons and their training; a list only what these subgraphs own. */
  withSeed?: boolean | readonly string[]
  /**
   * How many processes each subgraph and the gateway have; one by default. The first is named as the part, `progress`,
   * the next `progress-2`. Several gateways are behind a balancer, which has the address `graph`.
   */
  replicas?: number
  say?: (line: string) => void
}

export interface System {
  web: string
  graph: string
  /** The graph at each gateway, past the balancer. */
  gateways: readonly string[]
  issuer: string
  /** By name, and `progress-2` for another replica. */
  subgraphs: Readonly<Record<string, string>>
  /** As the superuser. */
  adminUrl: string
  /** As the role with which this subgraph serves. */
  databaseUrl(subgraph: string): string
  /** The environment for another gateway to the same subgraphs. */
  gatewayEnv: Record<string, string>
  /** The folder where what the processes write on stderr is kept. */
  logs: string
  /** Everything that is started, stopped and killed by name: `progress`, `progress-2`, `web`, `postgres`. */
  parts: readonly string[]
  /** The readiness probe of a process, which is any part but PostgreSQL. */
  probe(process: string): string
  /** Runs a script of a subgraph, like `replay.ts`, beside its process to its end. */
  run(subgraph: string, script: string): Promise<void>
  /** An access token as the provider would give this person, for callers without a browser; its life in seconds. */
  token(personId: string, lifetime?: number): Promise<string>
  /** Ends a part without warning, as a crash would; it stays ended. */
  kill(part: string): Promise<void>
  /** Starts a part again at its port, after ending it if it still runs. */
  restart(part: string): Promise<void>
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
  const { withWeb = true, withSeed = true } = options
  const surroundings = await prepare(options, stops)
  const parts = toParts(options, surroundings)
  const part = (name: string) => {
    const found = name === 'postgres' ? surroundings.database.part : parts.get(name)
    if (!found) throw new Error(`the system has no ${name}`)
    return found
  }
  const run = (name: string) => part(name).start()
  stops.push(async () => {
    await Promise.all([...parts.values()].map((each) => each.stop()))
  })
  const gateways = replicasOf('gateway', surroundings.replicas)
  await all([...parts.keys()].filter((name) => ![...gateways, 'web'].includes(name)).map(run))
  await all([
    ...gateways.map(run),
    withWeb && run('web'),
    withSeed && fill(surroundings, withSeed === true ? SUBGRAPHS : withSeed),
  ])
  return {
    ...addresses(surroundings),
    parts: [...parts.keys(), ...(surroundings.database.part ? ['postgres'] : [])],
    kill: (name: string) => part(name).stop('SIGKILL'),
    restart: async (name: string) => {
      await part(name).stop()
      await run(name)
    },
    stop,
  }
}

async function prepare(options: SystemOptions, stops: (() => Promise<void>)[]): Promise<Surroundings> {
  const { mode, replicas = 1, say = () => undefined } = options
  const demo = mode === 'demo'
  const dataDir = demo ? join(ROOT, '.data') : await mkdtemp(join(tmpdir(), 'kompetanse-system-'))
  if (!demo) stops.push(() => rm(dataDir, { recursive: true, force: true }))
  const keys = await loadKeys(join(dataDir, 'keys'))
  const parts = [...SUBGRAPHS, 'gateway'].flatMap((part) => replicasOf(part, replicas))
  const portOf = await choosePorts([...parts, 'web', 'identity-provider', 'balancer', 'postgres'], demo, say)
  const { socketOf, remove } = await createSockets()
  stops.push(remove)
  // Not below dataDir in tests: that folder is closed to the user that PostgreSQL may run as.
  const postgresDir = demo ? join(dataDir, 'postgres') : await mkdtemp(join(tmpdir(), 'kompetanse-postgres-'))
  if (!demo) stops.push(() => rm(postgresDir, { recursive: true, force: true }))
  const database = await startPostgres({
    dataDir: postgresDir,
    port: portOf('postgres'),
    durable: demo,
    external: demo ? process.env['DATABASE_URL'] : undefined,
    restarts: demo,
    say,
    passwordOf: (role) => passwordOf(keys, role),
  })
  stops.push(() => database.stop())
  await Promise.all(SUBGRAPHS.map((name) => migrateSubgraph(name, database.urlOf(ownerOf(name)))))
  if (replicas > 1) {
    const targets = replicasOf('gateway', replicas).map(portOf)
    stops.push(await startBalancer({ port: portOf('balancer'), targets }))
  }
  const secrets = secretsOf(keys, database.urlOf)
  return { portOf, socketOf, replicas, open: demo, keys, secrets, dataDir, database }
}

/** The parts that are processes; a demonstration starts again what dies. */
function toParts({ mode, say = () => undefined }: SystemOptions, surroundings: Surroundings) {
  const parts = [...define(surroundings)].map(([name, definition]) => {
    const options = { name, logFile: join(logsOf(surroundings), `${name}.log`), ...definition }
    const launch = (signal: AbortSignal) => startProcess(options, signal)
    return [name, new Part({ name, launch, say, restarts: mode === 'demo' })] as const
  })
  return new Map(parts)
}

/** Every process of the system and how it is started. */
function define(surroundings: Surroundings): ReadonlyMap<string, PartDefinition> {
  const { replicas } = surroundings
  const subgraphs = SUBGRAPHS.flatMap((name) =>
    replicasOf(name, replicas).map((each) => [each, subgraph(name, surroundings, each)] as const),
  )
  const gateways = replicasOf('gateway', replicas).map((each) => [each, gateway(surroundings, each)] as const)
  return new Map([
    ['identity-provider', identityProvider(surroundings)],
    ...subgraphs,
    ...gateways,
    ['web', web(surroundings)],
  ])
}

async function fill(surroundings: Surroundings, names: readonly string[]) {
  await introduceNewcomers(surroundings)
  await seed(surroundings, names)
  await gatherStatistics(surroundings.database.adminUrl)
}

function addresses(surroundings: Surroundings) {
  const { portOf, replicas, keys, database } = surroundings
  const at = (name: string) => local(portOf(name))
  const issuer = at('identity-provider')
  const processes = SUBGRAPHS.flatMap((name) => replicasOf(name, replicas))
  return {
    web: at('web'),
    graph: `${at(replicas > 1 ? 'balancer' : 'gateway')}/graphql`,
    gateways: replicasOf('gateway', replicas).map((name) => `${at(name)}/graphql`),
    issuer,
    subgraphs: Object.fromEntries(processes.map((name) => [name, at(name)])),
    adminUrl: database.adminUrl,
    probe: (name: string) => `${at(name)}/${name === 'identity-provider' ? 'health' : 'ready'}`,
    databaseUrl: (name: string) => database.urlOf(roleOf(name)),
    gatewayEnv: gateway(surroundings).env,
    logs: logsOf(surroundings),
    run: (name: string, file: string) => runBeside(surroundings, name, file),
    token: (subject: string, lifetime?: number) =>
      signAccessToken({ key: keys.provider, issuer, subject, ...(lifetime && { lifetime }) }),
  }
}

/** Like Promise.all, but waits for the slow ones too before it fails: nothing may be started after everything was stopped. */
async function all(work: (Promise<void> | false)[]) {
  const results = await Promise.allSettled(work)
  for (const result of results) if (result.status === 'rejected') throw result.reason
}
