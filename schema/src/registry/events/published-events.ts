import { toJsonSchema } from '@valibot/to-json-schema'
import type { EventDefinition } from '../../events/define.ts'
import { listEvents } from '../../events/list.ts'
import { byName, shapeOf, type Shape, type Shapes } from './shape.ts'

/** What subgraphs publish to each other. */
export interface PublishedEvents {
  /** Event → its payload. */
  readonly payloads: Shapes
  /** Subgraph → the events that it keeps copies of. */
  readonly listeners: Readonly<Record<string, readonly string[]>>
}

type Files = Readonly<Record<string, string>>

/** Checks of a string that their formats identify; a format of two checks would not. */
const FORMATS = new Set(['uuid', 'iso_date', 'iso_timestamp'])

const EVENTS = /^events\/([^/]+)\.json$/
const LISTENER = /^listeners\/([^/]+)\.json$/

export const NO_EVENTS: PublishedEvents = { payloads: {}, listeners: {} }

/** An event's payload, by its definition in code. Throws when it is of what cannot be compared. */
export function payloadOf({ name, schema }: EventDefinition<unknown>): Shape {
  const json = toJsonSchema(schema, {
    overrideAction({ valibotAction: { type }, jsonSchema }) {
      if (jsonSchema.format === undefined || FORMATS.has(type)) return undefined
      throw new Error(`${name}: ${type} in an event cannot be compared`)
    },
  })
  return shapeOf(name, { ...json })
}

/** The payloads of all events, by this code. */
export async function readPayloads(): Promise<Shapes> {
  const definitions = Object.values(await listEvents()).flat()
  return Object.fromEntries(definitions.map((event) => [event.name, payloadOf(event)]))
}

const written = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
const publisherOf = (event: string) => event.slice(0, event.indexOf('.'))

/** The files of events and of their listeners. */
export function eventFiles({ payloads, listeners }: PublishedEvents): Files {
  const files: Record<string, string> = {}
  const byPublisher = Map.groupBy(Object.entries(payloads).toSorted(byName), ([name]) => publisherOf(name))
  for (const [publisher, named] of byPublisher)
    files[`events/${publisher}.json`] = written(Object.fromEntries(named))
  for (const [subgraph, names] of Object.entries(listeners))
    files[`listeners/${subgraph}.json`] = written(names)
  return files
}

/** By files below a folder; none in commits from before events were published. */
export function eventsOf(files: Files): PublishedEvents {
  const payloads: Record<string, Shape> = {}
  const listeners: Record<string, readonly string[]> = {}
  for (const [path, text] of Object.entries(files)) {
    const listener = LISTENER.exec(path)?.[1]
    if (listener) listeners[listener] = JSON.parse(text) as string[]
    if (!EVENTS.test(path)) continue
    const schemas = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, unknown>>>>
    for (const [name, json] of Object.entries(schemas)) payloads[name] = shapeOf(name, json)
  }
  return { payloads, listeners }
}
