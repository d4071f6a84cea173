import { createPool } from '@kompetanse/database'
import { createTestDatabase, type TestDatabase } from '@kompetanse/database/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEventLog, type EventLog } from './event-log.ts'
import { prune } from './log.ts'

interface Note {
  readonly room: string
  readonly bytes: Buffer
}

let test_: TestDatabase
let pool: ReturnType<typeof createPool>
let log: EventLog<Note>

beforeAll(async () => {
  // Any subgraph's part of the database will do: the table is the test's own.
  test_ = await createTestDatabase('progress')
  const owner = createPool({ url: test_.migrationUrl, schema: 'progress', max: 1 })
  await owner.query(`
    CREATE TABLE note (
      id bigserial PRIMARY KEY, xid xid8 NOT NULL DEFAULT pg_current_xact_id(), room text NOT NULL,
      bytes bytea NOT NULL, at timestamptz(3) NOT NULL DEFAULT now());
    CREATE FUNCTION notify_note() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('progress_note', ''); RETURN NULL; END $$;
    CREATE TRIGGER wake AFTER INSERT ON note FOR EACH STATEMENT EXECUTE FUNCTION notify_note()`)
  await owner.end()
  pool = createPool({ url: test_.url, schema: 'progress' })
  log = createEventLog<Note>({
    subgraph: { pool, schema: 'progress', url: () => test_.url },
    ...{ table: 'note', channel: 'progress_note', columns: ['room', 'bytes'] },
    toEvent: ({ room, bytes }) => ({ room: room as string, bytes: bytes as Buffer }),
  })
})
afterAll(async () => {
  await log.stop()
  await pool.end()
  await test_.drop()
})

const write = (room: string, text: string) =>
  pool.query('INSERT INTO note (room, bytes) VALUES ($1, $2)', [room, Buffer.from(text)])

const follow = async (room: string, after: string | null) => {
  const look = ({ bytes }: Note) => (bytes.length > 0 ? { text: bytes.toString() } : null)
  const events = await log.subscribe({ after, wants: (note) => note.room === room, look })
  return { events, next: async () => (await events.next()).value as { text: string; cursor: string } }
}

test('a log of any shape is followed: what is wanted, as it is looked at, resumed after a cursor', async () => {
  const cursor = await log.cursor()
  await write('a', 'before')
  const first = await follow('a', cursor)
  expect(await first.next()).toMatchObject({ text: 'before' })
  await write('b', 'elsewhere')
  await write('a', '')
  await write('a', 'live')
  const live = await first.next()
  expect(live.text).toBe('live')
  await write('a', 'after')
  const again = await follow('a', live.cursor)
  expect(await again.next()).toMatchObject({ text: 'after' })
  await first.events.return?.()
  await again.events.return?.()
})

test('who leaves while nothing happens is heard at once', async () => {
  const { events } = await follow('a', null)
  const waiting = events.next()
  await events.return?.()
  expect(await waiting).toEqual({ done: true, value: undefined })
})

const reads = async () => {
  const { rows } = await pool.query<{ room: string }>('SELECT room FROM note ORDER BY xid, id')
  return rows.map(({ room }) => room)
}
const writeOld = (room: string) =>
  pool.query("INSERT INTO note (room, bytes, at) VALUES ($1, '', now() - interval '25 hours')", [room])

test('what is older than a day is forgotten though nobody follows the log, and by one replica at a time', async () => {
  await pool.query('DELETE FROM note')
  for (const room of ['old', 'older than the newest', 'newest of the old']) await writeOld(room)
  await write('today', '')
  const replica = await pool.connect()
  const other = createEventLog<Note>({
    subgraph: { pool, schema: 'progress', url: () => test_.url },
    ...{
      table: 'note',
      channel: 'progress_note',
      columns: [],
      toEvent: () => ({ room: '', bytes: Buffer.of() }),
    },
  })
  const ends: (() => void)[] = []
  try {
    // Another replica is at it.
    await replica.query('BEGIN')
    await replica.query(`SELECT pg_advisory_xact_lock(hashtext('prune progress'), hashtext('note'))`)
    await prune(pool, 'note')
    expect(await reads()).toHaveLength(4)
    await replica.query('ROLLBACK')
    ends.push(other.startPruning())
    // The newest that could go stays: it tells how far a cursor may reach back.
    await expect.poll(reads).toEqual(['newest of the old', 'today'])
  } finally {
    replica.release()
    for (const end of ends) end()
  }
})
