import { readFile } from 'node:fs/promises'
import { unwatchFile, watchFile } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from '../process/log.ts'
import { buildGraph, type Graph } from './graph.ts'

/** The graph in force. A request keeps the graph that it began on until its end. */
export interface GraphSource {
  readonly current: Graph
  /** Called after `current` already is the new graph. */
  onReload(listener: (graph: Graph) => void): void
  close(): void
}

export interface GraphSourceOptions {
  readonly path: string
  /** The graph in force to begin with, as read from the file. */
  readonly first: Graph
  /** Run on each graph that comes after it, before that is in force; one for which it fails is not taken up. */
  readonly prepare?: (graph: Graph) => Promise<void>
  readonly log: Logger
  readonly pollMs?: number
}

const SETTLE_MS = 100

/** A file being written can be a valid, smaller supergraph for a moment: only a text read twice counts. */
async function readSettled(path: string): Promise<string> {
  for (let before = await readFile(path, 'utf8'); ;) {
    await delay(SETTLE_MS)
    const after = await readFile(path, 'utf8')
    if (after === before) return after
    before = after
  }
}

/** Throws when the file is no supergraph. */
export const readGraph = async (path: string): Promise<Graph> => buildGraph(await readFile(path, 'utf8'))

/**
 * Follows the supergraph's file. A bad file is logged and the graph in force stays. Polled, since change notices get
 * lost on network and container mounts.
 */
export function followGraph({ path, first, prepare, log, pollMs = 500 }: GraphSourceOptions): GraphSource {
  let current = first
  let reloading: Promise<void> | undefined
  const listeners: ((graph: Graph) => void)[] = []

  async function reload() {
    try {
      const sdl = await readSettled(path)
      if (sdl === current.sdl) return
      const next = buildGraph(sdl)
      await prepare?.(next)
      current = next
      log.info({ path }, 'supergraph reloaded')
      for (const listener of listeners) listener(current)
    } catch (err) {
      log.error({ path, err }, 'supergraph not reloaded: the former stays in force')
    }
  }

  const onChange = () => {
    reloading ??= reload().finally(() => (reloading = undefined))
  }
  watchFile(path, { interval: pollMs }, onChange)
  return {
    get current() {
      return current
    },
    onReload: (listener) => void listeners.push(listener),
    close: () => unwatchFile(path, onChange),
  }
}
