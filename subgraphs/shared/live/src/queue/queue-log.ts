import type { DirectoryClient } from '@kompetanse/directory'
import type { GraphContext, Positioned } from '@kompetanse/graph'
import type { Subgraph } from '@kompetanse/process'
import type { Id } from '@kompetanse/schema/ids'
import { createEventLog } from '../event-log.ts'
import { lensOf, mayTouch, type QueueScope, type Seen } from './lens.ts'
import type { QueueChange } from './place.ts'

/** One change of the actor's list. */
export interface QueueEvent<Tab extends string> extends Positioned, Seen<Tab> {
  readonly subjectId: string
  readonly scope: QueueScope
}

interface Wish<Kind extends string> {
  readonly kind: Kind
  readonly scope: QueueScope
  readonly after: string | null
}

/** Something of a trainee's that passed through somebody's queue. */
export interface RecordEvent<Kind extends string> extends Positioned {
  readonly kind: Kind
  readonly subjectId: string
}

interface RecordWish<Kind extends string> {
  readonly traineeId: Id<'Person'>
  readonly after: string | null
  /** Called for each event, since who may see the trainee changes while a stream is open. */
  readonly mayHear: (about: Pick<RecordEvent<Kind>, 'kind' | 'subjectId'>) => Promise<boolean>
}

export interface QueueLog<Kind extends string, Tab extends string> {
  /** The cursor for a list that is read after this. */
  cursor(): Promise<string>
  /** What happens to the actor's list of a queue after a cursor, or from now. */
  subscribe(wish: Wish<Kind>, context: GraphContext): Promise<AsyncIterableIterator<QueueEvent<Tab>>>
  /** What passes through anybody's queue of one trainee's, after a cursor or from now. */
  ofTrainee(wish: RecordWish<Kind>): Promise<AsyncIterableIterator<RecordEvent<Kind>>>
  /** For the background of a serving process: old events are forgotten, by one replica at a time. */
  startPruning(): () => void
  stop(): Promise<void>
}

/** How `queue_event` is read: see the package's README for the table. */
export const queueTable = <Kind extends string, Tab extends string>() => ({
  table: 'queue_event',
  columns: [
    ...['kind', 'subject_id', 'trainee_id'],
    ...['before_person_id', 'before_tab', 'after_person_id', 'after_tab'],
  ],
  toEvent: (row: Readonly<Record<string, unknown>>) => toChange<Kind, Tab>(row as unknown as Row<Kind, Tab>),
})

interface Row<Kind, Tab> {
  kind: Kind
  subject_id: string
  trainee_id: Id<'Person'>
  before_person_id: Id<'Person'> | null
  before_tab: Tab | null
  after_person_id: Id<'Person'> | null
  after_tab: Tab | null
}

const toChange = <Kind extends string, Tab extends string>(row: Row<Kind, Tab>): QueueChange<Kind, Tab> => ({
  kind: row.kind,
  subjectId: row.subject_id,
  traineeId: row.trainee_id,
  before: place(row.before_person_id, row.before_tab),
  after: place(row.after_person_id, row.after_tab),
})

const place = <Tab extends string>(personId: Id<'Person'> | null, tab: Tab | null) =>
  personId && tab ? { personId, tab } : null

type Own = Pick<Subgraph, 'name' | 'pool' | 'schema' | 'url'> & { readonly database: DirectoryClient }

/** The live queues of a subgraph. Its table's trigger NOTIFYs `<schema>_queue`. */
export function createQueueLog<Kind extends string, Tab extends string>(subgraph: Own): QueueLog<Kind, Tab> {
  const log = createEventLog({ subgraph, channel: `${subgraph.schema}_queue`, ...queueTable<Kind, Tab>() })
  return {
    cursor: log.cursor,
    startPruning: log.startPruning,
    stop: log.stop,
    subscribe({ kind, scope, after }, context) {
      const see = lensOf(subgraph.database, scope, context)
      const look = async (event: QueueChange<Kind, Tab>) => {
        const seen = await see(event)
        return seen && { ...seen, scope, subjectId: event.subjectId }
      }
      return log.subscribe({ after, wants: mayTouch(kind, scope, context), look })
    },
    ofTrainee: ({ traineeId, after, mayHear }) =>
      log.subscribe({
        after,
        wants: (event) => event.traineeId === traineeId,
        look: async ({ kind, subjectId }) => {
          const about = { kind, subjectId }
          return (await mayHear(about)) ? about : null
        },
      }),
  }
}
