/** Whose writing each Yjs client of a text is: the client's number → the person's id. */
import type { Id } from '@kompetanse/schema/ids'

export type Writers = Readonly<Record<string, string>>

/** A browser writes as one client, and as another one after it was opened again. */
const MOST_AT_ONCE = 20

/**
 * The writers once this person has written as these clients; null when one of them is somebody else's. Who wrote under
 * the other's client would make the other's own next words unknown to the server: on the other's screen they would
 * stand, and in what is signed they would not.
 */
export function writersAfter(
  writers: Writers,
  clients: readonly string[],
  personId: Id<'Person'>,
): Writers | null {
  if (clients.length > MOST_AT_ONCE) return null
  if (clients.some((client) => (writers[client] ?? personId) !== personId)) return null
  return { ...writers, ...Object.fromEntries(clients.map((client) => [client, personId])) }
}
