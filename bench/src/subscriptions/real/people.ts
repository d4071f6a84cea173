import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'

/** Persons with an account each, whose subject is the person's id, and nothing else: their queues begin empty. */
export async function addPeople(admin: Client, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID())
  await admin.query(
    `INSERT INTO identity.person (id, given_name, family_name, search_name)
     SELECT id, 'Benk', 'Måling', 'benk måling' FROM unnest($1::uuid[]) AS id`,
    [ids],
  )
  await admin.query(
    'INSERT INTO identity.account (subject, person_id) SELECT id::text, id FROM unnest($1::uuid[]) AS id',
    [ids],
  )
  return ids
}
