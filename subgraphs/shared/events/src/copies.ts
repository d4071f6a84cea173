import type { EventDefinition } from '@kompetanse/schema/events/define'
import type { Bus } from './bus.ts'

/** What a subgraph copies of the events of another, in tables whose rows have the version of their event. */
export interface Copy {
  readonly event: EventDefinition<unknown>
  readonly tables: readonly string[]
  readonly keep: (payload: never) => Promise<void>
}

/** `keep` drops a version that the tables have had. */
export const copyOf = <Payload>(
  event: EventDefinition<Payload>,
  tables: string | readonly string[],
  keep: (payload: Payload) => Promise<void>,
): Copy => ({ event, tables: [tables].flat(), keep })

/** Keeps all the copies from now on. */
export async function startCopies(bus: Pick<Bus, 'consume'>, copies: readonly Copy[]): Promise<void> {
  for (const { event, keep } of copies) await bus.consume(event, keep as (payload: unknown) => Promise<void>)
}

interface Database {
  query(sql: string): Promise<unknown>
}

/**
 * Makes the copies take every event again, also those that they have had: then the publishers' `replay.ts` rebuild them.
 * Nothing is deleted, so the portal works meanwhile.
 */
export async function forgetVersions(database: Database, copies: readonly Copy[]): Promise<void> {
  for (const table of copies.flatMap(({ tables }) => tables))
    await database.query(`UPDATE ${table} SET version = 0`)
}
