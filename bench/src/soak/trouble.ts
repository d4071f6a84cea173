import { setTimeout as delay } from 'node:timers/promises'
import type { SoakSystem } from './gateway.ts'
import type { Window } from './window.ts'

const between = (least: number, most: number) => least + Math.random() * (most - least)

const pick = <Item>(items: readonly Item[]): Item | undefined =>
  items[Math.floor(Math.random() * items.length)]

/** Longer than the gateway keeps a socket to a subgraph without listeners. */
const QUIET_MS = 6_500
const COMMIT_MS = 5

/** What happened, for the report. */
export interface Happened {
  committed: number
  kills: number
  reloads: number
  quiet: number
}

export interface Scene {
  readonly system: SoakSystem
  readonly people: readonly string[]
  readonly windows: readonly Window[]
  readonly happened: Happened
  /** Milliseconds since the epoch. */
  readonly until: number
  /** While true, no window reconnects. */
  isQuiet: boolean
}

const goesOn = ({ until }: Scene) => Date.now() < until

async function commit(scene: Scene) {
  for (; goesOn(scene); await delay(COMMIT_MS)) {
    scene.system.queues.commit(pick(scene.people) ?? '')
    scene.happened.committed++
  }
}

/** Tabs close and open. */
async function churn(scene: Scene) {
  for (; goesOn(scene); await delay(between(20, 100))) {
    const window = pick(scene.windows)
    if (window?.isOpen) window.close()
    else if (!scene.isQuiet) window?.open()
  }
}

async function kill({ system, happened, ...scene }: Scene) {
  for (; Date.now() < scene.until; await delay(between(3_000, 8_000))) {
    await system.queues.kill()
    happened.kills++
    await delay(between(100, 2_000))
    await system.queues.start()
  }
}

async function reload(scene: Scene) {
  for (; goesOn(scene); await delay(between(8_000, 12_000))) {
    await scene.system.reload()
    scene.happened.reloads++
  }
}

/** Everybody leaves for longer than sockets to subgraphs are kept. */
async function beQuiet(scene: Scene) {
  for (await delay(10_000); goesOn(scene); await delay(20_000)) {
    scene.isQuiet = true
    for (const window of scene.windows) window.close()
    scene.happened.quiet++
    await delay(QUIET_MS)
    scene.isQuiet = false
    for (const window of scene.windows) window.open()
  }
}

/** All of it at once, until the time is over; then the subgraph runs. */
export const makeTrouble = (scene: Scene): Promise<unknown> =>
  Promise.all([commit, churn, kill, reload, beQuiet].map((trouble) => trouble(scene)))
