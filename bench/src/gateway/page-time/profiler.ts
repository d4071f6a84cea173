import { once } from 'node:events'
import { WebSocket } from 'ws'

/** What V8 gives of a function as it was called from one place. */
export interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

/** A sampled profile: which node was running, and for how many microseconds. */
export interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

export interface Profiler {
  start(): Promise<void>
  /** What ran since the start. */
  stop(): Promise<Profile>
  close(): void
}

const SAMPLING_MICROSECONDS = 200

/** Attaches to a Node process that was started with `--inspect` on this port of the loopback. */
export async function attachProfiler(port: number): Promise<Profiler> {
  const listed = await fetch(`http://127.0.0.1:${port}/json/list`)
  const [target] = (await listed.json()) as { webSocketDebuggerUrl: string }[]
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '', { maxPayload: 2 ** 30 })
  await once(socket, 'open')
  let lastId = 0
  async function ask(method: string, params = {}): Promise<unknown> {
    const id = ++lastId
    socket.send(JSON.stringify({ id, method, params }))
    for (;;) {
      const [data] = (await once(socket, 'message')) as [Buffer]
      const answer = JSON.parse(data.toString()) as { id?: number; result?: unknown }
      if (answer.id === id) return answer.result
    }
  }
  await ask('Profiler.enable')
  await ask('Profiler.setSamplingInterval', { interval: SAMPLING_MICROSECONDS })
  return {
    start: async () => void (await ask('Profiler.start')),
    stop: async () => ((await ask('Profiler.stop')) as { profile: Profile }).profile,
    close: () => socket.close(),
  }
}
