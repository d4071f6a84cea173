import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { startServer } from '@kompetanse/database/embedded'
import { runScript, startProcess } from '../managed-process.ts'
import { ROOT } from '../root.ts'
import { readServices, type Service } from './compose.ts'
import { readStages, type Stage } from './dockerfile.ts'
import { writeImage } from './image-folder.ts'
import { startProxy } from './proxy.ts'

export interface Containers {
  /** By service, where it listens: an address of this machine that is its alone. */
  readonly addressOf: (service: string) => string
  /** What a service finds in a file, or throws where nothing is mounted there. */
  readonly read: (service: string, path: string) => Promise<string>
  stop(): Promise<void>
}

/** What the proxy is called by browsers and by containers. */
const ALIASES = ['kompetanse.localhost', 'login.kompetanse.localhost']
/** The image that holds no more than production needs. */
export const PRODUCTION = 'production'

/**
 * Plays docker-compose.yml where there is no Docker: a process for each container of ours, with the command,
 * environment and mounts as there and in the Dockerfile, in the order of the file; of what is in the image
 * of production from a folder that holds no more than that, as the Dockerfile says; PostgreSQL, which requires a
 * password of everybody; and the proxy. Each listens at an address of its own, 127.0.1.n, and finds the others by name.
 */
export async function playContainers(): Promise<Containers> {
  const play = await Play.begin()
  try {
    await play.startAll()
    return play
  } catch (error) {
    await play.stop()
    throw error
  }
}

class Play implements Containers {
  readonly #folder: string
  readonly #stages = readStages()
  readonly #services = readServices().filter(
    ({ name, stage }) => stage !== null || ['postgres', 'proxy'].includes(name),
  )
  readonly #started = new Map<string, Promise<void>>()
  readonly #stops: (() => Promise<void>)[] = []

  static async begin(): Promise<Play> {
    return new Play(await mkdtemp(join(tmpdir(), 'containers-')))
  }

  private constructor(folder: string) {
    this.#folder = folder
  }

  readonly addressOf = (name: string): string =>
    `127.0.1.${1 + this.#services.findIndex((service) => service.name === name)}`

  readonly read = (service: string, path: string) => readFile(join(this.#folder, service, path), 'utf8')

  async startAll(): Promise<void> {
    writeImage(this.#stageOf(PRODUCTION), this.#rootOf(PRODUCTION))
    for (const service of this.#services) await this.#mount(service)
    // Those that are slow are waited for too: nothing may be started after everything was stopped.
    const results = await Promise.allSettled(this.#services.map(({ name }) => this.#start(name)))
    for (const result of results) if (result.status === 'rejected') throw result.reason
  }

  async stop(): Promise<void> {
    const [first, ...others] = this.#stops
    await Promise.all(others.map((stop) => stop()))
    // The database, which the others end their work with.
    await first?.()
    await rm(this.#folder, { recursive: true, force: true })
  }

  #stageOf(name: string | null): Stage {
    const stage = this.#stages.get(name ?? '')
    if (!stage) throw new Error(`the Dockerfile has no stage ${name}`)
    return stage
  }

  /** Where the image of a stage lies. The other one has all of the repository. */
  #rootOf(stage: string | null): string {
    return stage === PRODUCTION ? join(this.#folder, 'image') : ROOT
  }

  /** A folder that is the root of the container's file system, as far as anything is mounted there. */
  async #mount({ name, mounts }: Service): Promise<void> {
    for (const { source, path } of mounts) {
      const [volume, there] = [join(this.#folder, 'volumes', source), join(this.#folder, name, path)]
      await mkdir(volume, { recursive: true })
      await mkdir(dirname(there), { recursive: true })
      await symlink(volume, there)
    }
  }

  #start(name: string): Promise<void> {
    const begun = this.#started.get(name) ?? this.#startAfterOthers(name)
    this.#started.set(name, begun)
    return begun
  }

  async #startAfterOthers(name: string): Promise<void> {
    const service = this.#services.find((each) => each.name === name)
    if (!service) throw new Error(`docker-compose.yml has no ${name}`)
    await Promise.all(service.dependencies.map(({ on }) => this.#start(on)))
    if (name === 'postgres') return this.#startDatabase(service)
    if (name === 'proxy') return void this.#stops.push(await startProxy(this.addressOf(name), this.addressOf))
    const env = this.#environmentOf(service)
    const args = service.command.map((word) => this.#inside(name, word))
    const [, script = ''] = this.#stageOf(service.stage).entrypoint
    const options = {
      ...{ name, script },
      root: this.#rootOf(service.stage),
      args,
      env,
      logFile: join(this.#folder, 'logs', `${name}.log`),
    }
    if (service.isStep) return runScript(options)
    const { stop } = await startProcess(options)
    this.#stops.push(() => stop())
    if (service.healthcheck) await this.#check(service, service.healthcheck)
  }

  #environmentOf({ name, stage, environment }: Service): Record<string, string> {
    const declared = Object.entries({ ...this.#stageOf(stage).environment, ...environment })
    const hosts = Object.fromEntries([
      ...this.#services.map((each) => [each.name, this.addressOf(each.name)]),
      ...ALIASES.map((alias) => [alias, this.addressOf('proxy')]),
    ])
    return {
      ...Object.fromEntries(declared.map(([variable, value]) => [variable, this.#inside(name, value)])),
      HOST: this.addressOf(name),
      HOSTS: JSON.stringify(hosts),
      NODE_OPTIONS: `--import=${join(import.meta.dirname, 'hosts.ts')}`,
    }
  }

  /** A path as it is found from outside the container; what is no path stays. */
  #inside(name: string, word: string): string {
    return word.startsWith('/') ? join(this.#folder, name, word) : word
  }

  async #startDatabase(service: Service): Promise<void> {
    const password = await this.read(service.name, service.environment['POSTGRES_PASSWORD_FILE'] ?? '')
    const dataDir = await mkdtemp(join(tmpdir(), 'kompetanse-postgres-'))
    const host = this.addressOf(service.name)
    const { stop } = await startServer({ dataDir, host, port: 5432, password, durable: false })
    this.#stops.unshift(async () => {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    })
  }

  /** As Docker does it, from inside the container. */
  async #check({ name }: Service, [program = '', ...args]: readonly string[]): Promise<void> {
    const own = args.map((word) => word.replaceAll('127.0.0.1', this.addressOf(name)))
    await promisify(execFile)(program === 'node' ? process.execPath : program, own)
  }
}
