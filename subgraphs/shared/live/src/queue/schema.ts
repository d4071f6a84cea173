/** What every queue has in the graph: its tabs, its counts, its connection and its live events. */
import {
  asShared,
  selectionWithin,
  startPosition,
  type GraphContext,
  type SharedTypes,
} from '@kompetanse/graph'
import type { EnumRef, ObjectRef, SchemaTypes } from '@pothos/core'
import { queueConnection } from './connection.ts'
import type { QueueScope } from './lens.ts'
import type { QueueEvent, QueueLog } from './queue-log.ts'
import type { Counts } from './requests.ts'
import type { addQueueTypes } from './types.ts'

interface QueueSchema<
  Types extends SchemaTypes,
  Shape,
  Tab extends string,
  Kind extends string,
  Stored extends string,
  Key extends string,
> {
  /** `Signing`: what its types are called after. */
  readonly name: string
  /** What a request is about. */
  readonly type: ObjectRef<Types, Shape>
  /** `activity`: how an event names it. */
  readonly subject: string
  readonly requests: {
    readonly tabs: readonly Tab[]
    readonly counts: (scope: QueueScope, context: GraphContext) => Promise<Counts<Tab>>
  }
  readonly log: QueueLog<Kind, Stored>
  readonly kind: Kind
  /** The tab of an event by what the log calls it. */
  readonly tabOf: (stored: Stored) => Tab
  /** The subject as the actor may see it now, with what is selected of it. */
  readonly find: (id: Key, query: object, context: GraphContext) => Promise<NoInfer<Shape> | null>
  readonly types: Pick<ReturnType<typeof addQueueTypes<Types>>, 'QueueScope' | 'QueueChange'>
}

type Erased = QueueSchema<SharedTypes, object, string, string, string, string>

/** Adds `XTab`, `XTabCounts`, `XQueueConnection` and the subscription `xQueueChanged` with its event. */
export function queueSchema<
  Types extends SchemaTypes,
  Shape,
  Tab extends string,
  Kind extends string,
  Stored extends string,
  Key extends string,
>(target: PothosSchemaTypes.SchemaBuilder<Types>, given: QueueSchema<Types, Shape, Tab, Kind, Stored, Key>) {
  const builder = asShared(target)
  const queue = given as unknown as Erased
  const { name, requests } = queue
  const TabRef = builder.enumType(`${name}Tab`, {
    description: 'A tab of the queue: what is in one state.',
    values: requests.tabs,
  })
  const TabCounts = builder.objectRef<Counts<string>>(`${name}TabCounts`).implement({
    description: 'How many requests each tab holds.',
    fields: (t) =>
      Object.fromEntries(
        requests.tabs.map((tab) => [
          tab.toLowerCase(),
          t.int({ description: `How many are ${tab}.`, resolve: (counts) => counts[tab] ?? 0 }),
        ]),
      ),
  })
  addSubscription(builder, queue, { TabRef, TabCounts })
  const counts = TabCounts as unknown as ObjectRef<Types, Counts<Tab>>
  return {
    Tab: TabRef as unknown as EnumRef<Types, Tab>,
    TabCounts: counts,
    connection: queueConnection(target, {
      ...{ type: given.type, name: `${name}Queue`, counts, load: given.requests.counts },
    }),
  }
}

type Builder = ReturnType<typeof asShared>

interface Refs {
  readonly TabRef: EnumRef<SharedTypes, string>
  readonly TabCounts: ObjectRef<SharedTypes, Counts<string>>
}

/** What is in the list, and where: both of them, or there is no entry. */
interface Entry {
  readonly tab: string
  readonly subject: object
}

function addEntry(builder: Builder, { name, subject, type, tabOf }: Erased, TabRef: Refs['TabRef']) {
  return builder.objectRef<Entry>(`${name}QueueEntry`).implement({
    description: 'What is in a list after a change, and in which tab.',
    fields: (t) => ({
      tab: t.field({
        type: TabRef,
        description: 'The tab that holds it after the change.',
        resolve: ({ tab }) => tabOf(tab),
      }),
      [subject]: t.field({
        type,
        description: 'As the actor sees it now.',
        resolve: (entry) => entry.subject,
      }),
    }),
  })
}

function addSubscription(builder: Builder, queue: Erased, { TabRef, TabCounts }: Refs): void {
  const { name, subject, requests, types, log, kind, find } = queue
  const Entry = addEntry(builder, queue, TabRef)
  const Event = builder.objectRef<QueueEvent<string>>(`${name}QueueEvent`).implement({
    description: 'One change in commit order. Its position is in extensions.cursor.',
    fields: (t) => ({
      change: t.expose('change', {
        description: 'What became of it in the actor’s list.',
        type: types.QueueChange,
      }),
      [`${subject}Id`]: t.exposeID('subjectId', { description: 'What was changed, in the list or not.' }),
      entry: t.field({
        type: Entry,
        nullable: true,
        description: 'What is in the list; null when it has LEFT, be it since this change.',
        async resolve({ tab, subjectId }, _args, context, info) {
          const found = tab && (await find(subjectId, selectionWithin(context, info, subject), context))
          return found && tab ? { tab, subject: found } : null
        },
      }),
      counts: t.field({
        type: TabCounts,
        description: "The actor's counts after this change.",
        resolve: ({ scope }, _args, context) => requests.counts(scope, context),
      }),
    }),
  })
  builder.subscriptionField(`${name.charAt(0).toLowerCase()}${name.slice(1)}QueueChanged`, (t) =>
    t.field({
      type: Event,
      description:
        'What comes into the list or leaves it (B02). Starts after the position that the list was read at; without one, from now.',
      args: {
        scope: t.arg({
          type: types.QueueScope,
          description: 'As of the list.',
          required: true,
          defaultValue: 'MINE',
        }),
        after: t.arg(startPosition),
      },
      subscribe: (_root, { scope, after }, context) =>
        log.subscribe({ kind, scope, after: after ?? null }, context),
      resolve: (event) => event,
    }),
  )
}
