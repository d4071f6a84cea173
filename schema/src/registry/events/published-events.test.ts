import * as v from 'valibot'
import { expect, it } from 'vitest'
import { listEvents } from '../../events/list.ts'
import type { Shape, Shapes } from './shape.ts'
import { payloadOf, readPayloads } from './published-events.ts'

/** What such a property may hold is known: a listener decides by it. */
const CLOSED = ['command', 'status', 'kind', 'role', 'outcome']

const isText = (shape: Shape): boolean =>
  'anyOf' in shape ? shape.anyOf.some(isText) : 'type' in shape && shape.type === 'string'

/** The paths of properties that may be any text although their name says that they have a closed list. */
function openIn(shape: Shape, path: string): string[] {
  if ('anyOf' in shape) return shape.anyOf.flatMap((choice) => openIn(choice, path))
  if ('items' in shape) return openIn(shape.items, path)
  if (!('properties' in shape)) return []
  return Object.entries(shape.properties).flatMap(([name, property]) => [
    ...(CLOSED.includes(name) && isText(property) ? [`${path}.${name}`] : []),
    ...openIn(property, `${path}.${name}`),
  ])
}
const open = (events: Shapes) => Object.entries(events).flatMap(([name, shape]) => openIn(shape, name))

it('every event of every publisher can be compared, and is named after its publisher', async () => {
  const listed = Object.entries(await listEvents())
  const names = listed.flatMap(([publisher, events]) => events.map(({ name }) => [publisher, name] as const))
  expect(Object.keys(await readPayloads()).toSorted()).toEqual(names.map(([, name]) => name).toSorted())
  expect(names.length).toBeGreaterThanOrEqual(11)
  for (const [publisher, name] of names) expect(name).toMatch(new RegExp(`^${publisher}\\.`))
})

it('what has a closed list is published by it, in every event', async () => {
  expect(open(await readPayloads())).toEqual([])
})

it('control: an open text in its place is found, however deep', () => {
  const schema = v.object({
    status: v.picklist(['OPEN']),
    command: v.string(),
    title: v.string(),
    list: v.array(v.object({ role: v.nullable(v.string()) })),
    subject: v.nullable(v.object({ kind: v.pipe(v.string(), v.uuid()) })),
  })
  expect(open({ event: payloadOf({ name: 'event', schema }) })).toEqual([
    'event.command',
    'event.list.role',
    'event.subject.kind',
  ])
})
