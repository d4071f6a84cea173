import { setTimeout as delay } from 'node:timers/promises'

/** The exit code of a process; for a signal 128 and its number, as in a shell. */
export type ExitCode = number

/** What a part consists of while it runs. */
export interface Running {
  readonly exited: Promise<ExitCode>
  /** Terminates it, and kills it if it does not end; resolves when it has ended. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export interface PartOptions {
  readonly name: string
  /** Resolves when it is ready; rejects when it is not to be, and when `signal` aborts, after it has ended. */
  readonly launch: (signal: AbortSignal) => Promise<Running>
  /** Whether what ends by itself is started again. */
  readonly restarts: boolean
  readonly say: (line: string) => void
  /** Rejects when `signal` aborts. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

/** In which a part is, each with what ends it. `waiting`: it has ended by itself, and is about to be started again. */
type State =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'starting' | 'waiting'
      readonly abort: AbortController
      readonly over: Promise<unknown>
    }
  | { readonly kind: 'running'; readonly running: Running }
  | { readonly kind: 'stopping'; readonly over: Promise<unknown> }

const FIRST_WAIT_MS = 500
const LONGEST_WAIT_MS = 10_000
/** A process that ran for so long has not failed to start. */
const SETTLED_MS = 30_000

const wait = (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal, ref: false })

/** One process of a system, or its database: started, stopped, and started again when it ends by itself. */
export class Part {
  readonly #options: PartOptions
  #state: State = { kind: 'idle' }
  #waits = FIRST_WAIT_MS

  constructor(options: PartOptions) {
    this.#options = options
  }

  get state(): State['kind'] {
    return this.#state.kind
  }

  /** Resolves when it is ready. Rejects when it does not start, is stopped before, or has been started already. */
  async start(): Promise<void> {
    if (this.#state.kind !== 'idle') throw new Error(`${this.#options.name} is ${this.#state.kind}`)
    await this.#launch(() => (this.#state = { kind: 'idle' }))
  }

  /** Ends it, in whatever state it is; it stays ended until it is started. */
  async stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const state = this.#state
    if (state.kind === 'idle') return
    if (state.kind === 'stopping') return void (await state.over)
    const over = state.kind === 'running' ? state.running.stop(signal) : state.over.catch(() => undefined)
    this.#state = { kind: 'stopping', over }
    if (state.kind !== 'running') state.abort.abort()
    await over
    this.#state = { kind: 'idle' }
  }

  /** Calls `failed` with the error, unless the part was stopped meanwhile: then stopping rejects the start. */
  async #launch(failed: (error: unknown) => void): Promise<void> {
    const abort = new AbortController()
    const launched = this.#options.launch(abort.signal)
    const own: State = {
      kind: 'starting',
      abort,
      over: launched.then((running) => this.#discard(own, running)),
    }
    this.#state = own
    own.over.catch(() => undefined)
    try {
      const running = await launched
      if (this.#state !== own) throw new Error(`${this.#options.name} was stopped before it was ready`)
      this.#keep(running)
    } catch (error) {
      if (this.#state === own) failed(error)
      throw error
    }
  }

  /** What was ready in the moment in which it was stopped. */
  async #discard(own: State, running: Running): Promise<void> {
    if (this.#state !== own) await running.stop()
  }

  #keep(running: Running): void {
    const own: State = { kind: 'running', running }
    const since = Date.now()
    this.#state = own
    void running.exited.then((code) => {
      if (this.#state !== own) return
      if (Date.now() - since > SETTLED_MS) this.#waits = FIRST_WAIT_MS
      if (this.#options.restarts) this.#revive(code)
      else this.#state = { kind: 'idle' }
    })
  }

  /** Starts it after a while, and after a longer one as often as it fails. */
  #revive(code: ExitCode): void {
    const { name, say } = this.#options
    const ended = Date.now()
    const failed = (error: unknown) => {
      say(`${name} ended (${code}) and does not start: ${firstLine(error)}`)
      this.#after(again)
    }
    const again = async () => {
      await this.#launch(failed)
      say(`${name} ended (${code}); started again in ${((Date.now() - ended) / 1000).toFixed(1)} s`)
    }
    this.#after(again)
  }

  #after(again: () => Promise<void>): void {
    const abort = new AbortController()
    const over = (this.#options.wait ?? wait)(this.#waits, abort.signal)
    const own: State = { kind: 'waiting', abort, over }
    this.#state = own
    this.#waits = Math.min(2 * this.#waits, LONGEST_WAIT_MS)
    // A failure was reported already, or rejects the promise of the caller that stopped it.
    over.then(() => (this.#state === own ? again() : undefined)).catch(() => undefined)
  }
}

const firstLine = (error: unknown) => (error instanceof Error ? error.message : String(error)).split('\n')[0]
