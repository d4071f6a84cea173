import { createPool } from '@kompetanse/database'
import { logger } from '@kompetanse/graph'
import { BEAT_MS, type ActorChange } from '@kompetanse/schema/actor-changes'
import { changesFromNow } from './changes.ts'

export interface Follower {
  readonly hear: (change: ActorChange) => void
  /** Nothing more will be heard: what happens from now on is missed. */
  readonly end: () => void
}

const connect = (pool: ReturnType<typeof createPool>) => pool.connect()
type Client = Awaited<ReturnType<typeof connect>>

/** What the database tells of actors, to all who follow it in this process. */
export interface Feed {
  /** Resolved when nothing is missed any more; returns how to leave. Rejects when the database is away. */
  follow(follower: Follower): Promise<() => void>
  /** Ends all followers. */
  stop(): void
}

/** The channel that announces changes to read. Whoever notifies it, with whatever payload, causes a read and no more. */
const CHANNEL = 'identity_actor'

/**
 * One connection that LISTENs, for as long as anybody follows. It reads what has changed when it is woken and at every
 * beat, so that a beat tells of the database too; when it is lost, all followers are ended, and begin anew.
 */
export function createFeed(url: () => string): Feed {
  let open: Promise<Listening> | undefined

  const listen = () => {
    const opening = Listening.start(url(), () => {
      if (open === opening) open = undefined
    })
    return opening
  }

  return {
    async follow(follower) {
      for (;;) {
        const listening = await (open ??= listen())
        const leave = listening.join(follower)
        if (leave) return leave
      }
    },
    stop: () => void open?.then((listening) => listening.end()),
  }
}

/** Names the connection in the database's list of them. */
function named(url: string): string {
  const address = new URL(url)
  address.searchParams.set('application_name', 'changes of actors')
  return address.href
}

class Listening {
  readonly #followers = new Set<Follower>()
  readonly #onEnd: () => void
  #alarm = Promise.withResolvers<void>()
  #ended = false

  /** Rejects when the database is away. */
  static async start(url: string, onEnd: () => void): Promise<Listening> {
    const pool = createPool({ url: named(url), schema: 'identity', max: 1 })
    const close = () => void pool.end().catch(() => undefined)
    try {
      const client = await connect(pool)
      const listening = new Listening(client, () => {
        onEnd()
        client.release(true)
        close()
      })
      await client.query(`LISTEN ${CHANNEL}`)
      void listening.#run(await changesFromNow(client))
      return listening
    } catch (error) {
      onEnd()
      close()
      throw error
    }
  }

  private constructor(client: Client, onEnd: () => void) {
    this.#onEnd = onEnd
    client.on('notification', () => this.#alarm.resolve())
    client.once('error', (error) => this.#fail(error))
    client.once('end', () => this.end())
  }

  /** Returns how to leave; undefined when it has ended. */
  join(follower: Follower): (() => void) | undefined {
    if (this.#ended) return undefined
    this.#followers.add(follower)
    return () => {
      this.#followers.delete(follower)
      if (this.#followers.size === 0) this.end()
    }
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#alarm.resolve()
    this.#onEnd()
    for (const follower of this.#followers) follower.end()
  }

  async #run(changes: () => Promise<readonly ActorChange[]>) {
    let beatAt = Date.now() + BEAT_MS
    try {
      while (!this.#ended) {
        await this.#wokenBy(beatAt)
        // What wakes during the reading is not lost: it is read next.
        this.#alarm = Promise.withResolvers()
        for (const change of await changes()) this.#tell(change)
        if (Date.now() < beatAt) continue
        this.#tell({ kind: 'beat' })
        beatAt = Date.now() + BEAT_MS
      }
    } catch (error) {
      this.#fail(error)
    }
  }

  async #wokenBy(moment: number) {
    const timer = setTimeout(() => this.#alarm.resolve(), moment - Date.now())
    await this.#alarm.promise
    clearTimeout(timer)
  }

  #fail(error: unknown) {
    if (!this.#ended) logger.warn({ err: error }, 'changes of actors are not heard')
    this.end()
  }

  #tell(change: ActorChange) {
    if (this.#ended) return
    for (const follower of this.#followers) follower.hear(change)
  }
}
