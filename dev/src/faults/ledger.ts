import type { Portal } from './portal.ts'

/** Everything that commands have left behind of one activity, in one snapshot of the database. */
export interface Ledger {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly history: readonly string[]
  readonly records: readonly string[]
  readonly queueEvents: number
  readonly messages: readonly number[]
}

const WITNESS = 'progress.activity-changed'

/** What belongs to a version when each command was carried out wholly and once. */
export const WHOLE: Readonly<Record<number, Omit<Ledger, 'id' | 'version'>>> = {
  2: { status: 'REGISTERED', history: ['REGISTER'], records: [], queueEvents: 0, messages: [2] },
  3: {
    ...{ status: 'WAITING', history: ['REGISTER', 'SEND_FOR_SIGNING'] },
    ...{ records: [], queueEvents: 1, messages: [2, 3] },
  },
  4: {
    ...{ status: 'SIGNED', history: ['REGISTER', 'SEND_FOR_SIGNING', 'SIGN'] },
    ...{ records: ['SIGNED'], queueEvents: 2, messages: [2, 3, 4] },
  },
}

/** Subscribes the inbox of curriculum, which has no listener, to the messages, so that they can be counted. */
export async function witnessMessages({ tables }: Portal): Promise<void> {
  await tables.query('SELECT curriculum_inbox.create_queue($1, $2)', [WITNESS, { policy: 'standard' }])
  await tables.query('INSERT INTO curriculum_inbox.subscription (event, name) VALUES ($1, $1)', [WITNESS])
}

export async function ledgersOf({ tables }: Portal, ids: readonly string[]): Promise<Ledger[]> {
  const { rows } = await tables.query<Ledger>(
    `SELECT id, version, status,
       ARRAY(SELECT command::text FROM activity_history WHERE activity_id = a.id ORDER BY at, id) AS history,
       ARRAY(SELECT outcome::text FROM decision_record WHERE subject_id = a.id ORDER BY sequence) AS records,
       (SELECT count(*)::int FROM queue_event WHERE subject_id = a.id) AS "queueEvents",
       ARRAY(SELECT (data->>'version')::int FROM curriculum_inbox.job
         WHERE name = $2 AND data->>'activityId' = a.id::text ORDER BY 1) AS messages
     FROM learning_activity a WHERE id = ANY($1::uuid[])`,
    [ids, WITNESS],
  )
  return rows
}

/** The cursors of the queue's events about these activities, in the order of commits. */
export async function cursorsOf({ tables }: Portal, ids: readonly string[]): Promise<string[]> {
  const { rows } = await tables.query<{ xid: string; id: string }>(
    `SELECT xid::text, id::text FROM queue_event WHERE subject_id = ANY($1::uuid[])
     ORDER BY queue_event.xid, queue_event.id`,
    [ids],
  )
  return rows.map(({ xid, id }) => hex(xid, 16) + hex(id, 12))
}

const hex = (digits: string, width: number) => BigInt(digits).toString(16).padStart(width, '0')
