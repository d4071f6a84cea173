import { listSubgraphs } from '../subgraphs.ts'

/** A schema of the database, and who may do what in it. */
export interface SchemaRoles {
  readonly schema: string
  /** Reads and writes rows. Reaches this schema and nothing of the others. */
  readonly serving: string
  /** Owns the schema and its tables: applies migrations. Serves nobody, so whoever serves can loosen no guard. */
  readonly owner: string
  /** The schema where what others publish waits for it. None: it neither publishes nor consumes events. */
  readonly inbox?: string
}

/** The role with which a subgraph serves, and its schema: the subgraph's name as SQL writes it. */
export const roleOf = (subgraph: string): string => subgraph.replaceAll('-', '_')

/** The role that owns a subgraph's tables. */
export const ownerOf = (subgraph: string): string => `${roleOf(subgraph)}_owner`

/** The schema where events wait for a subgraph. */
export const inboxOf = (subgraph: string): string => `${roleOf(subgraph)}_inbox`

/** One schema for each subgraph, and one where the web keeps its sessions. */
export function schemaRoles(): readonly SchemaRoles[] {
  const subgraphs = listSubgraphs().map(({ name }) => ({
    schema: roleOf(name),
    serving: roleOf(name),
    owner: ownerOf(name),
    inbox: inboxOf(name),
  }))
  return [...subgraphs, { schema: 'web', serving: 'web', owner: 'web' }]
}

/** The roles that log in, each once, with the schema that is theirs. */
export function loginRoles(): readonly { readonly role: string; readonly of: SchemaRoles }[] {
  return schemaRoles().flatMap((of) => [...new Set([of.serving, of.owner])].map((role) => ({ role, of })))
}

/** Every role but the superuser: those that log in, and the bus, as which they act by its functions. */
export const everyRole = (): readonly string[] => [...loginRoles().map(({ role }) => role), 'bus']
