import { readDemoPersons } from '../demo-persons.ts'
import { ROOT } from '../root.ts'
import { startSystem, type System } from '../system.ts'
import { startControl } from './control.ts'

/** Where stories are played: a whole portal with the synthetic persons, all for one worker. */
export interface Stage {
  /** Addresses of the web client, of the graph, and of what kills and restarts a part. */
  readonly web: string
  readonly graph: string
  readonly control: string
  /** A token of a person for requests to the graph, without a login. */
  readonly token: string
}

/** The person of the token for requests to the graph. */
const TRIES_THE_GRAPH = 'Ingrid Solheim'
/** Seconds; the token is given before the first story, and the last may need it. */
const TOKEN_LIFETIME = 3_600

export async function startStage(): Promise<Stage & { stop(): Promise<void> }> {
  const system = await startSystem({ mode: 'test' })
  try {
    return await stageOf(system)
  } catch (error) {
    await system.stop()
    throw error
  }
}

async function stageOf({ stop, ...system }: System) {
  const { web, graph, token } = system
  const person = readDemoPersons(ROOT).find(({ displayName }) => displayName === TRIES_THE_GRAPH)
  const given = await token(person?.id ?? '', TOKEN_LIFETIME)
  const control = await startControl(system)
  return {
    ...{ web, graph, control: control.url, token: given },
    stop: () => {
      control.stop()
      return stop()
    },
  }
}
